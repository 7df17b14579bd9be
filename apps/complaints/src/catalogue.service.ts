import type { DataSource } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted } from '@charter/contracts';
import { type Clock, type Person, once } from '@charter/service';
import { type ServiceItem, decideServiceItem } from './domain/service-item';
import type { CatalogueStore, ServiceItemFilter } from './store/catalogue.store';

export interface CatalogueServiceParts {
  readonly dataSource: DataSource;
  readonly catalogue: CatalogueStore;
  readonly clock: Clock;
  readonly secret: string;
}

/** A version of a service. */
export type VersionKey = Pick<ServiceItem, 'code' | 'validFrom'>;

type Asked = Omit<ServiceItemFilter, 'inForceOn'> & { readonly inForceOn?: string | null };

/** The catalogue of services (민원사무편람). */
export class CatalogueService {
  constructor(private readonly parts: CatalogueServiceParts) {}

  /** Writes a version of a service into the catalogue, or changes one; complaints already filed keep their dates. @returns which version */
  save(item: ServiceItem, idempotencyKey: string | null | undefined, by: Person): Promise<Outcome<VersionKey>> {
    const { dataSource, catalogue, clock, secret } = this.parts;
    const command = { callerId: by.id, operation: 'saveServiceItem', key: idempotencyKey, input: item, secret };
    return dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const now = clock.now();
        const facts = { ...(await catalogue.department(tx, item.departmentCode)), today: localDate(now) };
        const decided = decideServiceItem(item, facts);
        if (!decided.ok) return decided;
        await catalogue.write(tx, decided.value, by.id, now);
        return accepted({ code: item.code, validFrom: item.validFrom });
      }),
    );
  }

  /** Those offered on a day; without it, today. */
  list({ inForceOn, ...filter }: Asked): Promise<ServiceItem[]> {
    const { catalogue, clock } = this.parts;
    return catalogue.list({ ...filter, inForceOn: inForceOn ?? localDate(clock.now()) });
  }
}
