import type { Standard } from '../standard';
import { isReached } from '../standard-target';
import type { Answers, CountAnswer, StandardScoreAnswer } from './answers';
import { COLUMNS, figureOf, hiddenIn, share, sumOfShares } from './columns';
import type { Figure, Finding } from './figure';
import type { FigureUnit } from './measures';
import { type Hidden, hide } from './suppress';

const CHARTER_ON_TIME = COLUMNS.find(({ measure }) => measure === 'COMPLAINTS_CHARTER_ON_TIME')!;

/** In what a standard is measured: in its target's unit only where that is what its owner counts. */
const unitOf = ({ measuredBy, target }: Standard): FigureUnit =>
  measuredBy === 'MANUAL' ? target.unit : measuredBy === 'SURVEY' ? 'POINTS' : 'PERCENT';

/** What was counted by hand, added up by its cases. A standard whose target got another unit meanwhile is not measured by what was counted before. */
function counted(answers: readonly CountAnswer[], unit: FigureUnit): Finding {
  const fitting = answers.filter(({ kept, mean }) => (unit === 'PERCENT' ? kept : mean) !== null);
  const n = fitting.reduce((sum, count) => sum + count.n, 0);
  if (unit === 'PERCENT')
    return share(
      fitting.reduce((sum, { kept }) => sum + kept!, 0),
      n,
    );
  const measured = fitting.reduce((sum, { mean, n: cases }) => sum + mean! * cases, 0);
  return { value: n === 0 ? null : measured / n, n, kept: null };
}

/**
 * Scores of different surveys and methods are not mixed: the newest yearly one stands, which is of a sample; where none closed in the
 * period, that of the survey after each complaint, of the newest version of its questionnaire.
 */
function standing(scores: readonly StandardScoreAnswer[]): StandardScoreAnswer | undefined {
  const yearly = scores.filter(({ source }) => source === 'YEARLY_SURVEY');
  const newest = yearly.reduce((best, one) => (one.closedAt! > best.closedAt! ? one : best), yearly[0]!);
  return newest ?? scores.at(-1);
}

/** A yearly survey and the standing one ask other people: figures of both are not compared. */
const methodOf = ({ source, method }: StandardScoreAnswer): string =>
  source === 'YEARLY_SURVEY' ? method : `STANDING_SURVEY_${method}`;

/** What is known of a standard at one department, or of the whole city. Undefined when its owner did not answer. */
function findingOf(
  standard: Standard,
  answers: Answers,
  code: string | null,
  codes: readonly string[],
): Finding | undefined {
  switch (standard.measuredBy) {
    case 'COMPLAINT_DEADLINES': {
      if (code !== null) return CHARTER_ON_TIME.of(answers, code);
      const all = codes.map((each) => CHARTER_ON_TIME.of(answers, each));
      return all.includes(undefined) ? undefined : sumOfShares(all as Finding[]);
    }
    case 'SURVEY': {
      const scores = answers.surveys?.standards.get(standard.code);
      const found = scores && standing(scores);
      if (found) return { value: found.score, n: found.n, kept: null, method: methodOf(found) };
      return scores && { value: null, n: 0, kept: null };
    }
    case 'MONITORING': {
      const found = answers.participation?.standards.get(standard.code);
      return found && share(found.kept, found.kept + found.notKept);
    }
    case 'MANUAL': {
      const found = answers.counts.get(standard.code) ?? [];
      const asked = found.filter(({ departmentCode }) => code === null || departmentCode === code);
      return counted(asked, standard.target.unit);
    }
  }
}

/** Where a standard is measured: a department's own there; the city's as a whole, and at each department where its owner tells. */
function placesOf(
  { departmentCode, measuredBy, code }: Standard,
  { counts }: Answers,
  codes: readonly string[],
): (string | null)[] {
  if (departmentCode !== null) return [departmentCode];
  if (measuredBy === 'COMPLAINT_DEADLINES') return [null, ...codes];
  if (measuredBy !== 'MANUAL') return [null];
  const where = new Set(counts.get(code)?.map((count) => count.departmentCode));
  return [null, ...codes.filter((each) => where.has(each))];
}

function hiddenOf(
  standard: Standard,
  answers: Answers,
  codes: readonly string[],
  places: readonly (string | null)[],
): Hidden {
  // The same cases stand in the column of the departments: what is hidden there is hidden here.
  if (standard.measuredBy === 'COMPLAINT_DEADLINES') return hiddenIn(CHARTER_ON_TIME, answers, codes);
  const of = (code: string | null): number => findingOf(standard, answers, code, codes)?.n ?? 0;
  // Also of departments that are closed: their cases are in the total.
  const counted = standard.measuredBy === 'MANUAL' ? (answers.counts.get(standard.code) ?? []) : [];
  const where = standard.departmentCode === null ? counted.map(({ departmentCode }) => departmentCode) : places;
  const cells = where.filter((place) => place !== null).map((key) => ({ key, n: of(key) }));
  if (cells.length > 0) return hide(cells, standard.departmentCode === null);
  return { keys: new Set(), total: hide([{ key: standard.code, n: of(null) }], false).keys.size > 0 };
}

/** How a standard was kept in the period, at each place where it is measured. */
export function standardFigures(standard: Standard, answers: Answers, codes: readonly string[]): Figure[] {
  const unit = unitOf(standard);
  const places = placesOf(standard, answers, codes);
  const hidden = hiddenOf(standard, answers, codes, places);
  return places.map((departmentCode) => {
    const place = { departmentCode, standardCode: standard.code, measure: 'STANDARD', unit } as const;
    const found = findingOf(standard, answers, departmentCode, codes);
    const figure = figureOf(place, found, departmentCode === null ? hidden.total : hidden.keys.has(departmentCode));
    const comparable = figure.value !== null && unit === standard.target.unit;
    return { ...figure, reached: comparable ? isReached(standard.target, figure.value!) : null };
  });
}
