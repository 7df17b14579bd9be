import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import {
  CONTEST_STATUSES,
  CONTEST_TRANSITIONS,
  type ContestCommand,
  type ContestStatus,
} from '../src/domain/contests/contest';
import {
  type Contests,
  ENTRY,
  type Held,
  MONDAY,
  bringContestTo,
  judge,
  openContests,
  points,
} from './fixtures/contests';

const reason = '살펴본 결과입니다.';
/** The commands that people give, as their mutations, with what makes each a good one. */
const MUTATIONS: Readonly<Partial<Record<ContestCommand, (held: Held) => readonly [mutation: string, input: object]>>> =
  {
    enter: ({ id }) => ['submitEntry', { ...ENTRY, contestId: id }],
    close: ({ id }) => ['closeEntries', { contestId: id }],
    assign: ({ id }) => ['assignJudges', { contestId: id, judges: [{ judgeId: judge(9).id }] }],
    score: ({ entry }) => ['scoreEntry', { entryId: entry, points: points(1, 2, 3) }],
    disqualify: ({ entry }) => ['disqualifyEntry', { entryId: entry, reason }],
    object: ({ entry }) => ['objectToEntry', { entryId: entry, reason }],
    decideObjection: ({ objection, id }) => [
      'decideContestObjection',
      { objectionId: objection ?? id, upheld: false, reason },
    ],
    award: ({ id }) => ['awardContest', { contestId: id }],
    cancel: ({ id }) => ['cancelContest', { contestId: id, reason }],
  };
const PEOPLE: Readonly<Record<string, Someone>> = {
  entrant: citizen,
  judge: judge(1),
  otherCitizen,
  officer,
  manager,
  otherOfficer,
  auditor,
  admin,
  anonymous,
};
const ALL = Object.keys(PEOPLE).filter((name) => name !== 'anonymous');
/** Who may give a command, where the contest is as far as it needs to be. */
const MAY: Readonly<Partial<Record<ContestCommand, readonly string[]>>> = {
  enter: ALL.filter((name) => name !== 'entrant'), // everybody takes part once
  close: ['officer', 'manager'],
  assign: ['officer', 'manager'],
  score: ['judge'],
  disqualify: ['manager'],
  object: ['entrant'],
  decideObjection: ['manager'],
  award: ['manager'],
  cancel: ['manager'],
};
const WHO_IS_REFUSED = [
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'NOT_FOUND',
  'INVALID_STATE',
  'ALREADY_DONE',
  'TOO_LATE',
  'TOO_EARLY',
];

describe.each(CONTEST_STATUSES)('a contest that is %s', (status: ContestStatus) => {
  let city: Contests;
  let held: Held;
  beforeAll(async () => {
    city = await openContests(MONDAY);
    held = await bringContestTo(city, status);
  });
  afterAll(() => city.close());

  describe.each(Object.entries(MUTATIONS))('%s', (name, mutationOf) => {
    const command = name as ContestCommand;
    const [mutation] = mutationOf({ id: '', entry: '', objection: null });
    const leads = CONTEST_TRANSITIONS[command][status];

    it.each(Object.keys(PEOPLE).filter((who) => !leads || !MAY[command]!.includes(who)))(
      `${mutation} by %s is refused and changes nothing`,
      async (who) => {
        const seen = () =>
          city.read(auditor, held.id, 'status version entryCount timeline { step } objections { id upheld }');
        const before = await seen();
        const [, input] = mutationOf(held);
        const codes = await city.fails(PEOPLE[who]!, mutation, input);
        expect(codes).toHaveLength(1);
        expect(WHO_IS_REFUSED).toContain(codes[0]);
        expect(await seen()).toEqual(before);
      },
    );
  });

  const given = Object.entries(MUTATIONS)
    .filter(([command]) => CONTEST_TRANSITIONS[command as ContestCommand][status])
    .flatMap(([command, mutationOf]) =>
      MAY[command as ContestCommand]!.map((who) => ({ command: command as ContestCommand, who, mutationOf })),
    );

  it('is left by the commands of the table, given by those who may', async () => {
    for (const { command, who, mutationOf } of given) {
      const own = await bringContestTo(city, status);
      if (command === 'close') city.clock.set(new Date(MONDAY.getTime() + 5 * 86_400_000));
      const [mutation, input] = mutationOf(own);
      expect([mutation, who, await city.fails(PEOPLE[who]!, mutation, input)]).toEqual([mutation, who, []]);
      const { status: reached } = await city.read(anonymous, own.id, 'status');
      expect([mutation, who, reached]).toEqual([mutation, who, CONTEST_TRANSITIONS[command][status]]);
    }
    expect(given.length > 0).toBe(!['AWARDED', 'CANCELLED'].includes(status));
  }, 30_000);
});
