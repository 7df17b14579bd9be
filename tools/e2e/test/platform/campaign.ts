import { eventually } from '@charter/testkit';
import { idOf, told } from '../../src/inbox';
import type { RunningStack } from '../../src/running-stack';
import { type UserError, answer, registerLate, sevenDayService } from '../../src/story';

const PROMISE_MS = 30_000;
const QUESTIONS = [
  { code: 'kindness', kind: 'SCALE_5', textKo: '친절했습니까?', textEn: 'Were we kind?', required: true },
  {
    ...{ code: 'why', kind: 'TEXT', textKo: '까닭', textEn: 'Why?', required: true },
    showIf: { tests: [{ question: 'kindness', operator: 'AT_MOST', value: 2 }] },
  },
];
const HEAD = { code: 'E2E_YEARLY', audience: 'SAMPLE', titleKo: '연례 조사', titleEn: 'Yearly survey', answerDays: 30 };
const CAMPAIGN = `query ($id: ID!) { survey(id: $id) { campaign {
  audience { size invited } steps { code doneAt trouble deadline { state } } } } }`;
const INVITED = '{ me { surveyInvitations(first: 20) { edges { node { id token state survey { id } } } } } }';
const BY_TOKEN = 'query ($token: String!) { surveyInvitation(token: $token) { state draft { question scale } } }';

interface Campaign {
  readonly audience: { readonly size: number; readonly invited: number };
  readonly steps: readonly {
    code: string;
    doneAt: string | null;
    trouble: string | null;
    deadline: { state: string };
  }[];
}
interface Done {
  readonly result: { readonly done?: { readonly id: string } | null; readonly errors: readonly UserError[] };
}

/** The yearly survey, as far as it comes in a day: drawn, invited, begun and answered by its token, through the public endpoint. */
export function asksTheCity(running: () => RunningStack): void {
  const run = async (who: 'admin' | undefined, name: string, input: object, done = ''): Promise<Done['result']> => {
    const query = `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { result: ${name}(input: $input) { ${done} errors { code path } } }`;
    return (await running().get<Done>(who, query, { input })).result;
  };

  it('draws who was served, invites them once, and takes one answer by a token', async () => {
    const stack = running();
    const complaint = await registerLate(stack, await sevenDayService(stack), {
      receivedAt: new Date(Date.now() - 60_000).toISOString(), // in time: it opens no claim
    });
    await answer(stack, complaint);
    const served = 'SELECT 1 FROM survey_served WHERE complaint_id = $1';
    await eventually(
      () => stack.sql('surveys', served, [complaint]),
      (rows) => rows.length === 1,
      PROMISE_MS,
    );

    const { done } = await run('admin', 'saveSurvey', { ...HEAD, questions: QUESTIONS }, 'done: survey { id }');
    const surveyId = done!.id;
    expect((await run('admin', 'publishSurvey', { surveyId })).errors).toEqual([]);
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    const sample = { from: '2020-01-01', to: today, size: 100_000, seed: 'e2e' };
    const starting = { surveyId, departmentCode: 'ROADS', sample };
    expect((await run('admin', 'startSatisfactionCampaign', starting)).errors).toEqual([]);
    const { audience, steps } = await eventually(
      async () =>
        (await stack.get<{ survey: { campaign: Campaign } }>('manager', CAMPAIGN, { id: surveyId })).survey.campaign,
      (campaign) => campaign.steps[1]!.doneAt !== null,
      2 * PROMISE_MS,
    );
    expect(audience.invited).toBe(audience.size);
    expect(steps.map(({ trouble }) => trouble)).toEqual(steps.map(() => null));
    expect(steps.map(({ deadline }) => deadline.state)).toEqual(['MET', 'MET', ...Array<string>(6).fill('RUNNING')]);

    const { me } = await stack.get<{
      me: { surveyInvitations: { edges: { node: { id: string; token: string; survey: { id: string } } }[] } };
    }>('citizen', INVITED);
    const { id, token } = me.surveyInvitations.edges
      .map(({ node }) => node)
      .find(({ survey }) => survey.id === surveyId)!;
    expect(await told(stack, idOf(stack, 'citizen'), [id], 1)).toEqual(['survey.asked']);
    const kind = { question: 'kindness', scale: 5 };
    expect((await run(undefined, 'saveDraftResponse', { token, answers: [kind] })).errors).toEqual([]);
    expect(await stack.get(undefined, BY_TOKEN, { token })).toEqual({
      surveyInvitation: { state: 'INVITED', draft: [kind] },
    });
    const skipped = { question: 'why', text: '기다렸습니다' };
    expect((await run(undefined, 'submitResponse', { token, answers: [kind, skipped] })).errors).toEqual([
      { code: 'INVALID_VALUE', path: ['answers', '1', 'question'] },
    ]);
    const both = await Promise.all([1, 2].map(() => run(undefined, 'submitResponse', { token, answers: [kind] })));
    expect(both.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'ALREADY_DONE' }]);
    expect(await stack.get(undefined, BY_TOKEN, { token })).toEqual({
      surveyInvitation: { state: 'ANSWERED', draft: null },
    });
  });
}
