import { anonymous, manager, officer, otherOfficer } from '@charter/service/testing';
import {
  MISSION,
  type Monitoring,
  PLACE,
  REPORT,
  monitor,
  openMonitoring,
  serving,
  watched,
} from './fixtures/monitoring';

const REASON = '살펴본 결과입니다.';

describe('a mission of monitors', () => {
  let city: Monitoring;
  beforeAll(async () => {
    city = await openMonitoring();
  });
  afterAll(() => city.close());
  beforeEach(() => city.dataSource.query('TRUNCATE outbox_event CASCADE'));

  it('is found around a position, by the index and to the metre', async () => {
    const { recruitmentId, missionId } = await watched(city, monitor(1));
    const near = async (latitude: number, longitude: number, withinMetres: number) => {
      const { data } = await city.ask<{ monitoringMissions: { edges: { node: { id: string } }[] } }>(
        anonymous,
        'query ($filter: MonitoringMissionFilterInput) { monitoringMissions(first: 10, filter: $filter) { edges { node { id } } } }',
        { filter: { recruitmentId, near: { latitude, longitude, withinMetres } } },
      );
      return data!.monitoringMissions.edges.map(({ node }) => node.id);
    };
    // Busan Station is 7,819.6 m away.
    expect(await near(35.1151, 129.0413, 7_820)).toEqual([missionId]);
    expect(await near(35.1151, 129.0413, 7_819)).toEqual([]);
    const bad = await city.ask(
      anonymous,
      '{ monitoringMissions(first: 1, filter: { near: { latitude: 129, longitude: 35, withinMetres: 5 } }) { edges { cursor } } }',
    );
    expect(bad.errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('checks standards that the watched department keeps, and never the department that verifies', async () => {
    const { recruitmentId } = await serving(city, monitor(1));
    city.clock.set(new Date('2026-04-01T01:00:00Z'));
    const open = (changes: object) => city.run(officer, 'openMission', { ...MISSION, recruitmentId, ...changes });
    const item = (standardCode: string) => ({ checklist: [{ question: '?', standardCode }] });
    for (const code of ['NONE', 'ASPHALT'])
      expect((await open(item(code))).errors).toMatchObject([
        { code: 'INVALID_VALUE', path: ['checklist', '0', 'standardCode'] },
      ]);
    expect((await open({ watchedDepartmentCode: 'ROADS', ...item('WAIT') })).errors).toMatchObject([
      { code: 'CONFLICT_OF_INTEREST' },
    ]);
    expect((await open({ watchedDepartmentCode: 'OLD', ...item('WAIT') })).errors).toMatchObject([
      { path: ['watchedDepartmentCode'] },
    ]);
    expect((await city.run(otherOfficer, 'openMission', { ...MISSION, recruitmentId })).errors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    const key = { ...MISSION, recruitmentId, idempotencyKey: 'one' };
    expect(await city.does(officer, 'openMission', key)).toBe(await city.does(officer, 'openMission', key));
  });

  it('reminds those who have not reported, once, on the working day before', async () => {
    const { missionId } = await watched(city, monitor(1), monitor(2));
    await city.report(monitor(1), missionId);
    const reminded = async (moment: string) => {
      city.clock.set(new Date(moment));
      await city.later(0);
      const told = await city.told('monitoring.mission-due-soon.v1');
      return told.filter((said) => said.missionId === missionId).map(({ citizenId }) => citizenId);
    };
    expect(await reminded('2026-04-08T23:59:59Z')).toEqual([]);
    expect(await reminded('2026-04-09T00:00:00Z')).toEqual([monitor(2).id]);
    expect(await reminded('2026-04-09T00:00:01Z')).toEqual([monitor(2).id]);
    const ask = (recipientId: string) =>
      city.internal('/internal/notice-facts', {
        ...{ eventType: 'monitoring.mission-due-soon.v1', subjectType: 'MISSION', subjectId: missionId },
        ...{ recipientId, deadlineId: null },
      });
    expect(await ask(monitor(2).id!)).toMatchObject({
      stillTrue: true,
      words: { place: expect.stringContaining(PLACE.name) },
    });
    expect(await ask(monitor(1).id!)).toMatchObject({ stillTrue: false });
  });

  it('is called off with a reason, and takes no report from then on', async () => {
    const { missionId } = await watched(city, monitor(1));
    expect(await city.fails(officer, 'cancelMission', { missionId, reason: REASON })).toEqual(['FORBIDDEN']);
    await city.does(manager, 'cancelMission', { missionId, reason: '공사 때문에 미룹니다.' });
    expect(await city.told('monitoring.mission-cancelled.v1')).toHaveLength(1);
    const report = { ...REPORT, missionId, photoIds: [await city.photo(monitor(1))] };
    expect(await city.fails(monitor(1), 'submitReport', report)).toEqual(['INVALID_STATE']);
  });
});
