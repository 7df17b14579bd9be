import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Person, once } from '@charter/service';
import { maySaveStandard } from './domain/access';
import { type Standard, decideStandard } from './domain/standard';
import { standardSaved } from './event-payload';
import type { DepartmentStore } from './store/department.store';
import type { StandardEntity } from './store/standard.entity';
import type { StandardFilter, StandardStore } from './store/standard.store';

export interface StandardServiceParts {
  readonly dataSource: DataSource;
  readonly standards: StandardStore;
  readonly departments: DepartmentStore;
  readonly clock: Clock;
  readonly secret: string;
}

export interface SaveStandard {
  readonly standard: Standard;
  readonly version: number | null;
  readonly idempotencyKey: string | null;
}

type Asked = Omit<StandardFilter, 'inForceOn'> & { readonly inForceOn?: string | null };

/** The service standards of the charter (이행기준). */
export class StandardService {
  constructor(private readonly parts: StandardServiceParts) {}

  /**
   * Makes a standard or changes it; what it said before is kept, and every service hears of it.
   * @returns its code. @throws {StaleVersion} when it is not at `version`
   */
  async save({ standard, version, idempotencyKey }: SaveStandard, by: Person): Promise<Outcome<string> | 'FORBIDDEN'> {
    const { dataSource, standards, departments, clock, secret } = this.parts;
    const input = { standard, version };
    const command = { callerId: by.id, operation: 'saveStandard', key: idempotencyKey, input, secret };
    if (!maySaveStandard(by, standard.departmentCode)) return 'FORBIDDEN';
    return dataSource.transaction(async (tx) => {
      const before = await standards.lock(tx, standard.code);
      if (before && !maySaveStandard(by, before.departmentCode)) return 'FORBIDDEN';
      return once(tx, command, async () => {
        const { code, departmentCode } = standard;
        const [department] = departmentCode ? await departments.byCodes([departmentCode], tx) : [];
        const now = clock.now();
        const decided = decideStandard(standard, department, localDate(now));
        if (!decided.ok) return decided;
        if (await standards.write(tx, before, { standard, version, by: by.id, at: now })) {
          await appendEvents(tx, 'charter', [standardSaved(standard)]);
        }
        return accepted(code);
      });
    });
  }

  /** Those that hold on a day; without it, today. */
  list({ inForceOn, ...filter }: Asked): Promise<StandardEntity[]> {
    const { standards, clock } = this.parts;
    return standards.list({ ...filter, inForceOn: inForceOn ?? localDate(clock.now()) });
  }
}
