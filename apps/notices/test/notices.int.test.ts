import { randomUUID } from 'node:crypto';
import type { NoticeFacts, ServiceName } from '@charter/contracts';
import { ServiceUnavailable } from '@charter/service';
import {
  type TestService,
  admin,
  anonymous,
  auditor,
  citizen,
  manager,
  officer,
  openTestService,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { schemaDrift } from '@charter/testkit';
import { definition } from '../src/definition';
import type { Delivery } from '../src/jobs/delivery';
import { MailServer } from './fixtures/mail-server';

const COMPLAINT = '0198a000-0000-7000-8000-0000000000c1';
const about = {
  complaintId: COMPLAINT,
  receiptNumber: '2026-000001-7',
  citizenId: citizen.id,
  departmentCode: 'ROADS',
  serviceCode: 'ROAD_REPAIR',
  officerId: null,
};
const late = {
  ...about,
  deadlineId: randomUUID(),
  against: 'STATUTORY' as const,
  dueAt: '2026-12-01T15:00:00.000Z',
  missedAt: '2026-12-01T15:00:00.000Z',
};

interface Row {
  recipient_id: string;
  channel: string;
  audience: string;
  state: string;
  failure: string | null;
  attempts: number;
}

describe('notices', () => {
  const mail = new MailServer();
  let service: TestService<never>;
  let facts: NoticeFacts | 'away';
  let asked: { owner: ServiceName; path: string; question: Record<string, unknown> }[];

  /** The owners of subjects: what they answer is the test's to say. Only their answers are played; the rest is real. */
  const owners = {
    post: async (owner: ServiceName, path: string, question: unknown) => {
      asked.push({ owner, path, question: question as Record<string, unknown> });
      if (facts === 'away') throw new ServiceUnavailable(owner);
      return facts;
    },
  };

  beforeAll(async () => {
    await mail.start();
    const env = {
      SMTP_URL: mail.url,
      MAIL_FROM: '부산광역시 <charter@city.example>',
      PUBLIC_URL: 'http://127.0.0.1:4000',
    };
    service = (await openTestService(definition, { services: owners, env })) as never;
  });
  afterAll(async () => {
    await service.close();
    await mail.stop();
  });
  beforeEach(async () => {
    facts = { stillTrue: true, contact: null, words: {} };
    asked = [];
    mail.mood = 'takes';
    mail.received.length = 0;
    await service.dataSource.query(
      'TRUNCATE "profile", "notice", "delivery_attempt", "admin_action", "outbox_event" CASCADE',
    );
    for (const [who, name, email] of [
      [citizen, '홍길동', 'hong@example.kr'],
      [officer, '박민수', 'park@city.example'],
      [manager, '이부장', 'lee@city.example'],
      [otherOfficer, '최담당', 'choi@city.example'],
    ] as const) {
      const { data } = await service.ask<{ updateProfile: { errors: unknown[] } }>(who, UPDATE, {
        input: { name, email, phone: '010-1234-5678' },
      });
      expect(data!.updateProfile.errors).toEqual([]);
    }
  });

  const UPDATE =
    'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { me { id name email phone language } errors { code path } } }';
  const deliver = (): Promise<number> => (service.parts.loops[0] as Delivery).runOnce();
  const rows = (): Promise<Row[]> =>
    service.dataSource.query(
      'SELECT recipient_id, channel, audience, state, failure, attempts FROM "notice" ORDER BY audience, recipient_id, channel',
    );
  const dueNow = () => service.dataSource.query(`UPDATE "notice" SET next_attempt_at = now() WHERE state = 'PENDING'`);

  it('have entities that agree with the migrations', async () =>
    expect(await schemaDrift(service.dataSource)).toEqual([]));

  describe('planning', () => {
    it('is once for each event, person and channel, also when the event comes twice at once', async () => {
      const id = randomUUID();
      await Promise.all([1, 2, 3].map(() => service.hear('notices-inbox', 'complaint.overdue.v1', late, id)));
      expect((await rows()).map(({ audience, recipient_id, channel }) => [audience, recipient_id, channel])).toEqual([
        ['CITIZEN', citizen.id, 'EMAIL'],
        ['CITIZEN', citizen.id, 'INBOX'],
        ['MANAGER', manager.id, 'EMAIL'],
        ['MANAGER', manager.id, 'INBOX'],
        ['OFFICER', officer.id, 'EMAIL'],
        ['OFFICER', officer.id, 'INBOX'],
      ]);
    });

    it('tells the officer who handles it, and not the whole department', async () => {
      await service.hear('notices-inbox', 'complaint.due-soon.v1', {
        ...late,
        officerId: otherOfficer.id,
        stage: 'DUE_TODAY',
      });
      expect(new Set((await rows()).map(({ recipient_id }) => recipient_id))).toEqual(new Set([otherOfficer.id]));
    });

    it('keeps no name, contact or text of a person', async () => {
      await service.hear('notices-inbox', 'complaint.overdue.v1', late);
      await deliver();
      const kept = JSON.stringify([
        await service.dataSource.query('SELECT * FROM "notice"'),
        await service.dataSource.query('SELECT * FROM "delivery_attempt"'),
        await service.dataSource.query('SELECT * FROM "profile"'),
      ]);
      expect(kept).not.toMatch(/홍길동|hong@example|01012345678/);
    });
  });

  describe('delivery', () => {
    it('brings each notice once by inbox and by mail, with two workers at once', async () => {
      await service.hear('notices-inbox', 'complaint.overdue.v1', late);
      expect((await Promise.all([deliver(), deliver(), deliver()])).reduce((sum, taken) => sum + taken)).toBe(6);
      expect(await deliver()).toBe(0);
      expect((await rows()).map(({ state }) => state)).toEqual(Array(6).fill('DELIVERED'));
      expect(mail.received.map(({ to }) => to).sort()).toEqual([
        'hong@example.kr',
        'lee@city.example',
        'park@city.example',
      ]);
      const [letter] = mail.received;
      expect(MailServer.header(letter!, 'Message-ID')).toMatch(/^<[0-9a-f-]{36}@city\.example>$/);
      expect(MailServer.header(letter!, 'Auto-Submitted')).toBe('auto-generated');
      expect(MailServer.header(letter!, 'Subject')).toMatch(/^=\?UTF-8\?/);
      expect(letter!.text).toMatch(/text\/plain[^]*text\/html/);
    });

    it('does not tell of lateness that has ended: neither by mail nor in the inbox', async () => {
      facts = { stillTrue: false, contact: null, words: {} };
      await service.hear('notices-inbox', 'complaint.overdue.v1', late);
      await deliver();
      expect((await rows()).map(({ state }) => state)).toEqual(Array(6).fill('SUPERSEDED'));
      expect(mail.received).toEqual([]);
      expect(asked[0]).toMatchObject({
        owner: 'complaints',
        path: '/internal/notice-facts',
        question: { eventType: 'complaint.overdue.v1', subjectId: COMPLAINT, deadlineId: late.deadlineId },
      });
      const { data } = await service.ask<{ myNotices: { edges: unknown[] } }>(
        citizen,
        '{ myNotices { edges { node { id } } } }',
      );
      expect(data!.myNotices.edges).toEqual([]);
    });

    it('waits while the owner is away, and goes on when it is back', async () => {
      facts = 'away';
      await service.hear('notices-inbox', 'complaint.answered.v1', {
        ...about,
        answeredAt: '2026-12-01T15:00:00.000Z',
        lateByLaw: false,
        lateByCharter: false,
      });
      await deliver();
      expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual([
        ['PENDING', 1],
        ['PENDING', 1],
      ]);
      facts = { stillTrue: true, contact: null, words: {} };
      await dueNow();
      await deliver();
      expect((await rows()).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED']);
    });

    it.each(['fails for now', 'hangs up'] as const)(
      'tries again with the same Message-ID when the mail server %s',
      async (mood) => {
        mail.mood = mood;
        await service.hear('notices-inbox', 'complaint.withdrawn.v1', {
          ...about,
          officerId: officer.id,
          withdrawnAt: '2026-12-01T15:00:00.000Z',
        });
        await deliver();
        expect((await rows()).filter(({ channel }) => channel === 'EMAIL').map(({ state }) => state)).toEqual([
          'PENDING',
          'PENDING',
        ]);
        await mail.stop();
        mail.mood = 'takes';
        await dueNow();
        await deliver(); // nobody listens at all
        await mail.start();
        await dueNow();
        await deliver();
        expect((await rows()).map(({ state }) => state)).toEqual(Array(4).fill('DELIVERED'));
        expect(mail.received.map(({ to }) => to).sort()).toEqual(['hong@example.kr', 'park@city.example']);
      },
    );

    it('ends with the reason when the address is refused for good', async () => {
      mail.mood = 'refuses the address';
      await service.hear('notices-inbox', 'complaint.answered.v1', {
        ...about,
        answeredAt: '2026-12-01T15:00:00.000Z',
        lateByLaw: false,
        lateByCharter: false,
      });
      await deliver();
      const [byMail, byInbox] = await rows();
      expect([byMail, byInbox]).toMatchObject([
        { channel: 'EMAIL', state: 'FAILED', failure: 'The mail server answered 550.' },
        { channel: 'INBOX', state: 'DELIVERED' },
      ]);
    });

    it('is taken up by another worker when one dies in the middle', async () => {
      await service.hear('notices-inbox', 'complaint.answered.v1', {
        ...about,
        answeredAt: '2026-12-01T15:00:00.000Z',
        lateByLaw: false,
        lateByCharter: false,
      });
      // What a dead worker leaves: taken, and never settled; the lease ends.
      await service.dataSource.query(
        `UPDATE "notice" SET attempts = 1, next_attempt_at = now() + interval '30 seconds'`,
      );
      expect(await deliver()).toBe(0);
      await service.dataSource.query(`UPDATE "notice" SET next_attempt_at = now() - interval '1 second'`);
      expect(await deliver()).toBe(2);
      expect(mail.received).toHaveLength(1);
    });

    it('reaches people without a profile by the filing service’s contact, and says so when there is none', async () => {
      const walkIn = randomUUID();
      const answered = {
        ...about,
        citizenId: walkIn,
        answeredAt: '2026-12-01T15:00:00.000Z',
        lateByLaw: false,
        lateByCharter: false,
      };
      facts = {
        stillTrue: true,
        contact: { name: '김방문', email: 'visitor@example.kr', phone: null, language: 'ko' },
        words: {},
      };
      await service.hear('notices-inbox', 'complaint.answered.v1', answered);
      await deliver();
      expect(mail.received.map(({ to }) => to)).toEqual(['visitor@example.kr']);
      facts = { stillTrue: true, contact: null, words: {} };
      await service.hear('notices-inbox', 'complaint.answered.v1', { ...answered, citizenId: randomUUID() });
      await deliver();
      expect((await rows()).map(({ state }) => state).sort()).toEqual([
        'DELIVERED',
        'DELIVERED',
        'DELIVERED',
        'UNREACHABLE',
      ]);
    });
  });

  describe('the inbox', () => {
    const INBOX =
      'query ($first: Int! = 20, $after: String, $unreadOnly: Boolean! = false) { myNotices(first: $first, after: $after, unreadOnly: $unreadOnly) { edges { node { id kind title readAt } } pageInfo { endCursor hasNextPage } totalCount } }';
    interface Inbox {
      myNotices: {
        edges: { node: { id: string; kind: string; title: string } }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
        totalCount: number;
      };
    }

    it('is one’s own, paged, in one’s language, and can be marked read', async () => {
      for (let n = 0; n < 3; n += 1) {
        service.clock.advance(1_000);
        await service.hear('notices-inbox', 'complaint.assigned.v1', {
          ...about,
          officerId: officer.id,
          previousOfficerId: null,
        });
      }
      await deliver();
      const page = async (who: object, variables = {}) =>
        (await service.ask<Inbox>(who as never, INBOX, variables)).data!.myNotices;
      const first = await page(citizen, { first: 2 });
      expect([first.edges.length, first.totalCount, first.pageInfo.hasNextPage]).toEqual([2, 3, true]);
      expect((await page(citizen, { first: 2, after: first.pageInfo.endCursor })).edges).toHaveLength(1);
      expect(first.edges[0]!.node.title).toContain('담당자가 지정되었습니다');
      expect((await page({ ...citizen, language: 'en' })).edges[0]!.node.title).toContain('An officer handles');
      expect((await page(otherCitizen)).edges).toEqual([]);
      const mark = (who: object, ids: string[] | null) =>
        service.ask<{ markNoticesRead: { marked: number } }>(
          who as never,
          'mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { marked } }',
          { input: { ids } },
        );
      const { id } = first.edges[0]!.node;
      expect((await mark(otherCitizen, [id])).data!.markNoticesRead.marked).toBe(0);
      expect((await mark(citizen, [id])).data!.markNoticesRead.marked).toBe(1);
      expect((await page(citizen, { unreadOnly: true })).totalCount).toBe(2);
      const { errors } = await service.ask(citizen, INBOX, { after: 'edited.cursor' });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    });

    it('shows what was told about a complaint to those concerned', async () => {
      await service.hear('notices-inbox', 'complaint.overdue.v1', late);
      await deliver();
      const query = `{ _entities(representations: [{ __typename: "Complaint", id: "${COMPLAINT}" }]) { ... on Complaint { notices { audience } } } }`;
      const seen = async (who: object) =>
        (await service.ask<{ _entities: { notices: unknown[] }[] }>(who as never, query)).data!._entities[0]!.notices
          .length;
      expect([await seen(citizen), await seen(officer), await seen(auditor)]).toEqual([2, 6, 6]);
      expect([await seen(otherCitizen), await seen(otherOfficer), await seen(admin), await seen(anonymous)]).toEqual([
        0, 0, 0, 0,
      ]);
    });
  });

  describe('profiles', () => {
    it.each([
      ['no name', { name: ' ', email: 'a@b.kr' }, 'INVALID_VALUE', ['name']],
      ['no contact', { name: '홍길동' }, 'INVALID_VALUE', ['email']],
      ['a wrong phone', { name: '홍길동', phone: '12' }, 'INVALID_VALUE', ['phone']],
      ['a resident number', { name: '000101-3123451', email: 'a@b.kr' }, 'RESIDENT_NUMBER_PRESENT', ['name']],
    ])('refuse %s', async (_name, input, code, path) => {
      const { data } = await service.ask<{ updateProfile: { errors: unknown[] } }>(otherCitizen, UPDATE, { input });
      expect(data!.updateProfile.errors).toEqual([{ code, path }]);
    });

    it('are in full for oneself, masked for staff, and nothing for others', async () => {
      const query = `{ _entities(representations: [{ __typename: "Citizen", id: "${citizen.id}" }]) { ... on Citizen { name email } } }`;
      const seen = async (who: object) =>
        (await service.ask<{ _entities: unknown[] }>(who as never, query)).data!._entities[0];
      expect(await seen(citizen)).toEqual({ name: '홍길동', email: 'hong@example.kr' });
      expect(await seen(officer)).toEqual({ name: '홍*동', email: 'h***@example.kr' });
      expect([await seen(otherCitizen), await seen(admin), await seen(anonymous)]).toEqual(
        Array(3).fill({ name: null, email: null }),
      );
    });
  });
});
