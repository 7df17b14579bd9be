import { type Someone, citizen, officer, otherCitizen } from '@charter/service/testing';
import { answered, assigned, withdrawn } from './fixtures/events';
import { MailServer } from './fixtures/mail-server';
import { Office } from './fixtures/office';

const HONG = { name: '홍길동', email: 'hong@example.kr', phone: '010-1234-5678' };

describe('a digest', () => {
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
  beforeEach(async () => {
    mail.reset();
    await office.reset();
    await office.profile(citizen, { ...HONG, digestAfter: 2 });
  });

  const news = async (times: number) => {
    for (let n = 0; n < times; n += 1)
      await office.hear('notices-inbox', 'complaint.assigned.v1', { ...assigned, officerId: officer.id });
  };
  const mine = async (): Promise<
    { id: string; state: string; alone: boolean; carries: boolean; seconds: number | null }[]
  > =>
    office.sql.query(`
      SELECT "id", "state", "digest_id" IS NULL AS alone, COALESCE("digest_id" = "id", false) AS carries,
             EXTRACT(EPOCH FROM "next_attempt_at" - now())::float AS seconds
      FROM "notice" WHERE "channel" = 'EMAIL' AND "recipient_id" = '${citizen.id}' ORDER BY alone DESC, carries DESC, "created_at"`);
  const states = async () => (await mine()).map(({ state, carries }) => (carries ? `${state} carries` : state));
  const letters = () => mail.received.filter(({ to }) => to === 'hong@example.kr');
  const deliver = async () => {
    while ((await office.delivery.runOnce()) > 0);
  };
  const later = async () => {
    await office.dueNow();
    await deliver();
  };
  const inbox = async (who: Someone): Promise<number> => {
    const { data } = await office.service.ask<{ myNotices: { totalCount: number } }>(
      who,
      '{ myNotices { totalCount } }',
    );
    return data!.myNotices.totalCount;
  };

  it('holds what is more than somebody wants in a day, and goes out as one letter', async () => {
    await news(6);
    expect(await states()).toEqual(['PENDING', 'PENDING', 'PENDING carries', 'BUNDLED', 'BUNDLED', 'BUNDLED']);
    const wait = (await mine())[2]!.seconds!;
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(14 * 3_600);
    await deliver();
    expect(letters()).toHaveLength(2);
    expect(await inbox(citizen)).toBe(6); // the inbox waits for nothing
    await later();
    expect(await states()).toEqual([...Array(2).fill('DELIVERED'), 'DELIVERED carries', ...Array(3).fill('DELIVERED')]);
    expect(letters()).toHaveLength(3);
    const { letter } = letters()[2]!;
    expect(letter.subject).toBe('[알림 모음] 알림 4건');
    expect(letter.text!.match(/\[진행 2026-000001-7\]/g)).toHaveLength(4);
    expect(letter.text).toContain('홍길동');
    const query = Buffer.from(/#q=([\w-]+)/.exec(letter.text!)![1]!, 'base64url').toString('utf8');
    expect(query).toContain('myNotices');
    await later();
    expect(letters()).toHaveLength(3);
  });

  it('is nobody’s who did not ask for it, and holds nothing that the law requires', async () => {
    await office.profile(citizen, { ...HONG, digestAfter: 1 });
    await news(2);
    for (let n = 0; n < 3; n += 1) await office.hear('notices-inbox', 'complaint.answered.v1', answered);
    expect((await mine()).filter(({ alone }) => alone)).toHaveLength(4);
    expect(await states()).toContain('PENDING carries');
    const [{ count }] = await office.sql.query(
      `SELECT count(*)::int FROM "notice" WHERE "digest_id" IS NOT NULL AND "recipient_id" <> $1`,
      [citizen.id],
    );
    expect([count, await inbox(otherCitizen)]).toEqual([0, 0]);
  });

  it('counts right when many are planned at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => news(1)));
    expect((await states()).sort()).toEqual([...Array(5).fill('BUNDLED'), 'PENDING', 'PENDING', 'PENDING carries']);
  });

  it('leaves out what is not true any more, and loses nothing when that is the one that carries it', async () => {
    await news(2);
    await office.hear('notices-inbox', 'complaint.withdrawn.v1', { ...withdrawn, officerId: officer.id });
    await news(3);
    await deliver();
    office.facts = { stillTrue: false, contact: null, words: {} };
    const carrier = (await mine())[2]!.id;
    await office.sql.query(`UPDATE "notice" SET next_attempt_at = now() WHERE id = $1`, [carrier]);
    await office.delivery.runOnce();
    expect(await states()).toEqual(
      ['DELIVERED', 'DELIVERED', 'PENDING carries', 'BUNDLED', 'BUNDLED', 'SUPERSEDED carries'].sort(byPlace),
    );
    office.facts = { stillTrue: true, contact: null, words: {} };
    await later();
    expect(letters()[2]!.letter.subject).toBe('[알림 모음] 알림 3건');
    expect((await states()).filter((state) => state.startsWith('DELIVERED'))).toHaveLength(5);
  });

  it('waits with all that is in it while the mail server is away, and fails with all when the mailbox is refused', async () => {
    await news(5);
    await deliver();
    mail.mood = 'fails for now';
    await office.dueNow();
    await office.delivery.runOnce();
    expect(await states()).toEqual(['DELIVERED', 'DELIVERED', 'PENDING carries', 'BUNDLED', 'BUNDLED']);
    await news(1); // the first is under way: this one begins another
    expect((await states()).filter((state) => state === 'PENDING carries')).toHaveLength(2);
    mail.mood = 'refuses the address';
    await later();
    // Whether the second met the refusal itself, or found the address paused by the first, is a matter of milliseconds.
    const ended = (await states()).map((state) => state.replace('UNREACHABLE', 'FAILED')).sort();
    expect(ended).toEqual(['DELIVERED', 'DELIVERED', 'FAILED', 'FAILED', 'FAILED carries', 'FAILED carries']);
  });
});

const ORDER = ['DELIVERED', 'SUPERSEDED carries', 'PENDING carries', 'BUNDLED'];
const byPlace = (a: string, b: string): number => ORDER.indexOf(a) - ORDER.indexOf(b);
