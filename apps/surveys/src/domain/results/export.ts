import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { question } from '../questionnaires/question';
import { type Estimate, METHODS, STATISTICS } from './estimate';
import { DIMENSIONS } from './group';
import type { AskedQuestion, GroupResult, Results } from './results';

const month = z.string().regex(/^\d{4}-\d{2}$/);
const dimension = z.enum([...DIMENSIONS, 'WEIGHTED_TOTAL', 'ANSWER']);
const estimate = z.strictObject({
  statistic: z.enum(STATISTICS),
  method: z.enum(METHODS),
  methodVersion: z.int(),
  row: z.string().nullable(),
  item: z.string().nullable(),
  n: z.int(),
  count: z.int().nullable(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const asked = question.pick({ code: true, kind: true, textKo: true, textEn: true, options: true, rows: true });
const group = z.strictObject({ dimension, group: z.string(), n: z.int(), estimates: z.array(estimate) });

/** Results as they are stored and exported: what is read back is what was written. */
export const resultsSchema = z.strictObject({
  months: z.strictObject({ from: month, to: month }),
  invited: z.int().nullable(),
  population: z.int().nullable(),
  weighting: z
    .strictObject({
      dimension: z.enum(['DEPARTMENT', 'CHANNEL', 'SERVICE']),
      population: z.array(z.strictObject({ group: z.string(), size: z.int() })),
    })
    .nullable(),
  confidence: z.number(),
  smallestGroup: z.int(),
  responses: z.int().nullable(),
  responseRate: z.number().nullable(),
  marginOfError: z.number().nullable(),
  coverage: z.number().nullable(),
  responsesByGroup: z.array(
    z.strictObject({ dimension: z.enum([...DIMENSIONS, 'ANSWER']), group: z.string(), n: z.int() }),
  ),
  score: z.array(group),
  questions: z.array(
    z.strictObject({
      question: asked,
      suppressed: z.boolean(),
      groups: z.array(group),
    }),
  ),
  crossTables: z.array(
    z.strictObject({
      rows: asked,
      columns: asked,
      suppressed: z.boolean(),
      groups: z.array(group),
      association: z
        .strictObject({
          n: z.int(),
          chiSquare: z.number(),
          degreesOfFreedom: z.int(),
          pValue: z.number(),
          cramersV: z.number(),
          reliable: z.boolean(),
        })
        .nullable(),
    }),
  ),
});

/** The columns of the sheet. */
export const COLUMNS = [
  ...['question', 'question_ko', 'question_en', 'dimension', 'group', 'statistic', 'method', 'method_version'],
  ...['row', 'item', 'item_ko', 'item_en', 'n', 'count', 'value', 'low', 'high'],
] as const;

/** The sum of points, told like a question. */
const SCORE: AskedQuestion = {
  ...{ code: '', kind: 'SINGLE', textKo: '배점 합계', textEn: 'Sum of points', options: [], rows: undefined },
};

/** A line of the sheet: a figure with where it belongs. */
const lineOf = (
  { code, textKo, textEn, options }: AskedQuestion,
  { dimension: by, group: name }: GroupResult,
  { statistic, method, methodVersion, row, item, n, count, value, low, high }: Estimate,
): (string | number | null)[] => {
  const option = options.find((one) => one.code === item);
  return [
    ...[code, textKo, textEn, by, name, statistic, method, methodVersion],
    ...[row, item, option?.textKo ?? null, option?.textEn ?? null, n, count, value, low, high],
  ];
};

/**
 * The figures as a sheet, one line each, in UTF-8 with the mark by which spreadsheets know it. A text that a spreadsheet
 * would run as a formula stands behind an apostrophe.
 */
export function csvOf({ questions, score, crossTables }: Results): string {
  const crossed = crossTables.map(({ columns, groups }) => ({ question: columns, groups }));
  const lines = [{ question: SCORE, groups: score }, ...questions, ...crossed].flatMap(({ question: asked, groups }) =>
    groups.flatMap((each) => each.estimates.map((figure) => lineOf(asked, each, figure))),
  );
  return stringify([[...COLUMNS], ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}
