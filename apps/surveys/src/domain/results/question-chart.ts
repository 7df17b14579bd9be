import type { Language } from '@charter/contracts';
import { type Bar, type Chart, barChart } from '../charts/chart';
import type { Estimate, Statistic } from './estimate';
import type { AskedQuestion, QuestionResult } from './results';

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** The statistic that a question of each kind is drawn by, where it has shares of something else too. */
const DRAWN: Readonly<Partial<Record<AskedQuestion['kind'], Statistic>>> = { RANKING: 'AVERAGE_RANK', TEXT: 'TERM' };

const WORDS: Readonly<Record<Language, Record<'shares' | 'ranks' | 'terms', (n: number) => string>>> = {
  ko: {
    shares: (n) => `응답 ${n}건 가운데의 비율과 95% 신뢰구간`,
    ranks: (n) => `응답 ${n}건의 평균 순위와 95% 신뢰구간 (작을수록 앞섭니다)`,
    terms: (n) => `응답 ${n}건 가운데 다섯 건 이상에 나온 낱말`,
  },
  en: {
    shares: (n) => `Shares of ${n} answers, with 95 % confidence intervals`,
    ranks: (n) => `Average ranks of ${n} answers, with 95 % confidence intervals (smaller is better)`,
    terms: (n) => `Words that stand in five or more of ${n} answers`,
  },
};

const textOf = (of: { readonly textKo: string; readonly textEn: string }, language: Language): string =>
  (language === 'ko' ? of.textKo : of.textEn) || of.textKo;

function labelOf({ options, rows = [] }: AskedQuestion, { row, item }: Estimate, language: Language): string {
  const named = [rows.find(({ code }) => code === row), options.find(({ code }) => code === item)];
  const known = named.flatMap((one) => (one ? [textOf(one, language)] : []));
  return known.length > 0 ? known.join(' · ') : (item ?? '');
}

function barOf(question: AskedQuestion, figure: Estimate, language: Language): Bar {
  const { statistic, value, count, low, high } = figure;
  const format = statistic === 'AVERAGE_RANK' ? (rank: number) => rank.toFixed(2) : percent;
  const interval = low === null || high === null ? '' : ` [${format(low)}–${format(high)}]`;
  const times = count === null ? '' : language === 'ko' ? ` (${count}건)` : ` (${count})`;
  return { label: labelOf(question, figure, language), value, text: `${format(value)}${times}${interval}` };
}

/** The chart of a question's total; null where it is withheld or there is nothing to draw. */
export function questionChart({ question, groups }: QuestionResult, language: Language): Chart | null {
  const total = groups.find(({ dimension }) => dimension === 'TOTAL');
  const drawn = DRAWN[question.kind] ?? 'SHARE';
  const figures = (total?.estimates ?? []).filter(({ statistic, item }) => statistic === drawn && item !== null);
  if (!total || figures.length === 0) return null;
  const words = WORDS[language][drawn === 'SHARE' ? 'shares' : drawn === 'TERM' ? 'terms' : 'ranks'];
  return barChart({
    title: textOf(question, language),
    description: words(total.n),
    bars: figures.map((figure) => barOf(question, figure, language)),
    ...(drawn !== 'AVERAGE_RANK' && { most: 1 }),
  });
}
