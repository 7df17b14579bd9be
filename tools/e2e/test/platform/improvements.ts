import { randomUUID } from 'node:crypto';
import { WorkingCalendar, localDate } from '@charter/calendar';
import { eventually } from '@charter/testkit';
import { endOf } from '../../src/due';
import { idOf, told } from '../../src/inbox';
import type { Person, RunningStack } from '../../src/running-stack';
import { PETITIONER, type UserError, register, sevenDayService, visit } from '../../src/story';

const PROMISE_MS = 30_000;

interface Action {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly deadline: { readonly dueAt: string; readonly state: string };
}
interface Result {
  readonly result: { readonly action: Action | null; readonly errors: readonly UserError[] };
}

/** What is proposed becomes an improvement action: seen from both ends, carried out, and told to whose idea it was. */
export function improvesTheCity(running: () => RunningStack): void {
  const FIELDS = 'id status version deadline { dueAt state }';
  const ask = (who: Person, name: string, input: object) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const mutation = `mutation ($input: ${type}!) { result: ${name}(input: $input) { action: improvementAction { ${FIELDS} } errors { code path } } }`;
    return running().get<Result>(who, mutation, { input });
  };
  const does = async (who: Person, name: string, input: object): Promise<Action> => {
    const { result } = await ask(who, name, input);
    expect([name, result.errors]).toEqual([name, []]);
    return result.action!;
  };
  const see = async (who: Person | undefined, id: string, fields: string): Promise<unknown> => {
    const query = `query ($id: ID!) { improvementAction(id: $id) { ${fields} } }`;
    return (await running().get<{ improvementAction: unknown }>(who, query, { id })).improvementAction;
  };
  /** The day that is so many working days ahead, so that no holiday moves it. */
  const inWorkingDays = (days: number): string => new WorkingCalendar().addWorkingDays(localDate(new Date()), days);
  const opening = (source: object) => ({
    ...{ departmentCode: 'ROADS', kind: 'FACILITY', title: '통학로 속도 표시판 설치', dueOn: inWorkingDays(40) },
    ...{ description: '차량이 학교 앞에서 속도를 줄이지 않습니다.', standardCode: 'ROADS_SIDEWALKS', source },
  });

  it('opens from a proposal, stands at both ends, is put off, published, carried out, and told to the citizen', async () => {
    const stack = running();
    const submit = `mutation ($input: SubmitProposalInput!) { submitProposal(input: $input) { proposal { id } errors { code } } }`;
    const { submitProposal } = await stack.get<{ submitProposal: { proposal: { id: string } } }>('citizen', submit, {
      input: {
        ...{ title: '통학로 속도 표시판', body: '학교 앞에 속도 표시판을 설치해 주십시오.', departmentCode: 'ROADS' },
        proposer: PETITIONER,
      },
    });
    const source = { kind: 'PROPOSAL', id: submitProposal.proposal.id };
    const key = { idempotencyKey: randomUUID() };
    const action = await does('officer', 'openImprovementAction', { ...opening(source), ...key });
    expect(action).toMatchObject({
      ...{ status: 'OPEN', deadline: { state: 'RUNNING', dueAt: await endOf(stack, inWorkingDays(40)) } },
    });
    const again = await does('officer', 'openImprovementAction', { ...opening(source), ...key });
    expect(again.id).toBe(action.id);
    const improvementActionId = action.id;

    // Both ends, by the rules of both owners.
    const ofProposal = async (who: Person | undefined) => {
      const query = 'query ($id: ID!) { proposal(id: $id) { improvementActions { id title } } }';
      const found = await stack.get<{ proposal: { improvementActions: { id: string }[] } }>(who, query, {
        id: source.id,
      });
      return found.proposal.improvementActions.map(({ id }) => id);
    };
    expect([await ofProposal('officer'), await ofProposal('citizen'), await ofProposal(undefined)]).toEqual([
      ...[[improvementActionId], [improvementActionId], []],
    ]);
    expect(
      await see('officer', improvementActionId, 'proposal { title proposerName } standard { code }'),
    ).toMatchObject({
      ...{ proposal: { title: '통학로 속도 표시판' }, standard: { code: 'ROADS_SIDEWALKS' } },
    });
    expect(await see(undefined, improvementActionId, 'id')).toBeNull();

    await does('officer', 'updateImprovementAction', {
      ...{ improvementActionId, version: action.version, plan: '세 학교 앞에 설치하고 석 달 동안 속도를 잰다.' },
    });
    const report = { improvementActionId, percent: 40, text: '설치할 곳을 정했습니다.' };
    await does('officer', 'reportImprovementProgress', report);
    const dueOn = inWorkingDays(60);
    const reason = '자재 수급이 늦어졌습니다.';
    const put = await does('manager', 'extendImprovementAction', { improvementActionId, dueOn, reason });
    expect(put.deadline.dueAt).toBe(await endOf(stack, dueOn));
    await does('manager', 'publishImprovementAction', { improvementActionId });
    const result = '세 곳에 설치했고 평균 속도가 8km/h 줄었습니다.';
    const done = await does('officer', 'completeImprovementAction', { improvementActionId, result });
    expect(done).toMatchObject({ status: 'COMPLETED', deadline: { state: 'MET' } });

    expect(
      await see(
        undefined,
        improvementActionId,
        'title kind percent result plan officerId department { code } proposal { title } progress { percent text } deadline { state missedAt }',
      ),
    ).toEqual({
      ...{ title: '통학로 속도 표시판 설치', kind: 'FACILITY', percent: 100, result, plan: null, officerId: null },
      ...{ department: { code: 'ROADS' }, proposal: { title: '통학로 속도 표시판' } },
      ...{ progress: [{ percent: 40, text: report.text }], deadline: { state: 'MET', missedAt: null } },
    });
    expect(await ofProposal(undefined)).toEqual([improvementActionId]);
    const lists = await stack.get<{
      department: { improvementActions: { edges: { node: { id: string } }[] } };
      standards: { code: string; improvementActions: { edges: { node: { id: string } }[] } }[];
    }>(
      undefined,
      `{ department(code: "ROADS") { improvementActions(first: 1) { edges { node { id } } } }
         standards(filter: { departmentCode: "ROADS" }) { code improvementActions(first: 1) { edges { node { id } } } } }`,
    );
    const newest = [{ node: { id: improvementActionId } }];
    expect(lists.department.improvementActions.edges).toEqual(newest);
    expect(lists.standards.find(({ code }) => code === 'ROADS_SIDEWALKS')!.improvementActions.edges).toEqual(newest);

    const heard = (who: Person, count: number) => told(stack, idOf(stack, who), [improvementActionId], count);
    const mine = ['completed', 'date-moved', 'opened', 'progressed'].map((name) => `improvement.${name}`);
    expect(await heard('citizen', mine.length)).toEqual(mine);
    expect(await heard('officer', 2)).toEqual(['improvement.date-moved', 'improvement.opened']);
    expect(await heard('manager', 1)).toEqual(['improvement.completed']);
    const mails = await eventually(
      () => stack.mails(PETITIONER.email),
      (found) => found.some(({ text }) => text.includes('[추진 결과]') && text.includes(result)),
      PROMISE_MS,
    );
    expect(mails.some(({ text }) => text.includes('보내 주신 제안에서 시작하여'))).toBe(true);
  });

  it('opens from a complaint of one’s own department alone, and says nothing of it to others', async () => {
    const stack = running();
    const { complaint } = await register(
      stack,
      visit(await sevenDayService(stack), { citizenId: idOf(stack, 'citizen') }),
    );
    const source = { kind: 'COMPLAINT', id: complaint!.id };
    const refusal = async (who: Person, input: object) =>
      (await ask(who, 'openImprovementAction', input)).result.errors;
    const unseen = [{ code: 'INVALID_VALUE', path: ['source', 'id'] }];
    const elsewhere = { ...opening(source), departmentCode: 'WATER', standardCode: null };
    expect(await refusal('otherOfficer', elsewhere)).toEqual(unseen);
    expect(await refusal('otherOfficer', { ...elsewhere, source: { kind: 'COMPLAINT', id: randomUUID() } })).toEqual(
      unseen,
    );
    const { id } = await does('officer', 'openImprovementAction', opening(source));
    await does('manager', 'publishImprovementAction', { improvementActionId: id });
    const seen = (who: Person | undefined) => see(who, id, 'sourceKind complaint { receiptNumber }');
    expect(await seen('officer')).toEqual({
      ...{ sourceKind: 'COMPLAINT', complaint: { receiptNumber: complaint!.receiptNumber } },
    });
    expect(await seen(undefined)).toEqual({ sourceKind: 'COMPLAINT', complaint: null });
    const { complaint: other } = await stack.get<{ complaint: { improvementActions: { id: string }[] } }>(
      'citizen',
      'query ($id: ID!) { complaint(id: $id) { improvementActions { id } } }',
      { id: source.id },
    );
    expect(other.improvementActions).toEqual([{ id }]);
    // Nobody is told that one begins that was called off meanwhile: that news has to come first.
    await told(stack, idOf(stack, 'citizen'), [id], 1);
    await does('manager', 'cancelImprovementAction', { improvementActionId: id, reason: '다른 과제와 합쳤습니다.' });
    const heard = await told(stack, idOf(stack, 'citizen'), [id], 2);
    expect(heard).toEqual(['improvement.cancelled', 'improvement.opened']);
  });

  it('shows a new visitor one of the demo', async () => {
    const { improvementActions } = await running().get<{
      improvementActions: { edges: { node: { title: string; percent: number; progress: object[] } }[] };
    }>(
      undefined,
      '{ improvementActions(first: 100) { edges { node { title percent progress { text } department { code } } } } }',
    );
    expect(improvementActions.edges.map(({ node }) => node)).toContainEqual(
      expect.objectContaining({ title: expect.stringContaining('맨홀'), percent: 40, department: { code: 'ROADS' } }),
    );
  });
}
