import type { Answers, Owner } from './answers';
import type { Figure, Finding } from './figure';
import { type Measure, UNITS } from './measures';
import { tellsOfHidden } from './parts-told';
import { type Hidden, hide } from './suppress';
import { wilson } from './wilson';

/** A measure of all departments, and of the city where the cases can be added up. */
export interface Column {
  readonly measure: Exclude<Measure, 'STANDARD'>;
  readonly owner: Owner;
  /** Undefined when the owner did not answer. */
  readonly of: (answers: Answers, code: string) => Finding | undefined;
  /** Whether it says how well somebody did: then few cases are no ground for it. A mere count is told as it is. */
  readonly judges: boolean;
  /** Adds cases up to those of the city; without it the city has no such figure. */
  readonly sum?: (findings: readonly Finding[]) => Finding;
}

/** Two decimals are kept. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A share in percent of so many cases. */
export const share = (kept: number, n: number): Finding => ({ value: n === 0 ? null : (kept / n) * 100, n, kept });

const total = (of: readonly number[]): number => of.reduce((sum, value) => sum + value, 0);

/** Shares are added up by their cases, never by their rates. */
export const sumOfShares = (findings: readonly Finding[]): Finding =>
  share(total(findings.map(({ kept }) => kept!)), total(findings.map(({ n }) => n)));

const sumOfValues = (findings: readonly Finding[]): Finding => ({
  value: total(findings.map(({ value }) => value ?? 0)),
  n: total(findings.map(({ n }) => n)),
  kept: null,
});

const count = (value: number): Finding => ({ value, n: value, kept: null });

type Of<O extends Owner> = NonNullable<Answers[O]>['departments'] extends ReadonlyMap<string, infer A> ? A : never;

const column = <O extends Owner>(
  measure: Column['measure'],
  owner: O,
  find: (answer: Of<O>) => Finding,
  { sum, judges }: { readonly sum?: Column['sum']; readonly judges: boolean },
): Column => ({
  ...{ measure, owner, judges },
  ...(sum && { sum }),
  of: (answers, code) => {
    const found = (answers[owner]?.departments as ReadonlyMap<string, Of<O>> | undefined)?.get(code);
    return found && find(found);
  },
});

const COUNTED = { judges: false, sum: sumOfValues } as const;
const SHARED = { judges: true, sum: sumOfShares } as const;

/** What is measured of every department. */
export const COLUMNS: readonly Column[] = [
  column('COMPLAINTS_RECEIVED', 'complaints', ({ received }) => count(received), COUNTED),
  column(
    'COMPLAINTS_OPEN_LATE',
    'complaints',
    ({ closed, openLate }) => ({ value: openLate, n: closed + openLate, kept: null }),
    { judges: true, sum: sumOfValues },
  ),
  column(
    'COMPLAINTS_ON_TIME',
    'complaints',
    ({ inTime, closed, openLate }) => share(inTime, closed + openLate),
    SHARED,
  ),
  column(
    'COMPLAINTS_CHARTER_ON_TIME',
    'complaints',
    ({ charterInTime, closed, charterOpenLate }) => share(charterInTime, closed + charterOpenLate),
    SHARED,
  ),
  column(
    'COMPLAINTS_MEDIAN_HOURS',
    'complaints',
    ({ medianHours, closed }) => ({ value: medianHours, n: closed, kept: null }),
    { judges: true },
  ),
  column(
    'OBJECTIONS_UPHELD',
    'complaints',
    ({ objectionsUpheld, objectionsDecided }) => share(objectionsUpheld, objectionsDecided),
    SHARED,
  ),
  column(
    'SATISFACTION',
    'surveys',
    ({ score, n, suppressed, method }) => ({ value: score, n, kept: null, withheld: suppressed, method }),
    { judges: true },
  ),
  column('COMPENSATION_CLAIMS', 'compensation', ({ count: claims }) => count(claims), COUNTED),
  column(
    'COMPENSATION_AMOUNT',
    'compensation',
    ({ amount, count: claims }) => ({ value: amount, n: claims, kept: null }),
    COUNTED,
  ),
  column('PROPOSALS_RECEIVED', 'participation', ({ received }) => count(received), COUNTED),
  column(
    'PROPOSALS_ON_TIME',
    'participation',
    ({ inTime, closed, openLate }) => share(inTime, closed + openLate),
    SHARED,
  ),
  column('PROPOSALS_ADOPTED', 'participation', ({ adopted, decided }) => share(adopted, decided), SHARED),
  column('MONITORING_KEPT', 'participation', ({ kept, notKept }) => share(kept, kept + notKept), SHARED),
];

type Place = Pick<Figure, 'departmentCode' | 'standardCode' | 'measure' | 'unit'>;
const NOTHING = { value: null, kept: null, low: null, high: null, reached: null, method: null, methodVersion: null };

/** A figure as everybody may read it. */
export function figureOf(place: Place, finding: Finding | undefined, hidden: boolean): Figure {
  if (!finding) return { ...place, ...NOTHING, state: 'MISSING', n: null };
  const { n, kept, method = null, methodVersion = null } = finding;
  const how = { n, method, methodVersion };
  if ((hidden || finding.withheld) && n > 0) return { ...place, ...NOTHING, ...how, state: 'SUPPRESSED' };
  if (finding.value === null || finding.withheld) return { ...place, ...NOTHING, ...how, state: 'NONE' };
  const bounded = kept !== null || place.unit === 'POINTS';
  const interval = bounded && n > 0 ? wilson(finding.value / 100, n) : null;
  return {
    ...{ ...place, ...how, kept, state: 'SHOWN', value: rounded(finding.value), reached: finding.reached ?? null },
    low: interval && rounded(interval.low * 100),
    high: interval && rounded(interval.high * 100),
  };
}

/** Which departments of a column are not shown, and whether its total is not. */
export function hiddenIn({ measure, of, judges, sum }: Column, answers: Answers, codes: readonly string[]): Hidden {
  if (!judges) return { keys: new Set(), total: false };
  // Only what can be added up over departments can be over quarters.
  const tells = (code: string | null): boolean => sum !== undefined && tellsOf(answers, measure, code);
  const cells = codes.map((key) => ({ key, n: of(answers, key)?.n ?? 0 }));
  const hidden = hide(cells, sum !== undefined, new Set(codes.filter(tells)));
  return { ...hidden, total: hidden.total || tells(null) };
}

const tellsOf = ({ part, told }: Answers, measure: Column['measure'], code: string | null): boolean =>
  part !== undefined && told !== undefined && tellsOfHidden(part, told(measure, code));

/** The figures of one column: of each department, and of the city where the cases can be added up. */
export function figuresOf(column: Column, answers: Answers, codes: readonly string[]): Figure[] {
  const { measure, of, sum } = column;
  const hidden = hiddenIn(column, answers, codes);
  const place = { standardCode: null, measure, unit: UNITS[measure] };
  const findings = codes.map((code) => of(answers, code));
  const departments = codes.map((departmentCode, index) =>
    figureOf({ ...place, departmentCode }, findings[index], hidden.keys.has(departmentCode)),
  );
  if (!sum) return departments;
  const all = findings.includes(undefined) ? undefined : sum(findings as Finding[]);
  return [...departments, figureOf({ ...place, departmentCode: null }, all, hidden.total)];
}
