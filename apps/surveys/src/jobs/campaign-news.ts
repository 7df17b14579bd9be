import type { DeadlineNews, StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import type { CampaignStore } from '../store/campaign.store';

/** What is told of the dates of campaigns: that a step is late, to the department that asks. A holiday that moves one is no news. */
export const campaignNews = (campaigns: CampaignStore): DeadlineNews => ({
  subjectTypes: ['SURVEY_CAMPAIGN'],
  async stages(tx, reached: readonly StageReached[]): Promise<EventDraft[]> {
    const found = await campaigns.byIds(
      reached.map(({ deadline }) => deadline.subjectId),
      tx,
    );
    return reached.flatMap(({ deadline, late }, index): EventDraft[] => {
      const campaign = found[index];
      if (!late || !campaign) return [];
      return [
        {
          type: 'survey.task-overdue.v1',
          payload: {
            ...{ campaignId: campaign.id, surveyId: campaign.surveyId, departmentCode: campaign.departmentCode },
            ...{ deadlineId: deadline.id, task: deadline.kind },
            ...{ dueAt: deadline.dueAt!.toISOString(), missedAt: deadline.missedAt!.toISOString() },
          },
        },
      ];
    });
  },
  moved: () => Promise.resolve([]),
});
