import { randomUUID } from 'node:crypto';
import { eventually } from '@charter/testkit';
import type { Person, RunningStack } from '../../src/running-stack';
import type { UserError } from '../../src/story';

const PROMISE_MS = 30_000;
const ENTRIES = 30;
const CRITERIA = [
  { name: '창의성', weight: 50 },
  { name: '실현 가능성', weight: 50 },
];

interface Done {
  readonly id: string;
}
interface Result {
  readonly result: { readonly done: Done | null; readonly errors: readonly UserError[] };
}
interface Line {
  readonly number: number;
  readonly rank: number;
  readonly score: number;
  readonly scores: readonly { readonly judge: string }[];
}

const OF_ENTRIES = ['submitEntry', 'scoreEntry'];
const mutation = (name: string): string => {
  const what = OF_ENTRIES.includes(name) ? 'entry' : 'contest';
  return `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { result: ${name}(input: $input) { done: ${what} { id } errors { code path } } }`;
};

/** A contest from announcement to award, through the public endpoint, with every deadline and notice. */
export function holdsAContest(running: () => RunningStack): void {
  async function as(token: string, name: string, input: object): Promise<Result['result']> {
    const stack = running();
    const { data, errors } = await stack.post<Result>(
      stack.description.endpoint,
      { query: mutation(name), variables: { input } },
      { authorization: `Bearer ${token}` },
    );
    if (!data) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data.result;
  }
  const run = async (who: Person, name: string, input: object): Promise<string> => {
    const { done, errors } = await as(running().description.tokens[who], name, input);
    expect([name, errors]).toEqual([name, []]);
    return done!.id;
  };
  const see = async <T>(id: string, fields: string): Promise<T> =>
    (await running().get<{ contest: T }>(undefined, `query ($id: ID!) { contest(id: $id) { ${fields} } }`, { id }))
      .contest;
  const reaches = (id: string, status: string) =>
    eventually(
      () => see<{ status: string }>(id, 'status'),
      (contest) => contest.status === status,
      PROMISE_MS,
    );
  /** Lets the time of a date pass: nobody waits for weeks. */
  const pass = (id: string, kind: string) =>
    running().sql('participation', `UPDATE "deadline" SET "due_at" = now() WHERE "subject_id" = $1 AND "kind" = $2`, [
      id,
      kind,
    ]);
  const newcomers = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const id = randomUUID();
        return { id, token: await running().token(id, ['CITIZEN'], 600) };
      }),
    );

  it('is announced, entered by 30, judged by 5 with a conflict and a tie, objected to, confirmed and awarded', async () => {
    const id = await run('officer', 'announceContest', {
      ...{
        title: '걷기 좋은 통학로 공모전',
        body: '생각을 모읍니다.',
        eligibility: '시민 누구나',
        departmentCode: 'ROADS',
      },
      ...{ categories: ['글'], prizes: [{ name: '대상', amount: 500_000, winners: 2 }], criteria: CRITERIA },
      ...{ budget: 1_000_000, judgingDays: 10, objectionDays: 7 },
      closesOn: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    });
    expect(await see(id, 'status closing { kind state }')).toEqual({
      ...{ status: 'ANNOUNCED', closing: { kind: 'CONTEST_ENTRIES', state: 'RUNNING' } },
    });
    const judges = await newcomers(5);
    const others = await newcomers(ENTRIES - 1);
    const entry = { contestId: id, category: '글', body: '건널목 앞에 그립니다.', name: '홍길동' };
    const entries = [await run('citizen', 'submitEntry', { ...entry, title: '작품 하나' })];
    for (const [index, { token }] of others.entries()) {
      // The first judge is of the second team.
      const team = index === 0 ? [{ citizenId: judges[0]!.id, name: '김심사' }] : [];
      const { done, errors } = await as(token, 'submitEntry', {
        ...entry,
        title: `작품 ${index + 2}`,
        name: '이참가',
        team,
      });
      expect(errors).toEqual([]);
      entries.push(done!.id);
    }
    await run('officer', 'assignJudges', { contestId: id, judges: judges.map(({ id: judgeId }) => ({ judgeId })) });

    await pass(id, 'CONTEST_ENTRIES');
    await reaches(id, 'JUDGING');
    const late = await as(running().description.tokens.otherCitizen, 'submitEntry', { ...entry, title: '늦은 작품' });
    expect(late.errors).toMatchObject([{ code: 'TOO_LATE' }]);
    // The fourth entry gets what the third gets: a tie.
    const points = (number: number) => {
      const base = 60 + (number === 4 ? 3 : number);
      return CRITERIA.map(({ name }, index) => ({ criterion: name, points: base + index }));
    };
    for (const [judge, { token }] of judges.entries()) {
      expect(await see(id, 'scoreSheet { rank }')).toEqual({ scoreSheet: null });
      for (const [index, entryId] of entries.entries()) {
        const { errors } = await as(token, 'scoreEntry', { entryId, points: points(index + 1) });
        expect(errors.map(({ code }) => code)).toEqual(judge === 0 && index === 1 ? ['CONFLICT_OF_INTEREST'] : []);
      }
    }
    const { scoreSheet } = await see<{ scoreSheet: Line[] }>(id, 'scoreSheet { number rank score scores { judge } }');
    expect(scoreSheet.map(({ number }) => number)).toEqual([
      ...Array.from({ length: ENTRIES - 4 }, (_, index) => ENTRIES - index),
      ...[3, 4, 2, 1], // the tie goes to the one that was handed in first
    ]);
    const of = (number: number) => scoreSheet.find((line) => line.number === number)!;
    expect(of(3).score).toBe(of(4).score);
    expect(of(2).scores.map(({ judge }) => judge)).toEqual(['B', 'C', 'D', 'E']);

    await run('citizen', 'objectToEntry', { entryId: entries[ENTRIES - 1]!, reason: '이미 발표된 작품입니다.' });
    await pass(id, 'CONTEST_OBJECTIONS');
    const { contest } = await running().get<{ contest: { objections: Done[] } }>(
      'manager',
      'query ($id: ID!) { contest(id: $id) { objections { id } } }',
      { id },
    );
    await run('manager', 'decideContestObjection', {
      ...{ objectionId: contest.objections[0]!.id, upheld: true, reason: '먼저 발표된 작품입니다.' },
    });
    await reaches(id, 'CONFIRMED');
    await run('manager', 'awardContest', { contestId: id });
    const awarded =
      'status closing { state } judging { state } objecting { state } entries(first: 5) { edges { node { number prize } } }';
    expect(await see(id, awarded)).toEqual({
      ...{ status: 'AWARDED', closing: { state: 'MET' }, judging: { state: 'MET' }, objecting: { state: 'MET' } },
      entries: { edges: [28, 29].map((number) => ({ node: { number, prize: '대상' } })) },
    });
    const { me } = await running().get<{ me: { contestEntries: { edges: { node: object }[] } } }>(
      'citizen',
      '{ me { contestEntries(first: 5) { edges { node { number rank contest { id } } } } } }',
    );
    expect(me.contestEntries.edges).toEqual([{ node: { number: 1, rank: ENTRIES, contest: { id } } }]);

    const expected = ['awarded', 'entered', 'objection-decided', 'ranked'].map((name) => `contest.${name}.v1`);
    const told = async (recipient: string) =>
      (
        await running().sql<{ event_type: string }>(
          'notices',
          `SELECT DISTINCT event_type FROM notice WHERE subject_id = $1 AND recipient_id = $2 AND channel = 'INBOX' ORDER BY 1`,
          [id, recipient],
        )
      ).map(({ event_type }) => event_type);
    const [{ citizen_id: entrant }] = (await running().sql<{ citizen_id: string }>(
      'participation',
      'SELECT citizen_id FROM contest_entry WHERE id = $1',
      [entries[0]],
    )) as [{ citizen_id: string }];
    await eventually(
      () => told(entrant),
      (types) => types.length === expected.length,
      PROMISE_MS,
    );
    expect(await told(entrant)).toEqual(expected);
    const asJudge = await eventually(
      () => told(judges[1]!.id),
      (types) => types.length === 2,
      PROMISE_MS,
    );
    expect(asJudge).toEqual(['contest.judge-assigned.v1', 'contest.judging-begun.v1']);
  });
}
