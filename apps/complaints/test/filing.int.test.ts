import { randomUUID } from 'node:crypto';
import { emptyTables } from '@charter/testkit';
import { isReceiptNumber } from '../src/domain/receipt-number';
import { ROADS, WATER, openCatalogue } from './fixtures/catalogue';
import { file, filing, petitioner, registerVisit, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import * as people from '@charter/service/testing';

const { citizen, otherCitizen, officer, otherOfficer } = people;
/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const TABLES = ['complaint', 'petitioner', 'deadline', 'complaint_history', 'outbox_event', 'idempotency_key'];

describe('taking complaints in', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(() => emptyTables(office.dataSource, ...TABLES));

  it('files online: number, dates by law and charter, acceptance clock, greeting, guidance, event', async () => {
    const FILE = `mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) {
      greeting guidance expectedAt errors { code }
      complaint {
        id receiptNumber kind status channel visibility title receivedAt officerId overdue overdueAt
        serviceItem { code name } department { code } citizen { id } petitioner { name phone email }
        deadline { kind state dueAt announcedDueAt charterDueAt remainingWorkingHours provisional missedAt
          segments { kind article } history { change newDueAt } }
        deadlines { kind dueAt } timeline { at recordedAt status text }
      } } }`;
    const { data, errors } = await office.ask<{ fileComplaint: { complaint: Record<string, unknown> } }>(
      citizen,
      FILE,
      {
        input: filing(),
      },
    );
    expect(errors).toBeUndefined();
    const { complaint, ...said } = data!.fileComplaint;
    const receiptNumber = complaint.receiptNumber as string;
    expect(isReceiptNumber(receiptNumber)).toBe(true);
    expect(said).toEqual({
      greeting: `안녕하십니까. 신청하신 「도로 파손 보수」 민원을 잘 받았습니다. 접수번호는 ${receiptNumber}입니다. 2026년 11월 30일(월) 10:00까지 성실히 처리하여 결과를 알려 드리겠습니다.`,
      guidance: '현장 위치를 알려 주십시오.',
      expectedAt: '2026-11-30T10:00:00+09:00',
      errors: [],
    });
    expect(complaint).toMatchObject({
      kind: 'GRIEVANCE',
      status: 'RECEIVED',
      channel: 'ONLINE',
      visibility: 'PRIVATE',
      receivedAt: '2026-11-23T10:00:00+09:00',
      officerId: null,
      overdue: false,
      overdueAt: null,
      serviceItem: { code: 'ROAD_REPAIR', name: '도로 파손 보수' },
      department: { code: 'ROADS' },
      citizen: { id: citizen.id },
      petitioner: { name: '홍길동', phone: '01012345678', email: 'gildong@example.kr' },
      deadline: {
        kind: 'STATUTORY',
        state: 'RUNNING',
        dueAt: '2026-12-02T00:00:00+09:00',
        announcedDueAt: '2026-12-02T00:00:00+09:00',
        charterDueAt: '2026-11-30T10:00:00+09:00',
        remainingWorkingHours: 55,
        provisional: false,
        missedAt: null,
        segments: expect.arrayContaining([{ kind: 'WEEKEND', article: '민원 처리에 관한 법률 제19조제2항' }]),
        history: [{ change: 'open', newDueAt: '2026-12-02T00:00:00+09:00' }],
      },
      deadlines: [
        { kind: 'ACCEPTANCE', dueAt: '2026-11-24T10:00:00+09:00' },
        { kind: 'CHARTER', dueAt: '2026-11-30T10:00:00+09:00' },
        { kind: 'STATUTORY', dueAt: '2026-12-02T00:00:00+09:00' },
        { kind: 'INTERIM_REPORT', dueAt: '2026-12-23T00:00:00+09:00' },
      ],
      timeline: [{ at: '2026-11-23T10:00:00+09:00', status: 'RECEIVED', text: '민원이 접수되었습니다.' }],
    });
    expect(await office.told('complaint.filed.v1')).toEqual([
      {
        ...{ complaintId: complaint.id, receiptNumber, citizenId: citizen.id, departmentCode: 'ROADS' },
        ...{ serviceCode: 'ROAD_REPAIR', officerId: null, channel: 'ONLINE', provisional: false },
        receivedAt: '2026-11-23T01:00:00.000Z',
        dueAt: '2026-12-01T15:00:00.000Z',
        charterDueAt: '2026-11-30T01:00:00.000Z',
      },
    ]);
  });

  it('speaks English to who asks for it, and remembers it for people without a profile', async () => {
    const query = `mutation ($input: FileComplaintInput!) {
      fileComplaint(input: $input) { greeting guidance complaint { id timeline { text } serviceItem { name } } } }`;
    const { data } = await office.ask<{ fileComplaint: { complaint: { id: string } } }>(
      people.inEnglish(citizen),
      query,
      { input: filing() },
    );
    expect(data!.fileComplaint).toMatchObject({
      greeting: expect.stringMatching(/^Hello, and thank you .*by 10:00 on Monday, 30 November 2026\.$/),
      guidance: 'Please tell us where it is.',
      complaint: { timeline: [{ text: 'Your complaint was received.' }], serviceItem: { name: 'Road repair' } },
    });
    const facts = await office.internal('/internal/notice-facts', {
      ...{ eventType: 'complaint.filed.v1', subjectType: 'COMPLAINT', subjectId: data!.fileComplaint.complaint.id },
      ...{ recipientId: citizen.id, deadlineId: null },
    });
    expect(facts).toEqual({
      stillTrue: true,
      contact: { name: '홍길동', phone: '01012345678', email: 'gildong@example.kr', language: 'en' },
      words: {},
    });
  });

  it('registers a visit of last week with its real moment, given to who registers it, and keeps when it was written down', async () => {
    const receivedAt = new Date('2026-11-18T14:00:00+09:00');
    const { id, status, officerId } = await registerVisit(office, receivedAt);
    expect({ status, officerId }).toEqual({ status: 'ASSIGNED', officerId: officer.id });
    const { data } = await office.ask<{ complaint: object }>(
      officer,
      `query ($id: ID!) { complaint(id: $id) { channel receivedAt deadlines { kind dueAt } timeline { at status } } }`,
      { id },
    );
    expect(data!.complaint).toEqual({
      channel: 'VISIT',
      receivedAt: '2026-11-18T14:00:00+09:00',
      // No acceptance clock: an officer took it. By law seven days from Wednesday, by the charter 40 hours from 14:00.
      deadlines: [
        { kind: 'CHARTER', dueAt: '2026-11-25T14:00:00+09:00' },
        { kind: 'STATUTORY', dueAt: '2026-11-27T00:00:00+09:00' },
        { kind: 'INTERIM_REPORT', dueAt: '2026-12-18T00:00:00+09:00' },
      ],
      timeline: [
        { at: '2026-11-18T14:00:00+09:00', status: 'RECEIVED' },
        { at: '2026-11-23T10:00:00+09:00', status: 'ASSIGNED' },
      ],
    });
    const [line] = await office.dataSource.query(
      `SELECT changed_by, now() - recorded_at < interval '1 minute' AS "justNow" FROM complaint_history WHERE from_status IS NULL`,
    );
    expect(line).toEqual({ changed_by: officer.id, justNow: true });
  });

  it('registers for another department without keeping it', async () => {
    const { status, officerId } = await registerVisit(office, NOW, { serviceCode: 'WATER_LEAK' });
    expect({ status, officerId }).toEqual({ status: 'RECEIVED', officerId: null });
  });

  const citizenOf = async (id: string): Promise<string> =>
    (await office.dataSource.query('SELECT citizen_id FROM complaint WHERE id = $1', [id]))[0].citizen_id;

  it('knows an offline citizen by name and contact, or makes a new one, but never guesses between two', async () => {
    await file(office);
    const known = await registerVisit(office, NOW, { petitioner: { name: ' 홍길동', phone: '+82 10-1234-5678' } });
    expect(await citizenOf(known.id)).toBe(citizen.id);
    const byMail = await registerVisit(office, NOW, { petitioner: { name: '홍길동', email: 'Gildong@example.kr' } });
    expect(await citizenOf(byMail.id)).toBe(citizen.id);
    const unknown = await registerVisit(office, NOW, { petitioner: { name: '홍길순', phone: '010-1234-5678' } });
    expect(await citizenOf(unknown.id)).not.toBe(citizen.id);
    const named = await registerVisit(office, NOW, { citizenId: otherCitizen.id });
    expect(await citizenOf(named.id)).toBe(otherCitizen.id);
    const ambiguous = await registerVisit(office, NOW);
    expect([citizen.id, otherCitizen.id]).not.toContain(await citizenOf(ambiguous.id));
  });

  it('stores no name, phone or mail that can be read without the keys', async () => {
    await file(office);
    for (const table of TABLES) {
      const rows = JSON.stringify(await office.dataSource.query(`SELECT * FROM ${table}`));
      for (const personal of ['홍길동', '01012345678', '010-1234-5678', 'gildong@example.kr'])
        expect(rows).not.toContain(personal);
    }
  });

  describe('refused, with nothing stored', () => {
    beforeAll(async () => {
      await office.hear('department.saved.v1', {
        ...ROADS,
        code: 'OLD_ROADS',
        nameKo: '옛 도로과',
        nameEn: 'Old Roads',
      });
      await office.ask(
        people.admin,
        `mutation ($input: SaveServiceItemInput!) { saveServiceItem(input: $input) { errors { code } } }`,
        {
          input: {
            ...{
              code: 'OLD_REPAIR',
              kind: 'OTHER',
              departmentCode: 'OLD_ROADS',
              nameKo: '옛 보수',
              nameEn: 'Old repair',
            },
            ...{ guidanceKo: '안내', guidanceEn: 'Guide', validFrom: '2020-01-01' },
            ...{ statutoryPeriod: { unit: 'DAYS', length: 7 }, charterPeriod: { unit: 'DAYS', length: 5 } },
          },
        },
      );
      await office.hear('department.saved.v1', {
        ...{ ...ROADS, code: 'OLD_ROADS', nameKo: '옛 도로과', nameEn: 'Old Roads' },
        ...{ closedOn: '2026-11-01', successorCode: 'ROADS' },
      });
    });

    const future = new Date(NOW.getTime() + 60_000).toISOString();
    it.each<[string, object, string, string[], RegExp]>([
      ['a receipt time in the future', { receivedAt: future }, 'INVALID_VALUE', ['receivedAt'], /현재보다 늦을 수 없/],
      ['a missing name', { petitioner: { ...petitioner, name: '' } }, 'INVALID_VALUE', ['petitioner', 'name'], /1자/],
      ['a missing contact', { petitioner: { name: '홍길동' } }, 'INVALID_VALUE', ['petitioner'], /전화번호나 전자우편/],
      ['a resident number', { body: '번호는 900101-1234568' }, 'RESIDENT_NUMBER_PRESENT', ['body'], /받지 않습니다/],
      ['an unknown service', { serviceCode: 'FLYING' }, 'INVALID_VALUE', ['serviceCode'], /‘FLYING’/],
      ['a code with a NUL', { serviceCode: 'A\u0000' }, 'INVALID_VALUE', ['serviceCode'], /사무가 없습니다/],
      ['a closed department', { serviceCode: 'OLD_REPAIR' }, 'INVALID_VALUE', ['serviceCode'], /도로안전과\(ROADS\)/],
    ])('%s', async (_name, changes, code, path, words) => {
      const input = { ...filing(), channel: 'PHONE', receivedAt: NOW.toISOString(), idempotencyKey: 'k', ...changes };
      const { data, errors } = await send(office, officer, 'registerComplaint', input);
      expect(errors).toBeUndefined();
      expect(data!.result).toEqual({
        complaint: null,
        errors: [{ code, path, message: expect.stringMatching(words) }],
      });
      for (const table of TABLES) expect([table, await office.count(table)]).toEqual([table, 0]);
    });

    it('a missing field, by the schema', async () => {
      const { errors } = await send(
        office,
        citizen,
        'fileComplaint',
        filing({ petitioner: { phone: '010-1234-5678' } }),
      );
      expect(errors).toMatchObject([
        { message: expect.stringContaining('name'), extensions: { code: 'BAD_USER_INPUT' } },
      ]);
      expect(await office.count('complaint')).toBe(0);
    });
  });

  it.each([
    ['fileComplaint', 'anonymous', 'UNAUTHENTICATED'],
    ['fileComplaint', 'officer', 'FORBIDDEN'],
    ['fileComplaint', 'admin', 'FORBIDDEN'],
    ['registerComplaint', 'anonymous', 'UNAUTHENTICATED'],
    ['registerComplaint', 'citizen', 'FORBIDDEN'],
    ['registerComplaint', 'auditor', 'FORBIDDEN'],
  ] as const)('%s is not for %s', async (name, person, code) => {
    const input = name === 'fileComplaint' ? filing() : filing({ channel: 'VISIT', receivedAt: NOW.toISOString() });
    const { errors } = await send(office, people[person], name, input);
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(await office.count('complaint')).toBe(0);
  });

  it('gives twenty that come at once twenty numbers', async () => {
    const filed = await Promise.all(Array.from({ length: 20 }, () => file(office)));
    expect(new Set(filed.map(({ receiptNumber }) => receiptNumber)).size).toBe(20);
  });

  it('takes one key once, also ten times at once, and refuses the key with another text', async () => {
    const idempotencyKey = randomUUID();
    const filed = await Promise.all(Array.from({ length: 10 }, () => file(office, { idempotencyKey })));
    expect(new Set(filed.map(({ id }) => id)).size).toBe(1);
    expect(await office.count('complaint')).toBe(1);
    expect(await office.told('complaint.filed.v1')).toHaveLength(1);
    const { errors } = await send(office, citizen, 'fileComplaint', filing({ idempotencyKey, title: '다른 제목' }));
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
    expect((await file(office, { idempotencyKey }, otherCitizen)).id).not.toBe(filed[0]!.id);
  });

  it('can be mended and sent again with the same key', async () => {
    const idempotencyKey = randomUUID();
    const refused = await send(office, citizen, 'fileComplaint', filing({ idempotencyKey, title: '' }));
    expect(refused.data!.result.errors).toHaveLength(1);
    expect((await file(office, { idempotencyKey })).status).toBe('RECEIVED');
  });

  it('writes the number of the year of registration, the moment of receipt staying the year before', async () => {
    office.clock.set('2027-01-04T09:30:00+09:00');
    try {
      const { receiptNumber } = await registerVisit(office, new Date('2026-12-31T17:00:00+09:00'), {}, otherOfficer);
      expect(receiptNumber).toMatch(/^2027-/);
    } finally {
      office.clock.set(NOW);
    }
  });

  it('keeps the newest news of a department when news comes late', async () => {
    const known = { ...WATER, code: 'PARKS' };
    await office.hear('department.saved.v1', { ...known, nameEn: 'New name' });
    office.clock.advance(-1);
    await office.hear('department.saved.v1', { ...known, nameEn: 'Old name' });
    office.clock.set(NOW);
    const [row] = await office.dataSource.query(`SELECT name_en FROM known_department WHERE code = 'PARKS'`);
    expect(row).toEqual({ name_en: 'New name' });
  });
});
