import { WorkingCalendar } from '@charter/calendar';

import { tellAftermath } from './aftermath';
import { type CatalogueItem, type Setting, tellComplaint } from './complaint-story';
import { type Citizen, makeCitizens, makeOfficers } from './people';
import { Random } from './random';
import { ReceiptNumbers } from './receipt';
import type { Addressed } from './addressed';
import { pickMoment, pickService, spread } from './seasons';
import { PLACES, PROPOSALS } from './words';

export interface HistoryPlan {
  readonly seed: number;
  readonly complaints: number;
  /** The end of the year that is told. */
  readonly until: Date;
  readonly services: readonly CatalogueItem[];
}

/** One citizen for so many complaints. */
const COMPLAINTS_EACH = 4;
/** One proposal for so many complaints. */
const COMPLAINTS_A_PROPOSAL = 50;

/**
 * A year of a city, told in order: who lives there, what they ask and propose, what becomes of it. The same plan tells the
 * same year, id by id.
 */
export function* tellHistory(plan: HistoryPlan): Generator<Addressed> {
  const random = new Random(plan.seed);
  const citizens = makeCitizens(random, Math.ceil(plan.complaints / COMPLAINTS_EACH));
  const calendar = new WorkingCalendar();
  const officers = makeOfficers(random, [...new Set(plan.services.map(({ departmentCode }) => departmentCode))]);
  const setting: Setting = { random, calendar, receipts: new ReceiptNumbers(), officers, until: plan.until };
  const days = spread(plan.complaints, plan.until, calendar);
  const since = pickMoment(random, days[0]?.day ?? '').toISOString();
  yield* citizens.filter(({ demo }) => !demo).map((citizen) => profile(citizen, since));
  let told = 0;
  for (const { day, count } of days) {
    for (let index = 0; index < count; index += 1) {
      const receivedAt = moment(random, day, plan.until);
      const item = pickService(random, plan.services, Number(day.slice(5, 7)));
      const complaint = tellComplaint(setting, item, random.pick(citizens), receivedAt);
      yield { to: 'complaints', record: complaint };
      yield* tellAftermath(setting, complaint);
      told += 1;
      if (told % COMPLAINTS_A_PROPOSAL === 0) yield proposal(setting, citizens, moment(random, day, plan.until));
    }
  }
}

/** On the last day nothing is later than the end. */
function moment(random: Random, day: string, until: Date): Date {
  const picked = pickMoment(random, day);
  return picked < until ? picked : new Date(until.getTime() - random.between(1, 59) * 60_000);
}

const profile = ({ id, name, phone, email, language }: Citizen, at: string): Addressed => ({
  to: 'notices',
  record: { kind: 'profile', citizenId: id, name, phone, email, language, at },
});

function proposal({ random, until }: Setting, citizens: readonly Citizen[], submittedAt: Date): Addressed {
  const [departmentCode, title, body] = random.pick(PROPOSALS);
  const { id: citizenId, name, phone, email } = random.pick(citizens);
  const supporters = new Set(
    Array.from({ length: Math.floor(6 * random.lasting(1.1)) }, () => random.pick(citizens).id),
  );
  supporters.delete(citizenId);
  const left = until.getTime() - submittedAt.getTime();
  const endorsements = [...supporters].map((supporter) => ({
    citizenId: supporter,
    at: new Date(submittedAt.getTime() + left * random.next()).toISOString(),
  }));
  return {
    to: 'participation',
    record: {
      kind: 'proposal',
      id: random.uuid(),
      citizenId,
      proposer: { name, phone, email },
      departmentCode,
      title: `${random.pick(PLACES)}: ${title}`,
      body,
      submittedAt: submittedAt.toISOString(),
      endorsements,
    },
  };
}
