import { randomUUID } from 'node:crypto';
import { auditor, citizen, colleague, manager, officer, otherOfficer, recordGaps } from '@charter/service/testing';
import { schemaDrift } from '@charter/testkit';
import { answered, late } from './fixtures/events';
import { Office } from './fixtures/office';
import { store } from '../src/store/store';

describe('planning', () => {
  let office: Office;

  beforeAll(async () => {
    office = await Office.open('smtp://127.0.0.1:9');
  });
  afterAll(() => office.close());
  beforeEach(() => office.reset());

  const planned = async () =>
    (await office.rows()).map(({ audience, recipient_id, channel }) => [audience, recipient_id, channel]);

  it('has entities that agree with the migrations', async () => expect(await schemaDrift(office.sql)).toEqual([]));

  it('has every history table in the record', async () => expect(await recordGaps(office.sql, store)).toEqual([]));

  it('can go back one migration and forward again', async () => {
    await office.sql.undoLastMigration();
    await office.sql.runMigrations();
    expect(await schemaDrift(office.sql)).toEqual([]);
  });

  it('is once for each event, person and channel, also when the event comes three times at once', async () => {
    const id = randomUUID();
    await Promise.all([1, 2, 3].map(() => office.hear('notices-inbox', 'complaint.overdue.v1', late, id)));
    await office.hear('notices-inbox', 'complaint.overdue.v1', late, id);
    expect(await planned()).toEqual([
      ['CITIZEN', citizen.id, 'EMAIL'],
      ['CITIZEN', citizen.id, 'INBOX'],
      ['MANAGER', manager.id, 'EMAIL'],
      ['MANAGER', manager.id, 'INBOX'],
      ['OFFICER', officer.id, 'EMAIL'],
      ['OFFICER', officer.id, 'INBOX'],
    ]);
  });

  it('is anew for another event of the same kind', async () => {
    await office.hear('notices-inbox', 'complaint.answered.v1', answered);
    await office.hear('notices-inbox', 'complaint.answered.v1', answered);
    expect(await planned()).toHaveLength(4);
  });

  it('tells the officer who handles it, and all of the department when nobody does', async () => {
    await office.profile(colleague, { name: '정동료', email: 'jung@city.example' });
    const told = async (officerId: string | null) => {
      await office.sql.query('TRUNCATE "notice" CASCADE');
      await office.hear('notices-inbox', 'complaint.due-soon.v1', { ...late, officerId, stage: 'DUE_TODAY' });
      return [...new Set((await planned()).map(([, person]) => person))];
    };
    expect(await told(otherOfficer.id)).toEqual([otherOfficer.id]);
    expect(await told(null)).toEqual([officer.id, colleague.id]);
  });

  it('tells the head and the petition auditor when the delay goes on', async () => {
    await office.profile(auditor, { name: '신감사', email: 'shin@city.example' });
    await office.hear('notices-inbox', 'complaint.escalated.v1', { ...late, stage: 'ESCALATED_1' });
    expect((await planned()).filter(([, , channel]) => channel === 'INBOX')).toEqual([
      ['AUDITOR', auditor.id, 'INBOX'],
      ['MANAGER', manager.id, 'INBOX'],
    ]);
  });

  it('tells a head who handles the case as its head', async () => {
    await office.hear('notices-inbox', 'complaint.overdue.v1', { ...late, officerId: manager.id });
    expect((await planned()).filter(([, person]) => person === manager.id)).toEqual([
      ['MANAGER', manager.id, 'EMAIL'],
      ['MANAGER', manager.id, 'INBOX'],
    ]);
  });

  it('remembers the name that a department was last told to have, whatever comes late', async () => {
    const saved = { code: 'ROADS', parentCode: null, closedOn: null, successorCode: null };
    office.service.clock.advance(1_000);
    await office.hear('notices-charter', 'department.saved.v1', { ...saved, nameKo: '도로관리과', nameEn: 'Roads' });
    office.service.clock.advance(-60_000);
    await office.hear('notices-charter', 'department.saved.v1', { ...saved, nameKo: '옛 도로과', nameEn: 'Old' });
    office.service.clock.advance(60_000);
    await office.hear('notices-inbox', 'complaint.answered.v1', answered);
    const [{ words }] = await office.sql.query('SELECT words FROM "notice" LIMIT 1');
    expect(words).toEqual({ receiptNumber: '2026-000001-7', departmentKo: '도로관리과', departmentEn: 'Roads' });
  });

  it('finds people by the hash of their contacts, and keeps no contact readable', async () => {
    const rows = await office.sql.query('SELECT * FROM "profile"');
    expect(JSON.stringify(rows)).not.toMatch(/홍길동|hong@example|01012345678/);
    const hashes = rows.map(({ phone_hash }: { phone_hash: string }) => phone_hash);
    expect(new Set(hashes).size).toBe(1); // four people, one phone
    expect(hashes[0]).toMatch(/^[\w-]{43}$/);
  });
});
