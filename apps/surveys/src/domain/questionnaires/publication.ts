import { type Refusal, refusal } from '@charter/contracts';
import { branchFaults } from './branches';
import type { Draft } from './questionnaire';

function* translationFaults(words: object, ...path: string[]): Generator<Refusal> {
  for (const [field, text] of Object.entries(words)) {
    if (!/^(text|title)(Ko|En)$/.test(field) || (text as string).trim()) continue;
    const [ko, en] = field.endsWith('Ko')
      ? ['한국어 문구가 없습니다. 입력해 주십시오.', 'The Korean text is missing: please enter it.']
      : ['영어 문구가 없습니다. 입력해 주십시오.', 'The English text is missing: please enter it.'];
    yield refusal('INVALID_VALUE', ko, en, ...path, field);
  }
}

function* textFaults({ titleKo, titleEn, sections, questions }: Draft): Generator<Refusal> {
  yield* translationFaults({ titleKo, titleEn });
  for (const [index, section] of sections.entries()) yield* translationFaults(section, 'sections', String(index));
  for (const [index, question] of questions.entries()) {
    const place = ['questions', String(index)];
    yield* translationFaults(question, ...place);
    for (const list of ['options', 'rows'] as const)
      for (const [at, one] of (question[list] ?? []).entries())
        yield* translationFaults(one, ...place, list, String(at));
  }
}

/**
 * What keeps a questionnaire from being published, each with its place: texts in one language only, branches that name what is not there or
 * is asked later, cycles, and questions that nobody is ever asked.
 */
export const publicationFaults = (draft: Draft): Refusal[] => [...textFaults(draft), ...branchFaults(draft)];
