import * as people from '@charter/service/testing';
import { OBJECTION_STATUSES, type ObjectionStatus } from '../src/domain/objections/objection';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, step } from './fixtures/complaints';
import { appeal, objectionStep, openPermits, outcomeOf, rejected, sendObjection } from './fixtures/objections';
import { type Office, openOffice } from './fixtures/office';

const NOW = new Date('2026-11-23T10:00:00+09:00');
const reason = '현장을 다시 확인하였습니다.';

const { admin, auditor, anonymous, citizen, colleague, manager, officer, otherCitizen, otherOfficer } = people;

/** `officer` has the complaint and rejected it; `colleague` is named to decide where somebody is; `bystander` is not. */
const bystander: people.Someone = { ...colleague, id: '0198a000-0000-7000-8000-000000000021' };
const PEOPLE = {
  ...{ citizen, otherCitizen, officer, colleague, bystander, manager, otherOfficer, auditor, admin, anonymous },
};
type Role = keyof typeof PEOPLE;
const ROLES = Object.keys(PEOPLE) as Role[];

const COMMANDS = ['assignObjection', 'decideAppeal', 'extendObjection', 'withdrawObjection'] as const;
type Command = (typeof COMMANDS)[number];

const inputOf: Record<Command, object> = {
  assignObjection: { officerId: '0198a000-0000-7000-8000-000000000022' },
  decideAppeal: { upheld: true, reason },
  extendObjection: { length: 3, reason },
  withdrawObjection: {},
};

/** Which roles the gate lets through at all; what each then hears is the table below. */
const GATES: Record<Command, readonly Role[]> = {
  assignObjection: ['manager'],
  decideAppeal: ['officer', 'colleague', 'bystander', 'manager', 'otherOfficer'],
  extendObjection: ['officer', 'colleague', 'bystander', 'manager', 'otherOfficer'],
  withdrawObjection: ['citizen', 'otherCitizen'],
};
const DONE: Record<Command, (status: ObjectionStatus) => string> = {
  assignObjection: () => 'ASSIGNED',
  decideAppeal: () => 'UPHELD',
  extendObjection: (status) => status,
  withdrawObjection: () => 'WITHDRAWN',
};
const REPEATED: Record<Command, readonly ObjectionStatus[]> = {
  assignObjection: [],
  decideAppeal: ['UPHELD', 'DISMISSED'],
  extendObjection: [],
  withdrawObjection: ['WITHDRAWN'],
};

function expected(status: ObjectionStatus, command: Command, role: Role): string {
  if (role === 'anonymous') return 'UNAUTHENTICATED';
  if (!GATES[command].includes(role)) return 'FORBIDDEN';
  if (role === 'otherCitizen' || role === 'otherOfficer') return 'NOT_FOUND';
  // Where somebody was named, the other officers of the department are not asked any more. Status by status: ASSIGNED and
  // what came after it have a handler.
  const named = status !== 'FILED';
  if (named && (role === 'officer' || role === 'bystander')) return 'FORBIDDEN';
  if (status !== 'FILED' && status !== 'ASSIGNED') {
    return REPEATED[command].includes(status) ? 'ALREADY_DONE' : 'INVALID_STATE';
  }
  if (role === 'officer') return 'SAME_PERSON';
  return DONE[command](status);
}

