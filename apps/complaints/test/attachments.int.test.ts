import { randomUUID } from 'node:crypto';
import { emptyTables } from '@charter/testkit';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { announce, contents, here, put, sha256, zipOf } from '@charter/attachments/testing';
import * as people from '@charter/service/testing';
import { ask, complete, upload } from './fixtures/attachments';
import { openCatalogue } from './fixtures/catalogue';
import { file, filing, registerVisit, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

const { anonymous, admin, auditor, citizen, otherCitizen, officer, otherOfficer } = people;
const NOW = new Date('2026-11-23T10:00:00+09:00');
const JPEG = contents['image/jpeg'];
const ATTACHMENTS = `query ($id: ID!) { complaint(id: $id) {
  attachments { id name description type bytes sha256 scanState uploadedAt downloadUrl } } }`;

interface Seen {
  readonly complaint: { attachments: { id: string; name: string; downloadUrl: string | null }[] } | null;
}

describe('attachments', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW, {
      ATTACHMENT_MAX_COUNT: '3',
      ATTACHMENT_MAX_BYTES: '100000',
      ATTACHMENT_MAX_TOTAL_BYTES: '150000',
    });
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(NOW);
    await emptyTables(office.dataSource, 'complaint', 'attachment', 'idempotency_key', 'outbox_event');
  });

  const inFolder = (part: 'arrived' | 'kept'): string[] => {
    const folder = join(office.folder, part);
    const found = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
    return found.filter((each) => each.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  };
  const row = async (id: string) => (await office.dataSource.query('SELECT * FROM attachment WHERE id = $1', [id]))[0];

  it('are announced, sent, checked, attached, and fetched by the citizen and by who handles it', async () => {
    const { data } = await ask(office, announce(JPEG));
    const granted = data!.result;
    expect(granted).toMatchObject({
      ...{ expiresAt: '2026-11-23T10:15:00+09:00', maxBytes: 100_000, maxCount: 3, headers: [], errors: [] },
      uploadUrl: expect.stringMatching(/^http:\/\/charter\.test\/attachments\/[0-9a-f-]{36}\?/),
    });
    expect(await put(office, granted, JPEG)).toBe(200);
    const { id } = await file(office, { attachmentIds: [granted.attachmentId] });
    const seen = async (who: people.Someone) => (await office.ask<Seen>(who, ATTACHMENTS, { id })).data!.complaint;
    const mine = await seen(citizen);
    expect(mine!.attachments).toEqual([
      {
        ...{
          id: granted.attachmentId,
          name: '현장.jpg',
          description: '구멍 사진',
          type: 'image/jpeg',
          bytes: JPEG.length,
        },
        ...{ sha256: sha256(JPEG), scanState: 'NOT_SCANNED', uploadedAt: '2026-11-23T10:00:00+09:00' },
        downloadUrl: expect.stringMatching(/^http:\/\/charter\.test\/attachments\//),
      },
    ]);
    for (const who of [citizen, officer]) {
      const [attachment] = (await seen(who))!.attachments;
      const answer = await fetch(here(office, attachment!.downloadUrl!));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect(Buffer.from(await answer.arrayBuffer()).equals(JPEG)).toBe(true);
    }
    expect(await seen(otherCitizen)).toBeNull();
    expect(await seen(otherOfficer)).toBeNull();
    // The auditor reads the case, not the citizen's files.
    expect((await seen(auditor))!.attachments).toMatchObject([{ name: '현장.jpg', downloadUrl: null }]);
    const old = mine!.attachments[0]!.downloadUrl!;
    office.clock.advance(5 * 60_000 + 1_000);
    expect((await fetch(here(office, old))).status).toBe(403);
  });

  it('of an officer go with what the officer registers', async () => {
    const id = await upload(office, contents['application/pdf'], { name: '신청서.pdf' }, officer);
    const visit = await registerVisit(office, NOW, { attachmentIds: [id] });
    expect((await row(id)).subject_id).toBe(visit.id);
  });

  it('of many complaints are read in one statement', async () => {
    for (let count = 0; count < 3; count += 1) await file(office, { attachmentIds: [await upload(office)] });
    const list = (fields: string) => () => office.ask(citizen, `{ complaints { edges { node { id ${fields} } } } }`);
    const without = await office.statements(list(''));
    expect(await office.statements(list('attachments { id downloadUrl }'))).toBeLessThanOrEqual(without + 2);
  });

  describe('are what their content is, whatever their name', () => {
    it.each(Object.entries(contents))('%s', async (type, content) => {
      const id = await upload(office, content, { name: '이름.exe' });
      const { data } = await complete(office, id);
      expect(data!.result).toMatchObject({ attachment: { type, name: '이름.exe' }, errors: [] });
      const { searchParams } = new URL(data!.result.attachment!.downloadUrl!);
      expect(searchParams.get('name')).toMatch(/^이름\.exe\.\w+$/);
    });

    it.each([
      ['a program named as a picture', Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1')],
      ['a zip of programs', zipOf({ 'setup.exe': 'MZ' })],
    ])('%s is refused, and nothing stays of it', async (_name, content) => {
      const id = await upload(office, content, { name: '현장.jpg' });
      const { data } = await complete(office, id);
      expect(data!.result).toMatchObject({
        attachment: null,
        errors: [{ code: 'INVALID_VALUE', path: ['attachmentId'] }],
      });
      expect(await row(id)).toBeUndefined();
      expect(
        inFolder('arrived')
          .concat(inFolder('kept'))
          .filter((path) => path.includes(id)),
      ).toEqual([]);
    });

    it('a program fails the filing that names it, with the place, and nothing is filed', async () => {
      const ids = [await upload(office), await upload(office, Buffer.from('MZ\x90\x00', 'latin1'))];
      const { data } = await send(office, citizen, 'fileComplaint', filing({ attachmentIds: ids }));
      expect(data!.result).toMatchObject({
        complaint: null,
        errors: [{ code: 'INVALID_VALUE', path: ['attachmentIds', '1'] }],
      });
      expect(await office.count('complaint')).toBe(0);
    });
  });

  describe('announced wrongly are refused', () => {
    it.each<[string, object, string, string]>([
      ['too large', { bytes: 100_001 }, 'LIMIT_REACHED', 'bytes'],
      ['empty', { bytes: 0 }, 'INVALID_VALUE', 'bytes'],
      ['with a checksum that is none', { sha256: 'abc' }, 'INVALID_VALUE', 'sha256'],
      ['with folders in the name', { name: '../../etc/passwd' }, 'INVALID_VALUE', 'name'],
      ['without a name', { name: ' ' }, 'INVALID_VALUE', 'name'],
      ['with a resident number as name', { name: '900101-1234568.jpg' }, 'RESIDENT_NUMBER_PRESENT', 'name'],
      [
        'with a spaced resident number in the description',
        { description: '저는 900101 1234568' },
        'RESIDENT_NUMBER_PRESENT',
        'description',
      ],
    ])('%s', async (_name, changes, code, path) => {
      const { data } = await ask(office, announce(JPEG, changes));
      expect(data!.result).toMatchObject({ attachmentId: null, uploadUrl: null, errors: [{ code, path: [path] }] });
      expect(await office.count('attachment')).toBe(0);
    });

    it('when a person has as many waiting as are allowed, also when they ask at once', async () => {
      const answers = await Promise.all(Array.from({ length: 12 }, () => ask(office, announce(JPEG))));
      const granted = answers.filter(({ data }) => data!.result.attachmentId);
      expect(granted).toHaveLength(9);
      expect(answers.find(({ data }) => !data!.result.attachmentId)!.data!.result.errors).toMatchObject([
        { code: 'LIMIT_REACHED' },
      ]);
      expect((await ask(office, announce(JPEG), otherCitizen)).data!.result.errors).toEqual([]);
    });
  });

  it('asked for with one key are one file, also at once; the key with another file is refused', async () => {
    const input = announce(JPEG, { idempotencyKey: randomUUID() });
    const ids = (await Promise.all([ask(office, input), ask(office, input), ask(office, input)])).map(
      ({ data }) => data!.result.attachmentId,
    );
    expect(new Set(ids).size).toBe(1);
    expect(await office.count('attachment')).toBe(1);
    const { errors } = await ask(office, { ...input, name: '다른.jpg' });
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  });

  it('are told when nothing has arrived, and when the time has passed', async () => {
    const { data } = await ask(office, announce(JPEG));
    const { attachmentId } = data!.result;
    expect((await complete(office, attachmentId)).data!.result.errors).toMatchObject([{ code: 'INVALID_STATE' }]);
    const filed = await send(office, citizen, 'fileComplaint', filing({ attachmentIds: [attachmentId] }));
    expect(filed.data!.result.errors).toMatchObject([{ code: 'INVALID_STATE', path: ['attachmentIds', '0'] }]);
    office.clock.advance(16 * 60_000);
    expect((await complete(office, attachmentId)).data!.result.errors).toMatchObject([{ code: 'TOO_LATE' }]);
    expect(await put(office, data!.result, JPEG)).toBe(403);
  });

  it('are checked once when completed several times at once', async () => {
    const id = await upload(office);
    const all = await Promise.all(Array.from({ length: 4 }, () => complete(office, id)));
    for (const { data } of all)
      expect(data!.result).toMatchObject({ attachment: { id, type: 'image/jpeg' }, errors: [] });
    expect(inFolder('kept').filter((path) => path.endsWith(id))).toHaveLength(1);
  });

  it('are completed by the next attempt when a process ended between keeping and writing it down', async () => {
    const id = await upload(office);
    await complete(office, id);
    await office.dataSource.query('UPDATE attachment SET checked_at = NULL, media_type = NULL WHERE id = $1', [id]);
    expect((await complete(office, id)).data!.result).toMatchObject({
      attachment: { id, type: 'image/jpeg' },
      errors: [],
    });
  });

  describe('of another are as if they were absent', () => {
    it.each(['fileComplaint', 'completeAttachmentUpload', 'attachment'] as const)('in %s', async (where) => {
      const theirs = await upload(office, JPEG, {}, otherCitizen);
      const attempt = async (id: string) => {
        if (where === 'fileComplaint')
          return (await send(office, citizen, where, filing({ attachmentIds: [id] }))).errors;
        if (where === 'completeAttachmentUpload') return (await complete(office, id)).errors;
        return (await office.ask(citizen, 'query ($id: ID!) { attachment(id: $id) { id } }', { id })).data;
      };
      const answers = await Promise.all([attempt(theirs), attempt(randomUUID()), attempt('no id')]);
      const expected = where === 'attachment' ? { attachment: null } : [{ extensions: { code: 'NOT_FOUND' } }];
      for (const answer of answers) expect(answer).toMatchObject(expected);
      expect(await office.count('complaint')).toBe(0);
    });

    it('once attached, in `attachment` too; the citizen and the department find it', async () => {
      const id = await upload(office);
      await file(office, { attachmentIds: [id] });
      const find = async (who: people.Someone) =>
        (
          await office.ask<{ attachment: object | null }>(who, 'query ($id: ID!) { attachment(id: $id) { id } }', {
            id,
          })
        ).data!.attachment;
      expect(await Promise.all([citizen, officer, otherCitizen, otherOfficer].map(find))).toEqual([
        { id },
        { id },
        null,
        null,
      ]);
    });
  });

  it.each([
    ['anonymous', anonymous, 'UNAUTHENTICATED'],
    ['administrators', admin, 'FORBIDDEN'],
    ['auditors', auditor, 'FORBIDDEN'],
  ])('are not uploaded by %s', async (_name, who, code) => {
    expect((await ask(office, announce(JPEG), who)).errors).toMatchObject([{ extensions: { code } }]);
    expect((await complete(office, randomUUID(), who)).errors).toMatchObject([{ extensions: { code } }]);
  });

  describe('are attached once', () => {
    it('to one complaint, whoever comes second', async () => {
      const id = await upload(office);
      const both = await Promise.all(
        [1, 2].map(() => send(office, citizen, 'fileComplaint', filing({ attachmentIds: [id] }))),
      );
      expect(both.filter(({ data }) => data!.result.complaint)).toHaveLength(1);
      expect(both.flatMap(({ data }) => data!.result.errors)).toMatchObject([
        { code: 'ALREADY_DONE', path: ['attachmentIds', '0'] },
      ]);
      expect(await office.count('complaint')).toBe(1);
    });

    it('with one key the same filing, and the key with other files is refused', async () => {
      const [id, other] = [await upload(office), await upload(office)];
      const input = { idempotencyKey: randomUUID(), attachmentIds: [id] };
      const first = await file(office, input);
      expect((await file(office, input)).id).toBe(first.id);
      const { errors } = await send(office, citizen, 'fileComplaint', filing({ ...input, attachmentIds: [other] }));
      expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
    });

    it.each<[string, (ids: string[]) => string[], string]>([
      ['too many', (ids) => ids, 'LIMIT_REACHED'],
      ['the same twice', ([id]) => [id!, id!], 'INVALID_VALUE'],
    ])('and refused when %s are named', async (_name, choose, code) => {
      const ids = await Promise.all(Array.from({ length: 4 }, () => upload(office)));
      const { data } = await send(office, citizen, 'fileComplaint', filing({ attachmentIds: choose(ids) }));
      expect(data!.result).toMatchObject({ complaint: null, errors: [{ code, path: ['attachmentIds'] }] });
    });

    it('and refused when they are too large together', async () => {
      const large = Buffer.concat([JPEG, Buffer.alloc(90_000)]);
      const ids = [await upload(office, large), await upload(office, large)];
      const { data } = await send(office, citizen, 'fileComplaint', filing({ attachmentIds: ids }));
      expect(data!.result.errors).toMatchObject([{ code: 'LIMIT_REACHED', path: ['attachmentIds'] }]);
      expect((await row(ids[0]!)).subject_id).toBeNull();
    });
  });

  describe('go with a supplement', () => {
    const asked = async (attachmentIds: string[] = []) => {
      const complaint = await file(office, { attachmentIds });
      await send(office, officer, 'requestSupplement', { complaintId: complaint.id, text: '사진을 보내 주십시오.' });
      return complaint.id;
    };
    const submit = (complaintId: string, attachmentIds: string[], who: people.Someone = citizen) =>
      send(office, who, 'submitSupplement', { complaintId, text: '보냅니다.', attachmentIds });
    const state = async (id: string) =>
      (await office.dataSource.query('SELECT status, version FROM complaint WHERE id = $1', [id]))[0];

    it('after those that were there, and of an officer who takes them at the counter', async () => {
      const first = await upload(office);
      const id = await asked([first]);
      office.clock.advance(1_000);
      const second = await upload(office, contents['application/pdf'], { name: '도면.pdf' }, officer);
      expect((await submit(id, [second], officer)).data!.result).toMatchObject({ errors: [] });
      const { data } = await office.ask<Seen>(citizen, ATTACHMENTS, { id });
      expect(data!.complaint!.attachments.map((each) => each.id)).toEqual([first, second]);
    });

    it.each<[string, () => Promise<string[]>, object]>([
      [
        'another’s file',
        async () => [await upload(office, JPEG, {}, otherCitizen)],
        { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
      ],
      [
        'more than a complaint may have',
        async () => [await upload(office), await upload(office)],
        { data: { result: { errors: [{ code: 'LIMIT_REACHED', path: ['attachmentIds'] }] } } },
      ],
      [
        'a program',
        async () => [await upload(office, Buffer.from('MZ\x90\x00', 'latin1'))],
        { data: { result: { errors: [{ code: 'INVALID_VALUE', path: ['attachmentIds', '0'] }] } } },
      ],
    ])('not with %s: nothing of the supplement stands', async (_name, choose, expected) => {
      const id = await asked([await upload(office), await upload(office)]);
      const before = await state(id);
      expect(await submit(id, await choose())).toMatchObject(expected);
      expect(await state(id)).toEqual(before);
      expect(before.status).toBe('SUPPLEMENT_REQUESTED');
      expect(await office.told('complaint.supplement-given.v1')).toEqual([]);
    });

    it('not into another citizen’s complaint, nor when none was asked for', async () => {
      const id = await asked();
      const theirs = await upload(office, JPEG, {}, otherCitizen);
      expect((await submit(id, [theirs], otherCitizen)).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
      const open = await file(office);
      const mine = await upload(office);
      expect((await submit(open.id, [mine])).data!.result.errors).toMatchObject([{ code: 'INVALID_STATE' }]);
      for (const each of [theirs, mine]) expect((await row(each)).subject_id).toBeNull();
    });
  });

  describe('are tidied by the worker', () => {
    const age = (id: string, hours: number) =>
      office.dataSource.query(
        `UPDATE attachment SET requested_at = now() - make_interval(hours => $2), upload_until = now() - make_interval(hours => $2) WHERE id = $1`,
        [id, hours],
      );

    it('what never arrived, what nobody attached, what came twice; and nothing else', async () => {
      const { data } = await ask(office, announce(JPEG));
      const [never, half, forgotten, waiting, attached] = [
        data!.result.attachmentId,
        await upload(office),
        await upload(office),
        await upload(office),
        await upload(office),
      ];
      for (const id of [forgotten, waiting]) await complete(office, id);
      const { id: complaintId } = await file(office, { attachmentIds: [attached] });
      for (const id of [never, half, waiting, attached]) await age(id, 1);
      await age(forgotten, 25);
      const rounds = await Promise.all([office.tidy(), office.tidy()]);
      expect(rounds.reduce((sum, { removed }) => sum + removed, 0)).toBe(3);
      const left = await office.dataSource.query('SELECT id FROM attachment ORDER BY id');
      expect(left.map(({ id }: { id: string }) => id)).toEqual([waiting, attached].sort());
      const paths = inFolder('kept').concat(inFolder('arrived')).join('\n');
      for (const id of [never, half, forgotten]) expect(paths).not.toContain(id);
      const { data: seen } = await office.ask<Seen>(citizen, ATTACHMENTS, { id: complaintId });
      expect((await fetch(here(office, seen!.complaint!.attachments[0]!.downloadUrl!))).status).toBe(200);
      expect(await office.tidy()).toEqual({ removed: 0, tidied: 0, scanned: 0 });
    });
  });
});
