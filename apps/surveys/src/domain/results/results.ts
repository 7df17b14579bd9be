import { SMALLEST_GROUP } from '../disclosure/audit';
import type { Question } from '../questionnaires/question';
import { CONFIDENCE } from '../statistics/distributions';
import { frequentTerms } from '../statistics/frequent-terms';
import type { Sampling } from '../statistics/mean';
import { marginOfError, responseRate, shareOf } from '../statistics/share';
import { type Estimate, estimate, rounded } from './estimate';
import { type Counted, type Stratum, estimatesOf, pointsEstimates } from './estimates';
import type { CrossTable } from './crossing';
import { type GroupRef, type Months, idOf } from './group';
import { POINTS, RESPONSES } from './line';
import type { Shown } from './shown';
import { type GroupCounts, type Weighting, weighted } from './weighting';

/** What was counted, in one group and question. */
export interface CountedLine extends GroupRef, Counted {
  readonly question: string;
}

/** A question as it was asked. */
export type AskedQuestion = Pick<Question, 'code' | 'kind' | 'textKo' | 'textEn' | 'options' | 'rows'>;

/** The figures of one group; weighted ones of the total. */
export interface GroupResult {
  readonly dimension: GroupRef['dimension'] | 'WEIGHTED_TOTAL';
  readonly group: string;
  readonly n: number;
  readonly estimates: readonly Estimate[];
}

/** What was answered to a question. */
export interface QuestionResult {
  readonly question: AskedQuestion;
  /** Fewer than five answered, or showing it would tell of fewer: then there are no groups. */
  readonly suppressed: boolean;
  readonly groups: readonly GroupResult[];
}

/** How figures were made, and of whom. */
export interface Basis {
  readonly months: Months;
  /** Invitations sent in these months; null where nobody was invited by name. */
  readonly invited: number | null;
  /** How many people the answers stand for; null where it is not known, or so many that it makes no difference. */
  readonly population: number | null;
  readonly weighting: Weighting | null;
}

export interface Results extends Basis {
  readonly confidence: number;
  readonly smallestGroup: number;
  /** Null where they are fewer than five. */
  readonly responses: number | null;
  readonly responseRate: number | null;
  readonly marginOfError: number | null;
  /** The share of the population that the weighted total stands for; null without weighting. */
  readonly coverage: number | null;
  readonly responsesByGroup: readonly (GroupRef & { readonly n: number })[];
  /** The sum of the points of options, where there are such (the city's older scale). */
  readonly score: readonly GroupResult[];
  readonly questions: readonly QuestionResult[];
  /** Questions set against each other. */
  readonly crossTables: readonly CrossTable[];
}

/** What results are made of. */
export interface Material {
  readonly questions: readonly Question[];
  readonly lines: readonly CountedLine[];
  readonly shown: Shown;
  /** What was written, by question. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly crossTables: readonly CrossTable[];
}

type Figures = (strata: readonly Stratum[], sampling: Sampling) => Estimate[];

/** Counts by question and group. */
class Counts {
  private readonly found = new Map<string, { n: number; counted: Counted[] }>();

  constructor(lines: readonly CountedLine[]) {
    for (const line of lines) {
      const key = this.key(line.question, line);
      const entry = this.found.get(key) ?? { n: 0, counted: [] };
      if (line.item === '' && line.value === '') entry.n += line.n;
      else entry.counted.push({ item: line.item, value: line.value, n: line.n });
      this.found.set(key, entry);
    }
  }

  of(question: string, ref: GroupRef): GroupCounts {
    return { group: ref.group, ...(this.found.get(this.key(question, ref)) ?? { n: 0, counted: [] }) };
  }

