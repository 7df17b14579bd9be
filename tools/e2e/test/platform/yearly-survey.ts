import { eventually } from '@charter/testkit';
import type { RunningStack } from '../../src/running-stack';
import type { UserError } from '../../src/story';

const PROMISE_MS = 60_000;
const SERVED = 3_000;
const SAMPLE = 2_000;
const ANSWERS = 1_000;
const AT_ONCE = 10;
/** A common standard of the demo city: at least 80 points. */
const STANDARD = 'SATISFACTION';
const DEPARTMENTS = ['ROADS', 'ROADS', 'WATER'];

const scale = (code: string, kind: string, standard?: string) => ({
  ...{ code, kind, textKo: code, textEn: code, required: true, ...(standard && { standard }) },
});
const QUESTIONS = [
  scale('overall', 'SCALE_5', STANDARD),
  { ...scale('why', 'TEXT'), showIf: { tests: [{ question: 'overall', operator: 'AT_MOST', value: 2 }] } },
  scale('again', 'SCALE_7'),
];
const HEAD = { code: 'E2E_YEAR', audience: 'SAMPLE', titleKo: '연례 조사', titleEn: 'Yearly survey', answerDays: 30 };
const CAMPAIGN = `query ($id: ID!) { survey(id: $id) { campaign { id finished publicationId
  scores { standard score n } steps { code doneAt leftOut count trouble } } } }`;
const READ = `query ($id: ID!) { publishedResults(id: $id) { results { responses invited responseRate marginOfError
  questions { question { code } groups { dimension group n estimates { statistic item row value count } } } } } }`;

