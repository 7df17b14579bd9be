import type { Question } from '../questionnaires/question';

/** The score of a question among all who answered, on 100 points; null where it is withheld. */
export interface QuestionScore {
  readonly question: string;
  readonly method: string;
  readonly methodVersion: number;
  readonly score: number;
  readonly n: number;
}

/** The score of a standard of the charter: of the questions that measure it, in one method. */
export interface StandardScore {
  readonly standard: string;
  readonly method: string;
  readonly methodVersion: number;
  readonly score: number;
  /** How many answers it rests on: of its questions the fewest. */
  readonly n: number;
  readonly questions: readonly string[];
}

const METHOD: Readonly<Record<string, string>> = { SCALE_5: 'LIKERT_100_OF_5', SCALE_7: 'LIKERT_100_OF_7' };

/**
 * The mean of the 100-point scores of each standard's questions. Five and seven points are never mixed: a standard that is measured on both has
 * two scores. A standard of which a question is withheld has none, since the others would tell it.
 */
export function standardScores(
  questions: readonly Pick<Question, 'code' | 'kind' | 'standard'>[],
  scores: readonly QuestionScore[],
): StandardScore[] {
  const groups = new Map<string, { standard: string; method: string; codes: string[] }>();
  for (const { code, kind, standard } of questions) {
    const method = METHOD[kind];
    if (standard === undefined || !method) continue;
    const key = `${standard} ${method}`;
    const group = groups.get(key) ?? { standard, method, codes: [] };
    group.codes.push(code);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ standard, method, codes }) => {
    const found = codes.flatMap((code) => scores.filter((one) => one.question === code && one.method === method));
    if (found.length < codes.length) return [];
    const score = found.reduce((sum, one) => sum + one.score, 0) / found.length;
    return [
      {
        standard,
        method,
        methodVersion: found[0]!.methodVersion,
        score: Math.round(score * 1e4) / 1e4,
        n: Math.min(...found.map(({ n }) => n)),
        questions: codes,
      },
    ];
  });
}
