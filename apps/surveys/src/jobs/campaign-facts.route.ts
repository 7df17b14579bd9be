import type { DataSource } from 'typeorm';
import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
import type { CampaignStore } from '../store/campaign.store';
import type { SurveyStore } from '../store/survey.store';

/** The same for campaigns: whether the step is still late, or still to be done where its date moved, and what the survey is called. */
export const campaignFactsRoute =
  (dataSource: DataSource, { surveys, campaigns }: { surveys: SurveyStore; campaigns: CampaignStore }): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { subjectId, deadlineId, eventType } = noticeFactsRequest.parse(body);
    const [campaign] = await campaigns.byIds([subjectId]);
    const [survey] = await surveys.byIds(campaign ? [campaign.surveyId] : []);
    if (!survey) return { stillTrue: false, contact: null, words: {} };
    const deadline = deadlineId ? await findDeadline(dataSource.manager, deadlineId) : undefined;
    const title = `${survey.titleKo} (${survey.titleEn})`;
    const stillTrue = eventType === 'survey.date-moved.v1' ? deadline?.closedAt === null : deadline?.state === 'MISSED';
    return { stillTrue, contact: null, words: { title } };
  };
