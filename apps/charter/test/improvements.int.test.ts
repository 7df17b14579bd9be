import { emptyTables } from '@charter/testkit';
import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  colleague,
  manager,
  officer,
  otherOfficer,
} from '@charter/service/testing';
import {
  ACTION,
  COMPLAINT,
  type Charter,
  ENTRY,
  FOREIGN,
  MONDAY,
  PLAN,
  PROPOSAL,
  REPORT,
  openCharter,
  teammate,
} from './fixtures/improvements';

const OPEN = 'openImprovementAction';
const from = (kind: string, id: string) => ({ source: { kind, id } });

describe('improvement actions', () => {
  let charter: Charter;
  beforeAll(async () => {
    charter = await openCharter();
  });
  afterAll(() => charter.close());
  beforeEach(async () => {
    charter.clock.set(MONDAY);
    charter.neighbours.away = false;
    charter.neighbours.asked.length = 0;
    await emptyTables(
      charter.dataSource,
      'improvement_action',
      'improvement_progress',
      'improvement_history',
      'deadline',
      'deadline_history',
      'idempotency_key',
      'outbox_event',
    );
  });
  const does = async (who: Someone, mutation: string, input: object) =>
    expect([mutation, (await charter.act(who, mutation, input)).errors]).toEqual([mutation, []]);

  describe('when they are opened', () => {
    it('have an owner, a date like any other, and tell the owner', async () => {
      const id = await charter.openAction({ title: ' 야간 보수 ', standardCode: 'ROADS_OWN' }, officer);
      expect(
        await charter.see(
          officer,
          id,
          'title description kind status percent plan officerId sourceKind department { code } standard { code } deadline { kind state dueAt announcedDueAt segments { kind } } progress { percent } history { step status text }',
        ),
      ).toMatchObject({
        ...{ title: '야간 보수', description: ACTION.description, kind: 'PROCEDURE', status: 'OPEN', percent: 0 },
        ...{ plan: null, officerId: officer.id, sourceKind: null, department: { code: 'ROADS' } },
        standard: { code: 'ROADS_OWN' },
        deadline: { kind: 'IMPROVEMENT', state: 'RUNNING', dueAt: '2027-02-27T00:00:00+09:00' },
        ...{ progress: [], history: [{ step: 'open', status: 'OPEN', text: ACTION.description }] },
      });
      expect(await charter.told('improvement.opened.v1')).toEqual([
        {
          ...{ improvementId: id, departmentCode: 'ROADS', officerId: officer.id, citizenId: null },
          ...{ sourceKind: null, complaintId: null, dueAt: '2027-02-26T15:00:00.000Z' },
        },
      ]);
      expect(charter.neighbours.asked).toEqual([]);
    });

    it('are due on the day that was said, opened at the weekend or late in the evening as well', async () => {
      for (const moment of ['2026-11-28T11:00:00+09:00', '2026-11-27T22:00:00+09:00']) {
        charter.clock.set(moment);
        const id = await charter.openAction();
        expect(await charter.see(officer, id, 'deadline { dueAt }')).toEqual({
          deadline: { dueAt: '2027-02-27T00:00:00+09:00' },
        });
      }
    });

    it('with a plan are in progress at once, and may be given to a colleague', async () => {
      const id = await charter.openAction({ plan: PLAN, officerId: colleague.id }, manager);
      expect(await charter.see(officer, id, 'status plan officerId')).toEqual({
        ...{ status: 'IN_PROGRESS', plan: PLAN, officerId: colleague.id },
      });
    });

    it.each<[string, string, string, string, readonly string[]]>([
      ['a complaint', 'COMPLAINT', COMPLAINT, 'complaints', [citizen.id]],
      ['a proposal', 'PROPOSAL', PROPOSAL, 'participation', [citizen.id]],
      ['an entry of a contest', 'CONTEST_ENTRY', ENTRY, 'participation', [citizen.id, teammate.id]],
      ['a report of a monitor', 'MONITORING_REPORT', REPORT, 'participation', [teammate.id]],
    ])('from %s ask its owner as the caller, and tell whose matter it is', async (_name, kind, id, owner, citizens) => {
      const improvementId = await charter.openAction(from(kind, id));
      const caller = { id: officer.id, roles: ['OFFICER'], departmentCode: 'ROADS' };
      expect(charter.neighbours.asked).toEqual([{ service: owner, request: { kind, id, caller } }]);
      const told = await charter.told('improvement.opened.v1');
      expect(told.map(({ citizenId }) => citizenId).sort()).toEqual([null, ...citizens].sort());
      for (const each of told)
        expect(each).toMatchObject({
          ...{ improvementId, sourceKind: kind, complaintId: kind === 'COMPLAINT' ? id : null },
        });
      expect(await charter.see(officer, improvementId, 'sourceKind')).toEqual({ sourceKind: kind });
    });

    it.each<[string, Someone, object]>([
      ['that is none', officer, from('PROPOSAL', COMPLAINT)],
      ['that the caller may not see', otherOfficer, { ...from('COMPLAINT', COMPLAINT), departmentCode: 'WATER' }],
    ])('from something %s are refused alike, and nothing is told', async (_name, who, changes) => {
      const { action, errors } = await charter.act(who, OPEN, { ...ACTION, ...changes });
      expect([action, errors]).toMatchObject([
        null,
        [{ code: 'INVALID_VALUE', path: ['source', 'id'], message: expect.stringContaining('찾을 수 없습니다') }],
      ]);
      expect([await charter.count('improvement_action'), await charter.count('deadline')]).toEqual([0, 0]);
      expect(await charter.told('improvement.opened.v1')).toEqual([]);
    });

    it('from a matter of another department are left to that department', async () => {
      const { errors } = await charter.act(officer, OPEN, { ...ACTION, ...from('PROPOSAL', FOREIGN) });
      expect(errors).toMatchObject([{ path: ['source', 'id'], message: expect.stringContaining('WATER') }]);
    });

    it('say which service is away, and change nothing', async () => {
      charter.neighbours.away = true;
      const input = { ...ACTION, ...from('COMPLAINT', COMPLAINT), idempotencyKey: 'k' };
      expect(await charter.refused(officer, OPEN, input)).toEqual(['SERVICE_UNAVAILABLE']);
      expect(await charter.count('improvement_action')).toBe(0);
      charter.neighbours.away = false;
      expect(await charter.refused(officer, OPEN, input)).toEqual([]);
    });

    it('answer the same key with the same action, also when two come at once or the owner is away by now', async () => {
      const input = { ...ACTION, ...from('COMPLAINT', COMPLAINT), idempotencyKey: 'k1' };
      const both = await Promise.all([charter.act(officer, OPEN, input), charter.act(officer, OPEN, input)]);
      charter.neighbours.away = true;
      const again = await charter.act(officer, OPEN, input);
      expect(new Set([...both, again].map(({ action }) => action!['id'])).size).toBe(1);
      expect(await charter.count('improvement_action')).toBe(1);
      expect(await charter.refused(officer, OPEN, { ...input, title: '다른 제목' })).toEqual([
        'IDEMPOTENCY_KEY_REUSED',
      ]);
    });

    it('name every fault with its place', async () => {
      const input = { ...ACTION, title: ' ', dueOn: '2026-11-23', standardCode: 'WATER_OWN' };
      const { errors } = await charter.act(officer, OPEN, input);
      expect(errors.map(({ path }) => path)).toEqual([['title'], ['standardCode'], ['dueOn']]);
      const old = { ...officer, department: 'OLD' };
      expect((await charter.act(old, OPEN, { ...ACTION, departmentCode: 'OLD' })).errors).toMatchObject([
        { path: ['departmentCode'], message: expect.stringContaining('ROADS') },
      ]);
    });

    it.each<[string, Someone, object, string]>([
      ['an officer for another department', otherOfficer, ACTION, 'FORBIDDEN'],
      ['the auditor', auditor, ACTION, 'FORBIDDEN'],
      ['the administrator', admin, ACTION, 'FORBIDDEN'],
      ['a citizen', citizen, ACTION, 'FORBIDDEN'],
      ['nobody known', anonymous, ACTION, 'UNAUTHENTICATED'],
      ['an officer from an id that is none', officer, { ...ACTION, ...from('PROPOSAL', 'x') }, 'BAD_USER_INPUT'],
      ['an officer for an officer that is none', officer, { ...ACTION, officerId: 'x' }, 'BAD_USER_INPUT'],
    ])('are not opened by %s', async (_name, who, input, code) => {
      expect(await charter.refused(who, OPEN, input)).toEqual([code]);
      expect(await charter.count('improvement_action')).toBe(0);
    });
  });

  describe('while they are carried out', () => {
    it('go from a plan by reports to a result, each step kept and the citizen told', async () => {
      const improvementActionId = await charter.openAction(from('PROPOSAL', PROPOSAL));
      await does(officer, 'updateImprovementAction', {
        ...{ improvementActionId, version: 1, plan: ` ${PLAN} `, kind: 'TRAINING', standardCode: 'CITY_WIDE' },
      });
      charter.clock.set('2026-12-01T10:00:00+09:00');
      await does(colleague, 'reportImprovementProgress', {
        improvementActionId,
        percent: 40,
        text: '교육을 했습니다.',
      });
      await does(officer, 'updateImprovementAction', { improvementActionId, standardCode: null });
      charter.clock.set('2026-12-10T10:00:00+09:00');
      await does(officer, 'completeImprovementAction', {
        improvementActionId,
        result: '모든 당직자가 교육을 마쳤습니다.',
      });
      expect(
        await charter.see(
          officer,
          improvementActionId,
          'kind status percent plan result closedAt version standard { code } deadline { state missedAt } progress { at percent text } history { step status text }',
        ),
      ).toEqual({
        ...{ kind: 'TRAINING', status: 'COMPLETED', percent: 100, plan: PLAN, standard: null, version: 5 },
        ...{ result: '모든 당직자가 교육을 마쳤습니다.', closedAt: '2026-12-10T10:00:00+09:00' },
        deadline: { state: 'MET', missedAt: null },
        progress: [{ at: '2026-12-01T10:00:00+09:00', percent: 40, text: '교육을 했습니다.' }],
        history: [
          { step: 'open', status: 'OPEN', text: ACTION.description },
          { step: 'update', status: 'IN_PROGRESS', text: PLAN },
          { step: 'report', status: 'IN_PROGRESS', text: '교육을 했습니다.' },
          { step: 'update', status: 'IN_PROGRESS', text: null },
          { step: 'complete', status: 'COMPLETED', text: '모든 당직자가 교육을 마쳤습니다.' },
        ],
      });
      const to = (told: readonly { citizenId: string | null }[]) => told.map(({ citizenId }) => citizenId).sort();
      expect(to(await charter.told('improvement.progressed.v1'))).toEqual([citizen.id, null]);
      const completed = await charter.told('improvement.completed.v1');
      expect(to(completed)).toEqual([citizen.id, null]);
      expect(completed[0]).toMatchObject({ late: false, completedAt: '2026-12-10T01:00:00.000Z' });
    });

    it('keep their lines: nobody changes or removes one', async () => {
      const improvementActionId = await charter.openAction({ plan: PLAN });
      await does(officer, 'reportImprovementProgress', { improvementActionId, percent: 1, text: '시작' });
      for (const table of ['improvement_history', 'improvement_progress'])
        for (const change of [`DELETE FROM "${table}"`, `UPDATE "${table}" SET "id" = "id"`])
          await expect(charter.dataSource.query(change)).rejects.toThrow('append-only');
    });

    it('are reported on once with one key', async () => {
      const improvementActionId = await charter.openAction({ plan: PLAN });
      const report = { improvementActionId, percent: 30, text: '점검', idempotencyKey: 'r1' };
      const both = await Promise.all([
        charter.refused(officer, 'reportImprovementProgress', report),
        charter.refused(officer, 'reportImprovementProgress', report),
      ]);
      expect(both).toEqual([[], []]);
      expect(await charter.count('improvement_progress')).toBe(1);
      expect((await charter.told('improvement.progressed.v1')).length).toBe(1);
      // A report that was refused leaves its key free.
      const wrong = { ...report, percent: 101, idempotencyKey: 'r2' };
      expect(await charter.refused(officer, 'reportImprovementProgress', wrong)).toEqual(['INVALID_VALUE']);
      expect(await charter.refused(officer, 'reportImprovementProgress', { ...wrong, percent: 50 })).toEqual([]);
      const unknown = { ...report, improvementActionId: COMPLAINT, idempotencyKey: 'r3' };
      expect(await charter.refused(officer, 'reportImprovementProgress', unknown)).toEqual(['NOT_FOUND']);
    });

    it('are not overwritten by who has seen an older version, also at once', async () => {
      const improvementActionId = await charter.openAction({ plan: PLAN });
      const change = (title: string) =>
        charter.refused(officer, 'updateImprovementAction', { improvementActionId, version: 1, title });
      expect((await Promise.all([change('하나'), change('둘')])).sort()).toEqual([[], ['STALE_VERSION']]);
      const complete = { improvementActionId, result: '마쳤습니다.' };
      const ends = await Promise.all([
        charter.refused(officer, 'completeImprovementAction', complete),
        charter.refused(manager, 'cancelImprovementAction', { improvementActionId, reason: '합쳤습니다.' }),
      ]);
      expect(ends.flat()).toEqual(['INVALID_STATE']);
    });

    it('go to another officer by the head, who is told', async () => {
      const improvementActionId = await charter.openAction();
      await does(manager, 'assignImprovementAction', { improvementActionId, officerId: colleague.id });
      expect(await charter.told('improvement.assigned.v1')).toMatchObject([
        { improvementId: improvementActionId, officerId: colleague.id, citizenId: null },
      ]);
      const [row] = await charter.dataSource.query('SELECT owner_id FROM deadline');
      expect(row).toEqual({ owner_id: colleague.id });
      const wrong = { improvementActionId, officerId: 'x' };
      expect(await charter.refused(manager, 'assignImprovementAction', wrong)).toEqual(['BAD_USER_INPUT']);
    });

    it('that are called off say why, and their date with them', async () => {
      const improvementActionId = await charter.openAction(from('COMPLAINT', COMPLAINT));
      await does(manager, 'cancelImprovementAction', { improvementActionId, reason: ' 다른 과제와 합쳤습니다. ' });
      expect(await charter.see(officer, improvementActionId, 'status cancelledReason deadline { state }')).toEqual({
        ...{ status: 'CANCELLED', cancelledReason: '다른 과제와 합쳤습니다.', deadline: { state: 'CANCELLED' } },
      });
      expect((await charter.told('improvement.cancelled.v1')).length).toBe(2);
    });

    it.each(['updateImprovementAction', 'publishImprovementAction'])(
      'that are none find nothing: %s',
      async (mutation) => {
        for (const improvementActionId of ['x', COMPLAINT])
          expect(await charter.refused(manager, mutation, { improvementActionId })).toEqual(['NOT_FOUND']);
      },
    );
  });
});
