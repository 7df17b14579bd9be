import type { RunningStack } from './running-stack';

const PREVIEW = `query ($receivedAt: DateTime!, $period: ProcessingPeriodInput!, $extension: Int, $pauses: [PauseInput!]) {
  deadlinePreview(receivedAt: $receivedAt, period: $period, extension: $extension, pauses: $pauses) { dueAt } }`;

export const workingDays = (length: number) => ({ unit: 'DAYS', length });
/** Days of the calendar from the day after. */
export const calendarDays = (length: number) => ({ unit: 'CALENDAR_DAYS', length, firstDayCounts: false });

/** What does not count. */
interface Excepted {
  readonly extension?: number;
  readonly pauses?: readonly { readonly from: string; readonly to: string }[];
}

/** When something is due: by the charter service, which counts for everybody and knows of nothing in particular. */
export async function due(
  stack: RunningStack,
  receivedAt: string,
  period: object,
  { extension = 0, pauses = [] }: Excepted = {},
): Promise<string> {
  const { deadlinePreview } = await stack.get<{ deadlinePreview: { dueAt: string } }>(undefined, PREVIEW, {
    ...{ receivedAt, period, extension, pauses },
  });
  return deadlinePreview.dueAt;
}

/** 24:00 of a day, or of the next working day where the office is closed on it. @param day YYYY-MM-DD */
export const endOf = (stack: RunningStack, day: string): Promise<string> =>
  due(stack, `${day}T10:00:00+09:00`, { unit: 'CALENDAR_DAYS', length: 1 });
