import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { type Clock, type Person, StaleVersion, once } from '@charter/service';
import { type MonthlyCount, decideCount, mayCount } from '../domain/scorecards/count';
import type { DepartmentStore } from '../store/department.store';
import type { CountStore } from '../store/scorecards/count.store';
import { toStandard } from '../store/standard.entity';
import type { StandardStore } from '../store/standard.store';

export interface CountServiceParts {
  readonly dataSource: DataSource;
  readonly counts: CountStore;
  readonly standards: StandardStore;
  readonly departments: DepartmentStore;
  readonly clock: Clock;
  readonly secret: string;
}

export interface RecordCount {
  readonly count: MonthlyCount;
  /** The edition that this one corrects; null: the first. */
  readonly corrects: number | null;
  readonly idempotencyKey: string | null;
}

const entered = (edition: number) =>
  refused(
    refusal(
      'ALREADY_DONE',
      `이 달의 실적은 이미 입력되어 있습니다. 고치려면 corrects에 ${edition}을(를) 입력해 주십시오.`,
      `This month is entered already: to correct it, give ${edition} as \`corrects\`.`,
      'corrects',
    ),
  );

/** What departments count by hand of the standards that nothing else measures. */
export class CountService {
  constructor(private readonly parts: CountServiceParts) {}

  /**
   * Enters a month's count, or corrects it: what was entered before is kept.
   * @returns its id. @throws {StaleVersion} when somebody else corrected it meanwhile
   */
  async record({ count, corrects, idempotencyKey }: RecordCount, by: Person): Promise<Outcome<string> | 'FORBIDDEN'> {
    const { dataSource, counts, standards, departments, clock, secret } = this.parts;
    if (!mayCount(by, count.departmentCode)) return 'FORBIDDEN';
    const input = { count, corrects };
    const command = { callerId: by.id, operation: 'recordStandardCount', key: idempotencyKey, input, secret };
    return dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const newest = await counts.lock(tx, count);
        const [row] = await standards.byCodes([count.standardCode], tx);
        const [department] = await departments.byCodes([count.departmentCode], tx);
        const now = clock.now();
        const decided = decideCount(count, { standard: row && toStandard(row), department, today: localDate(now) });
        if (!decided.ok) return decided;
        if (newest && corrects === null) return entered(newest.edition);
        if (corrects !== (newest?.edition ?? null)) throw new StaleVersion();
        const id = randomUUID();
        const edition = (newest?.edition ?? 0) + 1;
        await counts.insert(tx, { ...decided.value, id, edition, recordedBy: by.id, recordedAt: now });
        return accepted(id);
      }),
    );
  }
}
