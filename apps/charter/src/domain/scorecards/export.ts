import { stringify } from 'csv-stringify/sync';
import type { ScorecardContent } from './content';
import { originOf } from './content';
import { DICTIONARY } from './dictionary';
import type { Figure } from './figure';

/** The names of the columns, in their order. */
export const COLUMN_NAMES: readonly string[] = DICTIONARY.map(({ name }) => name);

type Cell = string | number | boolean | null;

/** A line of the sheet: a figure with all that belongs to it, in the order of the columns. */
function lineOf(content: ScorecardContent, figure: Figure): Cell[] {
  const { year, part, period, complete, edition, departments, standards, sources } = content;
  const department = departments.find(({ code }) => code === figure.departmentCode);
  const standard = standards.find(({ code }) => code === figure.standardCode);
  const { service, field, method, methodVersion } = originOf(content, figure);
  const takenAt = sources.find((source) => source.service === service)?.takenAt ?? null;
  return [
    ...[year, part, period.from, period.to, complete, edition],
    ...[figure.departmentCode, department?.nameKo ?? null, department?.nameEn ?? null],
    ...[figure.standardCode, standard?.promiseKo ?? null, standard?.promiseEn ?? null],
    ...[figure.measure, figure.state, figure.value, figure.unit, figure.n, figure.kept, figure.low, figure.high],
    ...[standard?.target.direction ?? null, standard?.target.value ?? null, standard?.target.unit ?? null],
    ...[figure.reached, service, field, method, methodVersion, takenAt],
  ];
}

/**
 * The figures as a sheet, one line each, in UTF-8 with the mark by which spreadsheets of Korean offices know it. A text that a
 * spreadsheet would run as a formula stands behind an apostrophe.
 */
export const csvOf = (content: ScorecardContent): string =>
  stringify([[...COLUMN_NAMES], ...content.figures.map((figure) => lineOf(content, figure))], {
    ...{ bom: true, record_delimiter: 'windows', escape_formulas: true, cast: { boolean: String } },
  });
