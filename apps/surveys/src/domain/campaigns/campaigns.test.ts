import { questionOf } from '../../../test/fixtures/questionnaires';
import { type CampaignDays, type CampaignFacts, campaignFaults, scheduleOf } from './start';
import { standardScores } from './standard-scores';
import { STEPS, type StepState, isUseless, planSteps, stepDue } from './steps';

const startsAt = new Date('2026-11-23T01:00:00Z');
const days: CampaignDays = { firstReminderAfter: 7, secondReminderAfter: 14, closesAfter: 21 };
const schedule = scheduleOf(days, startsAt);
const facts: CampaignFacts = { audience: 'SAMPLE', questions: [{ kind: 'SCALE_5' }], answerDays: 30, asked: false };

describe('a campaign', () => {
  it.each<[string, Partial<CampaignFacts>, Partial<CampaignDays>, string[]]>([
    ['in order', {}, {}, []],
    ['that closes with the time to answer', { answerDays: 21 }, {}, []],
    ['asked before', { asked: true }, {}, ['ALREADY_DONE ']],
    ['without a scale', { questions: [{ kind: 'TEXT' }] }, {}, ['INVALID_STATE ']],
    ['that reminds at once', {}, { firstReminderAfter: 0 }, ['INVALID_VALUE firstReminderAfter']],
    ['that reminds twice at once', {}, { secondReminderAfter: 7 }, ['INVALID_VALUE secondReminderAfter']],
    ['that closes before it reminds', {}, { closesAfter: 14 }, ['INVALID_VALUE closesAfter']],
    ['that closes after the invitations', { answerDays: 20 }, {}, ['INVALID_VALUE closesAfter']],
  ])('%s', (_name, changes, given, found) =>
    expect(
      [...campaignFaults({ ...facts, ...changes }, { ...days, ...given })].map(
        ({ code, path }) => `${code} ${path ?? ''}`,
      ),
    ).toEqual(found),
  );
});

describe('its steps', () => {
  const steps = (done: number): StepState[] =>
    planSteps(schedule).map(({ code, beginsAt }, index) => ({
      code,
      beginsAt,
      doneAt: index < done ? startsAt : null,
    }));

  it.each([
    [0, '2026-11-23T01:00:00Z', 'SAMPLE'],
    [1, '2026-11-23T01:00:00Z', 'INVITE'],
    [2, '2026-11-30T00:59:59Z', undefined],
    [2, '2026-11-30T01:00:00Z', 'FIRST_REMINDER'],
    // Inviting that takes long keeps the reminders waiting.
    [1, '2026-12-08T01:00:00Z', 'INVITE'],
    [3, '2026-12-01T01:00:00Z', undefined],
    [3, '2026-12-07T01:00:00Z', 'SECOND_REMINDER'],
    [4, '2026-12-14T00:59:59Z', undefined],
    [4, '2026-12-14T01:00:00Z', 'CLOSE'],
    [5, '2026-12-14T01:00:00Z', 'SCORE'],
    [7, '2026-12-14T01:00:00Z', 'IMPROVE'],
    [8, '2027-12-14T01:00:00Z', undefined],
  ])('after %i of them, at %s: %s', (done, now, code) => expect(stepDue(steps(done), new Date(now))?.code).toBe(code));

  it('are left out after the end where they make no sense any more, and no other', () => {
    const after = schedule.closesAt;
    expect(STEPS.filter((code) => isUseless(code, schedule.closesAt, after))).toEqual([
      'INVITE',
      'FIRST_REMINDER',
      'SECOND_REMINDER',
    ]);
    const before = new Date(after.getTime() - 1);
    expect(STEPS.filter((code) => isUseless(code, schedule.closesAt, before))).toEqual([]);
  });
});

describe('scores of standards', () => {
  const questions = [
    questionOf({ code: 'wait', standard: 'SPEED' }),
    questionOf({ code: 'answer', standard: 'SPEED' }),
    questionOf({ code: 'again', kind: 'SCALE_7', standard: 'SPEED' }),
    questionOf({ code: 'kind', standard: 'KINDNESS' }),
    questionOf({ code: 'overall' }),
    questionOf({ code: 'words', kind: 'TEXT', standard: 'KINDNESS' }),
  ];
  const five = (question: string, score: number, n = 100) => ({
    ...{ question, score, n, method: 'LIKERT_100_OF_5', methodVersion: 1 },
  });

  it('are the mean of their questions, each method by itself', () => {
    const again = { question: 'again', score: 60, n: 90, method: 'LIKERT_100_OF_7', methodVersion: 1 };
    expect(
      standardScores(questions, [
        five('wait', 70),
        five('answer', 75, 80),
        again,
        five('kind', 90),
        five('overall', 10),
      ]),
    ).toEqual(
      [
        { standard: 'SPEED', method: 'LIKERT_100_OF_5', score: 72.5, n: 80, questions: ['wait', 'answer'] },
        { standard: 'SPEED', method: 'LIKERT_100_OF_7', score: 60, n: 90, questions: ['again'] },
        { standard: 'KINDNESS', method: 'LIKERT_100_OF_5', score: 90, n: 100, questions: ['kind'] },
      ].map((score) => ({ ...score, methodVersion: 1 })),
    );
  });

  it('are not given where a question is withheld', () => {
    expect(standardScores(questions, [five('wait', 70)])).toEqual([]);
  });
});
