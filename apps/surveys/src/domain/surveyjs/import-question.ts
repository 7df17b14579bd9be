import type { Option, Question, QuestionKind } from '../questionnaires/question';
import { type Element, type Item, type Unfit, items, textsOf, unfit } from './format';
import { Names } from './import-names';

/** A question as it could be taken over; without one where its type has no counterpart. */
export interface Made {
  readonly question?: Omit<Question, 'code'> & { code: string };
  readonly optionOf: (value: string) => string | undefined;
  readonly unfit: readonly Unfit[];
}

const COMMON = ['type', 'name', 'title', 'isRequired', 'visibleIf'];
const COUNTS = ['minSelectedChoices', 'maxSelectedChoices'];
const KNOWN: Readonly<Record<QuestionKind, readonly string[]>> = {
  SINGLE: ['choices'],
  MULTIPLE: ['choices', ...COUNTS],
  SCALE_5: ['rateCount', 'rateMin', 'rateMax', 'rateType'],
  SCALE_7: ['rateCount', 'rateMin', 'rateMax', 'rateType'],
  NUMBER: ['inputType', 'min', 'max', 'step'],
  TEXT: ['maxLength', 'inputType'],
  RANKING: ['choices', 'selectToRankEnabled', ...COUNTS],
  MATRIX: ['columns', 'rows', 'eachRowRequired', 'isAllRowRequired'],
};

function ratingKind({ rateMin = 1, rateMax, rateCount, rateValues }: Element): QuestionKind | undefined {
  const most = rateMax ?? rateCount ?? 5;
  if (rateValues !== undefined || rateMin !== 1) return undefined;
  return most === 5 ? 'SCALE_5' : most === 7 ? 'SCALE_7' : undefined;
}

function kindOf(element: Element): QuestionKind | undefined {
  switch (element.type) {
    case 'radiogroup':
    case 'dropdown':
      return 'SINGLE';
    case 'checkbox':
    case 'tagbox':
      return 'MULTIPLE';
    case 'rating':
      return ratingKind(element);
    case 'text':
      if (element['inputType'] === 'number' || element['inputType'] === 'range') return 'NUMBER';
      return element['inputType'] === undefined || element['inputType'] === 'text' ? 'TEXT' : undefined;
    case 'comment':
      return 'TEXT';
    case 'ranking':
      return 'RANKING';
    case 'matrix':
      return 'MATRIX';
    default:
      return undefined;
  }
}

const numberOf = (given: unknown): number | undefined => (typeof given === 'number' ? given : undefined);

/** How many decimals a step of the other tool leaves: 0.1 one. */
const decimalsOf = (step: unknown): number => String(numberOf(step) ?? 1).split('.')[1]?.length ?? 0;

/** Options, rows or columns, and their codes by the value that they had. */
function optionsOf(given: unknown, locale: string): { options: Option[]; byValue: Map<string, string> } | undefined {
  const parsed = items.safeParse(given ?? []);
  if (!parsed.success) return undefined;
  const names = new Names('option');
  const byValue = new Map<string, string>();
  const options = parsed.data.map((one: Item): Option => {
    const { value, text } = typeof one === 'object' ? one : { value: one, text: undefined };
    const code = names.codeOf(String(value));
    byValue.set(String(value), code);
    const { ko, en } = textsOf(text ?? String(value), locale);
    return { code, textKo: ko, textEn: en };
  });
  return { options, byValue };
}

/** What of its kind a question says about how many or how much. */
function limitsOf(kind: QuestionKind, element: Element): Pick<Question, 'min' | 'max' | 'decimals'> {
  if (kind === 'NUMBER') {
    const decimals = decimalsOf(element['step']);
    return { min: numberOf(element['min']), max: numberOf(element['max']), ...(decimals > 0 && { decimals }) };
  }
  if (kind === 'TEXT') return { max: numberOf(element['maxLength']) };
  if (kind === 'MULTIPLE' || (kind === 'RANKING' && element['selectToRankEnabled']))
    return { min: numberOf(element['minSelectedChoices']), max: numberOf(element['maxSelectedChoices']) };
  return {};
}

const present = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

/** Takes a question of SurveyJS over, as far as both know it. */
export function questionOf(element: Element, locale: string): Made {
  const { name, type } = element;
  const nothing = (): undefined => undefined;
  const kind = kindOf(element);
  if (!kind) {
    const [ko, en] = [
      `옮길 수 없는 유형의 문항이라 뺐습니다: ${type}`,
      `A question of this type has no counterpart here and was left out: ${type}`,
    ];
    return { optionOf: nothing, unfit: [unfit(name, ko, en)] };
  }
  const known = new Set([...COMMON, ...KNOWN[kind]]);
  const found = Object.keys(element)
    .filter((property) => !known.has(property))
    .map((property) =>
      unfit(
        `${name}.${property}`,
        '옮길 수 없는 속성입니다. 확인해 주십시오.',
        'This property has no counterpart here and was left out.',
      ),
    );
  const options = optionsOf(element[kind === 'MATRIX' ? 'columns' : 'choices'], locale);
  const rows = optionsOf(element['rows'], locale);
  if (!options || !rows)
    return {
      optionOf: nothing,
      unfit: [
        ...found,
        unfit(name, '보기를 읽을 수 없어 문항을 뺐습니다.', 'Its choices cannot be read: the question was left out.'),
      ],
    };
  const everyRow = element['eachRowRequired'] ?? element['isAllRowRequired'] ?? false;
  if (kind === 'MATRIX' && element['isRequired'] && !everyRow)
    found.push(unfit(`${name}.isRequired`, '이제 모든 행에 답해야 합니다.', 'Every row has to be answered now.'));
  const { ko, en } = textsOf(element['title'] ?? name, locale);
  const question = {
    ...{
      code: name,
      kind,
      textKo: ko,
      textEn: en,
      required: element['isRequired'] === true || (kind === 'MATRIX' && everyRow === true),
    },
    options: options.options,
    ...(kind === 'MATRIX' && { rows: rows.options }),
    ...present(limitsOf(kind, element)),
  };
  return { question, optionOf: (value) => options.byValue.get(value), unfit: found };
}
