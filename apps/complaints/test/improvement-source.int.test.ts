import { randomUUID } from 'node:crypto';
import { IMPROVEMENT_SOURCE_PATH } from '@charter/contracts';
import {
  type Someone,
  admin,
  auditor,
  citizen,
  colleague,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

describe('a complaint that an improvement action should come from', () => {
  let office: Office;
  let id: string;
  beforeAll(async () => {
    office = await openOffice(new Date('2026-11-23T10:00:00+09:00'));
    await openCatalogue(office);
    ({ id } = await file(office));
  });
  afterAll(() => office.close());

  const ask = ({ id: personId, roles, department }: Someone, which: object = {}) =>
    office.internal(IMPROVEMENT_SOURCE_PATH, {
      ...{ kind: 'COMPLAINT', id, caller: { id: personId, roles, departmentCode: department ?? null }, ...which },
    });

  it.each<[string, Someone, boolean]>([
    ['an officer of its department', officer, true],
    ['a colleague', colleague, true],
    ['the manager', manager, true],
    ['the auditor', auditor, true],
    ['its citizen', citizen, true],
    ['another citizen', otherCitizen, false],
    ['another department’s officer', otherOfficer, false],
    ['the administrator', admin, false],
  ])('is told of to %s as the graph shows it', async (_name, who, seen) => {
    const { data } = await office.ask<{ complaint: object | null }>(who, `{ complaint(id: "${id}") { id } }`);
    expect((data?.complaint ?? null) !== null).toBe(seen);
    expect(await ask(who)).toEqual({
      source: seen ? { departmentCode: 'ROADS', citizenIds: [citizen.id], public: false } : null,
    });
  });

  it('is none where there is none, or where it is another service’s', async () => {
    expect(await ask(officer, { id: randomUUID() })).toEqual({ source: null });
    expect(await ask(officer, { kind: 'PROPOSAL' })).toEqual({ source: null });
  });
});
