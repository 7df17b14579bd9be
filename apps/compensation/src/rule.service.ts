import type { DataSource } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { type Outcome, accepted } from '@charter/contracts';
import type { Deadlines } from '@charter/deadlines';
import { type Clock, type Person, once } from '@charter/service';
import { latenessOf } from './domain/claims/lateness';
import { type DryRun, DryRunner } from './domain/dry-run';
import { decideRule } from './domain/decide-rule';
import { type RuleTerms, isLateness } from './domain/rule';
import type { ClaimStore } from './store/claim.store';
import type { RuleEntity } from './store/compensation.entity';
import type { RuleFilter, RuleStore } from './store/rule.store';

/** How much of history is looked at at once. */
const DRY_RUN_PAGE = 2_000;

export interface RuleServiceParts {
  readonly dataSource: DataSource;
  readonly rules: RuleStore;
  readonly claims: ClaimStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly secret: string;
}

export class RuleService {
  constructor(private readonly parts: RuleServiceParts) {}

  /** Makes a new version of a rule; the version before ends on the day before. Claims keep the version that decided them. */
  async save(terms: RuleTerms, idempotencyKey: string | null | undefined, by: Person): Promise<Outcome<RuleEntity>> {
    const { dataSource, rules, clock, secret } = this.parts;
    const command = { callerId: by.id, operation: 'saveRule', key: idempotencyKey, input: terms, secret };
    const saved = await dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const decided = decideRule(terms, await rules.lockAll(tx));
        if (!decided.ok) return decided;
        await rules.write(tx, decided.value, by.id, clock.now());
        return accepted(decided.value.rule.version);
      }),
    );
    return saved.ok ? accepted(await rules.version(terms.code, saved.value)) : saved;
  }

  /**
   * What a rule would have cost from a day to a day, both included: over what was broken then, whether it was paid for or not.
   * Nothing is written. What is still late counts until now.
   */
  async dryRun(
    terms: RuleTerms,
    { from, to }: { readonly from: string; readonly to: string },
  ): Promise<Outcome<DryRun>> {
    const decided = decideRule(terms, []);
    if (!decided.ok) return decided;
    const { dataSource, claims, deadlines, clock } = this.parts;
    const calendar = await deadlines.calendar(dataSource.manager);
    const time = { from: atLocal(from, '00:00'), to: atLocal(to, '24:00') };
    const now = clock.now();
    const run = new DryRunner(terms);
    let page = await claims.pastBreaches(terms.breach, time, undefined, DRY_RUN_PAGE);
    while (page.length > 0) {
      for (const { citizenId, brokenAt, endedAt, importedDays, km, refusedOn } of page) {
        const counted = isLateness(terms.breach)
          ? latenessOf(calendar, brokenAt, endedAt ?? now)
          : { days: 1, hours: 0 };
        const late = endedAt === null && importedDays !== null ? { days: importedDays, hours: 0 } : counted;
        run.add({ citizenId, brokenAt, measured: { ...late, km: km ?? 0 }, refusedOn });
      }
      page = await claims.pastBreaches(terms.breach, time, page.at(-1), DRY_RUN_PAGE);
    }
    return accepted(run.result());
  }

  list(filter: RuleFilter): Promise<RuleEntity[]> {
    return this.parts.rules.list(filter);
  }
}
