import { randomBytes } from 'node:crypto';
import { here } from '@charter/attachments/testing';
import { ACCESS_LOG } from '@charter/contracts';
import { open, readPrivacyKeys } from '@charter/privacy';
import {
  type Someone,
  admin,
  auditor,
  citizen,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

const NOW = new Date('2026-11-23T10:00:00+09:00');
const base64 = () => randomBytes(32).toString('base64');
const PRIVACY_KEYS = JSON.stringify({ current: 'k1', keys: { k1: base64() }, lookup: base64() });
const COMPLAINT = (fields: string) => `query ($id: ID!) { complaint(id: $id) { ${fields} } }`;
const coPetitioners = ['김하나', '이두리'].map((name) => ({ name, phone: '010-2222-3333', representative: false }));
const location = { address: '부산광역시 연제구 중앙대로 1001', latitude: 35.1798, longitude: 129.075 };
const FROM = '203.0.113.7';

describe('who reads personal data of complaints', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW, { PRIVACY_KEYS });
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  /** Empties the tables. Histories refuse that: here their triggers are off for a moment. */
  beforeEach(() =>
    office.dataSource.transaction(async (tx) => {
      await tx.query('SET LOCAL session_replication_role = replica');
      await tx.query('TRUNCATE complaint, outbox_event CASCADE');
    }),
  );

  const told = () => office.told('personal-data.read.v1');
  const ask = async (who: Someone, fields: string, id: string) => {
    const { data, errors } = await office.ask<{ complaint: unknown }>(who, COMPLAINT(fields), { id });
    expect(errors).toBeUndefined();
    return data!.complaint;
  };

  it('is told, with what was asked for and is there, when the office reads it unmasked', async () => {
    const { id } = await file(office);
    await ask({ ...officer, address: FROM }, 'petitioner { name email }', id);
    const [reading, ...others] = await told();
    expect(others).toEqual([]);
    expect(reading).toEqual({
      ...{ readingId: expect.any(String), readerId: officer.id, readerRole: 'OFFICER', departmentCode: 'ROADS' },
      ...{ purpose: 'HANDLING', operation: 'complaint', readAt: NOW.toISOString(), reason: null },
      address: expect.stringMatching(/^k1\./),
      subjects: [{ citizenId: citizen.id, subjectType: 'COMPLAINT', subjectId: id, kinds: ['EMAIL', 'NAME'] }],
    });
    const place = { table: ACCESS_LOG, column: 'address', row: reading!.readingId };
    expect(open(readPrivacyKeys(PRIVACY_KEYS), place, reading!.address!)).toBe(FROM);
  });

  it('is told once for a request, with everybody whom it showed', async () => {
    const first = await file(office, { coPetitioners, households: 5, location });
    const second = await file(office, {}, otherCitizen);
    await file(office, { serviceCode: 'WATER_LEAK' });
    const { errors } = await office.ask(
      manager,
      '{ complaints { edges { node { petitioner { phone } joint { coPetitioners { name } } location { address latitude } } } } }',
    );
    expect(errors).toBeUndefined();
    const [reading, ...others] = await told();
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ readerRole: 'MANAGER', operation: 'complaints', address: null });
    const subjects = new Map(reading!.subjects.map(({ subjectId, ...subject }) => [subjectId, subject]));
    expect(subjects).toEqual(
      new Map([
        [first.id, { citizenId: citizen.id, subjectType: 'COMPLAINT', kinds: ['ADDRESS', 'NAME', 'PHONE'] }],
        [second.id, { citizenId: otherCitizen.id, subjectType: 'COMPLAINT', kinds: ['PHONE'] }],
      ]),
    );
  });

  it.each<[string, Someone, string]>([
    ['the citizen reads what is their own', citizen, 'petitioner { name phone email } location { address }'],
    ['it is masked', auditor, 'petitioner { name phone email } joint { coPetitioners { name } } location { address }'],
    ['somebody else’s complaint is not shown at all', otherOfficer, 'petitioner { name }'],
    ['nothing of a person is asked for', officer, 'id title status petitioner { __typename }'],
  ])('is nobody when %s', async (_what, who, fields) => {
    const { id } = await file(office, { coPetitioners, households: 5, location });
    await ask(who, fields, id);
    expect(await told()).toEqual([]);
  });

  it('reads nothing while it cannot be put on record', async () => {
    const { id } = await file(office);
    await office.dataSource.query(
      `ALTER TABLE outbox_event ADD CONSTRAINT full_disk CHECK (type <> 'personal-data.read.v1')`,
    );
    const { data, errors } = await office.ask(officer, COMPLAINT('title petitioner { name }'), { id });
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toContain('홍길동');
    expect(await ask(officer, 'petitioner { __typename }', id)).toEqual({ petitioner: { __typename: 'Petitioner' } });
    await office.dataSource.query('ALTER TABLE outbox_event DROP CONSTRAINT full_disk');
  });

  it('is told before a list leaves as a file, unless it is masked', async () => {
    const { id } = await file(office);
    const take = async (who: Someone): Promise<string> => {
      const { data } = await office.ask<{ result: { downloadUrl: string } }>(
        who,
        'mutation { result: requestComplaintExport(input: {}) { downloadUrl } }',
      );
      expect(await told()).toEqual([]);
      return (await fetch(here(office, data!.result.downloadUrl))).text();
    };
    expect(await take(auditor)).not.toContain('홍길동');
    expect(await take(manager)).toContain('홍길동');
    expect(await told()).toMatchObject([
      {
        ...{ readerId: manager.id, readerRole: 'MANAGER', departmentCode: 'ROADS', purpose: 'EXPORT' },
        ...{ operation: 'exports', address: null },
        subjects: [{ citizenId: citizen.id, subjectId: id, kinds: ['EMAIL', 'NAME', 'PHONE'] }],
      },
    ]);
  });

  describe('outside the department', () => {
    const REVEAL = `mutation ($input: RevealPersonalDataInput!) { revealPersonalData(input: $input) {
      person { name phone email } errors { code path } } }`;
    const reason = '감사 표본 점검: 동일인 여부 확인';
    const reveal = async (who: Someone, input: object) => {
      const asked = { subjectType: 'COMPLAINT', reason, ...input };
      const { data, errors } = await office.ask<{ revealPersonalData: object }>(who, REVEAL, { input: asked });
      return errors ? errors[0]!.extensions.code : data!.revealPersonalData;
    };

    it('gives a reason, which is on record before anything is shown', async () => {
      const { id } = await file(office);
      for (const who of [auditor, otherOfficer])
        expect(await reveal({ ...who, address: FROM }, { subjectId: id })).toEqual({
          person: { name: '홍길동', phone: '01012345678', email: 'gildong@example.kr' },
          errors: [],
        });
      const by = new Map((await told()).map((reading) => [reading.readerId, reading]));
      expect(by.size).toBe(2);
      expect(by.get(otherOfficer.id)).toMatchObject({ readerRole: 'OFFICER', departmentCode: 'WATER' });
      const first = by.get(auditor.id);
      expect(first).toMatchObject({ readerRole: 'AUDITOR', departmentCode: null });
      expect(first).toMatchObject({
        ...{ purpose: 'REVEAL', operation: 'revealPersonalData' },
        subjects: [
          { citizenId: citizen.id, subjectType: 'COMPLAINT', subjectId: id, kinds: ['EMAIL', 'NAME', 'PHONE'] },
        ],
      });
      const place = { table: ACCESS_LOG, column: 'reason', row: first!.readingId };
      expect(open(readPrivacyKeys(PRIVACY_KEYS), place, first!.reason!)).toBe(reason);
      const [{ text }] = await office.dataSource.query(
        'SELECT string_agg(payload::text, $1) AS text FROM outbox_event',
        [''],
      );
      for (const secret of ['홍길동', '감사', '01012345678', 'gildong', FROM]) expect(text).not.toContain(secret);
    });

    it.each([
      ['no reason that says something', auditor, { reason: '업무상 필요' }, 'INVALID_VALUE'],
      ['a resident number in it', auditor, { reason: '000101-3123451 확인을 위하여' }, 'RESIDENT_NUMBER_PRESENT'],
    ])('is shown nothing for %s', async (_what, who, input, code) => {
      const { id } = await file(office);
      expect(await reveal(who, { subjectId: id, ...input })).toEqual({
        ...{ person: null, errors: [{ code, path: ['reason'] }] },
      });
      expect(await told()).toEqual([]);
    });

    it('is shown nothing as a citizen or an administrator, nor of what is not there', async () => {
      const { id } = await file(office);
      for (const who of [citizen, otherCitizen, admin]) expect(await reveal(who, { subjectId: id })).toBe('FORBIDDEN');
      for (const subjectId of [citizen.id, 'nonsense'])
        for (const subjectType of ['COMPLAINT', 'CONSULTATION'])
          expect(await reveal(auditor, { subjectType, subjectId })).toBe('NOT_FOUND');
      expect(await told()).toEqual([]);
    });
  });
});
