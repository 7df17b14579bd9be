import { type Refusal, refusal } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Option, type Question, type QuestionKind, TEXT_LIMIT } from '../questionnaires/question';
import { twice } from '../questionnaires/shape';
import type { Answer } from './answer';

type Field = Exclude<keyof Answer, 'question'>;
type Words = readonly [ko: string, en: string];

/** The field of an answer that each kind of question is answered with. */
export const FIELD: Readonly<Record<QuestionKind, Field>> = {
  SINGLE: 'choice',
  MULTIPLE: 'choices',
  SCALE_5: 'scale',
  SCALE_7: 'scale',
  NUMBER: 'number',
  TEXT: 'text',
  RANKING: 'ranking',
  MATRIX: 'cells',
};
const FIELDS = [...new Set(Object.values(FIELD))];

export const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

const codes = (options: readonly { code: string }[]): string => options.map(({ code }) => code).join(', ');

const unknown = (options: readonly { code: string }[]): Words => [
  `없는 보기입니다. 다음 가운데 고르십시오: ${codes(options)}`,
  `There is no such option. Choose of ${codes(options)}.`,
];

function pointsFault(points: number, most: number): Words | undefined {
  if (Number.isInteger(points) && points >= 1 && points <= most) return undefined;
  return [`1점부터 ${most}점까지 고르십시오.`, `Choose from 1 to ${most}.`];
}

function numberFault(value: number, { min, max, decimals = 0 }: Question): Words | undefined {
  if (!Number.isFinite(value) || Math.abs(value) > 1_000_000_000)
    return ['숫자를 확인해 주십시오.', 'Please check the number.'];
  if ((isGiven(min) && value < min) || (isGiven(max) && value > max)) {
    const span = `${min ?? ''}~${max ?? ''}`;
    return [`${span} 사이의 숫자를 입력해 주십시오.`, `Please enter a number within ${span}.`];
  }
  if (Number(value.toFixed(decimals)) !== value)
    return [`소수점 아래는 ${decimals}자리까지입니다.`, `At most ${decimals} decimals.`];
  return undefined;
}

function listFault(
  given: readonly string[],
  options: readonly Option[],
  least: number,
  most: number,
): Words | undefined {
  if (given.some((one) => !options.some(({ code }) => code === one))) return unknown(options);
  if (twice(given) >= 0) return ['같은 보기를 두 번 고르셨습니다.', 'An option was chosen twice.'];
  if (given.length >= least && given.length <= most) return undefined;
  const span = least === most ? `${least}` : `${least}~${most}`;
  return [`${span}개를 고르십시오.`, `Please choose ${span} of the options.`];
}

function cellsFault({ cells }: Answer, { options, rows = [], required }: Question, whole: boolean): Words | undefined {
  const given = cells ?? [];
  if (given.some(({ row }) => !rows.some(({ code }) => code === row)))
    return [`없는 행입니다. 행: ${codes(rows)}`, `There is no such row. The rows are ${codes(rows)}.`];
  if (given.some(({ column }) => !options.some(({ code }) => code === column))) return unknown(options);
  if (twice(given.map(({ row }) => row)) >= 0)
    return ['한 행에는 하나만 고르십시오.', 'Choose one column for each row.'];
  if (whole && (given.length === 0 || (required && given.length < rows.length)))
    return ['모든 행에 답해 주십시오.', 'Please answer every row.'];
  return undefined;
}

function fault(asked: Question, answer: Answer, whole: boolean): Words | undefined {
  const { options, min, max } = asked;
  switch (asked.kind) {
    case 'SCALE_5':
      return pointsFault(answer.scale!, 5);
    case 'SCALE_7':
      return pointsFault(answer.scale!, 7);
    case 'SINGLE':
      return options.some(({ code }) => code === answer.choice) ? undefined : unknown(options);
    case 'MULTIPLE':
      return listFault(answer.choices!, options, whole ? (min ?? 1) : 0, max ?? options.length);
    case 'RANKING': // the whole order, unless the question asks for the first few
      return listFault(answer.ranking!, options, whole ? (min ?? max ?? options.length) : 0, max ?? options.length);
    case 'NUMBER':
      return numberFault(answer.number!, asked);
    case 'MATRIX':
      return cellsFault(answer, asked, whole);
    case 'TEXT':
      return undefined; // see textFaults
  }
}

/** What is wrong with an answer to a question. `whole`: it has to be complete, which a draft need not be. */
export function answerFaults(asked: Question, answer: Answer, whole: boolean, path: readonly string[]): Refusal[] {
  const field = FIELD[asked.kind];
  if (!isGiven(answer[field]) || FIELDS.some((other) => other !== field && isGiven(answer[other]))) {
    const [ko, en] = [`이 문항에는 ${field}(으)로만 답해 주십시오.`, `Answer this question with ${field} alone.`];
    return [refusal('INVALID_VALUE', ko, en, ...path)];
  }
  if (asked.kind === 'TEXT') return textFaults(answer.text!, asked.max ?? TEXT_LIMIT, ...path);
  const found = fault(asked, answer, whole);
  return found ? [refusal('INVALID_VALUE', ...found, ...path)] : [];
}
