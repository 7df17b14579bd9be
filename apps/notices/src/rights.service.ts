import type { DataSource } from 'typeorm';
import type { SignedAddresses } from '@charter/attachments';
import { type Outcome, SERVICES, accepted } from '@charter/contracts';
import { type Clock, type Person, once } from '@charter/service';
import { decideDataRequest } from './domain/rights/data-request';
import type { DataRequestEntity } from './store/rights/data-request.entity';
import type { DataRequestStore } from './store/rights/data-request.store';

/** How long the address of an archive holds, in milliseconds. */
const ADDRESS_MS = 5 * 60_000;

export interface RightsServiceParts {
  readonly dataSource: DataSource;
  readonly requests: DataRequestStore;
  readonly addresses: SignedAddresses;
  readonly clock: Clock;
  readonly secret: string;
}

/** What people may ask about their own data. (개인정보 보호법 35조) */
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

  /** Where an archive can be fetched, for five minutes; null when there is none, or none any more. */
  addressOf({ id, state, expiresAt }: Pick<DataRequestEntity, 'id' | 'state' | 'expiresAt'>): string | null {
    const now = this.parts.clock.now();
    if (state !== 'READY' || !expiresAt || expiresAt <= now) return null;
    const until = new Date(Math.min(now.getTime() + ADDRESS_MS, expiresAt.getTime()));
    return this.parts.addresses.make('GET', id, {}, until);
  }
}
