import { localDate } from '@charter/calendar';
import { eventually } from '@charter/testkit';
import type { RunningStack } from './running-stack';
import { type UserError, answer, registerLate, sevenDayService, stranger } from './story';

const PROMISE_MS = 60_000;
const QUESTION = { code: 'kind', kind: 'SCALE_5', textKo: '친절했습니까?', textEn: 'Were we kind?', required: true };

/** A campaign of a department that waits for its reminders. @returns its id, and the day on which the first of them is due */
export async function waitingCampaign(
  stack: RunningStack,
  code: string,
  departmentCode: string,
): Promise<{ id: string; day: string }> {
  const run = async (name: string, input: object, made: string): Promise<string> => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const mutation = `mutation ($input: ${type}!) { result: ${name}(input: $input) { made: ${made} { id } errors { code path } } }`;
    const { result } = await stack.get<{ result: { made: { id: string } | null; errors: UserError[] } }>(
      'admin',
      mutation,
      { input },
    );
    if (!result.made) throw new Error(`${name}: ${JSON.stringify(result.errors)}`);
    return result.made.id;
  };
  const complaint = await registerLate(stack, await sevenDayService(stack), {
    ...{ receivedAt: new Date(Date.now() - 60_000).toISOString(), petitioner: stranger() },
  });
  await answer(stack, complaint);
  await eventually(
    () => stack.sql('surveys', 'SELECT 1 FROM survey_served WHERE complaint_id = $1', [complaint]),
    (rows) => rows.length === 1,
    PROMISE_MS,
  );
  const draft = { code, audience: 'SAMPLE', titleKo: '조사', titleEn: 'Survey', answerDays: 30 };
  const surveyId = await run('saveSurvey', { ...draft, questions: [QUESTION] }, 'survey');
  await run('publishSurvey', { surveyId }, 'survey');
  const sample = { from: '2020-01-01', to: localDate(new Date()), size: 5, seed: code };
  const id = await run('startSatisfactionCampaign', { surveyId, departmentCode, sample }, 'campaign');
  const [reminder] = await stack.sql<{ day: string }>(
    'surveys',
    `SELECT ("due_at" AT TIME ZONE 'Asia/Seoul' - interval '1 second')::date::text AS day FROM "deadline"
     WHERE "subject_id" = $1 AND "kind" = 'CAMPAIGN_FIRST_REMINDER'`,
    [id],
  );
  return { id, day: reminder!.day };
}
