import { randomUUID } from 'node:crypto';
import { WorkingCalendar, localDate } from '@charter/calendar';
import { eventually } from '@charter/testkit';
import { calendarDays, due, endOf, workingDays } from '../../src/due';
import { idOf, told } from '../../src/inbox';
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
interface Dated {
  readonly judging: object;
  readonly unsealedAt: string | null;
  readonly timeline: readonly { readonly at: string; readonly step: string }[];
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
    const closesOn = new WorkingCalendar().addWorkingDays(localDate(new Date()), 15);
    const id = await run('officer', 'announceContest', {
      ...{
        title: '걷기 좋은 통학로 공모전',
        body: '생각을 모읍니다.',
        eligibility: '시민 누구나',
        departmentCode: 'ROADS',
      },
      ...{ categories: ['글'], prizes: [{ name: '대상', amount: 500_000, winners: 2 }], criteria: CRITERIA },
      ...{ budget: 1_000_000, judgingDays: 10, objectionDays: 7 },
      closesOn,
    });
    expect(await see(id, 'status closing { kind state dueAt }')).toEqual({
      status: 'ANNOUNCED',
      closing: { kind: 'CONTEST_ENTRIES', state: 'RUNNING', dueAt: await endOf(running(), closesOn) },
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
    const begun = await see<Dated>(id, 'judging { kind state dueAt } timeline { at step }');
    const closedAt = begun.timeline.find(({ step }) => step === 'close')!.at;
    expect(begun.judging).toEqual({
      ...{ kind: 'CONTEST_JUDGING', state: 'RUNNING', dueAt: await due(running(), closedAt, workingDays(10)) },
    });
    // A judge who has finished needs no notice that judging has begun: it has to come first.
    for (const judge of judges) await told(running(), judge.id, [id], 2);
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

    const open = await see<Dated>(id, 'judging { state } objecting { kind state dueAt } unsealedAt');
    expect(open).toMatchObject({
      judging: { state: 'MET' },
      objecting: {
        ...{ kind: 'CONTEST_OBJECTIONS', state: 'RUNNING' },
        dueAt: await due(running(), open.unsealedAt!, calendarDays(7)),
      },
    });
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

    const inboxOf = async (who: string, count: number) =>
      (await told(running(), who, [id], count)).map((name) => /^contest\.(.+)$/.exec(name)![1]!);
    const objector = ['awarded', 'entered', 'objection-decided', 'ranked'];
    expect(await inboxOf(idOf(running(), 'citizen'), objector.length)).toEqual(objector);
    const [excluded, winners, rest] = [others[28]!, others.slice(26, 28), others.slice(1, 26)];
    for (const { id: entrant } of [...winners, ...rest])
      expect(await inboxOf(entrant, 3)).toEqual(['awarded', 'entered', 'ranked']);
    expect(await inboxOf(excluded.id, 4)).toEqual(['awarded', 'entered', 'entry-excluded', 'ranked']);
    const asJudge = ['judge-assigned', 'judging-begun'];
    for (const judge of judges.slice(1)) expect(await inboxOf(judge.id, asJudge.length)).toEqual(asJudge);
    // The first is of the team of an entry besides.
    const both = ['awarded', 'entered', ...asJudge, 'ranked'];
    expect(await inboxOf(judges[0]!.id, both.length)).toEqual(both);
    for (const who of ['officer', 'manager'] as const)
      expect(await inboxOf(idOf(running(), who), 2)).toEqual(['confirmed', 'objected']);
  });
}
