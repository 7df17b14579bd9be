import type { DataSource } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import { type Rule, type RuleTerms, decideRule } from './domain/rule';
import type { RuleStore } from './store/rule.store';

export class RuleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: RuleStore,
  ) {}

  /** Makes a new version of a rule; the version before ends on the day before. Claims keep the version that decided them. */
  save(terms: RuleTerms): Promise<Outcome<Rule>> {
    return this.dataSource.transaction(async (tx) => {
      const decided = decideRule(terms, await this.rules.lockAll(tx));
      if (!decided.ok) return decided;
      await this.rules.write(tx, decided.value);
      return accepted(decided.value.rule);
    });
  }

  list(inForceOn: string | null): Promise<Rule[]> {
    return this.rules.list(inForceOn);
  }
}
