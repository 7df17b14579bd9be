import { ARTICLES } from './articles';
import { type Day, dayOf, endOf, startOf } from './days';
import { type ComputedDeadline, type Walked, walkDeadline } from './deadline';
import { isPausedDay } from './pauses';
import type { DeadlineInput } from './period';
import type { WorkingCalendar } from './working-calendar';

export type SegmentKind = 'WORKING' | 'CLOSED' | 'WEEKEND' | 'HOLIDAY' | 'PAUSED' | 'EXTENDED';

/** One stretch of a period. WORKING and EXTENDED count, the others do not. */
export interface Segment {
  readonly from: Date;
  /** Not included; null for a pause that is still open. */
  readonly to: Date | null;
  readonly kind: SegmentKind;
  /** The article it rests on. */
  readonly article: string;
  /** More, such as the name of the holiday, in Korean. */
  readonly note: string | null;
}

export interface DeadlineExplanation extends ComputedDeadline {
  /** From receipt to the due moment without a gap. */
  readonly segments: readonly Segment[];
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly kind: SegmentKind;
  readonly article: string;
  readonly note: string | null;
}

const articleOf = ({ count }: Walked, { period }: DeadlineInput): string => {
  if (period.unit === 'IMMEDIATE') return ARTICLES.IMMEDIATE;
  if (count.by === 'HOURS') return ARTICLES.HOURS;
  if (count.by === 'WORKING_DAYS') return ARTICLES.DAYS;
  return count.firstDayCounts && period.unit !== 'CALENDAR_DAYS' ? ARTICLES.CALENDAR : ARTICLES.CIVIL_CODE;
};

/** What a Saturday or Sunday rests on: it is not counted, or it is no day for a period to begin or to end on. */
function weekendArticle({ count, start }: Walked, day: Day): string {
  if (count.by === 'HOURS') return ARTICLES.HOURS;
  if (count.by === 'WORKING_DAYS') return ARTICLES.DAYS;
  return day < dayOf(start.effectiveStartAt) ? ARTICLES.OFFICE_HOURS : ARTICLES.LAST_DAY;
}

/** What a day without counted time is; `from` and `to` lie within one day. */
function uncounted(from: number, to: number, walked: Walked, calendar: WorkingCalendar): Stretch {
  const { count, start, pauses } = walked;
  const day = dayOf(from);
  const paused =
    count.by === 'HOURS' ? pauses.some((pause) => pause.from <= from && to <= pause.to) : isPausedDay(pauses, day);
  if (paused) return { from, to, kind: 'PAUSED', article: ARTICLES.NOT_COUNTED, note: null };
  if (count.by === 'CALENDAR' && !count.firstDayCounts && day === dayOf(start.receivedAt)) {
    return { from, to, kind: 'CLOSED', article: ARTICLES.FIRST_DAY_OUT, note: '초일 불산입' };
  }
  const name = calendar.nameOf(day);
  if (name) return { from, to, kind: 'HOLIDAY', article: ARTICLES.HOLIDAY, note: name.ko };
  if (!calendar.works(day)) return { from, to, kind: 'WEEKEND', article: weekendArticle(walked, day), note: null };
  return { from, to, kind: 'CLOSED', article: ARTICLES.OFFICE_HOURS, note: '근무시간 외' };
}

/** Fills a gap between counted stretches, cut at midnights and at the ends of pauses. */
function* gap(from: number, to: number, walked: Walked, calendar: WorkingCalendar): Generator<Stretch> {
  const edges = walked.count.by === 'HOURS' ? walked.pauses.flatMap((pause) => [pause.from, pause.to]) : [];
  for (let at = from; at < to;) {
    const next = Math.min(to, endOf(dayOf(at)), ...edges.filter((edge) => edge > at));
    yield uncounted(at, next, walked, calendar);
    at = next;
  }
}

const joins = (a: Stretch, b: Stretch): boolean =>
  a.to === b.from && a.kind === b.kind && a.article === b.article && a.note === b.note;

/**
 * When something is due, and why: every stretch from receipt that counted or did not, with its article.
 * @throws {PeriodError} as computeDeadline does
 */
export function explainDeadline(input: DeadlineInput, calendar: WorkingCalendar): DeadlineExplanation {
  const countedStretches: { from: number; to: number; how: 'own' | 'extended' | 'moved' }[] = [];
  const walked = walkDeadline(input, calendar, (from, to, how) => countedStretches.push({ from, to, how }));
  const article = articleOf(walked, input);
  const { open, count } = walked;
  // An open pause stops the count at its first instant, or for days at the first midnight of its first day.
  const stop = open
    ? Math.max(walked.start.receivedAt, count.by === 'HOURS' ? open.from : startOf(dayOf(open.from)))
    : Infinity;

  const stretches: Stretch[] = [];
  const add = (stretch: Stretch) => {
    const last = stretches.at(-1);
    if (last && joins(last, stretch)) stretches[stretches.length - 1] = { ...last, to: stretch.to };
    else stretches.push(stretch);
  };
  let at = walked.start.receivedAt;
  for (const { from, to, how } of countedStretches) {
    for (const stretch of gap(at, Math.min(from, stop), walked, calendar)) add(stretch);
    at = Math.max(at, Math.min(to, stop));
    if (from >= stop) break;
    const why = { own: article, extended: ARTICLES.EXTENDED, moved: ARTICLES.LAST_DAY }[how];
    const note = { own: null, extended: '연장', moved: '말일이 토요일·공휴일이어서 다음 근무일에 만료' }[how];
    add({ from, to: Math.min(to, stop), kind: how === 'extended' ? 'EXTENDED' : 'WORKING', article: why, note });
  }
  const segments: Segment[] = stretches.map((stretch) => ({
    ...stretch,
    from: new Date(stretch.from),
    to: new Date(stretch.to),
  }));
  if (open)
    segments.push({ from: new Date(stop), to: null, kind: 'PAUSED', article: ARTICLES.NOT_COUNTED, note: null });
  const { effectiveStartAt, dueAt, provisional } = walked;
  return { effectiveStartAt, dueAt, provisional, segments };
}
