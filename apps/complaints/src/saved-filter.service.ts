import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { type Caller, type Clock, type Person, StaleVersion, guardedUpdate, isUuid, once } from '@charter/service';
import { type FilterToSave, MOST_FILTERS, filterFaults } from './domain/filters/saved-filter';
import { type ComplaintFilter, fromStored } from './store/complaint.store';
import { SavedFilterEntity } from './store/filters/saved-filter.entity';
import type { SavedFilterStore } from './store/filters/saved-filter.store';

export interface SavedFilterServiceParts {
  readonly dataSource: DataSource;
  readonly filters: SavedFilterStore;
  readonly clock: Clock;
  readonly secret: string;
}

/** The filter's id, or why the caller gets none. */
export type Kept = Outcome<string> | 'NOT_FOUND' | 'FORBIDDEN';

/** Filters of complaints under a name (검색조건 저장): kept for oneself or for the department, changed by who made them. */
export class SavedFilterService {
  constructor(private readonly parts: SavedFilterServiceParts) {}

  add(input: FilterToSave, key: string | null | undefined, by: Person): Promise<Outcome<string>> {
    const { dataSource, filters, clock, secret } = this.parts;
    const command = { callerId: by.id, operation: 'saveComplaintFilter', key, input, secret };
    return dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const faults = [...filterFaults(input, by.departmentCode)];
        if (faults.length > 0) return refused(...faults);
        if ((await filters.countLocked(tx, by.id)) >= MOST_FILTERS) {
          const ko = `필터는 ${MOST_FILTERS}개까지 저장할 수 있습니다. 쓰지 않는 것을 지워 주십시오.`;
          return refused(refusal('LIMIT_REACHED', ko, `At most ${MOST_FILTERS} filters: delete one first.`));
        }
        const id = randomUUID();
        const { name, shared, filter } = input;
        const departmentCode = by.departmentCode ?? null;
        const row = { id, ownerId: by.id, departmentCode, name: name.trim(), shared, filter, savedAt: clock.now() };
        await tx.insert(SavedFilterEntity, row);
        return accepted(id);
      }),
    );
  }

  /** @throws {StaleVersion} when `version` is not the present one */
  change(id: string, input: FilterToSave, version: number | null, by: Person): Promise<Kept> {
    const { dataSource, filters, clock } = this.parts;
    return dataSource.transaction(async (tx) => {
      const found = isUuid(id) ? await filters.find(id, by as Caller, tx, true) : undefined;
      if (!found) return 'NOT_FOUND';
      if (found.ownerId !== by.id) return 'FORBIDDEN';
      if (version !== null && version !== found.version) throw new StaleVersion();
      const faults = [...filterFaults(input, by.departmentCode)];
      if (faults.length > 0) return refused(...faults);
      const { name, shared, filter } = input;
      const changes = { name: name.trim(), shared, filter, savedAt: clock.now() };
      await guardedUpdate(tx, SavedFilterEntity, found, { ...changes, departmentCode: by.departmentCode ?? null });
      return accepted(id);
    });
  }

  delete(id: string, by: Person): Promise<Kept> {
    const { dataSource, filters } = this.parts;
    return dataSource.transaction(async (tx) => {
      const found = isUuid(id) ? await filters.find(id, by as Caller, tx, true) : undefined;
      if (!found) return 'NOT_FOUND';
      if (found.ownerId !== by.id) return 'FORBIDDEN';
      await tx.delete(SavedFilterEntity, { id });
      return accepted(id);
    });
  }

  /** What a kept filter says; undefined where there is none that the caller may see. */
  async read(id: string, caller: Caller): Promise<ComplaintFilter | undefined> {
    const found = isUuid(id) ? await this.parts.filters.find(id, caller) : undefined;
    return found && fromStored(found.filter);
  }
}
