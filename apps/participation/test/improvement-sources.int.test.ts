import { randomUUID } from 'node:crypto';
import { IMPROVEMENT_SOURCE_PATH } from '@charter/contracts';
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
import { parks, someone } from './fixtures/city';
import { type Monitoring, monitor, openMonitoring, watched, watchedHead } from './fixtures/monitoring';
import { type Contests, ENTRY, bringContestTo, judge, openContests } from './fixtures/contests';

const PEOPLE: readonly (readonly [string, Someone])[] = [
  ['the citizen', citizen],
  ['another citizen', otherCitizen],
  ['a judge', judge(1)],
  ['an officer', officer],
  ['the manager', manager],
  ['another department’s officer', otherOfficer],
  ['the parks officer', parks],
  ['the auditor', auditor],
  ['the administrator', admin],
];

describe('what an improvement action should come from', () => {
  let city: Contests;
  beforeAll(async () => {
    city = await openContests();
  });
  afterAll(() => city.close());

  type Source = { departmentCode: string; citizenIds: string[]; public: boolean } | null;
  const ask = async (kind: string, id: string, { id: personId, roles, department }: Someone): Promise<Source> => {
    const caller = { id: personId, roles, departmentCode: department ?? null };
    return ((await city.internal(IMPROVEMENT_SOURCE_PATH, { kind, id, caller })) as { source: Source }).source;
  };
  /** Whether the graph shows it to somebody by its id. */
  const shows = async (type: string, id: string, who: Someone): Promise<boolean> => {
    const query = `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { title } } }`;
    return (await city.ask<{ _entities: unknown[] }>(who, query)).data!._entities[0] !== null;
  };

  it('a proposal is told of to those whom the graph shows it', async () => {
    const open = await city.submit();
    const hidden = await city.submit();
    await city.act(manager, 'hideProposal', { proposalId: hidden, reason: '개인을 비방하는 내용입니다.' });
    for (const [name, who] of PEOPLE)
      for (const id of [open, hidden]) {
        const source = await ask('PROPOSAL', id, who);
        expect([name, source !== null]).toEqual([name, await shows('Proposal', id, who)]);
      }
    expect(await ask('PROPOSAL', open, otherOfficer)).toEqual({
      ...{ departmentCode: 'ROADS', citizenIds: [citizen.id], public: true },
    });
    expect(await ask('PROPOSAL', hidden, officer)).toMatchObject({ public: false });
    expect(await ask('PROPOSAL', hidden, otherOfficer)).toBeNull();
  });

  it.each(['ANNOUNCED', 'JUDGING', 'OBJECTION', 'AWARDED'] as const)(
    'an entry of a contest that is %s is told of to those whom the graph shows it',
    async (status) => {
      const { entry } = await bringContestTo(city, status);
      for (const [name, who] of PEOPLE) {
        const source = await ask('CONTEST_ENTRY', entry, who);
        expect([name, source !== null]).toEqual([name, await shows('ContestEntry', entry, who)]);
      }
      const awarded = status === 'AWARDED';
      expect(await ask('CONTEST_ENTRY', entry, officer)).toMatchObject({ departmentCode: 'ROADS', public: awarded });
    },
  );

  it('an entry names its whole team, and nothing once it was taken back', async () => {
    const { id: contestId } = await bringContestTo(city, 'ANNOUNCED');
    const mate = { citizenId: someone(77).id!, name: '김서연' };
    const first = someone(78);
    const entry = await city.does(first, 'submitEntry', { ...ENTRY, contestId, team: [mate] });
    expect((await ask('CONTEST_ENTRY', entry, officer))!.citizenIds).toEqual([first.id, mate.citizenId]);
    await city.does(first, 'withdrawEntry', { entryId: entry });
    expect(await ask('CONTEST_ENTRY', entry, officer)).toBeNull();
  });

  it('is none where there is none, or where it is another service’s', async () => {
    for (const kind of ['PROPOSAL', 'CONTEST_ENTRY', 'COMPLAINT'])
      expect(await ask(kind, randomUUID(), officer)).toBeNull();
  });
});

describe('a report of a monitor', () => {
  let city: Monitoring;
  beforeAll(async () => {
    city = await openMonitoring();
  });
  afterAll(() => city.close());

  const ask = async (id: string, { id: personId, roles, department }: Someone) => {
    const caller = { id: personId, roles, departmentCode: department ?? null };
    return (
      (await city.internal(IMPROVEMENT_SOURCE_PATH, { kind: 'MONITORING_REPORT', id, caller })) as { source: object }
    ).source;
  };

  it('is told of to those whom the graph shows it: its department’s matter, and once verified the watched one’s', async () => {
    const { missionId } = await watched(city, monitor(1));
    const id = await city.report(monitor(1), missionId);
    const people = [...PEOPLE, ['the monitor', monitor(1)], ['the watched head', watchedHead]] as const;
    const matches = async () => {
      for (const [name, who] of people) {
        const seen = await city.read(who, 'monitoringReport', id, 'id');
        expect([name, (await ask(id, who)) !== null]).toEqual([name, seen !== null]);
      }
    };
    await matches();
    const written = { citizenIds: [monitor(1).id] };
    expect(await ask(id, officer)).toEqual({ ...written, departmentCode: 'ROADS', public: false });
    await city.does(officer, 'verifyReport', { reportId: id, verdict: 'ACCEPT' });
    await matches();
    expect(await ask(id, otherOfficer)).toEqual({ ...written, departmentCode: 'WATER', public: true });
  });
});
