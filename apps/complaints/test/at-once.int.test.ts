import * as people from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, type MutationName, file, refusedFor, send, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { factsOf, faultsOf } from './matrix/facts';
import { NOW } from './matrix/situations';

const { citizen, officer, colleague, manager, otherCitizen, inEnglish } = people;
const reason = '법령에 따라 처리합니다.';

type Act = readonly [who: people.Someone, name: MutationName, input: object];

/** Steps that leave a complaint open, in every order. */
const WORK: readonly Act[] = [
  [manager, 'assignComplaint', { officerId: officer.id }],
  [manager, 'assignComplaint', { officerId: colleague.id }],
  [officer, 'requestSupplement', { text: '위치도를 보내 주십시오.', days: 10 }],
  [citizen, 'submitSupplement', { text: '위치도입니다.' }],
  [citizen, 'extendSupplement', { days: 5, reason }],
  [officer, 'suspendComplaint', { suspension: 'HEARING', days: 5, reason }],
  [colleague, 'resumeComplaint', { result: '확인하였습니다.' }],
  [officer, 'extendComplaint', { length: 2, reason }],
  [citizen, 'consentToExtension', { consent: true }],
  [colleague, 'reportInterim', { progress: '살펴보고 있습니다.' }],
  [citizen, 'requestInterimReport', {}],
];
/** Steps that close it. */
const ENDS: readonly Act[] = [
  [officer, 'answerComplaint', { answer: '보수를 마쳤습니다.' }],
  [colleague, 'rejectComplaint', { reason }],
  [citizen, 'withdrawComplaint', {}],
  [manager, 'convertComplaint', { reason }],
  [manager, 'transferComplaint', { body: '한국도로공사', reason }],
];

const REFUSALS = ['INVALID_STATE', 'ALREADY_DONE', 'TOO_EARLY', 'TOO_LATE', 'LIMIT_REACHED', 'CONSENT_REQUIRED'];

describe('steps of one complaint at once', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(() => office.dataSource.query('TRUNCATE outbox_event CASCADE'));

  /** What a step came to; asked again while the service says that no connection to its database became free: nothing was done. */
  async function answered(complaint: Complaint, [who, name, input]: Act, tries = 5): Promise<string[]> {
    const codes = await refusedFor(office, who, name, complaint, input);
    return codes[0] === 'SERVICE_UNAVAILABLE' && tries > 1 ? answered(complaint, [who, name, input], tries - 1) : codes;
  }

  /** Fifty, in an order that each round has another of. @returns how many were done */
  async function fifty(complaint: Complaint, round: number, acts: readonly Act[]): Promise<number> {
    const chosen = Array.from({ length: 50 }, (_, index) => acts[(index * (2 * round + 1) + round) % acts.length]!);
    const codes = await Promise.all(chosen.map((act) => answered(complaint, act)));
    for (const code of codes.flat()) expect(REFUSALS).toContain(code);
    return codes.filter((of) => of.length === 0).length;
  }

  it.each([0, 1, 2])('fifty that leave it open: a valid history (round %s)', async (round) => {
    const complaint = await file(office);
    const done = await fifty(complaint, round, WORK);
    expect(done).toBeGreaterThan(3);
    const facts = await factsOf(office, complaint);
    expect(faultsOf(facts, done)).toEqual([]);
    expect(facts.events).toHaveLength(done + 1); // each step is told once, and the filing
  });

  it.each([0, 1, 2])('fifty of which some close it: closed once, and a valid history (round %s)', async (round) => {
    const complaint = await file(office);
    const done = await fifty(complaint, round, [...WORK, ...ENDS]);
    const facts = await factsOf(office, complaint);
    expect(faultsOf(facts, done)).toEqual([]);
    expect(facts.events).toHaveLength(done + 1);
    const closing = facts.lines.filter(({ to_status: to }) => !/RECEIVED|ASSIGNED|SUPPLEMENT|SUSPENDED/.test(to));
    expect(closing.length).toBe(1);
    expect(closing[0]).toBe(facts.lines.at(-1));
  });

  it('two officers at the version that both have read: one wins, the other hears of it, in either language', async () => {
    const complaint = await file(office);
    const { version } = complaint;
    const answers = await Promise.all([
      send(office, inEnglish(officer), 'answerComplaint', {
        complaintId: complaint.id,
        version,
        answer: '마쳤습니다.',
      }),
      send(office, inEnglish(colleague), 'rejectComplaint', { complaintId: complaint.id, version, reason }),
    ]);
    const won = answers.filter(({ data }) => data?.result?.complaint);
    const lost = answers.filter(({ errors }) => errors);
    expect([won.length, lost.length]).toEqual([1, 1]);
    expect(lost[0]!.errors![0]).toMatchObject({
      message: 'Somebody else changed it meanwhile: load it again, then retry.',
      extensions: { code: 'STALE_VERSION' },
    });
    expect(faultsOf(await factsOf(office, complaint), 1)).toEqual([]);
  });

  it('fifty of the same step: done once', async () => {
    const complaint = await file(office);
    expect(await fifty(complaint, 0, [ENDS[0]!])).toBe(1);
    expect(await office.told('complaint.answered.v1')).toHaveLength(1);
  });
});

