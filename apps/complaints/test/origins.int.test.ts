import { randomUUID } from 'node:crypto';
import { IMPROVEMENT_SOURCE_PATH } from '@charter/contracts';
import { ServiceUnavailable } from '@charter/service';
import { anonymous, auditor, citizen, officer, otherCitizen, otherOfficer } from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, file, filing, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

const NOW = new Date('2026-11-23T10:00:00+09:00');
const MINE = randomUUID();
const AWAY = randomUUID();

describe('a complaint that comes from a monitor’s report or an entry of a contest', () => {
  let office: Office;
  const asked: unknown[] = [];
  beforeAll(async () => {
    office = await openOffice(
      NOW,
      {},
      {
        post: (service, path, body) => {
          asked.push([service, path, body]);
          const { id } = body as { id: string };
          if (id === AWAY) return Promise.reject(new ServiceUnavailable('participation'));
          const known = { departmentCode: 'ROADS', citizenIds: [citizen.id], public: true };
          return Promise.resolve({ source: id === MINE ? known : null });
        },
      },
    );
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(() => {
    asked.length = 0;
  });

  const origin = (id: string, kind = 'MONITORING_REPORT') => ({ origin: { kind, id } });
  const see = async (who: Parameters<Office['ask']>[0], { id }: Complaint) =>
    (
      await office.ask<{ complaint: object | null }>(
        who,
        'query ($id: ID!) { complaint(id: $id) { monitoringReport { id } contestEntry { id } } }',
        { id },
      )
    ).data!.complaint;
  const from = async (who: Parameters<Office['ask']>[0], id: string, typename: string) =>
    (
      await office.ask<{ _entities: { complaints: { id: string }[] }[] }>(
        who,
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${typename} { complaints { id } } } }`,
        { of: [{ __typename: typename, id }] },
      )
    ).data!._entities[0]!.complaints.map((complaint) => complaint.id);

  it('is linked, and seen from both ends by those who may see the complaint', async () => {
    const filed = await file(office, origin(MINE));
    expect(asked).toEqual([
      [
        'participation',
        IMPROVEMENT_SOURCE_PATH,
        {
          ...{ kind: 'MONITORING_REPORT', id: MINE },
          caller: { id: citizen.id, roles: ['CITIZEN'], departmentCode: null },
        },
      ],
    ]);
    expect(await see(citizen, filed)).toEqual({ monitoringReport: { id: MINE }, contestEntry: null });
    for (const who of [citizen, officer, auditor])
      expect(await from(who, MINE, 'MonitoringReport')).toEqual([filed.id]);
    for (const who of [otherCitizen, otherOfficer, anonymous])
      expect(await from(who, MINE, 'MonitoringReport')).toEqual([]);
    expect(await from(citizen, MINE, 'ContestEntry')).toEqual([]);

    const ofEntry = await file(office, origin(MINE, 'CONTEST_ENTRY'));
    expect(await see(citizen, ofEntry)).toEqual({ monitoringReport: null, contestEntry: { id: MINE } });
    expect(await see(citizen, await file(office))).toEqual({ monitoringReport: null, contestEntry: null });
  });

  it('is registered by an officer whose department has it', async () => {
    const visit = { ...filing(origin(MINE)), channel: 'VISIT', receivedAt: '2026-11-23T09:30:00+09:00' };
    const { data } = await send(office, officer, 'registerComplaint', visit);
    expect(data!.result.errors).toEqual([]);
    const elsewhere = await send(office, otherOfficer, 'registerComplaint', visit);
    expect(elsewhere.data!.result.errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['origin'] }]);
  });

  it('is nobody’s whose it is not, and says the same of what does not exist', async () => {
    const before = await office.count('complaint');
    const notMine = await send(office, otherCitizen, 'fileComplaint', filing(origin(MINE)));
    const none = await send(office, citizen, 'fileComplaint', filing(origin(randomUUID())));
    expect(notMine.data!.result.errors).toEqual(none.data!.result.errors);
    expect(none.data!.result.errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['origin'] }]);
    const bad = await send(office, citizen, 'fileComplaint', filing(origin('7')));
    expect(bad.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(await office.count('complaint')).toBe(before);
  });

  it('waits while participation is away: nothing is filed, and a repeat of what was filed needs nobody', async () => {
    const before = await office.count('complaint');
    const away = await send(office, citizen, 'fileComplaint', filing(origin(AWAY)));
    expect(away.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE' } }]);
    expect(await office.count('complaint')).toBe(before);
    const keyed = { ...origin(MINE), idempotencyKey: 'once' };
    const { id } = await file(office, keyed);
    asked.length = 0;
    expect((await file(office, keyed)).id).toBe(id);
    expect(asked).toEqual([]);
  });
});
