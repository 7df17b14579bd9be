import { type Refusal, refusal } from '@charter/contracts';
import type { Condition, Operator, Test } from './condition';
import type { Question, QuestionKind } from './question';
import type { Draft } from './questionnaire';
import { conditionsOf, reachable } from './reachable';

type Place = readonly string[];

const invalid = (ko: string, en: string, place: Place): Refusal => refusal('INVALID_VALUE', ko, en, ...place);

const CHOICES: readonly QuestionKind[] = ['SINGLE', 'MULTIPLE'];
const NUMBERS: readonly QuestionKind[] = ['SCALE_5', 'SCALE_7', 'NUMBER'];
const ALLOWED: Readonly<Record<Operator, readonly QuestionKind[] | undefined>> = {
  ANSWERED: undefined,
  ONE_OF: CHOICES,
  NONE_OF: CHOICES,
  AT_LEAST: NUMBERS,
  AT_MOST: NUMBERS,
};

function* testFaults(test: Test, asked: Question | undefined, place: Place): Generator<Refusal> {
  const { question, operator, options = [], value } = test;
  if (!asked) {
    yield invalid(`설문에 없는 문항입니다: ${question}`, `There is no question ${question}.`, [...place, 'question']);
    return;
  }
  const kinds = ALLOWED[operator];
  if (kinds && !kinds.includes(asked.kind)) {
    const [ko, en] = [`${asked.kind} 문항에는 쓸 수 없는 조건입니다.`, `A ${asked.kind} has no such test.`];
    yield invalid(ko, en, [...place, 'operator']);
  } else if (kinds === CHOICES && options.length === 0) {
    yield invalid('보기를 정해 주십시오.', 'Please name the options.', [...place, 'options']);
  } else if (kinds === NUMBERS && value === undefined) {
    yield invalid('값을 정해 주십시오.', 'Please give the value.', [...place, 'value']);
  }
  const unknown = options.find((option) => !asked.options.some(({ code }) => code === option));
  if (unknown !== undefined)
    yield invalid(`없는 보기입니다: ${unknown}`, `There is no option ${unknown}.`, [...place, 'options']);
}

/** Every condition of a questionnaire, with where it stands. */
function* conditions({ sections, questions, quotas }: Draft): Generator<readonly [Condition, Place]> {
  for (const [index, { showIf }] of sections.entries()) if (showIf) yield [showIf, ['sections', `${index}`, 'showIf']];
  for (const [index, { showIf }] of questions.entries())
    if (showIf) yield [showIf, ['questions', `${index}`, 'showIf']];
  for (const [index, { when }] of quotas.entries()) if (when) yield [when, ['quotas', `${index}`, 'when']];
}

function* referenceFaults(draft: Draft): Generator<Refusal> {
  const byCode = new Map(draft.questions.map((one) => [one.code, one]));
  for (const [{ tests }, place] of conditions(draft))
    for (const [index, test] of tests.entries())
      yield* testFaults(test, byCode.get(test.question), [...place, 'tests', String(index)]);
  for (const [index, { section }] of draft.questions.entries()) {
    if (section === undefined || draft.sections.some(({ code }) => code === section)) continue;
    yield invalid('없는 구역입니다.', 'There is no such section.', ['questions', String(index), 'section']);
  }
  for (const [index, { code }] of draft.sections.entries()) {
    if (draft.questions.some(({ section }) => section === code)) continue;
    yield invalid('문항이 없는 구역입니다.', 'This section has no questions.', ['sections', String(index)]);
  }
}

/** Which questions the answers of each question decide over, directly: those that its conditions name. */
type Dependencies = ReadonlyMap<string, readonly string[]>;

/** The way from a question over what it depends on back to itself; undefined when there is none. */
function wayBack(start: string, dependencies: Dependencies): readonly string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of dependencies.get(way.at(-1)!) ?? []) {
      if (next === start) return [...way, start];
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

function* orderFaults(draft: Draft): Generator<Refusal> {
  const sections = new Map(draft.sections.map(({ code, showIf }) => [code, showIf]));
  const dependencies: Dependencies = new Map(
    draft.questions.map((one) => [
      one.code,
      conditionsOf(one, sections).flatMap(({ tests }) => tests.map(({ question }) => question)),
    ]),
  );
  const told = new Set<string>();
  for (const [index, { code, showIf }] of draft.questions.entries()) {
    const place = ['questions', String(index), ...(showIf ? ['showIf'] : [])];
    const cycle = wayBack(code, dependencies);
    if (cycle) {
      if (cycle.some((one) => told.has(one))) continue;
      cycle.forEach((one) => told.add(one));
      const way = cycle.join(' → ');
      yield invalid(`조건이 돌고 돕니다: ${way}`, `These conditions go round in a circle: ${way}.`, place);
      continue;
    }
    const later = dependencies.get(code)!.find((one) => draft.questions.findIndex((of) => of.code === one) > index);
    if (later === undefined) continue;
    const [ko, en] = [`뒤에 묻는 문항에 걸린 조건입니다: ${later}`, `It depends on ${later}, which is asked later.`];
    yield invalid(ko, en, place);
  }
}

function* reachFaults(draft: Draft): Generator<Refusal> {
  const sections = new Map(draft.sections.map(({ code, showIf }) => [code, showIf]));
  const goals: [readonly Condition[], Place, readonly [string, string]][] = [
    ...draft.questions.map((one, index): [Condition[], Place, [string, string]] => [
      conditionsOf(one, sections),
      ['questions', String(index)],
      [
        '아무도 이 문항에 이를 수 없습니다. 조건을 확인해 주십시오.',
        'Nobody is ever asked this question: please check its conditions.',
      ],
    ]),
    ...draft.quotas.map(({ when }, index): [Condition[], Place, [string, string]] => [
      when ? [when] : [],
      ['quotas', String(index)],
      [
        '아무도 이 할당에 들지 않습니다. 조건을 확인해 주십시오.',
        'Nobody ever counts for this quota: please check its condition.',
      ],
    ]),
  ];
  for (const [conditionsOfIt, place, [ko, en]] of goals) {
    const found = reachable(draft, conditionsOfIt);
    if (found === undefined)
      yield invalid(
        '갈래가 너무 복잡합니다. 조건을 줄여 주십시오.',
        'There are too many branches: please simplify.',
        place,
      );
    else if (!found) yield invalid(ko, en, place);
  }
}

/** What is wrong with the branches. Cycles are looked for once every name is known, and what is reached once there is no cycle. */
export function branchFaults(draft: Draft): Refusal[] {
  for (const faults of [referenceFaults, orderFaults, reachFaults]) {
    const found = [...faults(draft)];
    if (found.length > 0) return found;
  }
  return [];
}
