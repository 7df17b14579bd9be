const DAY_MS = 86_400_000;

/** When an invitation ends that is sent now: after the questionnaire's days, or when the survey closes. */
export function expiryOf(survey: { readonly answerDays: number; readonly closesAt: Date | null }, now: Date): Date {
  const end = new Date(now.getTime() + survey.answerDays * DAY_MS);
  return survey.closesAt && survey.closesAt < end ? survey.closesAt : end;
}

/** Whether a survey takes nothing any more. */
export const isOver = (
  { status, closesAt }: { readonly status: string; readonly closesAt: Date | null },
  now: Date,
): boolean => status === 'CLOSED' || (closesAt !== null && closesAt <= now);