describe('every status × command × role of an objection', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
    await openPermits(office);
  });
  afterAll(() => office.close());

  /** An objection that has come into this status by the commands themselves. */
  async function objectionIn(status: ObjectionStatus) {
    const filed = await appeal(office, await rejected(office));
    const about = { objectionId: filed.id };
    if (status === 'FILED') return filed;
    const assigned = await objectionStep(office, manager, 'assignObjection', { ...about, officerId: colleague.id });
    if (status === 'ASSIGNED') return assigned;
    if (status === 'WITHDRAWN') return objectionStep(office, citizen, 'withdrawObjection', about);
    return objectionStep(office, colleague, 'decideAppeal', { ...about, upheld: status === 'UPHELD', reason });
  }

  const standing = async (id: string): Promise<unknown> =>
    office.dataSource.query(
      `SELECT o.*, c.status AS complaint_status, c.version AS complaint_version, d.state, d.due_at, d.owner_id, d.version AS deadline_version,
         (SELECT count(*)::int FROM objection_history h WHERE h.objection_id = o.id) AS steps,
         (SELECT count(*)::int FROM outbox_event) AS events
       FROM objection o JOIN complaint c ON c.id = o.complaint_id JOIN deadline d ON d.subject_id = o.id WHERE o.id = $1`,
      [id],
    );

  describe.each(OBJECTION_STATUSES)('%s', (status) => {
    const pairs = COMMANDS.flatMap((command) =>
      ROLES.map((role) => [command, role, expected(status, command, role)] as const),
    );
    // What is refused changes nothing, so that all of them may be asked of one objection.
    const isAllowed = ([command, , outcome]: (typeof pairs)[number]) => outcome === DONE[command](status);
    const allowed = pairs.filter(isAllowed);
    const refusedOnes = pairs.filter((pair) => !isAllowed(pair));

    it('refuses each of the others, and nothing is changed by any', async () => {
      const { id } = await objectionIn(status);
      const before = await standing(id);
      const heard: string[] = [];
      for (const [command, role] of refusedOnes) {
        const sent = await sendObjection(office, PEOPLE[role], command, { objectionId: id, ...inputOf[command] });
        heard.push(`${command} by ${role}: ${outcomeOf(sent)}`);
      }
      expect(heard).toEqual(refusedOnes.map(([command, role, outcome]) => `${command} by ${role}: ${outcome}`));
      expect(await standing(id)).toEqual(before);
    });

    if (allowed.length > 0) {
      it.each(allowed)(
        'allows %s by %s: %s, with one step, one version and its events',
        async (command, role, outcome) => {
          const { id, version } = await objectionIn(status);
          const [before] = (await standing(id)) as { steps: number; events: number }[];
          const sent = await sendObjection(office, PEOPLE[role], command, { objectionId: id, ...inputOf[command] });
          expect(outcomeOf(sent)).toBe(outcome);
          const [after] = (await standing(id)) as Record<string, unknown>[];
          const reopened = command === 'decideAppeal';
          expect(after).toMatchObject({
            ...{ status: outcome, version: version + 1, steps: before!.steps + 1 },
            ...{ events: before!.events + (reopened ? 2 : 1), complaint_status: reopened ? 'ASSIGNED' : 'REJECTED' },
            state: { decideAppeal: 'MET', withdrawObjection: 'CANCELLED' }[command as string] ?? 'RUNNING',
          });
        },
      );
    }
  });

  describe('appealComplaint', () => {
    it.each(ROLES.filter((role) => role !== 'citizen'))('by %s is refused', async (role) => {
      const { id } = await rejected(office);
      const before = await office.count('objection');
      const sent = await sendObjection(office, PEOPLE[role], 'appealComplaint', { complaintId: id, reason });
      const code = { anonymous: 'UNAUTHENTICATED', otherCitizen: 'NOT_FOUND' }[role as string] ?? 'FORBIDDEN';
      expect(outcomeOf(sent)).toBe(code);
      expect(await office.count('objection')).toBe(before);
    });

    const made: Record<string, () => Promise<Complaint>> = {
      RECEIVED: () => file(office, { serviceCode: 'ROAD_PERMIT' }),
      ASSIGNED: async () => step(office, officer, 'assignComplaint', await made.RECEIVED!()),
      SUPPLEMENT_REQUESTED: async () =>
        step(office, officer, 'requestSupplement', await made.ASSIGNED!(), { text: '도면', days: 10 }),
      SUSPENDED: async () =>
        step(office, officer, 'suspendComplaint', await made.ASSIGNED!(), { suspension: 'HEARING', days: 5, reason }),
      ANSWERED: async () => answer(office, await made.ASSIGNED!()),
      REJECTED: () => rejected(office),
      TRANSFERRED: async () =>
        step(office, officer, 'transferComplaint', await made.ASSIGNED!(), { body: '국토교통부', reason }),
      WITHDRAWN: async () => step(office, citizen, 'withdrawComplaint', await made.ASSIGNED!()),
    };
    it.each(Object.keys(made))('to a statutory complaint that is %s', async (status) => {
      const complaint = await made[status]!();
      expect(complaint.status).toBe(status);
      const input = { complaintId: complaint.id, basis: 'STATUTORY', reason };
      const byLaw = await sendObjection(office, citizen, 'appealComplaint', input);
      expect(outcomeOf(byLaw)).toBe(status === 'REJECTED' ? 'FILED' : 'INVALID_STATE');
      expect((await appeal(office, complaint, { basis: 'CHARTER' })).basis).toBe('CHARTER');
    });
  });
});
