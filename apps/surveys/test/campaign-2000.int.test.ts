import { admin, anonymous } from '@charter/service/testing';
import { CampaignMachine } from '../src/campaigns/campaign-machine.job';
import { AnswerMixer } from '../src/jobs/answer-mixer.job';
import { Inviting } from '../src/jobs/inviting.job';
import { published } from './fixtures/results';
import { type Surveys, loop, openSurveys, publishedSurvey, serve, submit } from './fixtures/surveys';

const scale = (code: string, kind: string, standard?: string) => ({
  ...{ code, kind, textKo: code, textEn: code, required: true, ...(standard && { standard }) },
});
const QUESTIONS = [
  scale('wait', 'SCALE_5', 'SPEED'),
  scale('kind', 'SCALE_5', 'KINDNESS'),
  { ...scale('why', 'TEXT'), showIf: { tests: [{ question: 'wait', operator: 'AT_MOST', value: 2 }] } },
  scale('again', 'SCALE_7'),
];
const START = `mutation ($input: StartSatisfactionCampaignInput!) {
  result: startSatisfactionCampaign(input: $input) { campaign { id } errors { code message } } }`;
const CAMPAIGN = `query ($id: ID!) { survey(id: $id) { campaign { finished publicationId scores { standard score n } steps { code count leftOut } } } }`;

/** What one of the invited says. */
interface Said {
  readonly department: string;
  readonly wait: number;
  readonly kind: number;
  readonly again: number;
}
/** The same figures every time; no other code of the project makes them. */
let state = 20_26;
const random = (): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

describe('the yearly satisfaction survey of 2,000', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
  });
  afterAll(() => service.close());

  it('publishes the numbers that somebody else computes from the same answers', async () => {
    service.clock.set('2026-11-23T10:00:00+09:00');
    await serve(service, 6_000);
    const surveyId = await publishedSurvey(service, { answerDays: 30, questions: QUESTIONS });
    const sample = { from: '2026-03-01', to: '2026-03-31', size: 2_000, seed: '2026' };
    const { data } = await service.ask<{ result: { errors: object[] } }>(admin, START, {
      input: { surveyId, departmentCode: 'AUDIT', sample },
    });
    expect(data!.result.errors).toEqual([]);
    await loop(service, Inviting).runOnce();
    await loop(service, CampaignMachine).runOnce();

    const invited = (await service.dataSource.query(
      'SELECT id, citizen_id, department_code FROM "survey_invitation" ORDER BY md5(id::text)',
    )) as { id: string; citizen_id: string; department_code: string }[];
    expect(invited).toHaveLength(2_000);
    const said: Said[] = [];
    const answer = async ({
      id,
      citizen_id: citizenId,
      department_code: department,
    }: (typeof invited)[number]): Promise<void> => {
      const point = (most: number): number => 1 + Math.floor(random() * most);
      const one = { department, wait: point(5), kind: Math.max(point(5), point(5)), again: point(7) };
      const answers = [
        ...[
          { question: 'wait', scale: one.wait },
          { question: 'kind', scale: one.kind },
        ],
        ...(one.wait <= 2 ? [{ question: 'why', text: '오래 기다렸습니다' }] : []),
        { question: 'again', scale: one.again },
      ];
      const { errors } = await submit(service, { invitationId: id, answers }, { id: citizenId, roles: ['CITIZEN'] });
      expect(errors).toEqual([]);
      said.push(one);
    };
    const days = ['2026-11-24', '2026-11-30', '2026-12-01', '2026-12-07', '2026-12-08'];
    for (const [index, day] of days.entries()) {
      service.clock.set(`${day}T11:00:00+09:00`);
      await loop(service, CampaignMachine).runOnce();
      const batch = invited.slice(index * 240, (index + 1) * 240);
      for (let start = 0; start < batch.length; start += 8)
        await Promise.all(batch.slice(start, start + 8).map(answer));
      await loop(service, AnswerMixer).runOnce();
    }
    service.clock.set('2026-12-14T10:00:00+09:00');
    await loop(service, CampaignMachine).runOnce();

    const { campaign } = (
      await service.ask<{
        survey: {
          campaign: {
            finished: boolean;
            publicationId: string;
            scores: object[];
            steps: { code: string; count: number; leftOut: boolean }[];
          };
        };
      }>(admin, CAMPAIGN, { id: surveyId })
    ).data!.survey;
    expect(campaign.finished).toBe(true);
    expect(campaign.steps.filter(({ leftOut }) => leftOut)).toEqual([]);
    expect(campaign.steps.slice(0, 4).map(({ count }) => count)).toEqual([2_000, 2_000, 2_000, 2_000]);
    const of = (field: 'wait' | 'kind' | 'again', department?: string): number[] =>
      said.filter((one) => !department || one.department === department).map((one) => one[field]);
    expect(campaign.scores).toEqual([
      { standard: 'SPEED', score: expect.closeTo((mean(of('wait')) - 1) * 25, 3), n: 1_200 },
      { standard: 'KINDNESS', score: expect.closeTo((mean(of('kind')) - 1) * 25, 3), n: 1_200 },
    ]);

    const found = (await published(service, anonymous, campaign.publicationId)).data!.publishedResults!.results;
    expect(found).toMatchObject({ responses: 1_200, invited: 2_000, responseRate: 0.6 });
    // 1.96 √(¼ ÷ n) with the correction of a finite population of 6,000.
    const margin = 1.959964 * Math.sqrt(0.25 / 1_200) * Math.sqrt((6_000 - 1_200) / (6_000 - 1));
    expect(found.marginOfError).toBeCloseTo(margin, 4);
    for (const [code, most] of [
      ['wait', 5],
      ['kind', 5],
      ['again', 7],
    ] as const) {
      const { groups } = found.questions.find(({ question }) => question.code === code)!;
      for (const { dimension, group, n, estimates } of groups) {
        if (dimension !== 'TOTAL' && dimension !== 'DEPARTMENT') continue;
        const own = of(code, dimension === 'DEPARTMENT' ? group : undefined);
        const figure = (statistic: string) => estimates.find((one) => one.statistic === statistic)!;
        expect(n).toBe(own.length);
        expect(figure('MEAN').value).toBeCloseTo(mean(own), 3);
        expect(figure('SCORE').value).toBeCloseTo(((mean(own) - 1) / (most - 1)) * 100, 2);
        expect(figure('TOP2_SHARE').count).toBe(own.filter((one) => one >= most - 1).length);
      }
      expect(
        groups
          .filter(({ dimension }) => dimension === 'DEPARTMENT')
          .map(({ group }) => group)
          .sort(),
      ).toEqual(['PARKS', 'ROADS', 'WATER']);
    }
  }, 240_000);
});
