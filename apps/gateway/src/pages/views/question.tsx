import type { Bar } from '../charts/bars';
import type { Visit } from '../visit';
import { BarChart } from './chart';
import { type Fact, Facts, Table } from './parts';

interface Option {
  readonly code: string;
  readonly textKo: string;
  readonly textEn: string;
}
interface Estimate {
  readonly statistic: string;
  readonly item: string | null;
  readonly row: string | null;
  readonly value: number;
  readonly count: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
interface Group {
  readonly dimension: string;
  readonly group: string;
  readonly n: number;
  readonly estimates: readonly Estimate[];
}
/** What was answered to one question. */
export interface QuestionResult {
  readonly suppressed: boolean;
  readonly question: Option & {
    readonly kind: string;
    readonly options: readonly Option[];
    readonly rows: readonly Option[] | null;
  };
  readonly groups: readonly Group[];
}

export const QUESTION_RESULT = `suppressed
  question { code kind textKo textEn options { code textKo textEn } rows { code textKo textEn } }
  groups(dimensions: [TOTAL, DEPARTMENT]) { dimension group n estimates { statistic item row value count low high } }`;

/** The statistic that a question of a kind is drawn by; the others by shares. */
const DRAWN: Readonly<Record<string, string>> = { RANKING: 'AVERAGE_RANK', TEXT: 'TERM' };

interface Props {
  readonly visit: Visit;
  readonly result: QuestionResult;
  /** Of the departments, by code. */
  readonly names: ReadonlyMap<string, string>;
}

export function QuestionSection({ visit, result: { suppressed, question, groups }, names }: Props) {
  const { words, format } = visit;
  const total = groups.find(({ dimension }) => dimension === 'TOTAL');
  if (suppressed || !total) return <p className="note">{words.questionWithheld}</p>;
  const isRank = question.kind === 'RANKING';
  const bars = barsOf(visit, question, total);
  const scores = groups.filter(({ dimension, estimates }) => dimension === 'DEPARTMENT' && scoreOf(estimates));
  return (
    <>
      {question.kind === 'TEXT' && <p className="small">{words.freeText}</p>}
      <Facts kind="list" facts={totalFacts(visit, total)} />
      {bars.length > 0 && (
        <BarChart
          {...{ visit, bars, id: `chart-${question.code}`, ...(!isRank && { most: 1 }) }}
          title={isRank ? words.averageRank : words.charts.shares}
          heads={[words.answer, isRank ? words.averageRank : words.share]}
        />
      )}
      {scores.length > 0 && (
        <Table
          id={`departments-${question.code}`}
          caption={words.scoresByDepartment}
          rows={scores}
          keyOf={({ group }) => group}
          columns={[
            { name: words.department, cell: ({ group }) => names.get(group) ?? group },
            { name: words.score, cell: ({ estimates }) => format.decimal(scoreOf(estimates)!.value), isNumber: true },
            { name: words.times, cell: ({ n }) => format.number(n), isNumber: true },
          ]}
        />
      )}
    </>
  );
}

const scoreOf = (estimates: readonly Estimate[]): Estimate | undefined =>
  estimates.find(({ statistic, item, row }) => statistic === 'SCORE' && item === null && row === null);

function totalFacts({ words, format }: Visit, { n, estimates }: Group): Fact[] {
  const score = scoreOf(estimates);
  const interval =
    score && score.low !== null && score.high !== null
      ? `${words.interval} ${format.decimal(score.low)}–${format.decimal(score.high)}`
      : undefined;
  return [
    { name: words.times, value: format.number(n) },
    ...(score
      ? [{ name: words.score, value: format.decimal(score.value), ...(interval && { note: `(${interval})` }) }]
      : []),
  ];
}

/** A bar for each answer that could be given, in the order of the graph. */
function barsOf({ format, language }: Visit, question: QuestionResult['question'], { estimates }: Group): Bar[] {
  const textOf = (options: readonly Option[] | null, code: string | null): string | undefined => {
    const option = options?.find((one) => one.code === code);
    return option && ((language === 'en' && option.textEn) || option.textKo);
  };
  const drawn = DRAWN[question.kind] ?? 'SHARE';
  return estimates
    .filter(({ statistic, item }) => statistic === drawn && item !== null)
    .map(({ item, row, value, count }) => ({
      label: [textOf(question.rows, row), textOf(question.options, item) ?? item].filter(Boolean).join(' · '),
      value,
      text:
        drawn === 'AVERAGE_RANK'
          ? format.decimal(value)
          : `${format.percent(value)}${count === null ? '' : ` (${format.number(count)})`}`,
    }));
}
