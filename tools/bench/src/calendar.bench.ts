import { performance } from 'node:perf_hooks';
import { type DeadlineInput, type ProcessingPeriod, WorkingCalendar, computeDeadline } from '@charter/calendar';

/** The floor: a million due dates a minute on one core. */
const WANTED_PER_MINUTE = 1_000_000;
const COUNT = 1_000_000;
const NAIVE_COUNT = 2_000;
const MINUTE_MS = 60_000;

const calendar = new WorkingCalendar();
const PERIODS: readonly ProcessingPeriod[] = [
  { unit: 'IMMEDIATE', length: null },
  { unit: 'HOURS', length: 8 },
  { unit: 'DAYS', length: 3 },
  { unit: 'DAYS', length: 7 },
  { unit: 'DAYS', length: 14 },
  { unit: 'DAYS', length: 30 },
  { unit: 'CALENDAR_DAYS', length: 60, firstDayCounts: false },
  { unit: 'MONTHS', length: 1 },
];

/** Receipts spread over nine years, at odd minutes; every fourth with a supplement of five days. */
function inputAt(index: number): DeadlineInput {
  const receivedAt = new Date(Date.UTC(2018, 0, 2) + ((index * 7_919) % 4_700_000) * MINUTE_MS);
  const from = new Date(receivedAt.getTime() + 2 * 86_400_000);
  const pauses = index % 4 === 0 ? [{ from, to: new Date(from.getTime() + 5 * 86_400_000) }] : [];
  return { receivedAt, period: PERIODS[index % PERIODS.length]!, pauses };
}

/** What one would write first: hour periods minute by minute. Only for the ratio. */
function naiveHours(receivedAt: Date, hours: number): number {
  let at = Math.ceil(receivedAt.getTime() / MINUTE_MS) * MINUTE_MS;
  for (let left = hours * 60; left > 0; at += MINUTE_MS) {
    const text = new Date(at + 9 * 3_600_000).toISOString();
    const hour = Number(text.slice(11, 13));
    if (calendar.isWorkingDay(text.slice(0, 10)) && hour >= 9 && hour < 18 && hour !== 12) left -= 1;
  }
  return at;
}

const perSecond = (count: number, work: (index: number) => unknown): number => {
  const from = performance.now();
  for (let index = 0; index < count; index += 1) work(index);
  return count / ((performance.now() - from) / 1_000);
};

perSecond(20_000, (index) => computeDeadline(inputAt(index), calendar)); // warm
const mixed = perSecond(COUNT, (index) => computeDeadline(inputAt(index), calendar));
const threeDays = { unit: 'DAYS', length: 3 } as const;
const ours = perSecond(NAIVE_COUNT * 10, (index) =>
  computeDeadline({ receivedAt: inputAt(index).receivedAt, period: threeDays }, calendar),
);
const naive = perSecond(NAIVE_COUNT, (index) => naiveHours(inputAt(index).receivedAt, 24));

const seconds = COUNT / mixed;
console.log(
  `${COUNT.toLocaleString('en')} due dates of all units, a quarter with a pause: ${seconds.toFixed(1)} s (${Math.round(mixed).toLocaleString('en')} a second)`,
);
console.log(`three days in working hours, against a walk by the minute in the same run: ×${(ours / naive).toFixed(0)}`);
if (mixed * 60 < WANTED_PER_MINUTE) {
  console.error(`Fewer than ${WANTED_PER_MINUTE.toLocaleString('en')} a minute.`);
  process.exitCode = 1;
}
