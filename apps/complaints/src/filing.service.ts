import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { type AttachmentService, NotAttached } from '@charter/attachments';
import { type ProcessingPeriod, localDate } from '@charter/calendar';
import { type Outcome, accepted, refused } from '@charter/contracts';
import type { Deadlines } from '@charter/deadlines';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Person, once, wasDone } from '@charter/service';
import { ACCEPTANCE, CHARTER, FORWARDING, INTERIM_REPORT, LIMITS, STATUTORY } from './domain/deadline-kinds';
import { type Filing, decideFiling } from './domain/filing';
import { isCollective } from './domain/parties/joint-petition';
import { receiptNumber } from './domain/receipt-number';
import type { ServiceItem } from './domain/service-item';
import { complaintPayload } from './event-payload';
import type { Origins } from './origins';
import type { CatalogueStore } from './store/catalogue.store';
import { ComplaintEntity, PetitionerEntity, UNHANDLED } from './store/complaint.entity';
import type { ComplaintStore } from './store/complaint.store';
import type { Parties } from './store/parties/parties';
import { type Suggested, keepOutcome } from './store/knowledge/routing.store';
import { indexComplaints } from './store/knowledge/search.store';
import type { Petitioners } from './store/petitioners';
import type { StatisticsStore } from './store/statistics/statistics.store';

export interface FilingServiceParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly catalogue: CatalogueStore;
  readonly petitioners: Petitioners;
  readonly parties: Parties;
  readonly attachments: AttachmentService;
  readonly origins: Origins;
  readonly deadlines: Deadlines;
  readonly statistics: StatisticsStore;
  readonly clock: Clock;
  readonly secret: string;
}

/** The complaint, or NOT_FOUND: a file is named that the caller has not uploaded. */
export type Taken = Outcome<string> | 'NOT_FOUND';

/** Takes complaints in: online by the citizen, or by an officer for a visit, call or letter. */
export class FilingService {
  constructor(private readonly parts: FilingServiceParts) {}

  /**
   * @param suggested what suggestRouting had told the citizen: kept beside what they chose
   * @returns the id of the complaint
   */
  file(
    filing: Omit<Filing, 'channel' | 'receivedAt'>,
    idempotencyKey: string | null | undefined,
    by: Person,
    suggested?: Suggested,
  ): Promise<Taken> {
    const online = { ...filing, channel: 'ONLINE' as const };
    return this.take(
      'fileComplaint',
      online,
      idempotencyKey,
      by,
      (now) => ({ ...online, receivedAt: now }),
      async () => by.id,
      suggested,
    );
  }

  /**
   * Registers what came in otherwise, with the real moment of receipt. The citizen is who is named, else the one who filed
   * before under the same name and contact, else somebody new.
   * @returns the id of the complaint
   */
  register(
    filing: Filing,
    citizenId: string | null,
    idempotencyKey: string | null | undefined,
    by: Person,
  ): Promise<Taken> {
    return this.take(
      'registerComplaint',
      { ...filing, citizenId },
      idempotencyKey,
      by,
      () => filing,
      async (tx, accepted) => {
        return citizenId ?? (await this.parts.petitioners.citizenOf(tx, accepted.petitioner)) ?? randomUUID();
      },
    );
  }

  /**
   * Files, in the caller's transaction, what was filed elsewhere before: received when an officer decided that it is a
   * complaint, and measured by that day's catalogue.
   * @returns the id of the complaint
   */
  async takeOver(
    tx: EntityManager,
    filing: Filing,
    { citizenId, officerId, reason }: { citizenId: string; officerId: string; reason: string },
  ): Promise<Outcome<string>> {
    const { clock } = this.parts;
    const { receivedAt } = filing;
    const now = receivedAt > clock.now() ? receivedAt : clock.now(); // another machine's clock may be a moment ahead
    const decided = await this.decide(tx, filing, receivedAt, now);
    if (!decided.ok) return decided;
    const by = { id: officerId, language: 'ko' } as const;
    return accepted(await this.write(tx, decided.value.filing, decided.value.service, citizenId, by, now, reason));
  }

  /**
   * Files are checked, and its owner is asked for what it comes from, before the transaction.
   * @throws {ServiceUnavailable} while the owner cannot be asked: nothing has changed
   */
  private async take(
    operation: string,
    input: Omit<Filing, 'channel' | 'receivedAt'> & { readonly citizenId?: string | null },
    key: string | null | undefined,
    by: Person,
    make: (now: Date) => Filing,
    citizenOf: (tx: EntityManager, filing: Filing) => Promise<string>,
    suggested?: Suggested,
  ): Promise<Taken> {
    const { dataSource, clock, secret, attachments, origins } = this.parts;
    const known = await wasDone(dataSource.manager, { callerId: by.id, operation, key });
    const unfit = input.origin && !known ? await origins.faults(input.origin, by) : [];
    if (unfit.length > 0) return refused(...unfit);
    const complete = await attachments.completeAll(input.attachmentIds, by);
    if (complete === 'NOT_FOUND' || !complete.ok) return complete;
    const taken = dataSource.transaction((tx) =>
      once(tx, { callerId: by.id, operation, key, input, secret }, async () => {
        const now = clock.now();
        const filing = make(now);
        const decided = await this.decide(tx, filing, now, now);
        if (!decided.ok) return decided;
        const claimed = await attachments.claim(tx, filing.attachmentIds, by);
        if (claimed === 'NOT_FOUND' || !claimed.ok) throw new NotAttached(claimed);
        const { filing: taken, service } = decided.value;
        const id = await this.write(tx, taken, service, await citizenOf(tx, taken), by, now);
        if (suggested) await keepOutcome(tx, id, service, localDate(now), suggested);
        return accepted(id);
      }),
    );
    return taken.catch((error: unknown) => {
      if (error instanceof NotAttached) return error.outcome;
      throw error;
    });
  }

