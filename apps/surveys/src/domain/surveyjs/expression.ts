import type { Condition, Test } from '../questionnaires/condition';
import type { Question } from '../questionnaires/question';

const TOKEN =
  /\s*(?:\{([^}]*)\}|'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)(?![\w.])|(<=|>=|<>|!=|==|[=<>()[\],]|&&|\|\||\w+))/y;

type Token =
  { readonly type: 'QUESTION' | 'WORD'; readonly text: string } | { readonly type: 'VALUE'; readonly text: string };

/** Longer ones are made by no person; brackets without end would exhaust the stack. */
const LONGEST = 2_000;

/** How SurveyJS writes the same operator. */
const SAME: Readonly<Record<string, string>> = {
  ...{ '==': '=', equal: '=', '!=': '<>', notequal: '<>', greater: '>', less: '<' },
  ...{ greaterorequal: '>=', lessorequal: '<=', '&&': 'and', '||': 'or', contain: 'contains' },
};

/** One comparison of SurveyJS. */
export interface Comparison {
  readonly question: string;
  readonly operator: string;
  readonly values: readonly string[];
}
export type Expression = Comparison | { readonly all: readonly Expression[] } | { readonly any: readonly Expression[] };

class NotUnderstood extends Error {}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match) throw new NotUnderstood();
    const [, question, single, double, number, word] = match;
    const value = single ?? double ?? number;
    if (question !== undefined) found.push({ type: 'QUESTION', text: question.trim() });
    else if (value !== undefined) found.push({ type: 'VALUE', text: value });
    else found.push({ type: 'WORD', text: SAME[word!.toLowerCase()] ?? word!.toLowerCase() });
  }
  return found;
}

/** What SurveyJS's language says with questions, values, `and`, `or` and brackets; sums and functions it does not understand. */
class Reader {
  private at = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.chain('or');
    if (this.at < this.tokens.length) throw new NotUnderstood();
    return expression;
  }

  private chain(word: 'or' | 'and'): Expression {
    const parts = [word === 'or' ? this.chain('and') : this.atom()];
    while (this.take(word)) parts.push(word === 'or' ? this.chain('and') : this.atom());
    if (parts.length === 1) return parts[0]!;
    return word === 'or' ? { any: parts } : { all: parts };
  }

  private atom(): Expression {
    if (this.take('(')) {
      const inner = this.chain('or');
      this.demand(')');
      return inner;
    }
    const question = this.next('QUESTION');
    const operator = this.next('WORD');
    return { question, operator, values: operator === 'notempty' || operator === 'empty' ? [] : this.values() };
  }

  private values(): string[] {
    if (!this.take('[')) return [this.next('VALUE')];
    const found = [this.next('VALUE')];
    while (this.take(',')) found.push(this.next('VALUE'));
    this.demand(']');
    return found;
  }

  private take(word: string): boolean {
    const token = this.tokens[this.at];
    if (token?.type !== 'WORD' || token.text !== word) return false;
    this.at += 1;
    return true;
  }

  private demand(word: string): void {
    if (!this.take(word)) throw new NotUnderstood();
  }

  private next(type: Token['type']): string {
    const token = this.tokens[this.at];
    if (token?.type !== type) throw new NotUnderstood();
    this.at += 1;
    return token.text;
  }
}

/** Reads a condition of SurveyJS. @returns undefined for one that uses more of its language than there is here */
export function readExpression(text: string): Expression | undefined {
  if (text.length > LONGEST) return undefined;
  try {
    return new Reader(tokens(text)).whole();
  } catch (error) {
    if (error instanceof NotUnderstood) return undefined;
    throw error;
  }
}

const list = (options: readonly string[]): string => `[${options.map((one) => `'${one}'`).join(', ')}]`;

function testText({ question, operator, options = [], value }: Test, group: boolean): string {
  const name = `{${question}}`;
  switch (operator) {
    case 'ANSWERED':
      return `${name} notempty`;
    case 'ONE_OF':
      return `${name} anyof ${list(options)}`;
    case 'NONE_OF': {
      // SurveyJS lets through who did not answer at all.
      const text = `${name} notempty and ${name} noneof ${list(options)}`;
      return group ? `(${text})` : text;
    }
    case 'AT_LEAST':
      return `${name} >= ${value}`;
    case 'AT_MOST':
      return `${name} <= ${value}`;
  }
}

/** Writes a condition in SurveyJS's language. */
export const writeExpression = ({ match, tests }: Condition): string =>
  tests.map((test) => testText(test, match === 'ANY')).join(match === 'ALL' ? ' and ' : ' or ');

/** The smallest step between two answers to a question. */
const stepOf = ({ decimals = 0 }: Question): number => 10 ** -decimals;

/** One comparison as tests that all have to pass; undefined where there are none that say the same. */
export function testsOf(
  { operator, values }: Comparison,
  asked: Question,
  optionOf: (value: string) => string | undefined,
): readonly Test[] | undefined {
  const question = asked.code;
  if (operator === 'notempty') return [{ question, operator: 'ANSWERED' }];
  if (asked.kind === 'SINGLE' || asked.kind === 'MULTIPLE') {
    const options = values.flatMap((value) => optionOf(value) ?? []);
    if (options.length < values.length) return undefined;
    if (operator === 'noneof' || (operator === '<>' && asked.kind === 'SINGLE'))
      return [{ question, operator: 'NONE_OF', options }];
    if (operator === 'allof' || (operator === 'contains' && asked.kind === 'MULTIPLE'))
      return options.map((option) => ({ question, operator: 'ONE_OF', options: [option] }));
    return operator === 'anyof' || (operator === '=' && asked.kind === 'SINGLE')
      ? [{ question, operator: 'ONE_OF', options }]
      : undefined;
  }
  const value = Number(values[0]);
  if (!['SCALE_5', 'SCALE_7', 'NUMBER'].includes(asked.kind) || values.length !== 1 || Number.isNaN(value))
    return undefined;
  const atLeast = (least: number): Test => ({ question, operator: 'AT_LEAST', value: Number(least.toFixed(4)) });
  const atMost = (most: number): Test => ({ question, operator: 'AT_MOST', value: Number(most.toFixed(4)) });
  switch (operator) {
    case '>=':
      return [atLeast(value)];
    case '<=':
      return [atMost(value)];
    case '>':
      return [atLeast(value + stepOf(asked))];
    case '<':
      return [atMost(value - stepOf(asked))];
    case '=':
      return [atLeast(value), atMost(value)];
    default:
      return undefined;
  }
}
