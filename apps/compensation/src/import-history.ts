import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import { claimRecord } from '@charter/contracts';
import { Cursors } from '@charter/service';
import { ClaimService } from './claim.service';
import { breachOf, isInForce } from './domain/rule';
import { ClaimStore } from './store/claim.store';
import { RuleEntity } from './store/compensation.entity';

/**
 * Takes claims of the past: each by the rule in force on the day that was missed, worth its first day of lateness. A breach that
 * no rule pays for has no claim. Nobody is told: no event is written. One that is there already is left as it is.
 * @throws {z.ZodError} for a record that breaks the contract
 */
export async function importHistory(
  { env, dataSource }: { env: { CURSOR_SECRET: string }; dataSource: DataSource },
  records: readonly unknown[],
): Promise<void> {
  const parsed = records.map((record) => claimRecord.parse(record));
  const store = new ClaimStore(dataSource, new Cursors(env.CURSOR_SECRET));
  const claims = new ClaimService(store);
  await dataSource.transaction(async (tx) => {
    const rules = await tx.find(RuleEntity);
    for (const { id, complaintId, receiptNumber, citizenId, departmentCode, against, dueAt, openedAt } of parsed) {
      const breach = breachOf(against);
      const missedAt = new Date(dueAt);
      await store.remember(tx, { complaintId, breach, citizenId, departmentCode, brokenAt: missedAt });
      const rule = rules.find((one) => one.breach === breach && isInForce(one, localDate(missedAt)));
      await claims.open(tx, rule, {
        ...{ id, complaintId, receiptNumber, citizenId, departmentCode, breach, missedAt, late: { days: 1, hours: 0 } },
        ...{ openedAt: new Date(openedAt), openedByEvent: null },
      });
    }
  });
}
