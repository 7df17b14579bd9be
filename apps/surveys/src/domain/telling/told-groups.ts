import type { Question } from '../questionnaires/question';
import type { Months } from '../results/group';
import { RESPONSES } from '../results/line';
import type { Shown } from '../results/shown';

/** That something of a department was told in a month. */
export interface ToldMonth {
  readonly department: string;
  readonly month: string;
}

/**
 * The figures of departments that are read as of now, as groups that were shown: what results show besides has to get along with them.
 * They are made of how many responded and of what was said on five points, and of what measures a standard.
 */
export function toldGroups(questions: readonly Question[], told: readonly ToldMonth[]): Shown[] {
  const read = questions.filter(({ kind, standard }) => kind === 'SCALE_5' || (kind === 'SCALE_7' && standard));
  const byMonth = new Map<string, string[]>();
  for (const { month, department } of told) byMonth.set(month, [...(byMonth.get(month) ?? []), department]);
  return [...byMonth].map(([month, departments]) => {
    const months: Months = { from: month, to: month };
    const groups = departments.map((group) => ({ dimension: 'DEPARTMENT' as const, group }));
    return {
      ...{ months, crossed: '' },
      groups: Object.fromEntries([RESPONSES, ...read.map(({ code }) => code)].map((code) => [code, groups])),
    };
  });
}