describe('another citizen’s complaint', () => {
  let office: Office;
  let complaint: Complaint;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
    complaint = await step(office, officer, 'answerComplaint', await file(office), { answer: '보수를 마쳤습니다.' });
  });
  afterAll(() => office.close());

  const entity = (id: string) =>
    `{ _entities(representations: [{ __typename: "Complaint", id: "${id}" }]) { ... on Complaint { receiptNumber body } } }`;
  const strangers = [otherCitizen, people.otherOfficer, people.admin, people.anonymous];

  /** What one path says to somebody: its data, or the code of its error. */
  const says = async (who: people.Someone, query: string): Promise<unknown> => {
    const { data, errors } = await office.ask<Record<string, unknown>>(who, query);
    return errors?.[0]?.extensions.code ?? Object.values(data!)[0];
  };

  it('is answered as one that is not there: by its id, as an entity, and to a forged id', async () => {
    const nowhere = '0198a000-0000-7000-8000-0000000000ff';
    const readable = `{ complaint(id: "${complaint.id}") { receiptNumber body } }`;
    expect(await says(citizen, readable)).toMatchObject({ receiptNumber: complaint.receiptNumber });
    expect(await says(citizen, entity(complaint.id))).toEqual([expect.objectContaining({ body: expect.any(String) })]);
    for (const who of strangers) {
      expect(await says(who, readable)).toEqual(await says(who, readable.replace(complaint.id, nowhere)));
      expect(await says(who, entity(complaint.id))).toEqual([null]);
      expect(await says(who, entity('1; DROP TABLE complaint'))).toEqual([null]);
    }
    expect(await says(otherCitizen, readable)).toBeNull();
  });

  it('is in no list of theirs', async () => {
    const none = { edges: [] };
    const list = '{ complaints(first: 10) { edges { node { id } } } }';
    expect(await says(citizen, list)).toMatchObject({ edges: [{ node: { id: complaint.id } }] });
    expect(await says(otherCitizen, list)).toEqual(none);
    expect(await says(people.otherOfficer, list)).toEqual(none);
    expect(await says(people.otherOfficer, '{ officerInbox(first: 10) { edges { node { id } } } }')).toEqual(none);
    expect(
      await says(otherCitizen, list.replace('first: 10', 'first: 10, filter: { departmentCode: "ROADS" }')),
    ).toEqual(none);
    const own = `{ _entities(representations: [{ __typename: "Citizen", id: "${citizen.id}" }]) { ... on Citizen { complaints { edges { node { id } } } } } }`;
    expect(await says(citizen, own)).toEqual([{ complaints: { edges: [{ node: { id: complaint.id } }] } }]);
    for (const who of strangers) expect(await says(who, own)).toEqual([{ complaints: null }]);
  });

  it('opens to nobody by its number without the phone', async () => {
    const lookup = (number: string, digits: string) =>
      `{ complaintByReceipt(receiptNumber: "${number}", phoneLast4: "${digits}") { status } }`;
    expect(await says(people.anonymous, lookup(complaint.receiptNumber, '5678'))).toEqual({ status: 'ANSWERED' });
    expect(await says(otherCitizen, lookup(complaint.receiptNumber, '0000'))).toBeNull();
  });
});