  private key(question: string, ref: GroupRef): string {
    return `${question} ${idOf(ref)}`;
  }
}

const TOTAL: GroupRef = { dimension: 'TOTAL', group: '' };

/** The finite population is that of the total: of how many a department's answers are a sample is not known. */
const samplingOf = ({ dimension }: GroupRef, { population }: Basis): Sampling =>
  dimension === 'TOTAL' && population !== null ? { population } : {};

function groupResults(
  code: string,
  figures: Figures,
  counts: Counts,
  { shown }: Material,
  basis: Basis,
): GroupResult[] {
  const refs = shown.groups[code] ?? [];
  const plain = refs.map((ref) => {
    const { n, counted } = counts.of(code, ref);
    return {
      dimension: ref.dimension,
      group: ref.group,
      n,
      estimates: figures([{ n, counted, weight: 1 }], samplingOf(ref, basis)),
    };
  });
  if (!basis.weighting || plain.length === 0) return plain;
  const found = weightedTotal(code, counts, refs, basis.weighting);
  if (!found) return plain;
  const n = found.strata.reduce((sum, stratum) => sum + stratum.n, 0);
  return [
    ...plain,
    { dimension: 'WEIGHTED_TOTAL', group: '', n, estimates: figures(found.strata, samplingOf(TOTAL, basis)) },
  ];
}

function weightedTotal(code: string, counts: Counts, refs: readonly GroupRef[], weighting: Weighting) {
  const own = refs.filter(({ dimension }) => dimension === weighting.dimension).map((ref) => counts.of(code, ref));
  return weighted(counts.of(code, TOTAL), own, weighting);
}

/** The words of texts, for the total alone: whoever writes may be known by how they write. */
function termEstimates(texts: readonly string[], n: number): Estimate[] {
  return frequentTerms(texts, SMALLEST_GROUP).map(({ term, responses }) => {
    const counts = [
      { value: 1, n: responses },
      { value: 0, n: n - responses },
    ];
    const { share, interval, count } = shareOf(counts, (value) => value === 1)!;
    return estimate({ statistic: 'TERM', method: 'STEMMED_WORDS', n, count, value: share, interval }, { item: term });
  });
}

function questionResult(question: Question, counts: Counts, material: Material, basis: Basis): QuestionResult {
  const { code, kind, textKo, textEn, options, rows } = question;
  const figures: Figures = (strata, sampling) => estimatesOf(question, strata, sampling);
  const groups = groupResults(code, figures, counts, material, basis).map((result) =>
    kind === 'TEXT' && result.dimension === 'TOTAL'
      ? { ...result, estimates: termEstimates(material.texts.get(code) ?? [], result.n) }
      : result,
  );
  return { question: { code, kind, textKo, textEn, options, rows }, suppressed: groups.length === 0, groups };
}

/** Makes the results of a survey, of the groups that are shown alone. */
export function resultsOf(material: Material, basis: Basis): Results {
  const counts = new Counts(material.lines);
  const byGroup = (material.shown.groups[RESPONSES] ?? []).map(({ dimension, group }) => ({
    ...{ dimension, group, n: counts.of(RESPONSES, { dimension, group }).n },
  }));
  const responses = byGroup.find(({ dimension }) => dimension === 'TOTAL')?.n ?? null;
  const margin =
    responses === null
      ? null
      : marginOfError(responses, basis.population === null ? {} : { population: basis.population });
  const rate = responses === null || basis.invited === null ? null : responseRate(responses, basis.invited);
  const coverage = basis.weighting
    ? weightedTotal(RESPONSES, counts, material.shown.groups[RESPONSES] ?? [], basis.weighting)?.coverage
    : undefined;
  return {
    ...basis,
    ...{ confidence: CONFIDENCE, smallestGroup: SMALLEST_GROUP, responses },
    responseRate: rate === null ? null : rounded(rate),
    marginOfError: margin === null ? null : rounded(margin),
    coverage: coverage === undefined ? null : rounded(coverage),
    responsesByGroup: byGroup,
    score: groupResults(POINTS, pointsEstimates, counts, material, basis),
    questions: material.questions.map((question) => questionResult(question, counts, material, basis)),
    crossTables: material.crossTables,
  };
}
