import type { DataSource } from 'typeorm';
import { atLocal } from '@charter/calendar';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import { searchTermsOf } from '@charter/korean';
import { ComplaintEntity } from '../complaint.entity';

export interface PublicFilter {
  readonly departmentCode?: string | null;
  readonly serviceCode?: string | null;
  /** Answered on or after this day, and until that day. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Words to look for, in whatever form they stand. */
  readonly search?: string | null;
}

const NEWEST: ListOrder = {
  name: 'public complaints by newness',
  direction: 'DESC',
  columns: [
    { expression: 'complaint.answered_at', type: 'timestamptz' },
    { expression: 'complaint.id', type: 'uuid' },
  ],
};

/** The complaints that everybody may read, masked: their citizens agreed, and they were answered. */
export class PublicationStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  /** The answered last first. */
  page(
    { departmentCode, serviceCode, from, to, search }: PublicFilter,
    page: Page,
  ): Promise<Connection<ComplaintEntity>> {
    const query = this.dataSource.manager
      .createQueryBuilder(ComplaintEntity, 'complaint')
      .where(`complaint.visibility = 'PUBLIC_MASKED' AND complaint.status = 'ANSWERED'`);
    if (departmentCode) query.andWhere('complaint.department_code = :departmentCode', { departmentCode });
    if (serviceCode) query.andWhere('complaint.service_code = :serviceCode', { serviceCode });
    if (from) query.andWhere('complaint.answered_at >= :from', { from: atLocal(from, '00:00') });
    if (to) query.andWhere('complaint.answered_at < :to', { to: atLocal(to, '24:00') });
    if (search?.trim()) {
      const terms = searchTermsOf(search);
      // Every term has to be there; a search of which nothing can be searched for finds nothing, rather than everything.
      const all = terms.length > 0 ? terms.map((term) => `'${term}'`).join(' & ') : `'?'`;
      query
        .innerJoin('complaint_search', 'search', 'search.complaint_id = complaint.id AND search.public_answer')
        .andWhere('search.terms @@ CAST(:search AS tsquery)', { search: all });
    }
    return keysetPage(query, NEWEST, page, this.cursors);
  }
}
