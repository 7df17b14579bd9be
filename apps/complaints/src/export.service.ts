import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { SignedAddresses } from '@charter/attachments';
import { localDate } from '@charter/calendar';
import type { Message } from '@charter/contracts';
import { type Deadline, deadlinesById } from '@charter/deadlines';
import { type ReadingLog, Readings } from '@charter/personal-data';
import { maskEmail, maskName, maskPhone } from '@charter/privacy';
import { type Caller, type Clock, type Person, hasRole, readerOf } from '@charter/service';
import { scopeOf } from './domain/access';
import { versionOn } from './domain/catalogue/versions';
import { BOM } from './domain/csv/write';
import { type ExportRow, exportHeader, exportLine } from './domain/exports/row';
import type { Petitioner } from './domain/filing';
import { lateSince } from './domain/lateness';
import type { ServiceItem } from './domain/service-item';
import type { CatalogueStore } from './store/catalogue.store';
import type { ComplaintEntity } from './store/complaint.entity';
import { type ComplaintFilter, type ComplaintStore, fromStored } from './store/complaint.store';
import type { ComplaintExportEntity } from './store/exports/export.entity';
import type { ExportStore } from './store/exports/export.store';
import type { Petitioners } from './store/petitioners';

const ADDRESS_MS = 5 * 60_000;
const BATCH = 100;
/** What a line of the list says of a person. */
const KINDS = ['NAME', 'PHONE', 'EMAIL'] as const;

export interface ExportServiceParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly catalogue: CatalogueStore;
  readonly petitioners: Petitioners;
  readonly exports: ExportStore;
  readonly addresses: SignedAddresses;
  readonly readings: ReadingLog;
  readonly clock: Clock;
}

export interface ExportAddress {
  readonly exportId: string;
  readonly downloadUrl: string;
  readonly expiresAt: Date;
}

/** Lists of complaints as CSV: asked for over the graph, fetched once by a signed address, written down either way. */
export class ExportService {
  constructor(private readonly parts: ExportServiceParts) {}

  /** @returns FORBIDDEN for callers who see no list, and for another department's */
  async request(filter: ComplaintFilter, by: Person): Promise<ExportAddress | 'FORBIDDEN'> {
    const { exports, addresses, clock } = this.parts;
    const scope = scopeOf(by as Caller);
    if (!scope) return 'FORBIDDEN';
    const own = scope === 'ALL' ? {} : scope;
    if ('departmentCode' in own && filter.departmentCode && filter.departmentCode !== own.departmentCode)
      return 'FORBIDDEN';
    const requestedAt = clock.now();
    const exportId = randomUUID();
    await exports.add({
      ...{ id: exportId, requestedBy: by.id, departmentCode: by.departmentCode ?? null, requestedAt },
      requestedRole: readerOf(by).role,
      ...{ filter, scope: { ...filter, ...own }, masked: hasRole(by as Caller, 'AUDITOR'), language: by.language },
    });
    const expiresAt = new Date(requestedAt.getTime() + ADDRESS_MS);
    return { exportId, downloadUrl: addresses.make('GET', exportId, {}, expiresAt), expiresAt };
  }

  /**
   * Begins an export whose address holds, once.
   * @returns the file in pieces, each a batch of rows read when the piece before was taken; undefined when it was fetched before
   */
  async open(id: string): Promise<AsyncGenerator<string> | undefined> {
    const row = await this.parts.exports.begin(id, this.parts.clock.now());
    return row && this.write(row);
  }

  private async *write(asked: ComplaintExportEntity): AsyncGenerator<string> {
    const { id, scope, masked, language } = asked;
    const { complaints, catalogue, exports, clock } = this.parts;
    const filter = fromStored(scope);
    let rows = 0;
    let finishedAt: Date | null = null;
    try {
      yield BOM + exportHeader(language);
      const departments = await catalogue.departmentNames();
      const services = new Map<string, readonly ServiceItem[]>();
      for (let after: string | null = null, more = true; more;) {
        const { edges, pageInfo } = await complaints.page(filter, 'NEWEST', { first: BATCH, after });
        const batch = edges.map(({ node }) => node);
        const lines = await this.rowsOf(batch, services, departments, masked);
        if (!masked) await this.log(asked, batch);
        rows += batch.length;
        if (lines.length > 0) yield lines.map((line) => exportLine(line, language)).join('');
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
      finishedAt = clock.now();
    } finally {
      await exports.end(id, rows, finishedAt);
    }
  }

  /** Before a piece leaves, whose data it holds is on record. The address of a file is fetched by nobody in particular. */
  private async log(asked: ComplaintExportEntity, batch: readonly ComplaintEntity[]): Promise<void> {
    const { dataSource, readings, clock } = this.parts;
    const noted = new Readings(asked.requestedBy);
    for (const { id: subjectId, citizenId } of batch)
      noted.note({ subjectType: 'COMPLAINT', subjectId, citizenId }, KINDS, { purpose: 'EXPORT', reason: null });
    const { requestedBy: id, requestedRole, departmentCode } = asked;
    const reader = { id, role: requestedRole ?? ('OFFICER' as const), departmentCode, address: null };
    await readings.write(dataSource.manager, reader, 'exports', noted.taken(), clock.now());
  }

  /** Three statements for a batch, and one for services that were not met before. */
  private async rowsOf(
    batch: readonly ComplaintEntity[],
    services: Map<string, readonly ServiceItem[]>,
    departments: ReadonlyMap<string, Message>,
    masked: boolean,
  ): Promise<ExportRow[]> {
    if (batch.length === 0) return [];
    const { dataSource, catalogue, petitioners, clock } = this.parts;
    const unmet = [...new Set(batch.map(({ serviceCode }) => serviceCode))].filter((code) => !services.has(code));
    if (unmet.length > 0) {
      const found = await catalogue.versionsOf(unmet);
      unmet.forEach((code, index) => services.set(code, found[index]!));
    }
    const ids = batch.map(({ id }) => id);
    const people = await petitioners.of(dataSource.manager, ids);
    const promises = await deadlinesById(
      dataSource.manager,
      batch.flatMap(({ statutoryId, charterId }) => [statutoryId, charterId]),
    );
    const byId = new Map(promises.map((deadline) => [deadline.id, deadline]));
    const now = clock.now();
    const late = (deadline: Deadline): boolean => lateSince(deadline, now) !== null;
    return batch.map((complaint, index) => {
      const { receiptNumber, receivedAt, status, kind, title, officerId, closedAt, departmentCode } = complaint;
      const service = versionOn(services.get(complaint.serviceCode)!, localDate(receivedAt))!;
      const [statutory, charter] = [byId.get(complaint.statutoryId)!, byId.get(complaint.charterId)!];
      return {
        ...{ receiptNumber, receivedAt, status, kind, title, officerId, closedAt },
        serviceName: { ko: service.nameKo, en: service.nameEn },
        departmentName: departments.get(departmentCode) ?? { ko: departmentCode, en: departmentCode },
        petitioner: masked ? hidden(people[index]!) : people[index]!,
        ...{ dueAt: statutory.dueAt, charterDueAt: charter.dueAt },
        ...{ lateByLaw: late(statutory), lateByCharter: late(charter) },
      };
    });
  }
}

const hidden = ({ name, phone, email }: Petitioner): Petitioner => ({
  name: maskName(name),
  phone: phone && maskPhone(phone),
  email: email && maskEmail(email),
});
