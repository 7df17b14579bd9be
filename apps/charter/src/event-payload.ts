import type { EventDraft } from '@charter/outbox';
import type { ImprovementEntity } from './store/improvements/improvement.entity';

type Told = Pick<ImprovementEntity, 'id' | 'departmentCode' | 'officerId' | 'sourceKind' | 'sourceId' | 'citizenIds'>;

/** What every event about an improvement action says. `citizenId`: who hears of it; null where it is the department's. */
export const improvementPayload = (
  { id, departmentCode, officerId, sourceKind, sourceId }: Told,
  citizenId: string | null = null,
) => ({
  ...{ improvementId: id, departmentCode, officerId, citizenId, sourceKind },
  complaintId: sourceKind === 'COMPLAINT' ? sourceId : null,
});

/** One event for the department, and one for each whose matter the action came from. */
export const toEverybody = (
  action: Told,
  news: (payload: ReturnType<typeof improvementPayload>) => EventDraft,
): EventDraft[] => [null, ...action.citizenIds].map((citizenId) => news(improvementPayload(action, citizenId)));