interface Campaign {
  readonly id: string;
  readonly finished: boolean;
  readonly publicationId: string | null;
  readonly scores: readonly { standard: string; score: number; n: number }[];
  readonly steps: readonly {
    code: string;
    doneAt: string | null;
    leftOut: boolean;
    count: number;
    trouble: string | null;
  }[];
}
interface Done {
  readonly result: { readonly done?: { readonly id: string } | null; readonly errors: readonly UserError[] };
}
interface Results {
  readonly responses: number;
  readonly invited: number;
  readonly responseRate: number;
  readonly marginOfError: number;
  readonly questions: readonly {
    readonly question: { readonly code: string };
    readonly groups: readonly {
      readonly dimension: string;
      readonly group: string | null;
      readonly n: number;
      readonly estimates: readonly {
        statistic: string;
        item: string | null;
        row: string | null;
        value: number;
        count: number | null;
      }[];
    }[];
  }[];
}
/** What one of the invited says. */
interface Said {
  readonly department: string;
  readonly overall: number;
  readonly again: number;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** The yearly survey of 2,000 from the sample to the improvement action; only its dates are moved, since nobody waits for weeks. */
export function measuresTheYear(running: () => RunningStack): void {
  const run = async (token: string | undefined, name: string, input: object, done = ''): Promise<Done['result']> => {
    const query = `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { result: ${name}(input: $input) { ${done} errors { code path } } }`;
    const { endpoint } = running().description;
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const { data, errors } = await running().post<Done>(endpoint, { query, variables: { input } }, headers);
    if (!data?.result) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data.result;
  };
  const see = async (id: string): Promise<Campaign> =>
    (await running().get<{ survey: { campaign: Campaign } }>('manager', CAMPAIGN, { id })).survey.campaign;
  const reaches = (id: string, step: string): Promise<Campaign> =>
    eventually(
      () => see(id),
      ({ steps }) => steps.find(({ code }) => code === step)!.doneAt !== null,
      PROMISE_MS,
    );
  /** Lets the time of some steps come. */
  const comes = async (campaignId: string, ...codes: string[]): Promise<void> => {
    const steps = `UPDATE "survey_campaign_step" SET "begins_at" = now() - interval '1 second' WHERE "campaign_id" = $1 AND "code" = ANY($2)`;
    await running().sql('surveys', steps, [campaignId, codes]);
    await running().sql('surveys', 'UPDATE "survey_campaign" SET "next_at" = now() WHERE "id" = $1', [campaignId]);
  };

  it('samples 2,000, reminds them twice, publishes what somebody else computes, and has the shortfall improved', async () => {
    const stack = running();
    const admin = stack.description.tokens.admin;
    // Who was served is what the service hears of answered complaints; three thousand of them would take an hour.
    await stack.sql(
      'surveys',
      `INSERT INTO "survey_served" ("complaint_id", "citizen_id", "department_code", "channel", "answered_on")
       SELECT gen_random_uuid(), gen_random_uuid(), ($2::text[])[1 + n % 3], 'ONLINE', date '2019-03-01' + n % 31
       FROM generate_series(1, $1::int) AS n`,
      [SERVED, DEPARTMENTS],
    );
    const { done } = await run(admin, 'saveSurvey', { ...HEAD, questions: QUESTIONS }, 'done: survey { id }');
    const surveyId = done!.id;
    expect((await run(admin, 'publishSurvey', { surveyId })).errors).toEqual([]);
    const sample = { from: '2019-03-01', to: '2019-03-31', size: SAMPLE, seed: '2026' };
    expect(
      (await run(admin, 'startSatisfactionCampaign', { surveyId, departmentCode: 'ROADS', sample })).errors,
    ).toEqual([]);
    const { id: campaignId } = await reaches(surveyId, 'INVITE');

    const invited = await stack.sql<{ id: string; citizen_id: string; department_code: string }>(
      'surveys',
      'SELECT "id", "citizen_id", "department_code" FROM "survey_invitation" WHERE "survey_id" = $1 ORDER BY "id"',
      [surveyId],
    );
    expect(invited).toHaveLength(SAMPLE);
    const said: Said[] = [];
    const answer = async ({ id, citizen_id, department_code }: (typeof invited)[number], index: number) => {
      const one = { department: department_code, overall: 1 + ((index * 7) % 5), again: 1 + ((index * 5) % 7) };
      const why = one.overall <= 2 ? [{ question: 'why', text: '오래 기다렸습니다' }] : [];
      const answers = [{ question: 'overall', scale: one.overall }, ...why, { question: 'again', scale: one.again }];
      const token = await stack.token(citizen_id, ['CITIZEN'], 600);
      expect((await run(token, 'submitResponse', { invitationId: id, answers })).errors).toEqual([]);
      said.push(one);
    };
    for (let from = 0; from < ANSWERS; from += AT_ONCE)
      await Promise.all(invited.slice(from, from + AT_ONCE).map((each, index) => answer(each, from + index)));

    for (const step of ['FIRST_REMINDER', 'SECOND_REMINDER']) {
      await comes(campaignId, step);
      await reaches(surveyId, step);
    }
    await comes(campaignId, 'CLOSE', 'SCORE', 'PUBLISH', 'IMPROVE');
    await reaches(surveyId, 'IMPROVE');
    const { steps, scores, publicationId } = await eventually(
      () => see(surveyId),
      ({ finished }) => finished,
      PROMISE_MS,
    );
    expect(steps.filter(({ leftOut, trouble }) => leftOut || trouble)).toEqual([]);
    expect(steps.slice(0, 4).map(({ count }) => count)).toEqual([SAMPLE, SAMPLE, SAMPLE, SAMPLE]);

    const of = (field: 'overall' | 'again', department?: string | null): number[] =>
      said.filter((one) => !department || one.department === department).map((one) => one[field]);
    const score = (mean(of('overall')) - 1) * 25;
    expect(scores).toEqual([{ standard: STANDARD, score: expect.closeTo(score, 3), n: ANSWERS }]);
    const { publishedResults } = await stack.get<{ publishedResults: { results: Results } }>(undefined, READ, {
      id: publicationId,
    });
    const { questions, ...whole } = publishedResults.results;
    expect(whole).toMatchObject({ responses: ANSWERS, invited: SAMPLE, responseRate: ANSWERS / SAMPLE });
    const margin = 1.959964 * Math.sqrt(0.25 / ANSWERS) * Math.sqrt((SERVED - ANSWERS) / (SERVED - 1));
    expect(whole.marginOfError).toBeCloseTo(margin, 4);
    let compared = 0;
    for (const [code, most] of [
      ['overall', 5],
      ['again', 7],
    ] as const)
      for (const { dimension, group, n, estimates } of questions.find(({ question }) => question.code === code)!
        .groups) {
        if (dimension !== 'TOTAL' && dimension !== 'DEPARTMENT') continue;
        const own = of(code, dimension === 'DEPARTMENT' ? group : null);
        const figure = (statistic: string) => estimates.find((one) => one.statistic === statistic)!;
        expect(n).toBe(own.length);
        expect(figure('MEAN').value).toBeCloseTo(mean(own), 3);
        expect(figure('SCORE').value).toBeCloseTo(((mean(own) - 1) / (most - 1)) * 100, 2);
        expect(figure('TOP2_SHARE').count).toBe(own.filter((one) => one >= most - 1).length);
        compared += 1;
      }
    expect(compared).toBe(2 * (1 + new Set(DEPARTMENTS).size));

    const action = await eventually(
      async () =>
        (
          await stack.get<{ improvementActions: { edges: { node: { title: string; standard: { code: string } } }[] } }>(
            'manager',
            '{ improvementActions(first: 50) { edges { node { title standard { code } } } } }',
          )
        ).improvementActions.edges.map(({ node }) => node),
      (actions) => actions.some(({ standard }) => standard?.code === STANDARD),
      PROMISE_MS,
    );
    const points = score.toLocaleString('en', { maximumFractionDigits: 1 });
    expect(action.find(({ standard }) => standard?.code === STANDARD)!.title).toContain(`만족도 ${points}점`);
  }, 300_000);
}
