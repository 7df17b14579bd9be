import type { Condition, Test } from './condition';
import type { Question, Section } from './question';

/** What of a version decides who is asked what. */
export interface Asking {
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
}

/** More ways than this are not walked: such a questionnaire is for nobody to understand either. */
const MOST_STEPS = 20_000;

/** What has to be answered so far, by question. */
type Wanted = ReadonlyMap<string, readonly Test[]>;

interface Search {
  readonly byCode: ReadonlyMap<string, Question>;
  readonly sections: ReadonlyMap<string, Condition | undefined>;
  steps: number;
}

/** Whether some number between the limits passes every test. */
function numberExists(least: number, most: number, decimals: number, tests: readonly Test[]): boolean {
  const lower = tests.flatMap(({ operator, value }) => (operator === 'AT_LEAST' ? [value!] : []));
  const upper = tests.flatMap(({ operator, value }) => (operator === 'AT_MOST' ? [value!] : []));
  const step = 10 ** decimals;
  return Math.ceil(Math.max(least, ...lower) * step) <= Math.floor(Math.min(most, ...upper) * step);
}

/** Whether at most `most` of the options meet every list. */
function meetsAll(lists: readonly (readonly string[])[], most: number): boolean {
  const [first, ...others] = lists;
  if (!first) return true;
  if (most === 0) return false;
  return first.some((option) =>
    meetsAll(
      others.filter((list) => !list.includes(option)),
      most - 1,
    ),
  );
}

/** Whether some choice of the options passes every test. */
function choiceExists({ kind, options, min = 1, max }: Question, tests: readonly Test[]): boolean {
  const not = new Set(tests.flatMap(({ operator, options: list = [] }) => (operator === 'NONE_OF' ? list : [])));
  const open = options.filter(({ code }) => !not.has(code)).map(({ code }) => code);
  const lists = tests.flatMap(({ operator, options: list = [] }) =>
    operator === 'ONE_OF' ? [list.filter((code) => open.includes(code))] : [],
  );
  const [fewest, most] = kind === 'SINGLE' ? [1, 1] : [min, max ?? options.length];
  return open.length >= fewest && meetsAll(lists, most);
}

/** Whether some answer to the question passes every test. */
function answerExists(question: Question, tests: readonly Test[]): boolean {
  const { kind, min = -Infinity, max = Infinity, decimals = 0 } = question;
  if (kind === 'SCALE_5') return numberExists(1, 5, 0, tests);
  if (kind === 'SCALE_7') return numberExists(1, 7, 0, tests);
  if (kind === 'NUMBER') return numberExists(min, max, decimals, tests);
  return kind === 'SINGLE' || kind === 'MULTIPLE' ? choiceExists(question, tests) : true;
}

/** The conditions under which a question is asked. */
export const conditionsOf = (
  { section, showIf }: Question,
  sections: ReadonlyMap<string, Condition | undefined>,
): Condition[] => [section === undefined ? undefined : sections.get(section), showIf].flatMap((one) => one ?? []);

function satisfied(goals: readonly Condition[], wanted: Wanted, search: Search): boolean | undefined {
  const [goal, ...later] = goals;
  if (!goal) return true;
  const ways = goal.match === 'ALL' ? [goal.tests] : goal.tests.map((one) => [one]);
  for (const tests of ways) {
    if ((search.steps += 1) > MOST_STEPS) return undefined;
    const next = new Map(wanted);
    const more = [...later];
    for (const test of tests) {
      const question = search.byCode.get(test.question)!;
      if (!next.has(test.question)) more.push(...conditionsOf(question, search.sections));
      next.set(test.question, [...(next.get(test.question) ?? []), test]);
    }
    const open = tests.every((test) => answerExists(search.byCode.get(test.question)!, next.get(test.question)!));
    const found = open ? satisfied(more, next, search) : false;
    if (found !== false) return found;
  }
  return false;
}

/**
 * Whether somebody can fulfil all these conditions, those of the questions that they ask about included. The questionnaire has no cycles, and
 * its conditions name questions and options that are there.
 * @returns undefined when the branches are too many to tell
 */
export function reachable({ sections, questions }: Asking, conditions: readonly Condition[]): boolean | undefined {
  return satisfied(conditions, new Map(), {
    byCode: new Map(questions.map((one) => [one.code, one])),
    sections: new Map(sections.map(({ code, showIf }) => [code, showIf])),
    steps: 0,
  });
}
