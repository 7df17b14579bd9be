import type { Option, Question, Section } from '../questionnaires/question';
import type { Draft } from '../questionnaires/questionnaire';
import { writeExpression } from './expression';
import { type Unfit, unfit } from './format';

const words = (ko: string, en: string): object => ({ default: en, ko });
const choices = (options: readonly Pick<Option, 'code' | 'textKo' | 'textEn'>[]): object[] =>
  options.map(({ code, textKo, textEn }) => ({ value: code, text: words(textKo, textEn) }));

function bodyOf({ kind, options, rows = [], min, max, decimals = 0, required }: Question): object {
  switch (kind) {
    case 'SINGLE':
      return { type: 'radiogroup', choices: choices(options) };
    case 'MULTIPLE':
      return {
        ...{ type: 'checkbox', choices: choices(options) },
        ...(min && { minSelectedChoices: min }),
        ...(max && { maxSelectedChoices: max }),
      };
    case 'SCALE_5':
      return { type: 'rating', rateCount: 5, rateMin: 1, rateMax: 5 };
    case 'SCALE_7':
      return { type: 'rating', rateCount: 7, rateMin: 1, rateMax: 7 };
    case 'NUMBER':
      return {
        ...{ type: 'text', inputType: 'number', step: Number((10 ** -decimals).toFixed(decimals)) },
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
      };
    case 'TEXT':
      return { type: 'comment', ...(max && { maxLength: max }) };
    case 'RANKING':
      return {
        ...{ type: 'ranking', choices: choices(options) },
        ...((min ?? max) && { selectToRankEnabled: true }),
        ...((min ?? max) && { minSelectedChoices: min ?? max }),
        ...(max && { maxSelectedChoices: max }),
      };
    case 'MATRIX':
      return {
        type: 'matrix',
        columns: choices(options),
        rows: choices(rows),
        ...(required && { eachRowRequired: true }),
      };
  }
}

const elementOf = (question: Question): object => ({
  name: question.code,
  title: words(question.textKo, question.textEn),
  ...bodyOf(question),
  ...(question.required && { isRequired: true }),
  ...(question.showIf && { visibleIf: writeExpression(question.showIf) }),
});

/** Questions that stand together on one page: those of a section, or some without one between two. */
function pages(questions: readonly Question[]): { section: string | undefined; questions: Question[] }[] {
  const found: { section: string | undefined; questions: Question[] }[] = [];
  for (const question of questions) {
    const page = found.at(-1);
    if (page && page.section === question.section) page.questions.push(question);
    else found.push({ section: question.section, questions: [question] });
  }
  return found;
}

function* unfitOf({ questions, quotas }: Draft): Generator<Unfit> {
  for (const { code, standard, options } of questions) {
    if (standard !== undefined)
      yield unfit(
        `${code}.standard`,
        `이행기준(${standard}) 연결은 SurveyJS에 없습니다.`,
        `SurveyJS has no standard (${standard}).`,
      );
    if (options.some(({ points }) => points !== undefined))
      yield unfit(`${code}.options`, '보기의 배점은 SurveyJS에 없습니다.', 'SurveyJS has no points of options.');
  }
  for (const { code } of quotas)
    yield unfit(`quotas.${code}`, '할당은 SurveyJS에 없습니다.', 'SurveyJS has no quotas.');
}

/** A questionnaire in SurveyJS's format, and what of it that format has no place for. */
export function toSurveyJs(draft: Draft): { readonly survey: object; readonly unfit: readonly Unfit[] } {
  const sections = new Map<string | undefined, Section>(draft.sections.map((one) => [one.code, one]));
  const names = new Set<string>();
  const survey = {
    ...{ title: words(draft.titleKo, draft.titleEn), clearInvisibleValues: 'onHidden' },
    pages: pages(draft.questions).map(({ section, questions }, index) => {
      const head = sections.get(section);
      const name = head && !names.has(head.code) ? head.code : `page_${index + 1}`;
      names.add(name);
      return {
        name,
        ...(head && { title: words(head.titleKo, head.titleEn) }),
        ...(head?.showIf && { visibleIf: writeExpression(head.showIf) }),
        elements: questions.map(elementOf),
      };
    }),
  };
  return { survey, unfit: [...unfitOf(draft)] };
}
