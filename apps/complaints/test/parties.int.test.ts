import { randomUUID } from 'node:crypto';
import { type Someone, auditor, citizen, officer, otherCitizen, otherOfficer } from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { file, filing, registerVisit, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

const NOW = new Date('2026-11-23T10:00:00+09:00');
const NEIGHBOURS = ['김하나', '이두리', '박세찬', '최네모'];
const coPetitioners = NEIGHBOURS.map((name, index) => ({
  name,
  phone: `010-2222-000${index}`,
  representative: index < 2,
}));
const location = { address: '부산광역시 연제구 중앙대로 1001', latitude: 35.1798, longitude: 129.075 };
const FIELDS = `collective joint { households signers coPetitioners { name phone representative } } location { address latitude longitude }`;

describe('who files together, and where the matter is', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const read = async (id: string, who: Someone) =>
    (
      await office.ask<{ complaint: object | null }>(who, `query ($id: ID!) { complaint(id: $id) { ${FIELDS} } }`, {
        id,
      })
    ).data!.complaint;

  it('are kept, told in full to the citizen and to who handles it, masked to the auditor, and to nobody else', async () => {
    const { id } = await file(office, { coPetitioners, households: 5, location });
    const full = {
      collective: true,
      joint: {
        ...{ households: 5, signers: 5 },
        coPetitioners: coPetitioners.map((one) => ({ ...one, phone: one.phone.replaceAll('-', '') })),
      },
      location,
    };
    expect(await read(id, citizen)).toEqual(full);
    expect(await read(id, officer)).toEqual(full);
    expect(await read(id, auditor)).toMatchObject({
      collective: true,
      joint: {
        signers: 5,
        coPetitioners: [{ name: '김*나', phone: '010-****-0000', representative: true }, {}, {}, {}],
      },
      location: { address: '부산광역시 연제구 …', latitude: null, longitude: null },
    });
    expect(await read(id, otherCitizen)).toBeNull();
    expect(await read(id, otherOfficer)).toBeNull();
  });

  it('cannot be read in the database without the keys', async () => {
    await file(office, { coPetitioners, households: 5, location });
    for (const table of [
      'co_petitioner',
      'complaint_place',
      'joint_petition',
      'outbox_event',
      'idempotency_key',
      'complaint',
    ]) {
      const rows = JSON.stringify(await office.dataSource.query(`SELECT * FROM ${table}`));
      for (const personal of [...NEIGHBOURS, '0102222', '010-2222', '중앙대로', '35.1798'])
        expect(rows).not.toContain(personal);
    }
  });

  it('are absent where one person files without a place, and not collective with four households', async () => {
    const alone = await file(office);
    expect(await read(alone.id, citizen)).toEqual({ collective: false, joint: null, location: null });
    const four = await registerVisit(office, NOW, { coPetitioners, households: 4 });
    expect(await read(four.id, officer)).toMatchObject({ collective: false, joint: { households: 4, signers: 5 } });
  });

  it('are part of what an idempotency key stands for', async () => {
    const input = { idempotencyKey: randomUUID(), coPetitioners, households: 5, location };
    const first = await file(office, input);
    expect((await file(office, input)).id).toBe(first.id);
    for (const changes of [
      { households: 6 },
      { coPetitioners: coPetitioners.slice(1) },
      { location: { address: '다른 곳' } },
    ]) {
      const { errors } = await send(office, citizen, 'fileComplaint', filing({ ...input, ...changes }));
      expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
    }
  });

  it('are refused with every fault at once, and nothing is stored', async () => {
    const before = await office.count('complaint');
    const input = filing({
      coPetitioners: [
        { name: '９００１０１－１２３４５６８' },
        { name: '홍길동', phone: '01012345678', email: 'gildong@example.kr' },
      ],
      location: { address: '도쿄', latitude: 35.68, longitude: 139.69 },
    });
    const { data } = await send(office, citizen, 'fileComplaint', input);
    expect(data!.result.errors.map(({ code, path }) => [code, path!.join('.')])).toEqual([
      ['RESIDENT_NUMBER_PRESENT', 'coPetitioners.0.name'],
      ['INVALID_VALUE', 'coPetitioners.1'],
      ['INVALID_VALUE', 'location'],
    ]);
    expect(await office.count('complaint')).toBe(before);
  });

  it('are read in a fixed number of statements, however many complaints', async () => {
    const list = (fields: string) => () => office.ask(citizen, `{ complaints { edges { node { id ${fields} } } } }`);
    const without = await office.statements(list(''));
    expect(await office.statements(list(FIELDS))).toBeLessThanOrEqual(without + 3);
  });
});
