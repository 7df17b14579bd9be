import { computeDeadline, localDate, type ProcessingPeriod, type WorkingCalendar } from '@charter/calendar';

import type { Citizen } from './people';
import type { Random } from './random';
import type { ReceiptNumbers } from './receipt';
import type { ComplaintRecord } from '@charter/contracts';
import { tell } from './telling';
import { USUAL_ANSWERS, WORDINGS } from './words';

/** A service of the catalogue, as far as the history needs it. */
export interface CatalogueItem {
  readonly code: string;
  readonly departmentCode: string;
  readonly statutoryPeriod: ProcessingPeriod;
  readonly charterPeriod: ProcessingPeriod;
}

export interface Setting {
  readonly random: Random;
  readonly calendar: WorkingCalendar;
  readonly receipts: ReceiptNumbers;
  readonly officers: ReadonlyMap<string, readonly string[]>;
  /** The present: what would happen later has not happened. */
  readonly until: Date;
}

const MINUTE_MS = 60_000;

/** The share of the charter's period that a department usually takes. */
const PACE: Readonly<Record<string, number>> = { HOUSING: 0.72, WELFARE: 0.66, ROADS: 0.6, WATER: 0.45, CIVIL: 0.4 };
const USUAL_PACE = 0.52;
const SPREAD = 0.42;
/** The share that lies about for far too long: a colleague on leave, a letter in the wrong tray. */
const STUCK = 0.02;

/** One complaint from its receipt to what has become of it. */
export function tellComplaint(
  setting: Setting,
  item: CatalogueItem,
  citizen: Citizen,
  receivedAt: Date,
): ComplaintRecord {
  const { random, calendar, receipts, officers } = setting;
  const due = computeDeadline({ receivedAt, period: item.statutoryPeriod }, calendar);
  const charter = computeDeadline({ receivedAt, period: item.charterPeriod }, calendar);
  if (!due.dueAt || !charter.dueAt) throw new Error('A period without pauses has an end.');
  const start = due.effectiveStartAt.getTime();
  const stuck = random.chance(STUCK) ? random.between(2, 6) : 1;
  const pace = (PACE[item.departmentCode] ?? USUAL_PACE) * random.lasting(SPREAD) * stuck;
  const answeredAt = workingMoment(setting, start + pace * (charter.dueAt.getTime() - start));
  const assignedAt = workingMoment(setting, start + random.between(5, 50) * MINUTE_MS);
  const withdrawnAt = workingMoment(setting, start + random.between(60, 600) * MINUTE_MS);
  const withdrawn = random.chance(0.02) && withdrawnAt < answeredAt;
  const wording = WORDINGS[item.code];
  const { title, body } = tell(item.code, random);
  const inOffice = calendar.nextWorkingMoment(receivedAt).getTime() === receivedAt.getTime();
  return {
    kind: 'complaint',
    id: random.uuid(),
    receiptNumber: receipts.next(localDate(receivedAt).slice(0, 4)),
    citizenId: citizen.id,
    petitioner: { name: citizen.name, phone: citizen.phone, email: citizen.email },
    channel: inOffice
      ? random.weighted([
          ['ONLINE', 68],
          ['PHONE', 18],
          ['VISIT', 11],
          ['LETTER', 3],
        ])
      : 'ONLINE',
    visibility: random.chance(0.3) ? 'PUBLIC_MASKED' : 'PRIVATE',
    serviceCode: item.code,
    departmentCode: item.departmentCode,
    officerId: random.pick(officers.get(item.departmentCode) ?? []),
    title,
    body,
    receivedAt: receivedAt.toISOString(),
    assignedAt: past(setting, assignedAt),
    dueAt: due.dueAt.toISOString(),
    charterDueAt: charter.dueAt.toISOString(),
    provisional: due.provisional || charter.provisional,
    answer:
      withdrawn || answeredAt > setting.until
        ? null
        : { at: answeredAt.toISOString(), text: random.pick(wording?.answers ?? USUAL_ANSWERS) },
    withdrawnAt: withdrawn ? past(setting, withdrawnAt) : null,
  };
}

/** The promises of a complaint that were missed, each with its date. */
export function missed(complaint: ComplaintRecord, until: Date): { against: 'STATUTORY' | 'CHARTER'; dueAt: string }[] {
  const end = complaint.answer?.at ?? complaint.withdrawnAt ?? until.toISOString();
  const promises = [
    { against: 'CHARTER' as const, dueAt: complaint.charterDueAt },
    { against: 'STATUTORY' as const, dueAt: complaint.dueAt },
  ];
  return promises.filter(({ dueAt }) => dueAt < end);
}

/** Offices answer while they are open, at no round second. */
function workingMoment({ calendar, random }: Setting, at: number): Date {
  const open = calendar.nextWorkingMoment(new Date(at)).getTime();
  return new Date(open === Math.floor(at) ? open : open + random.between(1, 90) * MINUTE_MS);
}

const past = ({ until }: Setting, at: Date): string | null => (at <= until ? at.toISOString() : null);
