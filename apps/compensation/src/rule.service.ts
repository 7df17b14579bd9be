import type { DataSource } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import { type Clock, type Person, once } from '@charter/service';
import { type RuleTerms, decideRule } from './domain/rule';
import type { RuleEntity } from './store/compensation.entity';
import type { RuleFilter, RuleStore } from './store/rule.store';

export interface RuleServiceParts {
  readonly dataSource: DataSource;
  readonly rules: RuleStore;
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

  list(filter: RuleFilter): Promise<RuleEntity[]> {
    return this.parts.rules.list(filter);
  }
}
