import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion, once } from '@charter/service';
import { type CharterDraft, standardCodesOf } from '../domain/charter/charter';
import { draftFaults } from '../domain/charter/draft-faults';
import { type Named, decidePublication } from '../domain/charter/publication';
import type { CharterEntity } from '../store/charter/charter.entity';
import type { CharterStore } from '../store/charter/charter.store';
import type { DepartmentStore } from '../store/department.store';
import { toStandard } from '../store/standard.entity';
import type { StandardStore } from '../store/standard.store';

export interface CharterServiceParts {
  readonly dataSource: DataSource;
  readonly charters: CharterStore;
  readonly standards: StandardStore;
  readonly departments: DepartmentStore;
  readonly clock: Clock;
  readonly secret: string;
}

export interface SaveCharter {
  readonly draft: CharterDraft;
  /** The revision that the writer has seen, 0 for a new draft; null: whatever it is. */
  readonly revision: number | null;
  readonly idempotencyKey: string | null;
}

export interface PublishCharter {
  readonly version: number;
  readonly revision: number | null;
  readonly inForceFrom: string;
  readonly idempotencyKey: string | null;
}

/** The text of the charter (헌장), in versions. */
export class CharterService {
  constructor(private readonly parts: CharterServiceParts) {}

  /**
   * Writes the draft: the present one, or a new version where there is none.
   * @returns its number. @throws {StaleVersion} when it is not at `revision`
   */
  save({ draft, revision, idempotencyKey }: SaveCharter, by: Person): Promise<Outcome<number>> {
    const { dataSource, charters, clock, secret } = this.parts;
    const input = { draft, revision };
    return dataSource.transaction((tx) =>
      once(tx, { callerId: by.id, operation: 'saveCharter', key: idempotencyKey, input, secret }, async () => {
        const faults = [...draftFaults(draft)];
        if (faults.length > 0) return refused(...faults);
        await charters.lock(tx);
        return accepted(await charters.save(tx, draft, revision, { by: by.id, at: clock.now() }));
      }),
    );
  }

  /**
   * Publishes a draft: it holds from its day, and never changes again.
   * @returns its number. @throws {StaleVersion} when it is not at `revision`
   */
  publish({ idempotencyKey, ...input }: PublishCharter, by: Person): Promise<Outcome<number>> {
    const { dataSource, charters, secret } = this.parts;
    return dataSource.transaction((tx) =>
      once(tx, { callerId: by.id, operation: 'publishCharter', key: idempotencyKey, input, secret }, async () => {
        await charters.lock(tx);
        const found = await charters.version(tx, input.version);
        if (!found) {
          return refused(
            refusal('INVALID_VALUE', '그런 판이 없습니다.', 'There is no such version of the charter.', 'version'),
          );
        }
        if (found.publishedAt) {
          return refused(
            refusal('ALREADY_DONE', '이미 공표된 판입니다.', 'This version was published before.', 'version'),
          );
        }
        if (input.revision !== null && input.revision !== found.revision) throw new StaleVersion();
        return this.decided(tx, found, input.inForceFrom, by);
      }),
    );
  }

  private async decided(
    tx: EntityManager,
    found: CharterEntity,
    inForceFrom: string,
    by: Person,
  ): Promise<Outcome<number>> {
    const { charters, clock } = this.parts;
    const now = clock.now();
    const latest = await charters.latest(tx);
    const decided = decidePublication(
      {
        draft: found.draft,
        inForceFrom,
        today: localDate(now),
        before: latest && { version: latest.version, inForceFrom: latest.inForceFrom! },
      },
      await this.named(tx, found.draft),
    );
    if (!decided.ok) return decided;
    const { version } = found;
    await charters.publish(tx, found, { text: decided.value, inForceFrom }, { by: by.id, at: now });
    const { title, departments } = decided.value;
    const payload = {
      ...{ version, inForceFrom, titleKo: title.ko, titleEn: title.en },
      departmentCodes: departments.map(({ departmentCode }) => departmentCode),
    };
    await appendEvents(tx, 'charter', [{ type: 'charter.published.v1', payload }]);
    return accepted(version);
  }

  private async named(tx: EntityManager, draft: CharterDraft): Promise<Named> {
    const { standards, departments } = this.parts;
    const codes = draft.departments.map(({ departmentCode }) => departmentCode);
    const knownStandards = await standards.byCodes(standardCodesOf(draft), tx);
    const knownDepartments = await departments.byCodes(codes, tx);
    return {
      standard: (code) => {
        const row = knownStandards.find((standard) => standard?.code === code);
        return row && toStandard(row);
      },
      department: (code) => knownDepartments.find((department) => department?.code === code),
    };
  }
}
