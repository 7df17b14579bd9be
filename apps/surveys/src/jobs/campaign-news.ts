import type { DeadlineNews, MovedDeadline, StageReached } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import type { CampaignStore } from '../store/campaign.store';

/** What is told of the dates of campaigns, to the department that asks: that a step is late, and that a holiday moved one. */
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
  async moved(tx, moved: readonly MovedDeadline[], reason: string): Promise<EventDraft[]> {
    const found = await campaigns.byIds(
      moved.map(({ after }) => after.subjectId),
      tx,
    );
    return moved.flatMap(({ before, after }, index): EventDraft[] => {
      const campaign = found[index];
      if (!campaign) return [];
      return [
        {
          type: 'survey.date-moved.v1',
          payload: {
            ...{ campaignId: campaign.id, surveyId: campaign.surveyId, departmentCode: campaign.departmentCode },
            ...{ deadlineId: after.id, task: after.kind, reason },
            ...{ previousDueAt: before.dueAt!.toISOString(), dueAt: after.dueAt!.toISOString() }, // they are never paused
          },
        },
      ];
    });
  },
});
