import { randomUUID } from 'node:crypto';
import { localDate } from '@charter/calendar';
import { eventually } from '@charter/testkit';
import { due, endOf, workingDays } from '../../src/due';
import { departmentOf, idOf, times, told } from '../../src/inbox';
import type { Person, RunningStack } from '../../src/running-stack';
import { PETITIONER, type UserError } from '../../src/story';

const PROMISE_MS = 30_000;
const THRESHOLD = 50;
/** What holds for every department unless it says otherwise. */
const ANSWER_DAYS = 20;
/** 국민 제안 규정 제10조제1항. */
const MONTH = { unit: 'MONTHS', length: 1, firstDayCounts: false };
const OPINION_DAYS = 7;

interface Result {
  readonly result: { readonly proposal: Record<string, unknown> | null; readonly errors: readonly UserError[] };
}

/** So many months from today, on a day that every month has. */
const inMonths = (months: number): string => {
  const [year, month] = localDate(new Date()).split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 + months, 15)).toISOString().slice(0, 10);
};

/** A proposal from being handed in to being carried out, through the public endpoint, with every deadline and notice. */
export function carriesOutAProposal(running: () => RunningStack): void {
  const mutation = (name: string, fields: string): string =>
    `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { result: ${name}(input: $input) { proposal { ${fields} } errors { code path } } }`;
  async function run(who: Person, name: string, input: object, fields = 'id'): Promise<Record<string, unknown>> {
    const { result } = await running().get<Result>(who, mutation(name, fields), { input });
    expect([name, result.errors]).toEqual([name, []]);
    return result.proposal!;
  }
  const see = async (id: unknown, fields: string): Promise<Record<string, unknown>> =>
    (
      await running().get<{ proposal: Record<string, unknown> }>(
        undefined,
        `query ($id: ID!) { proposal(id: $id) { ${fields} } }`,
        { id },
      )
    ).proposal;
  /** The dates that the departments asked have to keep, by department. The graph shows no opinion before it is given. */
  const opinionDates = (id: unknown) =>
    running().sql<{ department_code: string; state: string; due_at: Date; received_at: Date }>(
      'participation',
      `SELECT "department_code", "state", "due_at", "received_at" FROM "deadline"
       WHERE "subject_id" = $1 AND "kind" = 'OPINION' ORDER BY "department_code"`,
      [id],
    );
  /** What somebody was told of this proposal and its milestones, as soon as it is so much. */
  const inboxOf = async (recipientId: string, subjectIds: readonly unknown[], expected: readonly string[]) =>
    (await told(running(), recipientId, subjectIds as string[], expected.length)).map(
      (name) => /^proposal\.(.+)$/.exec(name)![1]!,
    );

  it('is endorsed by 50, answered, examined by two departments, adopted in part, planned, and carried out', async () => {
    const stack = running();
    const id = (
      await run('citizen', 'submitProposal', {
        ...{ title: '통학로 바닥 신호등', body: '초등학교 앞 건널목에 바닥 신호등을 설치해 주십시오.' },
        ...{ departmentCode: 'ROADS', proposer: PETITIONER },
      })
    )['id'];
    await run('otherCitizen', 'followProposal', { proposalId: id }, 'followedByMe');
    const handedIn = await see(id, 'submittedAt deadline { kind state dueAt missedAt }');
    const review = await due(stack, handedIn['submittedAt'] as string, MONTH);
    expect(handedIn['deadline']).toEqual({ kind: 'REVIEW', state: 'RUNNING', dueAt: review, missedAt: null });

    const endorse = mutation('endorseProposal', 'endorsementCount');
    const endorsed = await Promise.all(
      Array.from({ length: THRESHOLD }, async () => {
        const token = await stack.token(randomUUID(), ['CITIZEN'], 600);
        return stack.post<Result>(
          stack.description.endpoint,
          { query: endorse, variables: { input: { proposalId: id } } },
          { authorization: `Bearer ${token}` },
        );
      }),
    );
    expect(endorsed.filter(({ data }) => data?.result.errors.length !== 0)).toEqual([]);
    const reached = await see(id, 'endorsementCount thresholdReachedAt answerDeadline { kind state dueAt }');
    const answerDue = await due(stack, reached['thresholdReachedAt'] as string, workingDays(ANSWER_DAYS));
    expect(reached).toMatchObject({
      ...{ endorsementCount: THRESHOLD, answerDeadline: { kind: 'ANSWER', state: 'RUNNING', dueAt: answerDue } },
    });
    await run('officer', 'answerProposal', { proposalId: id, text: '공감해 주신 뜻을 살펴 심사하겠습니다.' });
    expect((await see(id, 'answerDeadline { state }'))['answerDeadline']).toEqual({ state: 'MET' });

    const water = departmentOf(stack, 'otherOfficer');
    const parks = await stack.token(randomUUID(), ['OFFICER'], 600, 'PARKS');
    await run('officer', 'examineProposal', { proposalId: id, departmentCodes: ['PARKS', water] });
    const asked = await opinionDates(id);
    expect(asked.map(({ department_code, state }) => [department_code, state])).toEqual([
      ['PARKS', 'RUNNING'],
      [water, 'RUNNING'],
    ]);
    for (const { due_at, received_at } of asked)
      expect(due_at).toEqual(new Date(await due(stack, received_at.toISOString(), workingDays(OPINION_DAYS))));
    const early = { proposalId: id, decision: 'PARTLY_ADOPTED', reason: '의견을 기다리지 않습니다.' };
    const { result: hasty } = await stack.get<Result>('officer', mutation('decideProposal', 'id'), { input: early });
    expect(hasty.errors).toMatchObject([{ code: 'TOO_EARLY' }]);
    // A duty that is done needs no notice any more: it has to come first.
    await inboxOf(idOf(stack, 'otherOfficer'), [id], ['opinion-asked']);
    const opinion = { proposalId: id, stance: 'IN_PART', text: '먼저 한 곳에서 시험합시다.' };
    await run('otherOfficer', 'giveProposalOpinion', opinion);
    const { data } = await stack.askWith<Result>(parks, mutation('giveProposalOpinion', 'id'), {
      input: { ...opinion, stance: 'IN_FAVOUR', text: '가로수와 겹치지 않습니다.' },
    });
    expect(data!.result.errors).toEqual([]);
    expect((await opinionDates(id)).map(({ state }) => state)).toEqual(['MET', 'MET']);
    await run('officer', 'decideProposal', {
      ...{ proposalId: id, decision: 'PARTLY_ADOPTED', reason: '한 학교 앞부터 시험 설치하겠습니다.' },
    });
    const planned = await run(
      'officer',
      'planImplementation',
      {
        proposalId: id,
        milestones: [
          { title: '설계', dueOn: inMonths(2) },
          { title: '설치', dueOn: inMonths(4) },
        ],
      },
      'status milestones { id deadline { kind state dueAt } }',
    );
    const milestones = planned['milestones'] as { id: string; deadline: object }[];
    expect(milestones.map(({ deadline }) => deadline)).toEqual([
      { kind: 'MILESTONE', state: 'RUNNING', dueAt: await endOf(stack, inMonths(2)) },
      { kind: 'MILESTONE', state: 'RUNNING', dueAt: await endOf(stack, inMonths(4)) },
    ]);
    const half = { proposalId: id, milestoneId: milestones[0]!.id, text: '설계를 시작하였습니다.', percent: 50 };
    const halfway = await run(
      'officer',
      'reportImplementation',
      half,
      'status milestones { percent deadline { state } }',
    );
    expect(halfway['milestones']).toEqual([
      { percent: 50, deadline: { state: 'RUNNING' } },
      { percent: 0, deadline: { state: 'RUNNING' } },
    ]);
    for (const { id: milestoneId } of milestones)
      await run('officer', 'reportImplementation', { proposalId: id, milestoneId, text: '마쳤습니다.', percent: 100 });
    const met = { state: 'MET', missedAt: null };
    const end = await see(
      id,
      `status deadline { state missedAt dueAt } answerDeadline { state missedAt } decision
       milestones { percent deadline { state missedAt } } opinions { departmentCode stance }`,
    );
    expect(end).toEqual({
      ...{
        status: 'IMPLEMENTED',
        deadline: { ...met, dueAt: review },
        answerDeadline: met,
        decision: 'PARTLY_ADOPTED',
      },
      milestones: milestones.map(() => ({ percent: 100, deadline: met })),
      opinions: expect.arrayContaining([
        { departmentCode: 'PARKS', stance: 'IN_FAVOUR' },
        { departmentCode: water, stance: 'IN_PART' },
      ]),
    });

    const subjects = [id, ...milestones.map((milestone) => milestone.id)];
    const proposer = [
      ...['answered', 'decided', 'examined', 'implemented', 'planned'],
      ...[...times(3, 'progressed'), 'submitted', 'threshold-reached'],
    ];
    expect(await inboxOf(idOf(stack, 'citizen'), subjects, proposer)).toEqual(proposer);
    // Who follows hears of every step that everybody can see.
    const news = times(7, 'news');
    expect(await inboxOf(idOf(stack, 'otherCitizen'), subjects, news)).toEqual(news);
    const office = [...times(2, 'opinion-given'), 'submitted', 'threshold-reached'];
    expect(await inboxOf(idOf(stack, 'officer'), subjects, office)).toEqual(office);
    expect(await inboxOf(idOf(stack, 'manager'), subjects, ['threshold-reached'])).toEqual(['threshold-reached']);
    expect(await inboxOf(idOf(stack, 'otherOfficer'), subjects, ['opinion-asked'])).toEqual(['opinion-asked']);
    // Where it can be reached the proposer has its letters too, with the title that no event carries.
    const mails = await eventually(
      () => stack.mails(PETITIONER.email),
      (found) => found.some(({ text }) => text.includes('일부 채택') && text.includes('통학로 바닥 신호등')),
      PROMISE_MS,
    );
    expect(mails.length).toBeGreaterThan(0);
  });
}
