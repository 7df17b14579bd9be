import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import type { Outcome } from '@charter/contracts';
import type { Successions } from '@charter/deadlines';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Person, once } from '@charter/service';
import { type Department, type DepartmentTree, decideDepartment } from './domain/department';
import { departmentSaved } from './event-payload';
import type { DepartmentStore } from './store/department.store';

export interface DepartmentServiceParts {
  readonly dataSource: DataSource;
  readonly departments: DepartmentStore;
  readonly successions: Successions;
  readonly clock: Clock;
  readonly secret: string;
}

const treeOf = (departments: readonly Department[], succeeded: ReadonlySet<string>): DepartmentTree => {
  const byCode = new Map(departments.map((department) => [department.code, department]));
  return {
    exists: (code) => byCode.has(code),
    closedOn: (code) => byCode.get(code)?.closedOn ?? null,
    parentOf: (code) => byCode.get(code)?.parentCode ?? null,
    successorOf: (code) => byCode.get(code)?.successorCode ?? null,
    isSucceeded: (code) => succeeded.has(code),
  };
};

export class DepartmentService {
  constructor(private readonly parts: DepartmentServiceParts) {}

  /** Opens, renames, moves, merges or closes a department; every service hears of it. */
  save(department: Department, idempotencyKey: string | null | undefined, by: Person): Promise<Outcome<string>> {
    const { dataSource, departments, clock, secret } = this.parts;
    return dataSource.transaction((tx) =>
      once(
        tx,
        { callerId: by.id, operation: 'saveDepartment', key: idempotencyKey, input: department, secret },
        async () => {
          const existing = await departments.lockTree(tx);
          const decided = decideDepartment(department, treeOf(existing, await departments.succeeded(tx)));
          if (!decided.ok) return decided;
          const before = existing.find(({ code }) => code === department.code) ?? null;
          await departments.write(tx, { before, after: department, by: by.id, at: clock.now() });
          await appendEvents(tx, 'charter', [departmentSaved(department)]);
          await this.succeed(tx);
          return { ok: true, value: department.code };
        },
      ),
    );
  }

  /** Lets successors take over whose day has come: once each, and every service hears of it. */
  async succeedDue(): Promise<void> {
    const { dataSource, departments } = this.parts;
    await dataSource.transaction(async (tx) => {
      await departments.lockTree(tx);
      await this.succeed(tx);
    });
  }

  list(openOn?: string): Promise<Department[]> {
    return this.parts.departments.all(openOn);
  }

  private async succeed(tx: EntityManager): Promise<void> {
    const { departments, successions, clock } = this.parts;
    for (const due of await departments.toBeSucceeded(tx, localDate(clock.now()))) {
      const { code, successorCode, closedOn, decidedBy } = due;
      const payload = {
        ...{ successionId: randomUUID(), previousDepartmentCode: code, departmentCode: successorCode },
        ...{ succeededOn: closedOn, decidedBy },
      };
      await successions.hear(tx, payload);
      await appendEvents(tx, 'charter', [{ type: 'department.succeeded.v1', payload }]);
    }
  }
}
