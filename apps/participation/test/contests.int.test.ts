import {
  anonymous,
  auditor,
  citizen,
  colleague,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { someone } from './fixtures/city';
import { ANNOUNCEMENT, type Contests, ENTRY, bringContestTo, judge, openContests, points } from './fixtures/contests';

const LINES = 'scoreSheet { number submittedAt rank score scores { judge points } }';
interface Line {
  readonly number: number;
  readonly submittedAt: string;
  readonly rank: number;
  readonly score: number;
  readonly scores: readonly { judge: string; points: number[] }[];
}
type Criterion = (typeof ANNOUNCEMENT.criteria)[number];

/** What anybody can work out from the published sheet alone: written without a word of the service's own code. */
function recompute(lines: readonly Line[], criteria: readonly Criterion[]): { number: number; score: number }[] {
  const mean = (values: number[]): number => {
    const sorted = values.slice().sort((a, b) => a - b);
    if (sorted.length >= 4) {
      sorted.pop();
      sorted.shift();
    }
    return sorted.length ? Math.floor((sorted.reduce((a, b) => a + b, 0) * 100) / sorted.length) : 0;
  };
  const heaviestFirst = criteria.map((_, i) => i).sort((a, b) => criteria[b]!.weight - criteria[a]!.weight || a - b);
  const keysOf = ({ scores, submittedAt, number }: Line): number[] => [
    mean(scores.map((s) => s.points.reduce((sum, p, i) => sum + p * criteria[i]!.weight, 0))),
    ...heaviestFirst.map((i) => mean(scores.map((s) => s.points[i]!))),
    -Date.parse(submittedAt),
    -number,
  ];
  return lines
    .map((line) => ({ number: line.number, keys: keysOf(line) }))
    .sort((a, b) => {
      for (let i = 0; i < a.keys.length; i += 1) if (a.keys[i] !== b.keys[i]) return b.keys[i]! - a.keys[i]!;
      return 0;
    })
    .map(({ number, keys }) => ({ number, score: keys[0]! / 10_000 }));
}

describe('a contest', () => {
  let city: Contests;
  beforeAll(async () => {
    city = await openContests();
  });
  afterAll(() => city.close());

  const entriesOf = async (who: Parameters<Contests['read']>[0], id: string) =>
    (
      (await city.read(
        who,
        id,
        'entries(first: 50) { edges { node { id number title team { name } myPoints } } }',
      )) as {
        entries: { edges: { node: { id: string; number: number; title: string; team: unknown; myPoints: unknown } }[] };
      }
    ).entries.edges.map(({ node }) => node);

  it('goes from announcement to award: 30 entries, 5 judges, one conflict, one tie', async () => {
    const id = await city.does(officer, 'announceContest', ANNOUNCEMENT);
    for (let n = 1; n <= 30; n += 1) {
      city.clock.advance(1_000);
      const team = n === 7 ? [{ citizenId: judge(1).id, name: '심사자' }] : [];
      await city.does(someone(n), 'submitEntry', { ...ENTRY, contestId: id, title: `작품 ${n}`, name: '김참가', team });
    }
    const judges = [1, 2, 3, 4, 5].map((n) => ({ judgeId: judge(n).id }));
    await city.does(officer, 'assignJudges', { contestId: id, judges });
    // 13 March is a Friday: open to its end, and not a second longer.
    expect(await city.read(anonymous, id, 'entryCount status closing { kind dueAt state }')).toEqual({
      ...{ entryCount: 30, status: 'ANNOUNCED' },
      closing: { kind: 'CONTEST_ENTRIES', dueAt: '2026-03-14T00:00:00+09:00', state: 'RUNNING' },
    });
    expect(await entriesOf(judge(2), id)).toEqual([]);

    city.clock.set(new Date('2026-03-13T15:00:00Z'));
    expect(await city.later(0)).toBe(1);
    expect(await city.read(anonymous, id, 'status closing { state missedAt } judging { dueAt }')).toEqual({
      ...{ status: 'JUDGING', closing: { state: 'MET', missedAt: null } },
      judging: { dueAt: '2026-03-28T00:00:00+09:00' }, // ten working days, the first of them Monday the 16th
    });

    const entries = await entriesOf(judge(2), id);
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(entries.every(({ team }) => team === null)).toBe(true);
    const given = (n: number, j: number) => {
      const base = n === 12 ? 11 : n; // 12 gets the same as 11: a tie
      return points(40 + base + ((base * j) % 5), 50 + base, 60 + ((base + j) % 7));
    };
    for (const j of [1, 2, 3, 4, 5]) {
      for (const { id: entryId, number } of entries) {
        const codes = await city.fails(judge(j), 'scoreEntry', { entryId, points: given(number, j) });
        expect([j, number, codes]).toEqual([j, number, j === 1 && number === 7 ? ['CONFLICT_OF_INTEREST'] : []]);
      }
      // Sealed until all are in: nobody sees any but their own.
      expect((await city.read(manager, id, LINES))['scoreSheet'] === null).toBe(j < 5);
    }
    const unsealed = await city.read(
      anonymous,
      id,
      `status objecting { dueAt } judging { state } criteria { name weight } ${LINES}`,
    );
    expect(unsealed).toMatchObject({ status: 'OBJECTION', judging: { state: 'MET' } });
    const lines = unsealed['scoreSheet'] as Line[];
    expect(lines.find(({ number }) => number === 7)!.scores.map((each) => each.judge)).toEqual(['B', 'C', 'D', 'E']);
    expect(recompute(lines, unsealed['criteria'] as Criterion[])).toEqual(
      lines.map(({ number, score }) => ({ number, score })),
    );
    const place = (number: number) => lines.find((line) => line.number === number)!;
    expect(place(11).score).toBe(place(12).score);
    expect(place(12).rank).toBe(place(11).rank + 1); // handed in a second later

    expect(await city.fails(judge(2), 'scoreEntry', { entryId: entries[0]!.id, points: points(1, 1, 1) })).toEqual([
      'TOO_LATE',
    ]);
    expect(await city.fails(manager, 'awardContest', { contestId: id })).toEqual(['INVALID_STATE']);

    // The best is not its team's own: it is taken out, and those below it move up.
    const best = entries[lines[0]!.number - 1]!;
    await city.does(someone(30 === lines[0]!.number ? 29 : 30), 'objectToEntry', {
      entryId: best.id,
      reason: '이미 발표된 작품입니다.',
    });
    expect(await city.later(30)).toBe(0); // it waits for the decision
    const { objections } = (await city.read(auditor, id, 'objections { id }')) as { objections: { id: string }[] };
    const decision = { objectionId: objections[0]!.id, upheld: true, reason: '먼저 발표된 작품임을 확인하였습니다.' };
    await city.does(manager, 'decideContestObjection', decision);
    expect(await city.fails(manager, 'decideContestObjection', decision)).toEqual(['ALREADY_DONE']);
    expect(await city.later(0)).toBe(1);
    expect(await city.read(anonymous, id, 'status')).toEqual({ status: 'CONFIRMED' });

    await city.does(manager, 'awardContest', { contestId: id });
    const awarded =
      'entries(first: 10) { edges { node { number prize amount team { name } certificate { number } } } }';
    const { entries: won } = (await city.read(anonymous, id, awarded)) as { entries: { edges: { node: object }[] } };
    const winners = lines.slice(1, 4).map(({ number }) => number);
    expect(won.edges.map(({ node }) => node)).toEqual(
      [...winners]
        .sort((a, b) => a - b)
        .map((number) => ({
          ...{
            number,
            prize: number === winners[0] ? '대상' : '우수상',
            amount: number === winners[0] ? 1_000_000 : 300_000,
          },
          ...{ team: [{ name: '김*가' }], certificate: null },
        })),
    );
    const { data } = await city.ask<{ node: { entries: { edges: { node: { certificate: object } }[] } } }>(
      someone(winners[0]!),
      'query ($id: ID!) { node: contest(id: $id) { entries(first: 10) { edges { node { certificate { number contestTitle entryTitle prize names } } } } } }',
      { id },
    );
    expect(data!.node.entries.edges.map(({ node }) => node.certificate).filter(Boolean)).toEqual([
      {
        ...{ number: `2026-${id.slice(0, 8).toUpperCase()}-001`, contestTitle: ANNOUNCEMENT.title },
        ...{ entryTitle: `작품 ${winners[0]}`, prize: '대상', names: ['김참가'] },
      },
    ]);
    // Everybody who takes part hears how it ended: 30 entries, one of them a team of two.
    expect((await city.told('contest.ranked.v1')).length).toBe(31);
    const ends = await city.told('contest.awarded.v1');
    expect([ends.length, ends.filter(({ won: has }) => has).length]).toEqual([31, 3]);
    expect((await city.read(anonymous, id, 'timeline { step status }'))['timeline']).toEqual([
      { step: 'announce', status: 'ANNOUNCED' },
      { step: 'assign', status: 'ANNOUNCED' },
      { step: 'close', status: 'JUDGING' },
      { step: 'unseal', status: 'OBJECTION' },
      { step: 'decideObjection', status: 'OBJECTION' },
      { step: 'confirm', status: 'CONFIRMED' },
      { step: 'award', status: 'AWARDED' },
    ]);
  }, 60_000);

  describe('an entry', () => {
    it('is taken up to the last millisecond, and not at the moment of closing', async () => {
      const { id, entry } = await bringContestTo(city, 'ANNOUNCED');
      city.clock.set(new Date('2026-03-13T14:59:59.999Z'));
      expect(await city.fails(citizen, 'changeEntry', { ...ENTRY, entryId: entry, title: '고친 제목' })).toEqual([]);
      city.clock.set(new Date('2026-03-13T15:00:00Z'));
      // Also before the worker has looked.
      expect(await city.fails(otherCitizen, 'submitEntry', { ...ENTRY, contestId: id })).toEqual(['TOO_LATE']);
      expect(await city.fails(citizen, 'changeEntry', { ...ENTRY, entryId: entry })).toEqual(['TOO_LATE']);
      expect(await city.fails(citizen, 'withdrawEntry', { entryId: entry })).toEqual(['TOO_LATE']);
      await city.later(0);
    });

    it('keeps what it said before, for its team and the auditor alone', async () => {
      const { entry, id } = await bringContestTo(city, 'ANNOUNCED');
      await city.does(citizen, 'changeEntry', { ...ENTRY, entryId: entry, title: '고친 제목', version: 1 });
      expect(await city.fails(citizen, 'changeEntry', { ...ENTRY, entryId: entry, version: 1 })).toEqual([
        'STALE_VERSION',
      ]);
      const versions = async (who: typeof auditor | typeof officer) => {
        const { data } = await city.ask<{ contest: { entries: { edges: { node: { versions: object[] } }[] } } }>(
          who,
          'query ($id: ID!) { contest(id: $id) { entries(first: 1) { edges { node { versions { version title } } } } } }',
          { id },
        );
        return data!.contest.entries.edges[0]!.node.versions;
      };
      expect(await versions(auditor)).toEqual([{ version: 1, title: ENTRY.title }]);
      expect(await versions(officer)).toBeNull();
    });

    it('tells who is named in its team, also when it is changed, each once', async () => {
      const { id, entry } = await bringContestTo(city, 'ANNOUNCED');
      const team = [{ citizenId: someone(7).id, name: '박일곱' }];
      await city.does(citizen, 'changeEntry', { ...ENTRY, entryId: entry, team });
      await city.does(citizen, 'changeEntry', { ...ENTRY, entryId: entry, team });
      const told = (await city.told('contest.entered.v1')).filter(({ entryId }) => entryId === entry);
      expect(told.map(({ contestId, citizenId }) => [contestId, citizenId]).sort()).toEqual(
        [citizen.id, someone(7).id].map((citizenId) => [id, citizenId]).sort(),
      );
    });

    it('is one for everybody, also for a member of a team, who can leave it', async () => {
      const { id } = await bringContestTo(city, 'ANNOUNCED');
      const team = [{ citizenId: otherCitizen.id, name: '이영희' }];
      const entryId = await city.does(someone(5), 'submitEntry', { ...ENTRY, contestId: id, name: '박다섯', team });
      expect(await city.fails(otherCitizen, 'submitEntry', { ...ENTRY, contestId: id })).toEqual(['ALREADY_DONE']);
      expect(await city.fails(otherCitizen, 'changeEntry', { ...ENTRY, entryId })).toEqual(['FORBIDDEN']);
      expect(await city.fails(someone(6), 'withdrawEntry', { entryId })).toEqual(['NOT_FOUND']);
      await city.run(otherCitizen, 'withdrawEntry', { entryId });
      await city.does(otherCitizen, 'submitEntry', { ...ENTRY, contestId: id });
      await city.does(someone(5), 'withdrawEntry', { entryId });
      await city.does(someone(5), 'submitEntry', { ...ENTRY, contestId: id, name: '박다섯' });
      expect(await city.read(anonymous, id, 'entryCount')).toEqual({ entryCount: 4 });
    });

    it('is one for everybody, also when they hand in twenty at once, and each has its number', async () => {
      const { id } = await bringContestTo(city, 'ANNOUNCED');
      const own = await Promise.all(
        Array.from({ length: 10 }, () => city.fails(otherCitizen, 'submitEntry', { ...ENTRY, contestId: id })),
      );
      expect(own.map(([code]) => code ?? 'DONE').sort()).toEqual([...Array<string>(9).fill('ALREADY_DONE'), 'DONE']);
      await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          city.does(someone(20 + n), 'submitEntry', { ...ENTRY, contestId: id, name: '이름' }),
        ),
      );
      const all = await entriesOf(officer, id);
      expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, n) => n + 1));
    });

    it('is once for an idempotency key, also when the answer is asked again after the closing', async () => {
      const { id } = await bringContestTo(city, 'ANNOUNCED');
      const input = { ...ENTRY, contestId: id, idempotencyKey: '0198a000-0000-7000-8000-00000000abcd' };
      const first = await city.does(otherCitizen, 'submitEntry', input);
      await city.later(5);
      expect(await city.does(otherCitizen, 'submitEntry', input)).toBe(first);
    });

    it('is read by its team, the department and the judges alone until it is awarded, and listed by its citizen', async () => {
      const { id } = await bringContestTo(city, 'JUDGING');
      expect((await entriesOf(officer, id)).length).toBe(2);
      expect((await entriesOf(auditor, id)).length).toBe(2);
      expect((await entriesOf(judge(1), id)).length).toBe(2);
      for (const who of [anonymous, otherCitizen, otherOfficer]) expect(await entriesOf(who, id)).toEqual([]);
      const own = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Citizen { contestEntries(first: 50) { edges { node { title contest { id } } } } } } }`;
      const of = [{ __typename: 'Citizen', id: citizen.id }];
      const listed = async (who: typeof citizen | typeof otherCitizen) =>
        (await city.ask<{ _entities: { contestEntries: { edges: object[] } | null }[] }>(who, own, { of })).data!
          ._entities[0]!.contestEntries;
      expect((await listed(citizen))!.edges).toContainEqual({ node: { title: ENTRY.title, contest: { id } } });
      expect(await listed(otherCitizen)).toBeNull();
    });

    it('is not shown to those of the department who take part themselves, who decide nothing either', async () => {
      const { id, entry, objection } = await bringContestTo(city, 'OBJECTION');
      await city.dataSource.query(
        `UPDATE "contest_entrant" SET "citizen_id" = $2 WHERE "contest_id" = $1 AND "citizen_id" = $3`,
        [id, manager.id, someone(1).id],
      );
      expect(await entriesOf(manager, id)).toEqual([]);
      const reason = '살펴본 결과입니다.';
      const decision = { objectionId: objection, upheld: true, reason };
      expect(await city.fails(manager, 'decideContestObjection', decision)).toEqual(['CONFLICT_OF_INTEREST']);
      expect(await city.fails(manager, 'disqualifyEntry', { entryId: entry, reason })).toEqual([
        'CONFLICT_OF_INTEREST',
      ]);
    });

    it('keeps the names of who takes part readable to nobody with the database', async () => {
      const rows = await city.dataSource.query('SELECT * FROM "contest_entrant"');
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toMatch(/홍길동|김참가|이영희/);
    });
  });

  describe('judging', () => {
    const score = { points: points(80, 80, 80) };

    it('is for its judges alone, and not of colleagues, also where that shows only when they judge', async () => {
      city.clock.set(new Date('2026-03-09T03:00:00Z'));
      const id = await city.does(officer, 'announceContest', ANNOUNCEMENT);
      const byOfficer = await city.does(officer, 'submitEntry', { ...ENTRY, contestId: id, name: '박민수' });
      const other = await city.does(citizen, 'submitEntry', { ...ENTRY, contestId: id });
      await city.does(officer, 'assignJudges', {
        contestId: id,
        judges: [{ judgeId: colleague.id }, { judgeId: judge(1).id }],
      });
      await city.later(5);
      expect(await city.fails(otherCitizen, 'scoreEntry', { entryId: other, ...score })).toEqual(['NOT_FOUND']);
      expect(await city.fails(colleague, 'scoreEntry', { entryId: byOfficer, ...score })).toEqual([
        'CONFLICT_OF_INTEREST',
      ]);
      await city.does(colleague, 'scoreEntry', { entryId: other, ...score });
      await city.does(judge(1), 'scoreEntry', { entryId: other, ...score });
      expect(await city.read(anonymous, id, 'status')).toEqual({ status: 'JUDGING' });
      await city.does(judge(1), 'scoreEntry', { entryId: byOfficer, ...score });
      expect(await city.read(anonymous, id, 'status')).toEqual({ status: 'OBJECTION' });
    });

    it('leaves out what a judge declares an interest in, and a score that they gave before', async () => {
      const { id, entry } = await bringContestTo(city, 'JUDGING');
      await city.does(officer, 'assignJudges', { contestId: id, judges: [{ judgeId: judge(2).id }] });
      for (const { id: entryId } of await entriesOf(judge(1), id))
        await city.does(judge(1), 'scoreEntry', { entryId, ...score });
      await city.does(judge(2), 'scoreEntry', { entryId: entry, points: points(100, 100, 100) });
      await city.does(judge(2), 'declareInterest', { entryId: entry, reason: '응모자의 스승입니다.' });
      expect(await city.fails(judge(2), 'scoreEntry', { entryId: entry, ...score })).toEqual(['CONFLICT_OF_INTEREST']);
      const [, second] = await entriesOf(judge(2), id);
      await city.does(judge(2), 'scoreEntry', { entryId: second!.id, ...score });
      const lines = (await city.read(anonymous, id, LINES))['scoreSheet'] as Line[];
      expect(lines.map(({ scores }) => scores.map((each) => each.judge)).sort()).toEqual([['A'], ['A', 'B']]);
    });

    it('ends on its date with more than half of the judges, of whom those who finished count', async () => {
      const { id, entry } = await bringContestTo(city, 'JUDGING');
      await city.does(officer, 'assignJudges', {
        contestId: id,
        judges: [{ judgeId: judge(2).id }, { judgeId: judge(3).id }],
      });
      const entries = await entriesOf(judge(1), id);
      for (const { id: entryId } of entries) await city.does(judge(1), 'scoreEntry', { entryId, ...score });
      await city.does(judge(3), 'scoreEntry', { entryId: entry, points: points(0, 0, 0) });
      await city.later(20); // the date of judging passes
      expect(await city.read(anonymous, id, 'status')).toEqual({ status: 'JUDGING' }); // one of three
      for (const { id: entryId } of entries) await city.does(judge(2), 'scoreEntry', { entryId, ...score });
      const after = await city.read(
        anonymous,
        id,
        `status judging { state missedAt } judges { letter counted judgeId } ${LINES}`,
      );
      expect(after).toMatchObject({
        ...{ status: 'OBJECTION', judging: { state: 'MET', missedAt: expect.any(String) } },
        judges: [
          { letter: 'A', counted: true, judgeId: null },
          { letter: 'B', counted: true, judgeId: null },
          { letter: 'C', counted: false, judgeId: null },
        ],
      });
      expect((after['scoreSheet'] as Line[]).every(({ scores }) => scores.length === 2)).toBe(true);
    });

    it('is unsealed once, whatever the last two judges do at once', async () => {
      const { id } = await bringContestTo(city, 'JUDGING');
      await city.does(officer, 'assignJudges', { contestId: id, judges: [{ judgeId: judge(2).id }] });
      const entries = await entriesOf(judge(1), id);
      await Promise.all(
        [1, 2].flatMap((n) =>
          entries.map(({ id: entryId }) => city.does(judge(n), 'scoreEntry', { entryId, ...score })),
        ),
      );
      const { timeline } = (await city.read(anonymous, id, 'timeline { step }')) as { timeline: { step: string }[] };
      expect(timeline.filter(({ step }) => step === 'unseal').length).toBe(1);
      expect((await city.read(anonymous, id, LINES))['scoreSheet']).toHaveLength(2);
    });

    it.each([
      ['a criterion less', points(80, 80), 'INVALID_VALUE'],
      ['too many points', points(80, 80, 101), 'INVALID_VALUE'],
    ])('refuses %s', async (_, given, code) => {
      const { entry } = await bringContestTo(city, 'JUDGING');
      expect(await city.fails(judge(1), 'scoreEntry', { entryId: entry, points: given })).toEqual([code]);
    });
  });

  describe('by itself', () => {
    it('is moved on once by workers that look at once', async () => {
      const { id } = await bringContestTo(city, 'ANNOUNCED');
      city.clock.advance(5 * 86_400_000);
      await Promise.all([city.later(0), city.later(0), city.later(0)]);
      const { timeline } = (await city.read(anonymous, id, 'timeline { step }')) as { timeline: { step: string }[] };
      expect(timeline.filter(({ step }) => step === 'close').length).toBe(1);
    });

    it('ends where nobody takes part', async () => {
      city.clock.set(new Date('2026-03-09T03:00:00Z'));
      const id = await city.does(officer, 'announceContest', ANNOUNCEMENT);
      await city.later(5);
      expect(await city.read(anonymous, id, 'status cancelledReason')).toEqual({
        ...{ status: 'CANCELLED', cancelledReason: expect.stringContaining('접수된 작품이 없습니다.') },
      });
    });

    it('closes later where a holiday is declared on its last day, and says so to all who take part', async () => {
      const { id } = await bringContestTo(city, 'ANNOUNCED');
      const before = (await city.told('contest.date-moved.v1')).filter(({ contestId }) => contestId === id).length;
      await city.hear('participation-charter', 'holiday.declared.v1', {
        date: '2026-03-13',
        nameKo: '임시공휴일',
        nameEn: 'Holiday',
      });
      expect(await city.read(anonymous, id, 'closing { dueAt announcedDueAt }')).toEqual({
        closing: { dueAt: '2026-03-17T00:00:00+09:00', announcedDueAt: '2026-03-14T00:00:00+09:00' },
      });
      const told = (await city.told('contest.date-moved.v1')).filter(({ contestId }) => contestId === id).slice(before);
      expect(told.map(({ citizenId }) => citizenId).sort()).toEqual([citizen.id, someone(1).id, null].sort());
      await city.hear('participation-charter', 'holiday.revoked.v1', { date: '2026-03-13' });
      expect(await city.read(anonymous, id, 'closing { dueAt }')).toEqual({
        closing: { dueAt: '2026-03-14T00:00:00+09:00' },
      });
    });
  });

  describe('an objection', () => {
    it('is for those who take part, once each, and decided by nobody of the entry’s team', async () => {
      const { id, entry, objection } = await bringContestTo(city, 'OBJECTION');
      const input = { entryId: entry, reason: '규정 위반입니다.' };
      expect(await city.fails(someone(1), 'objectToEntry', input)).toEqual(['ALREADY_DONE']);
      expect(await city.fails(someone(50), 'objectToEntry', input)).toEqual(['NOT_FOUND']);
      expect(
        await city.fails(otherCitizen, 'decideContestObjection', {
          objectionId: objection,
          upheld: false,
          reason: '아닙니다.',
        }),
      ).toEqual(['FORBIDDEN']);
      await city.does(manager, 'decideContestObjection', {
        objectionId: objection,
        upheld: false,
        reason: '이 공모전에만 냈습니다.',
      });
      await city.later(11);
      expect(await city.read(anonymous, id, 'status')).toEqual({ status: 'CONFIRMED' });
      expect(await city.fails(someone(1), 'objectToEntry', input)).toEqual(['TOO_LATE']);
    });
  });

  it('is disqualified before it is judged, and needs no score then', async () => {
    const { id, entry } = await bringContestTo(city, 'JUDGING');
    const [, second] = await entriesOf(judge(1), id);
    await city.does(judge(1), 'scoreEntry', { entryId: second!.id, points: points(70, 70, 70) });
    await city.does(manager, 'disqualifyEntry', { entryId: entry, reason: '참가 자격이 없습니다.' });
    expect(await city.fails(manager, 'disqualifyEntry', { entryId: entry, reason: '다시' })).toEqual(['ALREADY_DONE']);
    expect((await city.read(anonymous, id, `status ${LINES}`))['scoreSheet']).toHaveLength(1);
  });

  it('costs the same statements for a list of few contests as of many', async () => {
    const list = (first: number) =>
      city.statements(() =>
        city.ask(
          anonymous,
          `{ contests(first: ${first}) { edges { node { title closing { dueAt } judges { letter } timeline { step } } } } }`,
        ),
      );
    await list(1);
    expect(await list(10)).toBe(await list(2));
  });

  it('reminds judges who have not finished, and tells the office of judging that is late', async () => {
    const { id, entry } = await bringContestTo(city, 'JUDGING');
    await city.does(officer, 'assignJudges', { contestId: id, judges: [{ judgeId: judge(2).id }] });
    for (const { id: entryId } of await entriesOf(judge(1), id))
      await city.does(judge(1), 'scoreEntry', { entryId, points: points(1, 2, 3) });
    const dueIn = async (interval: string): Promise<void> => {
      await city.dataSource.query(
        `UPDATE "deadline" SET "due_at" = now() + $2::interval, "next_action_at" = now() - interval '1 second', "reached_at" = NULL
         WHERE "subject_id" = $1 AND "kind" = 'CONTEST_JUDGING'`,
        [id, interval],
      );
      await city.sweep();
    };
    const told = async (type: 'contest.judging-due-soon.v1' | 'contest.judging-overdue.v1') =>
      (await city.told(type)).filter(({ contestId }) => contestId === id);
    await dueIn('1 hour');
    expect(await told('contest.judging-due-soon.v1')).toMatchObject([{ citizenId: judge(2).id }]);
    await dueIn('-1 hour');
    expect(await told('contest.judging-overdue.v1')).toMatchObject([{ citizenId: null, departmentCode: 'ROADS' }]);
    expect((await city.read(officer, id, 'judging { state }'))['judging']).toEqual({ state: 'MISSED' });
    await city.does(manager, 'disqualifyEntry', { entryId: entry, reason: '자격이 없습니다.' });
  });

  it('tells the notices service what it is about, and reminds nobody of what is done', async () => {
    const { id } = await bringContestTo(city, 'JUDGING');
    const ask = (eventType: string, recipientId: string | null) =>
      city.internal('/internal/notice-facts', {
        eventType,
        subjectType: 'CONTEST',
        subjectId: id,
        recipientId,
        deadlineId: null,
      });
    expect(await ask('contest.judging-due-soon.v1', judge(1).id!)).toEqual({
      ...{ stillTrue: true, contact: null, words: { title: ANNOUNCEMENT.title } },
    });
    for (const { id: entryId } of await entriesOf(judge(1), id))
      await city.does(judge(1), 'scoreEntry', { entryId, points: points(1, 2, 3) });
    expect(await ask('contest.judging-due-soon.v1', judge(1).id!)).toMatchObject({ stillTrue: false });
  });
});
