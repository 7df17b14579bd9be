import { randomUUID } from 'node:crypto';
import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  colleague,
  inEnglish,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { COMPLAINT, assigned, late } from './fixtures/events';
import { MailServer } from './fixtures/mail-server';
import { Office, UPDATE } from './fixtures/office';

const INBOX = `query ($first: Int! = 20, $after: String, $unreadOnly: Boolean! = false) {
  myNotices(first: $first, after: $after, unreadOnly: $unreadOnly) {
    edges { node { id kind title body readAt complaint { id } recipient { name } } } pageInfo { endCursor hasNextPage } totalCount } }`;

interface Inbox {
  readonly edges: { node: { id: string; kind: string; title: string; recipient: { name: string } } }[];
  readonly pageInfo: { endCursor: string; hasNextPage: boolean };
  readonly totalCount: number;
}

describe('what people see', () => {
  const mail = new MailServer();
  let office: Office;

  beforeAll(async () => {
    await mail.start();
    office = await Office.open(mail.url);
  });
  afterAll(async () => {
    await office.close();
    await mail.stop();
  });
  beforeEach(() => {
    mail.reset();
    return office.reset();
  });

  const deliver = () => office.delivery.runOnce();
  const inbox = async (who: Someone, variables = {}): Promise<Inbox> =>
    (await office.service.ask<{ myNotices: Inbox }>(who, INBOX, variables)).data!.myNotices;
  const codes = async (who: Someone, query: string, variables = {}): Promise<string[]> =>
    ((await office.service.ask(who, query, variables)).errors ?? []).map(({ extensions: { code } }) => code);
  const entity = async <T>(who: Someone, type: string, id: string, fields: string): Promise<T | null> => {
    const query = `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${fields} } } }`;
    const { data, errors } = await office.service.ask<{ _entities: [T | null] }>(who, query);
    expect(errors).toBeUndefined();
    return data!._entities[0];
  };

  describe('the inbox', () => {
    const mark = async (who: Someone, ids: string[] | null): Promise<number> => {
      const query =
        'mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { marked errors { code } } }';
      const { data } = await office.service.ask<{ markNoticesRead: { marked: number } }>(who, query, {
        input: { ids },
      });
      return data!.markNoticesRead.marked;
    };
    const assign = async (times: number) => {
      for (let n = 0; n < times; n += 1) {
        service().clock.advance(1_000);
        await office.hear('notices-inbox', 'complaint.assigned.v1', { ...assigned, officerId: officer.id });
      }
      await deliver();
    };
    const service = () => office.service;

    it('is one’s own, newest first, page by page, in one’s language', async () => {
      await assign(3);
      const first = await inbox(citizen, { first: 2 });
      expect([first.edges.length, first.totalCount, first.pageInfo.hasNextPage]).toEqual([2, 3, true]);
      const second = await inbox(citizen, { first: 2, after: first.pageInfo.endCursor });
      expect(second.edges).toHaveLength(1);
      expect(new Set([...first.edges, ...second.edges].map(({ node }) => node.id)).size).toBe(3);
      expect(first.edges[0]!.node).toMatchObject({
        title: '[진행 2026-000001-7] 담당자가 지정되었습니다',
        body: expect.stringContaining('담당 부서: 도로과'),
        complaint: { id: COMPLAINT },
        recipient: { name: '홍길동' },
      });
      expect((await inbox(inEnglish(citizen))).edges[0]!.node.title).toContain('An officer handles');
      expect((await inbox(otherCitizen)).edges).toEqual([]);
    });

    it('shows nothing before it is delivered', async () => {
      await office.hear('notices-inbox', 'complaint.assigned.v1', { ...assigned, officerId: officer.id });
      expect((await inbox(citizen)).totalCount).toBe(0);
      await deliver();
      expect((await inbox(citizen)).totalCount).toBe(1);
    });

    it('is marked read by its person alone, one by one or all, and can be asked for what is unread', async () => {
      await assign(3);
      const [{ node }] = (await inbox(citizen)).edges as [Inbox['edges'][number]];
      expect(await mark(otherCitizen, [node.id])).toBe(0);
      expect(await mark(citizen, [node.id])).toBe(1);
      expect(await mark(citizen, [node.id])).toBe(0);
      expect((await inbox(citizen, { unreadOnly: true })).totalCount).toBe(2);
      expect(await mark(citizen, null)).toBe(2);
      expect((await inbox(citizen, { unreadOnly: true })).edges).toEqual([]);
      expect((await inbox(officer, { unreadOnly: true })).totalCount).toBe(3);
    });

    it('refuses an edited cursor, a page too large, ids that are none, and strangers', async () => {
      await assign(2);
      const { endCursor } = (await inbox(citizen, { first: 1 })).pageInfo;
      expect(await codes(citizen, INBOX, { after: `x${endCursor}` })).toEqual(['BAD_USER_INPUT']);
      expect(await codes(citizen, INBOX, { after: 'edited.cursor' })).toEqual(['BAD_USER_INPUT']);
      expect(await codes(citizen, INBOX, { first: 101 })).toEqual(['BAD_USER_INPUT']);
      expect(await codes(citizen, 'mutation { markNoticesRead(input: { ids: ["7"] }) { marked } }')).toEqual([
        'BAD_USER_INPUT',
      ]);
      expect(await codes(anonymous, INBOX)).toEqual(['UNAUTHENTICATED']);
      expect(await codes(anonymous, 'mutation { markNoticesRead(input: {}) { marked } }')).toEqual(['UNAUTHENTICATED']);
    });
  });

  describe('what was told about a complaint', () => {
    interface Told {
      readonly notices: {
        channel: string;
        state: string;
        body: string | null;
        recipient: { name: string; email: string };
      }[];
    }
    const FIELDS = 'notices { channel state audience body recipient { name email } }';
    const seen = async (who: Someone) => (await entity<Told>(who, 'Complaint', COMPLAINT, FIELDS))!.notices;

    it('is seen by those concerned, each as much as they need', async () => {
      await office.hear('notices-inbox', 'complaint.overdue.v1', late);
      expect(await seen(citizen)).toEqual([]); // nothing has arrived yet
      expect(await seen(officer)).toHaveLength(6);
      await deliver();
      const own = await seen(citizen);
      expect(own).toHaveLength(2);
      expect(own[0]).toMatchObject({ recipient: { name: '홍길동', email: 'hong@example.kr' } });
      for (const who of [officer, manager, colleague]) {
        const told = await seen(who);
        expect(told).toHaveLength(6);
        expect(told.every(({ body }) => body !== null)).toBe(true);
        expect(told.map(({ recipient }) => recipient.name)).toContain('홍*동');
      }
      const audited = await seen(auditor);
      expect(audited).toHaveLength(6);
      expect(audited.map(({ body }) => body)).toEqual(Array(6).fill(null));
      expect(new Set(audited.map(({ recipient }) => recipient.email))).toEqual(
        new Set(['h***@example.kr', 'p***@city.example', 'l***@city.example']),
      );
      for (const who of [otherCitizen, otherOfficer, admin, anonymous]) expect(await seen(who)).toEqual([]);
    });

    it('is one notice by its id, for the same people', async () => {
      await office.hear('notices-inbox', 'complaint.overdue.v1', late);
      await deliver();
      const { id } = (await office.rows()).find(
        ({ audience, channel }) => audience === 'CITIZEN' && channel === 'INBOX',
      )!;
      const found = (who: Someone) => entity<{ channel: string }>(who, 'Notice', id, 'channel');
      expect(await found(citizen)).toEqual({ channel: 'INBOX' });
      expect([await found(otherCitizen), await found(otherOfficer), await found(admin)]).toEqual([null, null, null]);
      expect(await entity(citizen, 'Notice', 'none', 'channel')).toBeNull();
    });

    it('costs the same statements for one complaint as for fifty, recipients included', async () => {
      const ids = Array.from({ length: 50 }, () => randomUUID());
      for (const complaintId of ids)
        await office.hear('notices-inbox', 'complaint.overdue.v1', { ...late, complaintId });
      const cost = (count: number) =>
        office.service.statements(async () => {
          const representations = ids.slice(0, count).map((id) => ({ __typename: 'Complaint', id }));
          const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Complaint { ${FIELDS} } } }`;
          const { data } = await office.service.ask<{ _entities: Told[] }>(officer, query, { representations });
          expect(data!._entities.every(({ notices }) => notices.length === 6)).toBe(true);
        });
      expect(await cost(50)).toBe(await cost(1));
      expect(await cost(50)).toBe(2);
    });
  });

  describe('profiles', () => {
    it.each([
      ['no name', { name: ' ', email: 'a@b.kr' }, [{ code: 'INVALID_VALUE', path: ['name'] }]],
      ['no contact', { name: '홍길동' }, [{ code: 'INVALID_VALUE', path: [] }]],
      [
        'a resident number',
        { name: '000101-3123451', email: 'a@b.kr' },
        [{ code: 'RESIDENT_NUMBER_PRESENT', path: ['name'] }],
      ],
    ])('refuse %s, and store nothing', async (_name, input, errors) => {
      const { data } = await office.service.ask<{ updateProfile: object }>(otherCitizen, UPDATE, { input });
      expect(data!.updateProfile).toEqual({ me: null, errors });
      expect(await office.service.count('profile')).toBe(4);
    });

    it('are one’s own: kind, department and roles are those that the caller is vouched for with', async () => {
      const { data } = await office.service.ask<{ updateProfile: object }>(officer, UPDATE, {
        input: { name: '박민수', email: 'Park@City.example', language: 'EN' },
      });
      expect(data!.updateProfile).toEqual({
        me: {
          ...{ id: officer.id, name: '박민수', email: 'park@city.example', phone: null },
          ...{ language: 'EN', kind: 'STAFF', department: { code: 'ROADS' } },
        },
        errors: [],
      });
      const [{ roles }] = await office.sql.query('SELECT roles FROM "profile" WHERE person_id = $1', [officer.id]);
      expect(roles).toEqual(['OFFICER']);
      expect(await codes(anonymous, UPDATE, { input: { name: '누구', email: 'a@b.kr' } })).toEqual(['UNAUTHENTICATED']);
    });

    it('tell who is calling, also before there is one', async () => {
      const query = '{ me { id name kind department { code } } }';
      expect((await office.service.ask(colleague, query)).data).toEqual({
        me: { id: colleague.id, name: null, kind: 'STAFF', department: { code: 'ROADS' } },
      });
      expect(await codes(anonymous, query)).toEqual(['UNAUTHENTICATED']);
    });

    it('are told also when something else that was asked for is not one’s to see', async () => {
      const { data, errors } = await office.service.ask(officer, '{ me { name } queues { name } }');
      expect(data).toEqual({ me: { name: '박민수' }, queues: null });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    });

    it('are in full for oneself, masked for staff, and nothing for others', async () => {
      const seen = (who: Someone) => entity(who, 'Citizen', citizen.id, 'name email phone kind');
      expect(await seen(citizen)).toEqual({
        ...{ name: '홍길동', email: 'hong@example.kr' },
        ...{ phone: '01012345678', kind: 'CITIZEN' },
      });
      const masked = { name: '홍*동', email: 'h***@example.kr', phone: '010-****-5678', kind: 'CITIZEN' };
      for (const who of [officer, otherOfficer, manager, auditor]) expect(await seen(who)).toEqual(masked);
      const nothing = { name: null, email: null, phone: null, kind: null };
      for (const who of [otherCitizen, admin, anonymous]) expect(await seen(who)).toEqual(nothing);
    });
  });
});
