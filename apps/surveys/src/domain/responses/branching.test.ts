import fc from 'fast-check';
import type { Condition, Test } from '../questionnaires/condition';
import { optionsOf, questionOf } from '../../../test/fixtures/questionnaires';
import type { Question } from '../questionnaires/question';
import type { Answer } from './answer';
import { askedQuestions, holds } from './branching';
import { decideResponse } from './response';

const all = (...tests: Test[]): Condition => ({ match: 'ALL', tests });
const any = (...tests: Test[]): Condition => ({ match: 'ANY', tests });
const answers: Answer[] = [
  { question: 'overall', scale: 2 },
  { question: 'minutes', number: 30 },
  { question: 'channel', choice: 'phone' },
  { question: 'reasons', choices: ['slow', 'rude'] },
];
const given = new Map(answers.map((answer) => [answer.question, answer]));
const of = (question: string, operator: Test['operator'], rest: Partial<Test> = {}): Test => ({
  ...{ question, operator, ...rest },
});

it.each<[Condition | undefined, boolean]>([
  [undefined, true],
  [all(of('overall', 'ANSWERED')), true],
  [all(of('other', 'ANSWERED')), false],
  [all(of('overall', 'AT_MOST', { value: 2 })), true],
  [all(of('overall', 'AT_MOST', { value: 1 })), false],
  [all(of('minutes', 'AT_LEAST', { value: 30 })), true],
  [all(of('minutes', 'AT_LEAST', { value: 31 })), false],
  [all(of('channel', 'ONE_OF', { options: ['visit', 'phone'] })), true],
  [all(of('channel', 'NONE_OF', { options: ['phone'] })), false],
  [all(of('reasons', 'ONE_OF', { options: ['rude'] })), true],
  [all(of('reasons', 'NONE_OF', { options: ['far'] })), true],
  [all(of('other', 'NONE_OF', { options: ['far'] })), false],
  [all(of('overall', 'ANSWERED'), of('other', 'ANSWERED')), false],
  [any(of('overall', 'ANSWERED'), of('other', 'ANSWERED')), true],
  [any(of('other', 'ANSWERED')), false],
])('%j holds: %s', (condition, expected) => expect(holds(condition, given)).toBe(expected));

const bad = all(of('overall', 'AT_MOST', { value: 2 }));
const asking = {
  sections: [{ code: 'why', titleKo: '이유', titleEn: 'Why', showIf: bad }],
  questions: [
    questionOf(),
    questionOf({ code: 'reason', kind: 'SINGLE', options: optionsOf('slow', 'rude'), section: 'why' }),
    questionOf({
      code: 'who',
      kind: 'TEXT',
      section: 'why',
      showIf: all(of('reason', 'ONE_OF', { options: ['rude'] })),
    }),
    questionOf({ code: 'else', kind: 'TEXT', required: false }),
  ],
};
const overall = (scale: number): Answer => ({ question: 'overall', scale });
const reason = (choice: string): Answer => ({ question: 'reason', choice });
const who: Answer = { question: 'who', text: '창구' };

it.each<[Answer[], string[]]>([
  [[overall(5)], ['overall', 'else']],
  [[overall(2)], ['overall', 'reason', 'else']],
  [
    [overall(2), reason('rude')],
    ['overall', 'reason', 'who', 'else'],
  ],
  // The answer to a question that was skipped opens no branch.
  [
    [overall(5), reason('rude')],
    ['overall', 'else'],
  ],
])('who answers %j is asked %j', (said, codes) => expect([...askedQuestions(asking, said)]).toEqual(codes));

it.each<[string, Answer[], string | undefined]>([
  ['a branch that was reached and answered', [overall(1), reason('rude'), who], undefined],
  ['a branch that was not reached and not answered', [overall(5)], undefined],
  ['an answer in a branch that was not reached', [overall(5), reason('slow')], 'answers.1.question'],
  ['an answer further down a branch', [overall(1), reason('slow'), who], 'answers.2.question'],
  ['a required question of a reached branch left out', [overall(1)], 'answers'],
])('takes or refuses %s', (_name, said, path) => {
  const decided = decideResponse(asking, said);
  expect(decided.ok ? undefined : decided.refusals.map((one) => one.path!.join('.')).join()).toBe(path);
});

it('accepts exactly the answers to what is asked, whatever was said', () => {
  const optional = { ...asking, questions: asking.questions.map((one): Question => ({ ...one, required: false })) };
  const scale = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
  const choice = fc.option(fc.constantFrom('slow', 'rude'), { nil: undefined });
  fc.assert(
    fc.property(scale, choice, fc.boolean(), (points, chosen, named) => {
      const said = [
        ...(points === undefined ? [] : [overall(points)]),
        ...(chosen === undefined ? [] : [reason(chosen)]),
        ...(named ? [who] : []),
      ];
      const asked = askedQuestions(optional, said);
      expect(decideResponse(optional, said).ok).toBe(said.every(({ question }) => asked.has(question)));
    }),
  );
});
