import { randomUUID } from 'node:crypto';
import { PHOTOGRAPHS, SignedAddresses } from '@charter/attachments';
import { EICAR, FakeClamd, announce, contents, here, put, sha256 } from '@charter/attachments/testing';
import * as people from '@charter/service/testing';
import { type Uploads, openUploads, personOf } from './fixtures/uploads';

const { admin, anonymous, auditor, citizen, officer, otherCitizen } = people;
const NOW = new Date('2026-11-23T10:00:00+09:00');
const JPEG = contents['image/jpeg'];
const INFECTED = Buffer.concat([JPEG, EICAR]);
const by = personOf(citizen);

/** Photographs of a report: how what is attached to goes about it. */
const RULE = { only: PHOTOGRAPHS, field: 'photoIds' };

describe('files of participation', () => {
  let city: Uploads;
  const clamd = new FakeClamd();
  beforeAll(async () => {
    const limits = { ATTACHMENT_MAX_COUNT: '3', ATTACHMENT_MAX_BYTES: '100000', ATTACHMENT_MAX_TOTAL_BYTES: '150000' };
    city = await openUploads(NOW, { ...limits, CLAMAV_URL: await clamd.start() });
  });
  afterAll(async () => {
    await city.close();
    await clamd.stop();
  });
  beforeEach(async () => {
    city.clock.set(NOW);
    clamd.mood = 'scan';
    await city.dataSource.query('TRUNCATE attachment, idempotency_key');
  });

  const row = (id: string) => city.files.find(id);
  /** Attaches as a service does: completed before, claimed and bound with what they belong to. @returns what refused it */
  const attach = async (subjectId: string, ids: string[], who = by, rule: object = RULE): Promise<unknown> => {
    const complete = await city.attachments.completeAll(ids, who, rule);
    if (complete === 'NOT_FOUND' || !complete.ok) return complete;
    return city.dataSource.transaction(async (tx) => {
      const claimed = await city.attachments.claim(tx, ids, who, subjectId, rule);
      if (claimed === 'NOT_FOUND' || !claimed.ok) return claimed;
      await city.attachments.bind(tx, ids, subjectId);
      return undefined;
    });
  };
  const refusal = (code: string, ...path: string[]) => ({
    ok: false,
    refusals: [expect.objectContaining({ code, path })],
  });

  it('are announced, sent, checked, attached in a transaction, and fetched by who sent them', async () => {
    const { data } = await city.request(announce(JPEG));
    const granted = data!.result;
    expect(granted).toMatchObject({
      ...{ expiresAt: '2026-11-23T10:15:00+09:00', maxBytes: 100_000, maxCount: 3, headers: [], errors: [] },
      uploadUrl: expect.stringMatching(/^http:\/\/charter\.test\/participation-files\/[0-9a-f-]{36}\?/),
    });
    expect(await put(city, granted, JPEG)).toBe(200);
    const { attachment } = (await city.complete(granted.attachmentId)).data!.result;
    expect(attachment).toEqual({
      ...{
        id: granted.attachmentId,
        name: '현장.jpg',
        description: '구멍 사진',
        type: 'image/jpeg',
        bytes: JPEG.length,
      },
      ...{ sha256: sha256(JPEG), scanState: 'CLEAN', uploadedAt: '2026-11-23T10:00:00+09:00' },
      downloadUrl: expect.stringMatching(/^http:\/\/charter\.test\/participation-files\//),
    });
    const [reportId, other] = [randomUUID(), randomUUID()];
    const second = await city.upload(contents['image/png']); // not completed: attaching does it
    expect(await attach(reportId, [granted.attachmentId, second])).toBeUndefined();
    const found = await city.files.ofSubjects([other, reportId]);
    expect(found.map((files) => files.map(({ id }) => id).sort())).toEqual([[], [granted.attachmentId, second].sort()]);
    const answer = await fetch(here(city, city.attachments.downloadUrl((await row(second))!)!));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await answer.arrayBuffer()).equals(contents['image/png'])).toBe(true);
    city.clock.advance(5 * 60_000 + 1_000);
    expect((await fetch(here(city, attachment!.downloadUrl!))).status).toBe(403);
  });

  it('asked for with one key are one file, also at once; the key with another file is refused', async () => {
    const input = announce(JPEG, { idempotencyKey: randomUUID() });
    const answers = await Promise.all([city.request(input), city.request(input), city.request(input)]);
    expect(new Set(answers.map(({ data }) => data!.result.attachmentId)).size).toBe(1);
    expect(await city.count('attachment')).toBe(1);
    const { errors } = await city.request({ ...input, name: '다른.jpg' });
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  });

  it.each([
    ['anonymous', anonymous, 'UNAUTHENTICATED'],
    ['administrators', admin, 'FORBIDDEN'],
    ['auditors', auditor, 'FORBIDDEN'],
  ])('are not sent by %s', async (_name, who, code) => {
    expect((await city.request(announce(JPEG), who)).errors).toMatchObject([{ extensions: { code } }]);
    expect((await city.complete(randomUUID(), who)).errors).toMatchObject([{ extensions: { code } }]);
  });

  it('are sent by officers too', async () => {
    const id = await city.upload(JPEG, officer);
    expect((await city.complete(id, officer)).data!.result).toMatchObject({ attachment: { id }, errors: [] });
  });

  it.each<[string, object, string, string]>([
    ['too large', { bytes: 100_001 }, 'LIMIT_REACHED', 'bytes'],
    ['with a resident number as name', { name: '900101-1234568.jpg' }, 'RESIDENT_NUMBER_PRESENT', 'name'],
  ])('announced %s are refused', async (_name, changes, code, path) => {
    const { data } = await city.request(announce(JPEG, changes));
    expect(data!.result).toMatchObject({ attachmentId: null, uploadUrl: null, errors: [{ code, path: [path] }] });
  });

  describe('are refused', () => {
    it('when another content comes than was announced, and taken when the right one follows', async () => {
      const { result } = (await city.request(announce(JPEG))).data!;
      expect(await put(city, result, Buffer.alloc(JPEG.length, 1))).toBe(400);
      expect((await city.complete(result.attachmentId)).data!.result.errors).toMatchObject([{ code: 'INVALID_STATE' }]);
      expect(await put(city, result, JPEG)).toBe(200);
      expect((await city.complete(result.attachmentId)).data!.result.errors).toEqual([]);
    });

    it('when they are programs, and nothing stays of them', async () => {
      const id = await city.upload(Buffer.from('MZ\x90\x00', 'latin1'));
      expect((await city.complete(id)).data!.result).toMatchObject({
        attachment: null,
        errors: [{ code: 'INVALID_VALUE', path: ['attachmentId'] }],
      });
      expect(await row(id)).toBeUndefined();
      expect(city.kept().filter((path) => path.includes(id))).toEqual([]);
    });

    it('with malware, alone and among others', async () => {
      expect((await city.complete(await city.upload(INFECTED))).data!.result).toMatchObject({
        attachment: null,
        errors: [{ code: 'INVALID_VALUE', message: expect.stringContaining('악성 코드') }],
      });
      const ids = [await city.upload(), await city.upload(INFECTED)];
      expect(await attach(randomUUID(), ids)).toEqual(refusal('INVALID_VALUE', 'photoIds', '1'));
      expect((await row(ids[0]!))!.subjectId).toBeNull();
    });

    it('when the time for them has passed', async () => {
      const { result } = (await city.request(announce(JPEG))).data!;
      city.clock.advance(16 * 60_000);
      expect(await put(city, result, JPEG)).toBe(403);
      expect((await city.complete(result.attachmentId)).data!.result.errors).toMatchObject([{ code: 'TOO_LATE' }]);
      expect(await attach(randomUUID(), [result.attachmentId])).toEqual(refusal('TOO_LATE', 'photoIds', '0'));
    });

    it('by an address that another service would have signed with the same secret', async () => {
      const { result } = (await city.request(announce(JPEG))).data!;
      const theirs = new SignedAddresses('http://charter.test', 'x'.repeat(32), 'attachments');
      const until = new Date(NOW.getTime() + 60_000);
      const url = theirs.make('PUT', result.attachmentId, { bytes: String(JPEG.length), sha256: sha256(JPEG) }, until);
      const uploadUrl = url.replace('/attachments/', '/participation-files/');
      expect(await put(city, { ...result, uploadUrl }, JPEG)).toBe(403);
      expect(await put(city, result, JPEG)).toBe(200);
    });
  });

  it('of another are as if they were absent', async () => {
    const theirs = await city.upload(JPEG, otherCitizen);
    for (const id of [theirs, randomUUID(), 'no id']) {
      expect((await city.complete(id)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      expect(await attach(randomUUID(), [id])).toBe('NOT_FOUND');
      const claimed = city.dataSource.transaction((tx) => city.attachments.claim(tx, [id], by));
      expect(await claimed).toBe('NOT_FOUND');
    }
    expect((await row(theirs))!.subjectId).toBeNull();
  });

  describe('are attached once', () => {
    it('to one of two that come at once', async () => {
      const id = await city.upload();
      const outcomes = await Promise.all([attach(randomUUID(), [id]), attach(randomUUID(), [id])]);
      expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
      expect(outcomes).toContainEqual(refusal('ALREADY_DONE', 'photoIds', '0'));
    });

    it('and not at all when the transaction is undone', async () => {
      const id = await city.upload();
      await city.attachments.completeAll([id], by);
      const undone = city.dataSource.transaction(async (tx) => {
        await city.attachments.attach(tx, randomUUID(), [id], by, RULE);
        throw new Error('the report does not hold');
      });
      await expect(undone).rejects.toThrow('does not hold');
      expect(await attach(randomUUID(), [id])).toBeUndefined();
    });

    it('up to the limit of what they are attached to, counted with what it has', async () => {
      const reportId = randomUUID();
      expect(await attach(reportId, [await city.upload(), await city.upload()])).toBeUndefined();
      const more = [await city.upload(), await city.upload()];
      expect(await attach(reportId, more)).toEqual(refusal('LIMIT_REACHED', 'photoIds'));
      expect(await attach(randomUUID(), more)).toBeUndefined();
    });
  });

  it('that are no photographs are refused where photographs alone are taken, before and in the transaction', async () => {
    const ids = [await city.upload(), await city.upload(contents['application/pdf'])];
    const refused = refusal('INVALID_VALUE', 'photoIds', '1');
    expect(await city.attachments.completeAll(ids, by, RULE)).toEqual(refused);
    expect(await city.dataSource.transaction((tx) => city.attachments.claim(tx, ids, by, undefined, RULE))).toEqual(
      refused,
    );
    expect(await attach(randomUUID(), ids, by, {})).toBeUndefined();
  });

  it('wait while the scanner cannot tell; the worker asks again, and what is infected is not given out', async () => {
    clamd.mood = 'error';
    const ids = [await city.upload(), await city.upload(INFECTED)];
    expect(await attach(randomUUID(), ids)).toBeUndefined();
    const urls = async () => (await Promise.all(ids.map(row))).map((each) => city.attachments.downloadUrl(each!));
    expect(await urls()).toEqual([null, null]);
    expect(await city.parts.gauges!.read()).toMatchObject({ charter_attachments_unscanned: 2 });
    clamd.mood = 'scan';
    expect((await city.job.runOnce()).scanned).toBe(2);
    expect(await urls()).toEqual([expect.any(String), null]);
    expect((await row(ids[1]!))!.scanState).toBe('INFECTED');
  });

  it('are tidied by the worker: what never arrived, and what nothing named within a day', async () => {
    const never = (await city.request(announce(JPEG))).data!.result.attachmentId;
    const [forgotten, waiting, attached] = [await city.upload(), await city.upload(), await city.upload()];
    for (const id of [forgotten, waiting]) await city.complete(id);
    await attach(randomUUID(), [attached]);
    for (const [id, hours] of [
      [never, 1],
      [forgotten, 25],
      [waiting, 1],
      [attached, 25],
    ] as const)
      await city.dataSource.query(
        `UPDATE attachment SET requested_at = now() - make_interval(hours => $2), upload_until = now() - make_interval(hours => $2) WHERE id = $1`,
        [id, hours],
      );
    const rounds = await Promise.all([city.job.runOnce(), city.job.runOnce()]);
    expect(rounds.reduce((sum, { removed }) => sum + removed, 0)).toBe(2);
    const left = await Promise.all([never, forgotten, waiting, attached].map(row));
    expect(left.map((each) => each !== undefined)).toEqual([false, false, true, true]);
    expect(city.kept().filter((path) => path.includes(forgotten))).toEqual([]);
    expect(city.kept().filter((path) => path.includes(attached))).toHaveLength(1);
  });
});
