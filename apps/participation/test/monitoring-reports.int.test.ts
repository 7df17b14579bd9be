import { anonymous, auditor, citizen, colleague, officer, otherOfficer } from '@charter/service/testing';
import { MISSION, type Monitoring, REPORT, monitor, openMonitoring, watched, watchedHead } from './fixtures/monitoring';

const REASON = '살펴본 결과입니다.';
const ANSWER = { outcome: 'PLANNED', text: '창구를 하나 더 열겠습니다.' };

describe('a report of a monitor', () => {
  let city: Monitoring;
  beforeAll(async () => {
    city = await openMonitoring();
  });
  afterAll(() => city.close());
  beforeEach(() => city.dataSource.query('TRUNCATE outbox_event CASCADE'));

  it('is taken in its time alone, to the millisecond', async () => {
    const { missionId } = await watched(city, monitor(1), monitor(2));
    const photoIds = [await city.photo(monitor(1))];
    const at = (moment: string, who = monitor(1)) => {
      city.clock.set(new Date(moment));
      return city.fails(who, 'submitReport', { ...REPORT, missionId, photoIds });
    };
    expect(await at('2026-04-05T23:59:59.999Z')).toEqual(['TOO_EARLY']);
    expect(await at('2026-04-10T09:00:00.000Z')).toEqual(['TOO_LATE']);
    expect(await at('2026-04-10T08:59:59.999Z')).toEqual([]);
  });

  it('comes from the place: not from 20 km away', async () => {
    const { missionId } = await watched(city, monitor(1));
    const photoIds = [await city.photo(monitor(1))];
    const from = (position: object) =>
      city.run(monitor(1), 'submitReport', { ...REPORT, missionId, photoIds, position });
    const { errors } = await from({ latitude: 35.1798, longitude: 129.2945 });
    expect(errors).toMatchObject([
      { code: 'INVALID_VALUE', path: ['position'], message: expect.stringContaining('km') },
    ]);
    expect((await from({ latitude: 129.075, longitude: 35.1798 })).errors).toMatchObject([{ path: ['position'] }]);
    expect((await from(REPORT.position)).errors).toEqual([]);
  });

  it('is a monitor’s of that mission, once, with photographs and nothing else', async () => {
    const { missionId } = await watched(city, monitor(1));
    const report = async (who = monitor(1), changes: object = {}) =>
      (await city.run(who, 'submitReport', { ...REPORT, missionId, photoIds: [await city.photo(who)], ...changes }))
        .errors;
    expect(await report(citizen)).toMatchObject([{ code: 'INVALID_STATE' }]);
    expect(await report({ ...monitor(1), department: 'WATER' })).toMatchObject([{ code: 'CONFLICT_OF_INTEREST' }]);
    expect(await report(monitor(1), { photoIds: [] })).toMatchObject([{ path: ['photoIds'] }]);
    expect(await report(monitor(1), { photoIds: [await city.photo(citizen)] })).toMatchObject([{ path: ['photoIds'] }]);
    const text = await city.photo(monitor(1), Buffer.from('사진이 아닙니다.'));
    expect(await report(monitor(1), { photoIds: [text] })).toMatchObject([
      { code: 'INVALID_VALUE', path: ['photoIds', '0'] },
    ]);
    expect(await report(monitor(1), { missionId: citizen.id })).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await report()).toEqual([]);
    expect(await report()).toMatchObject([{ code: 'ALREADY_DONE' }]);
    expect(await city.count('monitoring_report')).toBeGreaterThan(0);
  });

  it('is one when it comes five times at once, and the same for the same key', async () => {
    const { missionId } = await watched(city, monitor(1), monitor(2));
    const photoIds = await Promise.all([1, 2, 3, 4, 5].map(() => city.photo(monitor(1))));
    const outcomes = await Promise.all(
      photoIds.map((photo) => city.fails(monitor(1), 'submitReport', { ...REPORT, missionId, photoIds: [photo] })),
    );
    expect(outcomes.flat()).toEqual(Array.from({ length: 4 }, () => 'ALREADY_DONE'));
    const input = { ...REPORT, missionId, photoIds: [await city.photo(monitor(2))], idempotencyKey: 'report' };
    expect(await city.does(monitor(2), 'submitReport', input)).toBe(await city.does(monitor(2), 'submitReport', input));
    const [{ count }] = await city.dataSource.query(
      `SELECT count(*)::int AS count FROM deadline WHERE kind = 'REPORT_VERIFICATION' AND subject_id IN (SELECT id FROM monitoring_report WHERE mission_id = $1)`,
      [missionId],
    );
    expect(count).toBe(2);
  });

  it('is sent back, completed and accepted: what it said before is kept, and verifying stood still', async () => {
    const { missionId } = await watched(city, monitor(1));
    const reportId = await city.report(monitor(1), missionId);
    city.clock.set(new Date('2026-04-08T03:00:00Z'));
    expect(await city.fails(officer, 'verifyReport', { reportId, verdict: 'RETURN' })).toEqual(['INVALID_VALUE']);
    await city.does(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: '간판 사진을 더해 주십시오.' });
    const seen = 'status verdictReason returns verification { state dueAt } revision { kind dueAt state }';
    expect(await city.read(monitor(1), 'monitoringReport', reportId, seen)).toEqual({
      ...{ status: 'RETURNED', verdictReason: '간판 사진을 더해 주십시오.', returns: 1 },
      verification: { state: 'PAUSED', dueAt: null },
      revision: { kind: 'REPORT_REVISION', dueAt: '2026-04-16T00:00:00+09:00', state: 'RUNNING' },
    });
    city.clock.set(new Date('2026-04-09T03:00:00Z'));
    const photoIds = [await city.photo(monitor(1))];
    const revised = { reportId, ...REPORT, position: undefined, summary: '간판을 더했습니다.', photoIds };
    expect(await city.fails(citizen, 'reviseReport', { ...revised, photoIds: [] })).toEqual(['NOT_FOUND']);
    await city.does(monitor(1), 'reviseReport', revised);
    const after =
      'status summary photos { type downloadUrl } versions { version summary } verification { state dueAt } revision { state }';
    expect(await city.read(officer, 'monitoringReport', reportId, after)).toEqual({
      ...{ status: 'SUBMITTED', summary: '간판을 더했습니다.' },
      photos: Array.from({ length: 2 }, () => ({
        type: 'image/jpeg',
        downloadUrl: expect.stringContaining('/participation-files/'),
      })),
      versions: [{ version: 2, summary: REPORT.summary }],
      verification: { state: 'RUNNING', dueAt: '2026-04-15T12:00:00+09:00' },
      revision: { state: 'MET' },
    });
    await city.does(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: REASON });
    await city.does(monitor(1), 'reviseReport', { ...revised, photoIds: [] });
    expect(await city.fails(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: REASON })).toEqual([
      'LIMIT_REACHED',
    ]);
    await city.does(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' });
    // Everybody reads its dates; what the office wrote to the monitor stays between them.
    const dates = 'verification { history { change reason } } revision { history { reason } } timeline { text }';
    const open = JSON.stringify(await city.read(anonymous, 'monitoringReport', reportId, dates));
    expect(open).toContain('보완 요청');
    expect(open).not.toContain('간판 사진을 더해');
  });

  it('is rejected when nothing came in time, and never by who wrote it', async () => {
    const { missionId } = await watched(city, { ...monitor(1) });
    const reportId = await city.report(monitor(1), missionId);
    const own = { ...officer, id: monitor(1).id! };
    expect(await city.fails(own, 'verifyReport', { reportId, verdict: 'ACCEPT' })).toEqual(['SAME_PERSON']);
    await city.does(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: REASON });
    const reject = { reportId, verdict: 'REJECT', reason: '보완하지 않으셨습니다.' };
    expect(await city.fails(officer, 'verifyReport', reject)).toEqual(['TOO_EARLY']);
    city.clock.set(new Date('2026-04-14T15:00:00Z'));
    const revised = { reportId, ...REPORT, position: undefined };
    expect(await city.fails(monitor(1), 'reviseReport', revised)).toEqual(['TOO_LATE']);
    await city.does(officer, 'verifyReport', reject);
    const facts = await city.internal('/internal/notice-facts', {
      ...{ eventType: 'monitoring.report-rejected.v1', subjectType: 'MONITORING_REPORT', subjectId: reportId },
      ...{ recipientId: monitor(1).id, deadlineId: null },
    });
    expect(facts).toMatchObject({
      words: { title: MISSION.title, reason: reject.reason },
      contact: { name: '홍길동' },
    });
    expect(await city.fails(otherOfficer, 'answerReport', { reportId, ...ANSWER })).toEqual(['NOT_FOUND']);
  });

  it('can be taken back before it is verified, and sent again in time', async () => {
    const { missionId } = await watched(city, monitor(1));
    const reportId = await city.report(monitor(1), missionId);
    await city.does(monitor(1), 'withdrawReport', { reportId });
    expect(await city.read(monitor(1), 'monitoringReport', reportId, 'status verification { state }')).toEqual({
      ...{ status: 'WITHDRAWN', verification: { state: 'CANCELLED' } },
    });
    expect(await city.fails(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' })).toEqual(['INVALID_STATE']);
    await city.report(monitor(1), missionId);
  });

  it('is verified once when two do it at once, and earns its allowance once', async () => {
    const { missionId } = await watched(city, monitor(1));
    for (let round = 0; round < 3; round += 1) {
      const reportId = await city.report(monitor(1), missionId);
      const verdicts = [
        city.fails(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' }),
        city.fails(colleague, 'verifyReport', { reportId, verdict: 'REJECT', reason: REASON }),
      ];
      expect((await Promise.all(verdicts)).flat()).toHaveLength(1);
      const { status, allowance } = (await city.read(officer, 'monitoringReport', reportId, 'status allowance'))!;
      expect([status, allowance]).toEqual(status === 'ACCEPTED' ? ['ACCEPTED', 30_000] : ['REJECTED', null]);
      await city.dataSource.query(`UPDATE monitoring_report SET status = 'WITHDRAWN', allowance = NULL WHERE id = $1`, [
        reportId,
      ]);
    }
  });

  it('refuses who read an older version', async () => {
    const { missionId } = await watched(city, monitor(1));
    const reportId = await city.report(monitor(1), missionId);
    await city.does(officer, 'verifyReport', { reportId, verdict: 'RETURN', reason: REASON, version: 1 });
    expect(await city.fails(monitor(1), 'withdrawReport', { reportId, version: 1 })).toEqual(['STALE_VERSION']);
  });

  it('is seen as far as somebody needs to', async () => {
    const { missionId } = await watched(city, monitor(1));
    const reportId = await city.report(monitor(1), missionId);
    const fields =
      'summary monitorName position { distanceMetres } allowance photos { downloadUrl } versions { version }';
    const see = (who: Parameters<Monitoring['read']>[0]) => city.read(who, 'monitoringReport', reportId, fields);
    for (const who of [anonymous, citizen, otherOfficer, watchedHead]) expect(await see(who)).toBeNull();
    expect(await see(officer)).toMatchObject({ monitorName: '홍길동', position: { distanceMetres: 29 } });
    expect(await see(auditor)).toMatchObject({ monitorName: null, photos: [{ downloadUrl: expect.any(String) }] });
    await city.does(officer, 'verifyReport', { reportId, verdict: 'ACCEPT' });
    const hidden = { summary: REPORT.summary, monitorName: null, position: null, allowance: null, versions: null };
    expect(await see(anonymous)).toEqual({ ...hidden, photos: null });
    expect(await see(citizen)).toEqual({ ...hidden, photos: null });
    expect(await see(otherOfficer)).toEqual({ ...hidden, photos: [{ downloadUrl: expect.any(String) }] });
    // Its file's name may tell who took a photograph: the watched department gets it without.
    const named = async (who: Parameters<Monitoring['read']>[0]) =>
      (await city.read(who, 'monitoringReport', reportId, 'photos { name description downloadUrl }'))!['photos'];
    expect(await named(officer)).toMatchObject([{ name: '현장.jpg', description: '구멍 사진' }]);
    const [unnamed] = (await named(otherOfficer)) as { name: string; description: null; downloadUrl: string }[];
    expect(unnamed).toMatchObject({ name: 'photo-1', description: null });
    expect(decodeURIComponent(unnamed!.downloadUrl)).not.toContain('현장');
    const list = async (who: Parameters<Monitoring['read']>[0]) => {
      const { data } = await city.ask<{ monitoringReports: { totalCount: number } }>(
        who,
        'query ($id: ID) { monitoringReports(first: 10, filter: { missionId: $id }) { totalCount } }',
        { id: missionId },
      );
      return data!.monitoringReports.totalCount;
    };
    expect(await list(anonymous)).toBe(1);
    await city.dataSource.query(`UPDATE monitoring_report SET status = 'SUBMITTED', allowance = NULL WHERE id = $1`, [
      reportId,
    ]);
    expect(await Promise.all([anonymous, citizen, otherOfficer, officer, auditor, monitor(1)].map(list))).toEqual([
      0, 0, 0, 1, 1, 1,
    ]);
  });
});
