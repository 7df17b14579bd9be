import { randomUUID } from 'node:crypto';
import { eventually } from '@charter/testkit';
import type { Person, RunningStack } from '../../src/running-stack';
import { PETITIONER, type UserError } from '../../src/story';

const PROMISE_MS = 30_000;
const THRESHOLD = 50;

interface Result {
  readonly result: { readonly proposal: Record<string, unknown> | null; readonly errors: readonly UserError[] };
}

const inMonths = (months: number): string => {
  const day = new Date();
  day.setMonth(day.getMonth() + months);
  return day.toISOString().slice(0, 10);
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
  /** The titles of what somebody was told about this proposal. */
  const told = async (who: string, id: unknown): Promise<string[]> =>
    (
      await running().sql<{ event_type: string }>(
        'notices',
        `SELECT DISTINCT event_type FROM notice WHERE audience = $1 AND subject_id = $2`,
        [who, id],
      )
    ).map(({ event_type }) => event_type);

  it('is endorsed by 50, answered, examined by two departments, adopted in part, planned, and carried out', async () => {
    const stack = running();
    const id = (
      await run('citizen', 'submitProposal', {
        ...{ title: '통학로 바닥 신호등', body: '초등학교 앞 건널목에 바닥 신호등을 설치해 주십시오.' },
        ...{ departmentCode: 'ROADS', proposer: PETITIONER },
      })
    )['id'];
    await run('otherCitizen', 'followProposal', { proposalId: id }, 'followedByMe');

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
    expect(await see(id, 'endorsementCount answerDeadline { kind state }')).toEqual({
      ...{ endorsementCount: THRESHOLD, answerDeadline: { kind: 'ANSWER', state: 'RUNNING' } },
    });
    await run('officer', 'answerProposal', { proposalId: id, text: '공감해 주신 뜻을 살펴 심사하겠습니다.' });
    expect((await see(id, 'answerDeadline { state }'))['answerDeadline']).toEqual({ state: 'MET' });

    const { otherOfficer } = stack.description.tokens;
    const { department } = JSON.parse(Buffer.from(otherOfficer.split('.')[1]!, 'base64url').toString()) as Record<
      string,
      string
    >;
    await run('officer', 'examineProposal', { proposalId: id, departmentCodes: [department] });
    await run('otherOfficer', 'giveProposalOpinion', {
      proposalId: id,
      stance: 'IN_PART',
      text: '먼저 한 곳에서 시험합시다.',
    });
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
    expect(milestones.map(({ deadline }) => deadline)).toMatchObject([
      { kind: 'MILESTONE', state: 'RUNNING' },
      { kind: 'MILESTONE', state: 'RUNNING' },
    ]);
    for (const { id: milestoneId } of milestones)
      await run('officer', 'reportImplementation', { proposalId: id, milestoneId, text: '마쳤습니다.', percent: 100 });
    expect(await see(id, 'status deadline { state } milestones { deadline { state } } opinions { stance }')).toEqual({
      ...{ status: 'IMPLEMENTED', deadline: { state: 'MET' }, opinions: [{ stance: 'IN_PART' }] },
      milestones: [{ deadline: { state: 'MET' } }, { deadline: { state: 'MET' } }],
    });

    const expected = [
      ...['proposal.answered.v1', 'proposal.decided.v1', 'proposal.examined.v1', 'proposal.implemented.v1'],
      ...['proposal.news.v1', 'proposal.planned.v1', 'proposal.progressed.v1', 'proposal.submitted.v1'],
      'proposal.threshold-reached.v1',
    ];
    await eventually(
      async () => (await told('CITIZEN', id)).sort(),
      (types) => types.length === expected.length,
      PROMISE_MS,
    );
    expect((await told('CITIZEN', id)).sort()).toEqual(expected);
    expect(await told('OFFICER', id)).toEqual(
      expect.arrayContaining([
        'proposal.submitted.v1',
        'proposal.threshold-reached.v1',
        'proposal.opinion-asked.v1',
        'proposal.opinion-given.v1',
      ]),
    );
    // Where it can be reached the proposer has its letters too, with the title that no event carries.
    const mails = await eventually(
      () => stack.mails(PETITIONER.email),
      (found) => found.some(({ text }) => text.includes('일부 채택') && text.includes('통학로 바닥 신호등')),
      PROMISE_MS,
    );
    expect(mails.length).toBeGreaterThan(0);
  });
}
