import type { Condition, Test } from '../questionnaires/condition';
import type { Question } from '../questionnaires/question';
import { type Comparison, type Expression, readExpression, testsOf } from './expression';
import { type Unfit, unfit } from './format';

/** A question that was taken over: the code of each of its options by the value that the other tool had for it. */
export interface Known {
  readonly question: Question;
  readonly optionOf: (value: string) => string | undefined;
}

type Tests = readonly Test[];

/** Reads the conditions of SurveyJS, once all questions are known. */
export class Conditions {
  constructor(
    private readonly byName: ReadonlyMap<string, Known>,
    private readonly unfit: Unfit[],
  ) {}

  /** @returns undefined where it does not fit, which is reported */
  read(text: string, place: string): Condition | undefined {
    const expression = readExpression(text);
    const condition = expression && this.condition(expression, place);
    if (!condition)
      this.unfit.push(
        unfit(
          place,
          `옮길 수 없는 조건이라 뺐습니다: ${text}`,
          `This condition has no counterpart here and was left out: ${text}`,
        ),
      );
    return condition;
  }

  private condition(expression: Expression, place: string): Condition | undefined {
    const parts = 'any' in expression ? expression.any : [expression];
    const read = parts.map((part) => this.all(part, place));
    if (read.some((tests) => !tests)) return undefined;
    const ways = read as Tests[];
    if (ways.length === 1) return { match: 'ALL', tests: [...ways[0]!] };
    return ways.every((tests) => tests.length === 1) ? { match: 'ANY', tests: ways.map(([test]) => test!) } : undefined;
  }

  /** Tests that all have to pass. That a question was answered goes without saying where something else is asked of it. */
  private all(expression: Expression, place: string): Tests | undefined {
    const comparisons = flat(expression);
    const read = comparisons?.map((one) => this.tests(one));
    if (!read || read.some((tests) => !tests)) return undefined;
    const tests = (read as Tests[]).flat();
    const said = new Set(tests.flatMap(({ operator, question }) => (operator === 'ANSWERED' ? [question] : [])));
    for (const { operator, question } of tests) {
      if (operator !== 'NONE_OF' || said.has(question)) continue;
      const [ko, en] = [
        `이제 ${question}에 답한 사람에게만 묻습니다.`,
        `It is asked now only of those who answered ${question}.`,
      ];
      this.unfit.push(unfit(place, ko, en));
    }
    const others = new Set(tests.flatMap(({ operator, question }) => (operator === 'ANSWERED' ? [] : [question])));
    return tests.filter(({ operator, question }) => operator !== 'ANSWERED' || !others.has(question));
  }

  private tests(comparison: Comparison): Tests | undefined {
    const known = this.byName.get(comparison.question);
    return known && testsOf(comparison, known.question, known.optionOf);
  }
}

function flat(expression: Expression): Comparison[] | undefined {
  if ('any' in expression) return undefined;
  if (!('all' in expression)) return [expression];
  const parts = expression.all.map(flat);
  return parts.some((part) => !part) ? undefined : (parts as Comparison[][]).flat();
}
