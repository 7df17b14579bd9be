import { IMPROVEMENT_SOURCE_PATH, type Refusal, improvementSource } from '@charter/contracts';
import type { Person, ServiceClient } from '@charter/service';
import type { EntityManager } from 'typeorm';
import { type Origin, originFaults } from './domain/origins/origin';
import type { OriginStore } from './store/origins/origin.store';

/** What of participation complaints come from: its owner is asked, and it is kept beside the complaint. */
export class Origins {
  constructor(
    private readonly services: Pick<ServiceClient, 'post'>,
    private readonly store: OriginStore,
  ) {}

  /**
   * Why a complaint of this caller cannot come from it; empty when it can.
   * @throws {ServiceUnavailable} while that cannot be asked: nothing has changed
   */
  async faults({ kind, id }: Origin, by: Person): Promise<Refusal[]> {
    const caller = { id: by.id, roles: [...by.roles], departmentCode: by.departmentCode ?? null };
    const answer = await this.services.post(
      'participation',
      IMPROVEMENT_SOURCE_PATH,
      { kind, id, caller },
      by.requestId,
    );
    return originFaults(improvementSource.parse(answer).source ?? undefined, by);
  }

  link(tx: EntityManager, complaintId: string, origin: Origin): Promise<void> {
    return this.store.link(tx, complaintId, origin);
  }
}
