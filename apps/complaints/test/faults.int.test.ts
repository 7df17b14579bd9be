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

const FAULT = { fault: 'UNKINDNESS', occurredOn: '2026-11-20', finding: '통화 녹음으로 확인하였습니다.' };

describe('faults of the office', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(new Date('2026-11-23T02:00:00Z'));
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const confirm = async (who: Someone, complaintId: string, changes: object = {}): Promise<string[]> => {
    const { data, errors } = await office.ask<{ confirmFault: { errors: { code: string }[] } | null }>(
      who,
      'mutation ($input: ConfirmFaultInput!) { confirmFault(input: $input) { complaint { id } errors { code } } }',
      { input: { complaintId, ...FAULT, ...changes } },
    );
    return [
      ...(errors ?? []).map((error) => error.extensions.code),
      ...(data?.confirmFault?.errors ?? []).map((error) => error.code),
    ];
  };
  const read = async (who: Someone, id: string) =>
    (
      await office.ask<{ complaint: { confirmedFaults: object[] } | null }>(
        who,
        'query ($id: ID!) { complaint(id: $id) { confirmedFaults { fault occurredOn finding confirmedBy } } }',
        { id },
      )
    ).data!.complaint?.confirmedFaults;

  it('are confirmed by the department’s head or the auditor, each once, and told without words', async () => {
    const { id, receiptNumber } = await file(office);
    expect(await confirm(manager, id)).toEqual([]);
    expect(await confirm(auditor, id)).toEqual(['ALREADY_DONE']);
    const both = await Promise.all([
      confirm(auditor, id, { fault: 'WRONG_NOTICE' }),
      confirm(manager, id, { fault: 'WRONG_NOTICE' }),
    ]);
    expect(both.flat()).toEqual(['ALREADY_DONE']);
    expect(await office.told('complaint.fault-confirmed.v1')).toMatchObject([
      { complaintId: id, receiptNumber, citizenId: citizen.id, fault: 'UNKINDNESS', occurredOn: '2026-11-20' },
      { complaintId: id, fault: 'WRONG_NOTICE' },
    ]);
    expect(JSON.stringify(await office.told('complaint.fault-confirmed.v1'))).not.toContain('녹음');
    const shown = { fault: 'UNKINDNESS', occurredOn: '2026-11-20' };
    for (const who of [officer, auditor])
      expect((await read(who, id))![0]).toEqual({ ...shown, finding: FAULT.finding, confirmedBy: manager.id });
    expect((await read(citizen, id))![0]).toEqual({ ...shown, finding: null, confirmedBy: null });
    expect(await read(otherCitizen, id)).toBeUndefined();
  });

  it('are written once for a key, and kept by the database itself', async () => {
    const { id } = await file(office);
    const keyed = { idempotencyKey: 'fault' };
    expect(await confirm(manager, id, keyed)).toEqual([]);
    expect(await confirm(manager, id, keyed)).toEqual([]);
    expect(await confirm(manager, id, { ...keyed, finding: '다른 말' })).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    for (const sql of [`UPDATE confirmed_fault SET finding = 'x'`, 'DELETE FROM confirmed_fault'])
      await expect(office.dataSource.query(sql)).rejects.toThrow('append-only');
  });

  it('are for nobody else to confirm, nor of a day that has not come', async () => {
    const { id } = await file(office);
    const before = await office.count('outbox_event');
    const head = { ...manager, id: '0198a000-0000-7000-8000-000000000031', department: 'WATER' };
    for (const [who, code] of [
      [citizen, 'FORBIDDEN'],
      [officer, 'FORBIDDEN'],
      [admin, 'FORBIDDEN'],
      [otherOfficer, 'FORBIDDEN'],
      [head, 'NOT_FOUND'],
    ] as const)
      expect(await confirm(who, id)).toEqual([code]);
    expect(await confirm(manager, 'none')).toEqual(['NOT_FOUND']);
    expect(await confirm(manager, id, { occurredOn: '2026-11-24' })).toEqual(['INVALID_VALUE']);
    expect(await confirm(manager, id, { finding: '900101-1234568' })).toEqual(['RESIDENT_NUMBER_PRESENT']);
    expect(await office.count('outbox_event')).toBe(before);
  });
});
