import type { Condition, Test } from '../questionnaires/condition';
import type { Asking } from '../questionnaires/reachable';
import type { Answer } from './answer';

const chosen = ({ choice, choices }: Answer): readonly string[] => choices ?? (choice ? [choice] : []);

function passes({ operator, options = [], value = NaN }: Test, answer: Answer | undefined): boolean {
  if (!answer) return false;
  const said = answer.scale ?? answer.number ?? NaN;
  switch (operator) {
    case 'ANSWERED':
      return true;
    case 'ONE_OF':
      return chosen(answer).some((option) => options.includes(option));
    case 'NONE_OF':
      return !chosen(answer).some((option) => options.includes(option));
    case 'AT_LEAST':
      return said >= value;
    case 'AT_MOST':
      return said <= value;
  }
}

/** Whether answers fit a condition; everybody fits none. */
export function holds(condition: Condition | undefined, answers: ReadonlyMap<string, Answer>): boolean {
  if (!condition) return true;
  const passed = (test: Test): boolean => passes(test, answers.get(test.question));
  return condition.match === 'ALL' ? condition.tests.every(passed) : condition.tests.some(passed);
}

/**
 * The questions that somebody with these answers is asked, in order. An answer to a question that was skipped opens no branch.
 * @returns their codes
 */
export function askedQuestions({ sections, questions }: Asking, answers: readonly Answer[]): Set<string> {
  const given = new Map(answers.map((answer) => [answer.question, answer]));
  const counted = new Map<string, Answer>();
  const bySection = new Map(sections.map(({ code, showIf }) => [code, showIf]));
  const asked = new Set<string>();
  for (const { code, section, showIf } of questions) {
    const open = holds(section === undefined ? undefined : bySection.get(section), counted);
    if (!open || !holds(showIf, counted)) continue;
    asked.add(code);
    const answer = given.get(code);
    if (answer) counted.set(code, answer);
  }
  return asked;
}
