import { WATER_LEAK, openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, filing, registerVisit, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import * as people from '@charter/service/testing';
import type { Answer } from '@charter/service/testing';

const { citizen, otherCitizen, officer, colleague, manager, otherOfficer, auditor, admin } = people;
const HOUR = 3_600_000;

interface Page {
  readonly edges: { cursor: string; node: { id: string; receiptNumber: string } }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly totalCount: number;
}

const PAGE = 'edges { cursor node { id receiptNumber } } pageInfo { hasNextPage endCursor } totalCount';
const COMPLAINTS = `query ($filter: ComplaintFilterInput, $orderBy: ComplaintOrder! = NEWEST, $first: Int! = 100, $after: String) {
  list: complaints(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ${PAGE} } }`;
const INBOX = `query ($filter: OfficerInboxFilterInput, $first: Int! = 100, $after: String) {
  list: officerInbox(filter: $filter, first: $first, after: $after) { ${PAGE} } }`;

const idsOf = ({ data, errors }: Answer<{ list: Page }>): string[] => {
  if (!data) throw new Error(JSON.stringify(errors));
  return data.list.edges.map(({ node }) => node.id);
};
const codeOf = ({ errors }: Answer<unknown>): string | undefined => errors?.[0]?.extensions.code;

describe('reading complaints', () => {
  let office: Office;
  let mine: Complaint; // a citizen's, for ROADS, filed online
  let late: Complaint; // a visit of last month, assigned to the officer
  let theirs: Complaint; // another citizen's, for ROADS
  let water: Complaint; // the citizen's, for WATER
  let answered: Complaint; // the citizen's, for ROADS
  const ago = (hours: number): Date => new Date(Date.now() - hours * HOUR);
  const at = async <T>(hours: number, work: () => Promise<T>): Promise<T> => {
    office.clock.set(ago(hours));
    const done = await work();
    office.clock.set(new Date());
    return done;
  };

  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
    mine = await at(4, () => file(office));
    theirs = await at(3, () => file(office, { petitioner: { name: '김서연', phone: '010-9876-5432' } }, otherCitizen));
    water = await at(2, () => file(office, { serviceCode: 'WATER_LEAK' }));
    answered = await answer(office, await at(1, () => file(office)));
    late = await registerVisit(office, ago(30 * 24), { citizenId: citizen.id });
  });
  afterAll(() => office.close());

  describe('complaints', () => {
    it('shows citizens their own, newest first', async () => {
      const own = [answered, water, mine, late].map(({ id }) => id);
      expect(idsOf(await office.ask(citizen, COMPLAINTS))).toEqual(own);
      expect(idsOf(await office.ask(otherCitizen, COMPLAINTS))).toEqual([theirs.id]);
    });

    it.each([
      ['officer', officer],
      ['manager', manager],
    ])('shows the %s the department’s', async (_name, who) => {
      const ours = [answered, theirs, mine, late].map(({ id }) => id);
      expect(idsOf(await office.ask(who, COMPLAINTS))).toEqual(ours);
      expect(idsOf(await office.ask(otherOfficer, COMPLAINTS))).toEqual([water.id]);
    });

    it('shows the auditor all', async () => {
      expect(idsOf(await office.ask(auditor, COMPLAINTS))).toHaveLength(5);
      const { data } = await office.ask<{ list: Page }>(auditor, COMPLAINTS, { filter: { departmentCode: 'WATER' } });
      expect(data!.list).toMatchObject({ totalCount: 1, edges: [{ node: { id: water.id } }] });
    });

    it.each([
      ['administrators', admin, 'FORBIDDEN'],
      ['anonymous callers', people.anonymous, 'UNAUTHENTICATED'],
    ])('shows %s none, neither a list nor one', async (_name, who, code) => {
      expect(codeOf(await office.ask(who, COMPLAINTS))).toBe(code);
      expect(codeOf(await office.ask(who, `{ complaint(id: "${mine.id}") { id } }`))).toBe(code);
    });

    it('shows officers of no department none', async () => {
      expect(codeOf(await office.ask({ ...officer, department: undefined }, COMPLAINTS))).toBe('FORBIDDEN');
    });

    it('does not let an officer ask for another department', async () => {
      expect(codeOf(await office.ask(officer, COMPLAINTS, { filter: { departmentCode: 'WATER' } }))).toBe('FORBIDDEN');
    });

    it('filters by status, service, lateness and receipt', async () => {
      const found = async (filter: object) => idsOf(await office.ask(citizen, COMPLAINTS, { filter }));
      expect(await found({ status: ['ANSWERED'] })).toEqual([answered.id]);
      expect(await found({ status: ['RECEIVED', 'ASSIGNED'] })).toEqual([water, mine, late].map(({ id }) => id));
      expect(await found({ serviceCode: 'WATER_LEAK' })).toEqual([water.id]);
      expect(await found({ overdue: true })).toEqual([late.id]);
      expect(await found({ overdue: false })).toEqual([answered, water, mine].map(({ id }) => id));
      const [receivedFrom, receivedTo] = [ago(4.5), ago(1.5)].map((date) => date.toISOString());
      expect(await found({ receivedFrom, receivedTo })).toEqual([water, mine].map(({ id }) => id));
    });

    it('orders by the nearest deadline', async () => {
      const ids = idsOf(await office.ask(citizen, COMPLAINTS, { orderBy: 'NEAREST_DEADLINE' }));
      const due = await office.dataSource.query(
        `SELECT subject_id FROM deadline WHERE kind = 'STATUTORY' AND subject_id = ANY($1) ORDER BY due_at, subject_id`,
        [ids],
      );
      expect(ids).toEqual(due.map(({ subject_id }: { subject_id: string }) => subject_id));
      expect(ids[0]).toBe(late.id);
    });

    it.each(['NEWEST', 'NEAREST_DEADLINE'])('pages through %s, each once, in the same order', async (orderBy) => {
      const whole = idsOf(await office.ask(auditor, COMPLAINTS, { orderBy }));
      const walked: string[] = [];
      let after: string | null = null;
      do {
        const { data }: Answer<{ list: Page }> = await office.ask(auditor, COMPLAINTS, { orderBy, first: 2, after });
        walked.push(...data!.list.edges.map(({ node }) => node.id));
        after = data!.list.pageInfo.hasNextPage ? data!.list.pageInfo.endCursor : null;
      } while (after);
      expect(walked).toEqual(whole);
    });

    it('refuses an edited cursor, a cursor of another order and a page out of bounds', async () => {
      const { data } = await office.ask<{ list: Page }>(citizen, COMPLAINTS, { first: 1 });
      const cursor = data!.list.pageInfo.endCursor!;
      const edited = `${cursor.slice(0, 3)}${cursor[3] === 'A' ? 'B' : 'A'}${cursor.slice(4)}`;
      for (const variables of [
        ...[{ after: edited }, { after: 'nonsense' }, { after: cursor, orderBy: 'NEAREST_DEADLINE' }],
        ...[{ first: 0 }, { first: 101 }],
      ])
        expect([variables, codeOf(await office.ask(citizen, COMPLAINTS, variables))]).toEqual([
          variables,
          'BAD_USER_INPUT',
        ]);
    });
  });

  describe('officerInbox', () => {
    it('stands open complaints by their nearest deadline, overdue ones on top', async () => {
      const ids = idsOf(await office.ask(officer, INBOX));
      expect(ids[0]).toBe(late.id);
      expect(new Set(ids)).toEqual(new Set([late.id, mine.id, theirs.id]));
      expect(idsOf(await office.ask(manager, INBOX))).toEqual(ids);
      expect(idsOf(await office.ask(otherOfficer, INBOX))).toEqual([water.id]);
    });

    it('narrows to one’s own, to late ones, to a service', async () => {
      const found = async (who: people.Someone, filter: object) => idsOf(await office.ask(who, INBOX, { filter }));
      expect(await found(officer, { mine: true })).toEqual([late.id]);
      expect(await found(colleague, { mine: true })).toEqual([]);
      expect(await found(officer, { overdue: true })).toEqual([late.id]);
      expect(await found(officer, { overdue: false })).toHaveLength(2);
      expect(await found(officer, { serviceCode: 'NONE' })).toEqual([]);
    });

    it.each([citizen, auditor, admin, { ...officer, department: undefined }])('is not for %j', async (who) =>
      expect(codeOf(await office.ask(who, INBOX))).toBe('FORBIDDEN'),
    );
  });

  describe('one complaint', () => {
    const ONE = `query ($id: ID!) { complaint(id: $id) { id title petitioner { name phone email } } }`;
    const REFERENCE = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Complaint { id title petitioner { name } } } }`;
    const full = { name: '홍길동', phone: '01012345678', email: 'gildong@example.kr' };
    const masked = { name: '홍*동', phone: '010-****-5678', email: 'g***@example.kr' };

    it.each([
      ['its citizen', citizen, full],
      ['an officer of its department', colleague, full],
      ['the manager', manager, full],
      ['the auditor', auditor, masked],
      ['another citizen', otherCitizen, undefined],
      ['an officer of another department', otherOfficer, undefined],
    ])('shows %s what they may see, by id and by reference', async (_name, who, petitioner) => {
      const { data } = await office.ask<{ complaint: object | null }>(who, ONE, { id: mine.id });
      const title = filing().title;
      expect(data!.complaint).toEqual(petitioner ? { id: mine.id, title, petitioner } : null);
      const representations = [{ __typename: 'Complaint', id: mine.id }];
      const referred = await office.ask<{ _entities: unknown[] }>(who, REFERENCE, { representations });
      expect(referred.data!._entities).toEqual([
        petitioner ? { id: mine.id, title, petitioner: { name: petitioner.name } } : null,
      ]);
    });

    it.each([admin, people.anonymous])('is nothing to %j by reference', async (who) => {
      const representations = [{ __typename: 'Complaint', id: mine.id }];
      const { data } = await office.ask<{ _entities: unknown[] }>(who, REFERENCE, { representations });
      expect(data!._entities).toEqual([null]);
    });

    it.each(['0198a000-0000-7000-8000-999999999999', 'no-id'])('is null for %s', async (id) => {
      expect((await office.ask(citizen, ONE, { id })).data).toEqual({ complaint: null });
    });
  });

  describe('complaintByReceipt', () => {
    const BY_RECEIPT = `query ($receiptNumber: ReceiptNumber!, $phoneLast4: String!) {
      complaintByReceipt(receiptNumber: $receiptNumber, phoneLast4: $phoneLast4) {
        receiptNumber status receivedAt dueAt timeline { status text } } }`;
    const ask = (receiptNumber: string, phoneLast4: string) =>
      office.ask<{ complaintByReceipt: object | null }>(people.anonymous, BY_RECEIPT, { receiptNumber, phoneLast4 });

    it('tells who has number and phone how far it is', async () => {
      const { data } = await ask(answered.receiptNumber, '5678');
      expect(data!.complaintByReceipt).toMatchObject({
        ...{ receiptNumber: answered.receiptNumber, status: 'ANSWERED' },
        timeline: [{ text: '민원이 접수되었습니다.' }, { text: '답변을 드렸습니다.' }],
      });
    });

    it('answers a wrong pair as it answers an absent number: the same, after the same statements', async () => {
      const mailOnly = await file(office, { petitioner: { name: '박영희', email: 'park@example.kr' } });
      const absent = '2020-000001-2';
      for (const number of [mine.receiptNumber, absent, mailOnly.receiptNumber]) {
        let said: unknown;
        expect(await office.statements(async () => (said = (await ask(number, '0000')).data))).toBe(2);
        expect(said).toEqual({ complaintByReceipt: null });
      }
      await send(office, citizen, 'withdrawComplaint', { complaintId: mailOnly.id });
    });

    it.each([
      ['a number that was read wrong', '2026-000001-0', '5678'],
      ['what is no number', '1', '5678'],
      ['what are not four digits', '2020-000001-2', '56789'],
    ])('says so for %s', async (_name, number, digits) =>
      expect(codeOf(await ask(number, digits))).toBe('BAD_USER_INPUT'),
    );
  });

  describe('Citizen.complaints', () => {
    const CITIZEN = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Citizen { complaints(first: 100) { ${PAGE} } } } }`;
    const of = async (who: people.Someone, id: string) =>
      (
        await office.ask<{ _entities: { complaints: Page | null }[] }>(who, CITIZEN, {
          representations: [{ __typename: 'Citizen', id }],
        })
      ).data!._entities[0]!.complaints;

    it('shows them to themselves alone', async () => {
      expect((await of(otherCitizen, otherCitizen.id))!.edges.map(({ node }) => node.id)).toEqual([theirs.id]);
      for (const who of [citizen, officer, auditor, admin, people.anonymous])
        expect(await of(who, otherCitizen.id)).toBeNull();
    });
  });

  it('lists 50 with everything this service knows of them for as many statements as it lists 5', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, index) => file(office, { title: `민원 ${index + 1}` })));
    const EVERYTHING = `query ($first: Int!) { complaints(first: $first) { totalCount edges { node {
      id receiptNumber kind overdue overdueAt charterOverdueAt petitioner { name phone email }
      serviceItem { code name guidance department { code complaintPerformance(period: { from: "2026-01-01", to: "2027-12-31" }) { received } } }
      department { code complaintPerformance(period: { from: "2026-01-01", to: "2027-12-31" }) { received onTimeRate } }
      citizen { id complaints(first: 5) { totalCount edges { node { id deadline { dueAt } } } } }
      deadline { state charterDueAt remainingWorkingHours segments { kind } history { at } }
      deadlines { kind history { change } segments { kind } } timeline { text }
    } } } }`;
    const cost = (first: number) =>
      office.statements(async () => {
        const { data, errors } = await office.ask<{ complaints: Page }>(citizen, EVERYTHING, { first });
        if (errors) throw new Error(JSON.stringify(errors));
        expect(data!.complaints.edges).toHaveLength(first);
      });
    const few = await cost(5);
    expect(await cost(50)).toBe(few);
    // page, count; own page, its count; petitioners, services, deadlines, their history, calendar, steps; performance (three) twice at most.
    expect(few).toBeLessThanOrEqual(16);
  });

  it('serves the catalogue to everybody, filtered, in the language asked for', async () => {
    const ITEMS = `query ($filter: ServiceItemFilterInput) { serviceItems(filter: $filter) {
      code kind name guidance fee documents validFrom validTo
      statutoryPeriod { unit length firstDayCounts } charterPeriod { unit length } department { code } } }`;
    const { data } = await office.ask<{ serviceItems: object[] }>(people.inEnglish(people.anonymous), ITEMS, {
      filter: { departmentCode: 'WATER', kind: 'OTHER', inForceOn: '2026-11-23' },
    });
    expect(data!.serviceItems).toEqual([
      {
        ...{ code: 'WATER_LEAK', kind: 'OTHER', name: 'Water leak', guidance: WATER_LEAK.guidanceEn, fee: 0 },
        ...{ documents: [], validFrom: '2020-01-01', validTo: null, department: { code: 'WATER' } },
        statutoryPeriod: { unit: 'DAYS', length: 3, firstDayCounts: true },
        charterPeriod: { unit: 'IMMEDIATE', length: null },
      },
    ]);
    const before = await office.ask<{ serviceItems: object[] }>(people.anonymous, ITEMS, {
      filter: { inForceOn: '2019-12-31' },
    });
    expect(before.data!.serviceItems).toEqual([]);
  });
});
