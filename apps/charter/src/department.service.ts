import type { DataSource } from 'typeorm';
import type { Outcome } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Person, once } from '@charter/service';
import { type Department, type DepartmentTree, decideDepartment } from './domain/department';
import type { DepartmentStore } from './store/department.store';

const treeOf = (departments: readonly Department[]): DepartmentTree => {
  const byCode = new Map(departments.map((department) => [department.code, department]));
  return {
    exists: (code) => byCode.has(code),
    closedOn: (code) => byCode.get(code)?.closedOn ?? null,
    parentOf: (code) => byCode.get(code)?.parentCode ?? null,
    successorOf: (code) => byCode.get(code)?.successorCode ?? null,
  };
};

export class DepartmentService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: DepartmentStore,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  /** Opens, renames, moves, merges or closes a department; every service hears of it. */
  save(department: Department, idempotencyKey: string | null | undefined, by: Person): Promise<Outcome<string>> {
    return this.dataSource.transaction((tx) =>
      once(
        tx,
        { callerId: by.id, operation: 'saveDepartment', key: idempotencyKey, input: department, secret: this.secret },
        async () => {
          const existing = await this.departments.lockTree(tx);
          const decided = decideDepartment(department, treeOf(existing));
          if (!decided.ok) return decided;
          const before = existing.find(({ code }) => code === department.code) ?? null;
          await this.departments.write(tx, { before, after: department, by: by.id, at: this.clock.now() });
          const { code, nameKo, nameEn, phone, parentCode, closedOn, successorCode } = department;
          const payload = { code, nameKo, nameEn, phone, parentCode, closedOn, successorCode };
          await appendEvents(tx, 'charter', [{ type: 'department.saved.v1', payload }]);
          return { ok: true, value: code };
        },
      ),
    );
  }

  list(openOn?: string): Promise<Department[]> {
    return this.departments.all(openOn);
  }
}
