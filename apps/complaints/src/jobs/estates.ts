import type { EntityManager } from 'typeorm';
import { type Estate, type Passing, owedRows } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import { complaintPayload } from '../event-payload';
import type { CatalogueStore } from '../store/catalogue.store';
import type { ComplaintStore } from '../store/complaint.store';
import { indexMoves } from '../store/knowledge/search.store';
import type { StatisticsStore } from '../store/statistics/statistics.store';

export interface EstateParts {
  readonly complaints: ComplaintStore;
  readonly catalogue: CatalogueStore;
  readonly statistics: StatisticsStore;
}

/** Statistics and news of many complaints are written in batches. */
const BATCH = 500;

/** What a closed department leaves to its successor here: the catalogue first, so that what is filed next goes there. */
export const complaintEstates = (parts: EstateParts): Estate[] => [
  async (tx, { from, to, on, by, at }) => {
    await parts.catalogue.passOn(tx, { from, to, on, by, at });
    return [];
  },
  owedRows({
    ...{ table: 'complaint', versioned: true },
    open: `"status" IN ('RECEIVED', 'ASSIGNED', 'SUPPLEMENT_REQUESTED', 'SUSPENDED')`,
    history: { table: 'complaint_history', subject: 'complaint_id', step: ['step', 'move'] },
    then: (tx, ids, passing) => tellMoved(tx, parts, ids, passing),
  }),
  owedRows({
    ...{ table: 'objection', versioned: true },
    open: `"status" IN ('FILED', 'ASSIGNED')`,
    history: { table: 'objection_history', subject: 'objection_id', step: ['command', 'pass'] },
  }),
  owedRows({ table: 'consultation_slot', versioned: true, open: `"closed_at" IS NULL AND "ends_at" > now()` }),
  owedRows({ table: 'consultation', open: `"status" IN ('WAITING', 'BOOKED') AND "ends_at" > now()` }),
  owedRows({ table: 'knowledge_article', versioned: true, open: 'true' }),
];

/** Search and figures follow; the citizens, and the officers of the successor, hear of each complaint. */
async function tellMoved(
  tx: EntityManager,
  { complaints, statistics }: EstateParts,
  ids: readonly string[],
  { from, to, at }: Passing,
): Promise<EventDraft[]> {
  await indexMoves(tx, ids, to);
  const news: EventDraft[] = [];
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    await statistics.count(tx, batch);
    for (const complaint of await complaints.byIds(batch, tx)) {
      const about = { ...complaintPayload(complaint!), officerId: null };
      const payload = { ...about, previousDepartmentCode: from, movedAt: at.toISOString() };
      news.push({ type: 'complaint.moved.v1', payload });
    }
  }
  return news;
}