  /** @param on the day of the catalogue that it is measured by */
  private async decide(
    tx: EntityManager,
    filing: Filing,
    on: Date,
    now: Date,
  ): Promise<Outcome<{ filing: Filing; service: ServiceItem }>> {
    const { catalogue } = this.parts;
    const service = await catalogue.find(tx, filing.serviceCode, localDate(filing.receivedAt));
    const offeredBy = service && (await catalogue.department(tx, service.departmentCode));
    const decided = decideFiling(filing, {
      service,
      department: offeredBy?.department,
      successor: offeredBy?.successor,
      receivedOn: localDate(filing.receivedAt),
      today: localDate(on),
      now,
    });
    return decided.ok ? accepted({ filing: decided.value, service: service! }) : decided;
  }

  private async write(
    tx: EntityManager,
    filing: Filing,
    service: ServiceItem,
    citizenId: string,
    by: Pick<Person, 'id' | 'departmentCode' | 'language'>,
    now: Date,
    said: string | null = null,
  ): Promise<string> {
    const { complaints, petitioners, parties, attachments, origins, deadlines, statistics } = this.parts;
    const { title, body, channel, visibility, receivedAt, petitioner, joint, place } = filing;
    const { departmentCode, kind } = service;
    const act = { by: by.id, at: now };
    // Who registers for the own department handles it, until it is assigned otherwise.
    const officerId = channel !== 'ONLINE' && by.departmentCode === departmentCode ? by.id : null;
    const status = officerId ? ('ASSIGNED' as const) : ('RECEIVED' as const);
    const year = Number(localDate(now).slice(0, 4));
    const id = randomUUID();
    const about = { subjectType: 'COMPLAINT', subjectId: id, departmentCode, ownerId: officerId, receivedAt };
    const open = (kind: string, period: ProcessingPeriod) => deadlines.open(tx, { ...about, kind, period }, act);
    const statutory = await open(STATUTORY, service.statutoryPeriod);
    const charter = await open(CHARTER, service.charterPeriod);
    await open(INTERIM_REPORT, LIMITS.INTERIM_REPORT);
    if (channel === 'ONLINE') await open(ACCEPTANCE, LIMITS.ACCEPTANCE);
    else if (by.departmentCode !== departmentCode) {
      // Registering is what passes it on: done now, in time or late.
      await deadlines.meet(tx, (await open(FORWARDING, LIMITS.FORWARDING)).id, act);
    }
    const complaint: ComplaintEntity = {
      ...{ id, receiptNumber: receiptNumber(year, await complaints.nextRunningNumber(tx)), citizenId },
      ...{ kind, serviceCode: service.code, departmentCode, officerId, channel, visibility, title, body },
      ...{ status, receivedAt, arrivedAt: receivedAt, statutoryId: statutory.id, charterId: charter.id },
      ...{ ...UNHANDLED, collective: isCollective(joint), version: 1 },
    };
    await tx.insert(ComplaintEntity, complaint);
    // Online we know the filer's language; somebody at the counter is written to in Korean unless a profile says otherwise.
    const language = channel === 'ONLINE' ? by.language : 'ko';
    await tx.insert(PetitionerEntity, petitioners.seal(id, petitioner, language));
    if (joint) await parties.keepJoint(tx, id, joint);
    if (place) await parties.keepPlace(tx, id, place);
    if (filing.origin) await origins.link(tx, id, filing.origin);
    await attachments.bind(tx, filing.attachmentIds, id);
    const names = [petitioner.name, ...(joint?.coPetitioners ?? []).map(({ name }) => name)];
    await indexComplaints(tx, [{ ...complaint, names }]);
    const line = {
      complaintId: id,
      changedBy: by.id,
      hadOfficer: false,
      reason: null,
      dueAt: statutory.dueAt,
      cause: null,
    };
    await complaints.remember(tx, {
      ...{ ...line, changedAt: receivedAt, fromStatus: null, toStatus: 'RECEIVED', step: 'file', reason: said },
    });
    if (officerId)
      await complaints.remember(tx, {
        ...{ ...line, changedAt: now, fromStatus: 'RECEIVED', toStatus: 'ASSIGNED', step: 'assign' },
      });
    await appendEvents(tx, 'complaints', [
      {
        type: 'complaint.filed.v1',
        payload: {
          ...complaintPayload(complaint),
          channel,
          receivedAt: receivedAt.toISOString(),
          dueAt: statutory.dueAt!.toISOString(),
          charterDueAt: charter.dueAt!.toISOString(),
          provisional: statutory.provisional,
        },
      },
    ]);
    await statistics.count(tx, [id]);
    return id;
  }
}
