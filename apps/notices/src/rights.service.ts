import type { DataSource } from 'typeorm';
import type { SignedAddresses } from '@charter/attachments';
import { type Outcome, SERVICES, accepted, refusal, refused } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Person, once } from '@charter/service';
import { decideDataRequest } from './domain/rights/data-request';
import type { DataRequestEntity } from './store/rights/data-request.entity';
import type { DataRequestStore } from './store/rights/data-request.store';

/** How long the address of an archive holds, in milliseconds. */
const ADDRESS_MS = 5 * 60_000;

const NOT_UNDERSTOOD = refusal(
  'CONSENT_REQUIRED',
  '삭제한 개인정보는 되돌릴 수 없습니다. 이를 이해하셨으면 understood를 true로 하여 다시 요청해 주십시오.',
  'What is erased cannot come back. If you understand this, send the request again with `understood: true`.',
  'understood',
);

export interface RightsServiceParts {
  readonly dataSource: DataSource;
  readonly requests: DataRequestStore;
  readonly addresses: SignedAddresses;
  readonly clock: Clock;
  readonly secret: string;
}

/** What people may ask about their own data. (개인정보 보호법 35조, 36조) */
export class RightsService {
  constructor(private readonly parts: RightsServiceParts) {}

  /** Asks every service for a copy. @throws {IdempotencyKeyReused} */
  export(person: Person, key: string | null): Promise<Outcome<string>> {
    const { dataSource, requests, clock, secret } = this.parts;
    const command = { callerId: person.id, operation: 'exportMyData', key, input: {}, secret };
    return dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const at = clock.now();
        const decided = decideDataRequest('EXPORT', await requests.earlier(tx, person.id), at);
        if (!decided.ok) return decided;
        const asked = { personId: person.id, kind: decided.value, services: SERVICES, at, asked: true };
        return accepted(await requests.add(tx, asked));
      }),
    );
  }

  /**
   * Asks every service to erase what the law lets it. What is gone cannot come back, so it has to be said that this is understood.
   * @throws {IdempotencyKeyReused}
   */
  async erase(person: Person, understood: boolean, key: string | null): Promise<Outcome<string>> {
    const { dataSource, requests, clock, secret } = this.parts;
    if (!understood) return refused(NOT_UNDERSTOOD);
    const command = { callerId: person.id, operation: 'eraseMyData', key, input: {}, secret };
    return dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const at = clock.now();
        const decided = decideDataRequest('ERASURE', await requests.earlier(tx, person.id), at);
        if (!decided.ok) return decided;
        const asked = { personId: person.id, kind: decided.value, services: SERVICES, at, asked: false };
        const requestId = await requests.add(tx, asked);
        const payload = { requestId, citizenId: person.id, requestedAt: at.toISOString() };
        await appendEvents(tx, 'notices', [{ type: 'erasure.requested.v1', payload }]);
        return accepted(requestId);
      }),
    );
  }

  /** Where an archive can be fetched, for five minutes; null when there is none, or none any more. */
  addressOf({ id, state, expiresAt }: Pick<DataRequestEntity, 'id' | 'state' | 'expiresAt'>): string | null {
    const now = this.parts.clock.now();
    if (state !== 'READY' || !expiresAt || expiresAt <= now) return null;
    const until = new Date(Math.min(now.getTime() + ADDRESS_MS, expiresAt.getTime()));
    return this.parts.addresses.make('GET', id, {}, until);
  }
}
