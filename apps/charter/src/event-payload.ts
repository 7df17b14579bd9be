import type { EventDraft } from '@charter/outbox';
import type { Department } from './domain/department';
import type { Standard } from './domain/standard';
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

/** A department as every service hears of it. */
export const departmentSaved = (department: Department): EventDraft => {
  const { code, nameKo, nameEn, phone, parentCode, closedOn, successorCode } = department;
  return { type: 'department.saved.v1', payload: { code, nameKo, nameEn, phone, parentCode, closedOn, successorCode } };
};

/** A standard as every service hears of it. */
export const standardSaved = (standard: Standard): EventDraft => {
  const { code, departmentCode, category, validFrom, validTo } = standard;
  const names = { nameKo: standard.promiseKo, nameEn: standard.promiseEn };
  return { type: 'standard.saved.v1', payload: { code, departmentCode, category, ...names, validFrom, validTo } };
};
