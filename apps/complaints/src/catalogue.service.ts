import type { DataSource } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import { type ServiceItem, decideServiceItem } from './domain/service-item';
import type { CatalogueStore, ServiceItemFilter } from './store/catalogue.store';

export class CatalogueService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: CatalogueStore,
  ) {}

  /** Writes a service into the catalogue, or changes it; complaints already filed keep their dates. @returns its code */
  save(item: ServiceItem): Promise<Outcome<string>> {
    return this.dataSource.transaction(async (tx) => {
      const decided = decideServiceItem(item, await this.catalogue.department(tx, item.departmentCode));
      if (!decided.ok) return decided;
      await this.catalogue.write(tx, decided.value);
      return accepted(item.code);
    });
  }

  list(filter: ServiceItemFilter): Promise<ServiceItem[]> {
    return this.catalogue.list(filter);
  }
}
