import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import { claimRecord } from '@charter/contracts';
import { Cursors } from '@charter/service';
import { ClaimService } from './claim.service';
import { breachOf, isInForce } from './domain/rule';
import { type PastPayment, importPayments } from './import-payments';
import { ClaimStore } from './store/claim.store';
import { RuleEntity } from './store/compensation.entity';
import { LedgerStore } from './store/ledger/ledger.store';

/**
 * Takes claims of the past: each by the rule in force on the day that was missed, worth its first day of lateness, and what was
 * paid of them. A breach that no rule pays for has no claim. Nobody is told: no event is written. One that is there already is
 * left as it is.
 * @throws {z.ZodError} for a record that breaks the contract
 */
export async function importHistory(
  { env, dataSource }: { env: { CURSOR_SECRET: string }; dataSource: DataSource },
  records: readonly unknown[],
): Promise<void> {
  const parsed = records.map((record) => claimRecord.parse(record));
  const cursors = new Cursors(env.CURSOR_SECRET);
  const store = new ClaimStore(dataSource, cursors);
  const claims = new ClaimService(store);
  await dataSource.transaction(async (tx) => {
    const rules = await tx.find(RuleEntity);
    const payments: PastPayment[] = [];
    for (const { paid, ...record } of parsed) {
      const { id, complaintId, receiptNumber, citizenId, departmentCode, against, dueAt, openedAt } = record;
      const breach = breachOf(against);
      const missedAt = new Date(dueAt);
      await store.remember(tx, { complaintId, breach, citizenId, departmentCode, brokenAt: missedAt });
      const rule = rules.find((one) => one.breach === breach && isInForce(one, localDate(missedAt)));
      const { outcome } = await claims.open(tx, rule, {
        ...{ id, complaintId, receiptNumber, citizenId, departmentCode, breach, missedAt, late: { days: 1, hours: 0 } },
        ...{ openedAt: new Date(openedAt), openedByEvent: null },
      });
      if (paid && outcome === 'opened') payments.push({ claimId: id, paid });
    }
    await importPayments(tx, { claims: store, ledger: new LedgerStore(dataSource, cursors) }, payments);
  });
}
