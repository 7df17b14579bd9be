import { admin, anonymous, inEnglish, manager, officer } from '@charter/service/testing';
import { SuccessionJob } from '../src/jobs/succession.job';
import { type Charter, PLAN, openCharter } from './fixtures/improvements';

const SAVE =
  'mutation ($input: SaveDepartmentInput!) { saved: saveDepartment(input: $input) { department { code } errors { code path message } } }';
interface Saved {
  readonly saved: { readonly errors: readonly { code: string; path: string[]; message: string }[] };
}

describe('a department that is closed', () => {
  let charter: Charter;
  beforeEach(async () => {
    charter = await openCharter();
    await charter.dataSource.query('DELETE FROM "outbox_event"');
  });
  afterEach(() => charter.close());

  const save = async (input: object) => {
    const { data } = await charter.ask<Saved>(inEnglish(admin), SAVE, {
      input: { nameKo: '과', nameEn: 'Division', ...input },
    });
    return data!.saved.errors;
  };
  const look = () =>
    charter.parts.loops.find((loop): loop is SuccessionJob => loop instanceof SuccessionJob)!.runOnce();
  const told = async () =>
    (await charter.told('department.succeeded.v1')).map((said) => [
      said.previousDepartmentCode,
      said.departmentCode,
      said.succeededOn,
    ]);
  const department = async (code: string, fields: string) =>
    (
      await charter.ask<{ department: Record<string, unknown> }>(
        anonymous,
        `query ($code: String!) { department(code: $code) { ${fields} } }`,
        { code },
      )
    ).data!.department;

  it('is succeeded on its day, once, also when two workers look at once: actions, standards and departments below pass', async () => {
    await save({ code: 'STREETS' });
    await save({ code: 'LIGHTS', parentCode: 'ROADS' });
    const open = await charter.openAction({ plan: PLAN });
    const done = await charter.bringTo('COMPLETED');
    expect(await save({ code: 'ROADS', nameKo: 'ROADS', closedOn: '2026-12-01', successorCode: 'STREETS' })).toEqual(
      [],
    );
    charter.clock.set('2026-11-30T23:59:00+09:00');
    await look();
    expect(await told()).toEqual([]);
    charter.clock.set('2026-12-01T00:00:10+09:00');
    await Promise.all([look(), look()]);
    await look();
    expect(await told()).toEqual([['ROADS', 'STREETS', '2026-12-01']]);

    const heir = { ...manager, department: 'STREETS' };
    expect(
      await charter.see(heir, open, 'department { code } officerId deadline { dueAt } history { step text }'),
    ).toMatchObject({
      ...{ department: { code: 'STREETS' }, officerId: officer.id, deadline: { dueAt: '2027-02-27T00:00:00+09:00' } },
      history: [{ step: 'open' }, { step: 'pass', text: '조직 개편: ROADS → STREETS' }],
    });
    expect(await charter.see(heir, done, 'id')).toBeNull(); // not published, and not theirs
    expect(
      await charter.refused(heir, 'reportImprovementProgress', {
        improvementActionId: open,
        percent: 10,
        text: '이어서 합니다.',
      }),
    ).toEqual([]);
    expect(await charter.refused(manager, 'publishImprovementAction', { improvementActionId: open })).toEqual([
      'NOT_FOUND',
    ]);
    const { data } = await charter.ask<{ standards: object[] }>(
      anonymous,
      '{ standards(filter: { departmentCode: "STREETS" }) { code version history { savedAt } } }',
    );
    expect(data!.standards).toMatchObject([{ code: 'ROADS_OWN', version: 2 }]);
    expect(await department('LIGHTS', 'parent { code } history { parentCode }')).toEqual({
      ...{ parent: { code: 'STREETS' }, history: [{ parentCode: 'ROADS' }, { parentCode: 'STREETS' }] },
    });
    expect(await department('STREETS', 'predecessors { code closedOn }')).toEqual({
      predecessors: [{ code: 'ROADS', closedOn: '2026-12-01' }],
    });
    const passed = (await charter.told('department.saved.v1')).filter(({ code }) => code === 'LIGHTS');
    expect(passed.map(({ parentCode }) => parentCode)).toEqual(['ROADS', 'STREETS']);
    expect(await charter.told('standard.saved.v1')).toMatchObject([{ code: 'ROADS_OWN', departmentCode: 'STREETS' }]);
  });

  it('is succeeded at once where its day has passed, with its words for the notice', async () => {
    await save({ code: 'STREETS' });
    await save({ code: 'ROADS', closedOn: '2026-11-23', successorCode: 'STREETS' });
    const [said] = await charter.told('department.succeeded.v1');
    expect(said).toMatchObject({ departmentCode: 'STREETS', decidedBy: admin.id });
    expect(
      await charter.internal('/internal/notice-facts', {
        ...{ eventType: 'department.succeeded.v1', subjectType: 'SUCCESSION', subjectId: said!.successionId },
        ...{ recipientId: officer.id, deadlineId: null },
      }),
    ).toEqual({ stillTrue: true, contact: null, words: {} });
  });

  it('is succeeded by one that stands below it, which comes up in its place', async () => {
    await save({ code: 'CITY' });
    await save({ code: 'ROADS', parentCode: 'CITY' });
    await save({ code: 'TEAM', parentCode: 'ROADS' });
    await save({ code: 'OFFICE', parentCode: 'TEAM' });
    await save({ code: 'ROADS', parentCode: 'CITY', closedOn: '2026-11-23', successorCode: 'OFFICE' });
    expect([await department('OFFICE', 'parent { code }'), await department('TEAM', 'parent { code }')]).toEqual([
      { parent: { code: 'CITY' } },
      { parent: { code: 'OFFICE' } },
    ]);
  });

  it('leads on through chains and mergers, and takes no other way once its work has passed', async () => {
    for (const code of ['BB', 'CC']) await save({ code });
    const open = await charter.openAction();
    await save({ code: 'ROADS', closedOn: '2026-11-23', successorCode: 'BB' });
    expect(await save({ code: 'WATER', closedOn: '2026-11-23', successorCode: 'CC' })).toEqual([]);
    expect(await save({ code: 'BB', closedOn: '2026-11-23', successorCode: 'ROADS' })).toMatchObject([
      { code: 'INVALID_VALUE', path: ['successorCode'] }, // a circle
    ]);
    expect(await save({ code: 'BB', closedOn: '2026-11-23', successorCode: 'CC' })).toEqual([]);
    expect((await told()).slice(-3)).toEqual([
      ['ROADS', 'BB', '2026-11-23'],
      ['WATER', 'CC', '2026-11-23'],
      ['BB', 'CC', '2026-11-23'],
    ]);
    expect(await charter.see({ ...manager, department: 'CC' }, open, 'department { code }')).toEqual({
      department: { code: 'CC' },
    });
    expect(await department('CC', 'predecessors { code }')).toEqual({
      predecessors: [{ code: 'BB' }, { code: 'WATER' }],
    });
    expect(await save({ code: 'ROADS', closedOn: null, successorCode: null })).toMatchObject([
      { code: 'INVALID_STATE', path: ['closedOn'], message: expect.stringContaining('has passed to its successor') },
    ]);
    expect(await save({ code: 'ROADS', closedOn: '2026-11-23', successorCode: 'CC' })).toMatchObject([
      { code: 'INVALID_STATE', path: ['successorCode'] },
    ]);
  });
});
