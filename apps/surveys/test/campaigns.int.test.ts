import { type Someone, admin, anonymous, auditor, citizen, manager, officer } from '@charter/service/testing';
import { DeadlineSweep } from '@charter/deadlines';
import { CampaignMachine } from '../src/campaigns/campaign-machine.job';
import { AnswerMixer } from '../src/jobs/answer-mixer.job';
import { Inviting } from '../src/jobs/inviting.job';
import {
  type Surveys,
  type UserError,
  empty,
  loop,
  openSurveys,
  publishedSurvey,
  serve,
  submit,
} from './fixtures/surveys';

const NOW = '2026-11-23T10:00:00+09:00';
const FIELDS = `{ id departmentCode closesAt finished publicationId scores { standard method methodVersion score n questions }
  audience { size invited } survey { closesAt status }
  steps { code beginsAt doneAt leftOut count trouble deadline { state dueAt } } }`;
const START = `mutation ($input: StartSatisfactionCampaignInput!) {
  result: startSatisfactionCampaign(input: $input) { campaign ${FIELDS} errors { code message path } } }`;
const ALL = `{ satisfactionCampaigns(first: 10) { edges { node ${FIELDS} } } }`;

interface Campaign {
  readonly id: string;
  readonly finished: boolean;
  readonly closesAt: string;
  readonly publicationId: string | null;
  readonly scores: { standard: string; method: string; score: number; n: number }[];
  readonly audience: { size: number; invited: number };
  readonly survey: { closesAt: string; status: string };
  readonly steps: {
    code: string;
    beginsAt: string;
    doneAt: string | null;
    leftOut: boolean;
    count: number;
    trouble: string | null;
    deadline: { state: string; dueAt: string };
  }[];
}

const scale = (code: string, standard: string) => ({
  code,
  kind: 'SCALE_5',
  textKo: code,
  textEn: code,
  required: true,
  standard,
});
const QUESTIONS = [scale('wait', 'PHONE_RINGS'), scale('kind', 'KINDNESS'), scale('kind2', 'KINDNESS')];
const SAMPLE = { from: '2026-03-01', to: '2026-03-31', size: 60, seed: '2026' };

describe('the yearly satisfaction survey', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service, 'survey_campaign_step', 'survey_campaign', 'deadline', 'deadline_history');
    service.clock.set(NOW);
  });

  const start = async (input: object, who: Someone = admin) =>
    service.ask<{ result: { campaign: Campaign | null; errors: UserError[] } }>(who, START, {
      input: { departmentCode: 'AUDIT', sample: SAMPLE, ...input },
    });
  const started = async (input: object): Promise<Campaign> => {
    const { data, errors } = await start(input);
    if (!data?.result.campaign) throw new Error(JSON.stringify(data?.result.errors ?? errors));
    return data.result.campaign;
  };
  const now = async (): Promise<Campaign> =>
    (await service.ask<{ satisfactionCampaigns: { edges: { node: Campaign }[] } }>(admin, ALL)).data!
      .satisfactionCampaigns.edges[0]!.node;
  const done = ({ steps }: Campaign): string[] => steps.filter(({ doneAt }) => doneAt).map(({ code }) => code);
  const machine = () => loop(service, CampaignMachine).runOnce();
  const at = (moment: string) => service.clock.set(moment);
  /** Some of those who were invited answer: the wait with 2 or 3 points, kindness with 4 or 5. */
  const answer = async (from: number, to: number): Promise<void> => {
    const invited = (await service.dataSource.query('SELECT id, citizen_id FROM "survey_invitation" ORDER BY id')) as {
      id: string;
      citizen_id: string;
    }[];
    for (const [n, { id, citizen_id: citizenId }] of invited.slice(from, to).entries()) {
      const answers = [
        ['wait', 2 + (n % 2)],
        ['kind', 4],
        ['kind2', 5],
      ].map(([question, points]) => ({ question, scale: points }));
      const { errors } = await submit(service, { invitationId: id, answers }, { id: citizenId, roles: ['CITIZEN'] });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
    }
  };
  const satisfaction = async (code: string, from: string, to: string): Promise<object[]> => {
    const query = `query ($of: [_Any!]!, $period: PeriodInput!) { _entities(representations: $of) { ... on Standard { satisfaction(period: $period) { source score method methodVersion n closedAt publicationId survey { id } } } } }`;
    const of = [{ __typename: 'Standard', code }];
    const { data, errors } = await service.ask<{ _entities: [{ satisfaction: object[] }] }>(anonymous, query, {
      of,
      period: { from, to },
    });
    if (!data) throw new Error(JSON.stringify(errors));
    return data._entities[0].satisfaction;
  };
  const campaign = async (changes: object = {}): Promise<string> => {
    await serve(service, 100);
    return publishedSurvey(service, { answerDays: 30, questions: QUESTIONS, ...changes });
  };

  it('runs from the sample to what is under its target, each step a deadline that is met', async () => {
    const surveyId = await campaign();
    const first = await started({ surveyId });
    expect(first).toMatchObject({
      finished: false,
      closesAt: '2026-12-14T10:00:00+09:00',
      audience: { size: 60, invited: 0 },
      survey: { closesAt: '2026-12-14T10:00:00+09:00' },
    });
    expect(first.steps.map(({ code, beginsAt, deadline }) => [code, beginsAt, deadline.state, deadline.dueAt])).toEqual(
      [
        ['SAMPLE', NOW, 'RUNNING', '2026-11-24T10:00:00+09:00'],
        ['INVITE', NOW, 'RUNNING', '2026-11-24T10:00:00+09:00'],
        ['FIRST_REMINDER', '2026-11-30T10:00:00+09:00', 'RUNNING', '2026-12-01T10:00:00+09:00'],
        ['SECOND_REMINDER', '2026-12-07T10:00:00+09:00', 'RUNNING', '2026-12-08T10:00:00+09:00'],
        ...['CLOSE', 'SCORE', 'PUBLISH', 'IMPROVE'].map((code) => [
          code,
          '2026-12-14T10:00:00+09:00',
          'RUNNING',
          '2026-12-15T10:00:00+09:00',
        ]),
      ],
    );
    await machine();
    expect(done(await now())).toEqual(['SAMPLE']);
    await loop(service, Inviting).runOnce();
    at('2026-11-23T10:01:00+09:00');
    await machine();
    expect(done(await now())).toEqual(['SAMPLE', 'INVITE']);
    await answer(0, 20);
    at('2026-11-30T09:59:59+09:00');
    await machine();
    expect(await service.told('survey.reminded.v1')).toHaveLength(0);
    at('2026-11-30T10:00:00+09:00');
    await machine();
    expect(done(await now())).toEqual(['SAMPLE', 'INVITE', 'FIRST_REMINDER']);
    const [reminded, ...others] = await service.told('survey.reminded.v1');
    expect(others).toHaveLength(59);
    expect(reminded).toMatchObject({
      surveyId,
      departmentCode: 'AUDIT',
      round: 1,
      complaintId: expect.any(String),
      expiresAt: '2026-12-14T01:00:00.000Z',
    });
    await answer(20, 40);
    await loop(service, AnswerMixer).runOnce();
    at('2026-12-07T10:00:00+09:00');
    await machine();
    expect((await service.told('survey.reminded.v1')).filter(({ round }) => round === 2)).toHaveLength(60);
    at('2026-12-14T10:00:00+09:00');
    await machine();
    const last = await now();
    expect(last).toMatchObject({ finished: true, publicationId: expect.any(String), survey: { status: 'CLOSED' } });
    expect(last.steps.map(({ code, count, deadline, trouble }) => [code, count, deadline.state, trouble])).toEqual([
      ...[
        ['SAMPLE', 60],
        ['INVITE', 60],
        ['FIRST_REMINDER', 60],
        ['SECOND_REMINDER', 60],
        ['CLOSE', 1],
        ['SCORE', 2],
        ['PUBLISH', 1],
        ['IMPROVE', 2],
      ].map(([code, count]) => [code, count, 'MET', null]),
    ]);
    // 20 said 2, 20 said 3: (2.5 − 1) ÷ 4; all said 4 and 5: (3.5 of 4).
    expect(last.scores).toEqual([
      { standard: 'PHONE_RINGS', method: 'LIKERT_100_OF_5', score: 37.5, n: 40, methodVersion: 1, questions: ['wait'] },
      {
        standard: 'KINDNESS',
        method: 'LIKERT_100_OF_5',
        score: 87.5,
        n: 40,
        methodVersion: 1,
        questions: ['kind', 'kind2'],
      },
    ]);
    const told = await service.told('survey.standard-scored.v1');
    expect(told.sort((a, b) => a.score - b.score)).toEqual(
      [
        { standardCode: 'PHONE_RINGS', score: 37.5 },
        { standardCode: 'KINDNESS', score: 87.5 },
      ].map((one) => ({
        ...{
          campaignId: last.id,
          surveyId,
          startedBy: admin.id,
          departmentCode: 'AUDIT',
          method: 'LIKERT_100_OF_5',
          n: 40,
        },
        ...{ from: '2026-03-01', to: '2026-03-31', ...one },
      })),
    );
    const { data } = await service.ask<{ survey: { publishedResults: { id: string }[] } }>(
      anonymous,
      'query ($id: ID!) { survey(id: $id) { publishedResults { id } } }',
      { id: surveyId },
    );
    expect(data!.survey.publishedResults).toEqual([{ id: last.publicationId }]);
    expect(await machine()).toBe(0);
    expect(await satisfaction('PHONE_RINGS', '2026-12-14', '2026-12-14')).toEqual([
      {
        ...{ source: 'YEARLY_SURVEY', score: 37.5, method: 'LIKERT_100_OF_5', methodVersion: 1, n: 40 },
        survey: { id: surveyId },
        closedAt: '2026-12-14T10:00:00+09:00',
        publicationId: last.publicationId,
      },
    ]);
    expect(await satisfaction('PHONE_RINGS', '2026-12-15', '2026-12-31')).toEqual([]);
    expect(await satisfaction('OTHER', '2026-01-01', '2026-12-31')).toEqual([]);
  });

  it('is moved on by several workers at once, and does each thing once', async () => {
    await started({ surveyId: await campaign() });
    await loop(service, Inviting).runOnce();
    await answer(0, 10);
    at('2026-12-14T10:00:00+09:00');
    await Promise.all([machine(), machine(), machine(), machine()]);
    await machine();
    expect(await now()).toMatchObject({ finished: true });
    expect(await service.count('survey_publication')).toBe(1);
    expect(await service.told('survey.standard-scored.v1')).toHaveLength(2);
  });

  it('that no worker looked at until the end leaves out what makes no sense any more, and finishes the rest', async () => {
    await started({ surveyId: await campaign() });
    await loop(service, Inviting).runOnce();
    await answer(0, 10);
    at('2026-12-20T10:00:00+09:00');
    await machine();
    const last = await now();
    expect(last.finished).toBe(true);
    expect(last.steps.filter(({ leftOut }) => leftOut).map(({ code, deadline }) => [code, deadline.state])).toEqual([
      ...['INVITE', 'FIRST_REMINDER', 'SECOND_REMINDER'].map((code) => [code, 'CANCELLED']),
    ]);
    expect(await service.told('survey.reminded.v1')).toEqual([]);
  });

  it('tells what holds a step up, tries again, and goes on where it was when that is gone', async () => {
    await started({ surveyId: await campaign() });
    await loop(service, Inviting).runOnce();
    await answer(0, 10);
    at('2026-12-14T10:00:00+09:00');
    await service.dataSource.query('ALTER TABLE "survey_publication" RENAME TO "away"');
    await machine();
    const held = await now();
    expect(done(held).at(-1)).not.toBe('IMPROVE');
    expect(held.steps.find(({ trouble }) => trouble)!.trouble).toMatch(/survey_publication/);
    const { data } = await service.ask<{ satisfactionCampaigns: { edges: { node: Campaign }[] } }>(officer, ALL);
    expect(JSON.stringify(data)).not.toContain('survey_publication');
    await service.dataSource.query('ALTER TABLE "away" RENAME TO "survey_publication"');
    expect(await machine()).toBe(0);
    at('2026-12-14T10:00:05+09:00');
    await machine();
    const last = await now();
    expect(last.finished).toBe(true);
    expect(last.steps.every(({ trouble }) => trouble === null)).toBe(true);
    expect(await service.count('survey_publication')).toBe(1);
  });

  it('killed between publishing and saying so finds what it has published', async () => {
    await started({ surveyId: await campaign() });
    await loop(service, Inviting).runOnce();
    await answer(0, 10);
    at('2026-12-14T10:00:00+09:00');
    await machine();
    const { publicationId } = await now();
    await service.dataSource.query(`UPDATE "survey_campaign" SET "publication_id" = NULL, "next_at" = "closes_at"`);
    await service.dataSource.query(
      `UPDATE "survey_campaign_step" SET "done_at" = NULL WHERE "code" IN ('PUBLISH', 'IMPROVE')`,
    );
    await service.dataSource.query(
      `UPDATE "deadline" SET "state" = 'RUNNING', "closed_at" = NULL WHERE "kind" IN ('CAMPAIGN_PUBLISH', 'CAMPAIGN_IMPROVE')`,
    );
    await machine();
    expect(await now()).toMatchObject({ finished: true, publicationId });
    expect(await service.count('survey_publication')).toBe(1);
  });

  it('publishes nothing of fewer than five answers', async () => {
    await started({ surveyId: await campaign() });
    await loop(service, Inviting).runOnce();
    await answer(0, 4);
    at('2026-12-14T10:00:00+09:00');
    await machine();
    const last = await now();
    expect(last).toMatchObject({ finished: true, publicationId: null, scores: [] });
    expect(last.steps.filter(({ leftOut }) => leftOut).map(({ code }) => code)).toContain('PUBLISH');
    expect(await service.told('survey.standard-scored.v1')).toEqual([]);
  });

  it('that stands still is told to the department, and whether it is still late is asked before', async () => {
    const { id } = await started({ surveyId: await campaign() });
    await machine();
    await service.dataSource.query(
      `UPDATE "deadline" SET "due_at" = now() - interval '1 minute', "next_action_at" = now() - interval '1 minute' WHERE "kind" = 'CAMPAIGN_INVITE'`,
    );
    await loop(service, DeadlineSweep).runOnce();
    // The sweep goes by the database's clock: the campaign's other dates pass some day, too.
    const told = (await service.told('survey.task-overdue.v1')).filter(({ task }) => task === 'CAMPAIGN_INVITE');
    expect(told).toMatchObject([{ campaignId: id, departmentCode: 'AUDIT' }]);
    const facts = () =>
      service.internal('/internal/notice-facts', {
        ...{
          eventType: 'survey.task-overdue.v1',
          subjectType: 'SURVEY_CAMPAIGN',
          subjectId: id,
          recipientId: officer.id,
        },
        deadlineId: told[0]!.deadlineId,
      });
    expect(await facts()).toEqual({ stillTrue: true, contact: null, words: { title: '만족도 조사 (Satisfaction)' } });
    await loop(service, Inviting).runOnce();
    at('2026-11-23T10:01:00+09:00');
    await machine();
    expect(await facts()).toMatchObject({ stillTrue: false });
  });

  it('is carried on by the department that succeeds the one that began it', async () => {
    await started({ surveyId: await campaign() });
    const succeeded = {
      ...{ successionId: '0198a000-0000-7000-8000-000000000099', previousDepartmentCode: 'AUDIT' },
      ...{ departmentCode: 'PLANNING', succeededOn: '2026-11-23', decidedBy: admin.id },
    };
    for (let times = 0; times < 2; times += 1)
      await service.hear('surveys-charter', 'department.succeeded.v1', succeeded);
    expect(await now()).toMatchObject({ departmentCode: 'PLANNING' });
    expect(
      await service.dataSource.query(
        'SELECT DISTINCT "department_code" AS d FROM "deadline" WHERE "closed_at" IS NULL',
      ),
    ).toEqual([{ d: 'PLANNING' }]);
  });

  it('has its dates moved by a declared holiday', async () => {
    await started({ surveyId: await campaign() });
    await service.hear('surveys-charter', 'holiday.declared.v1', {
      date: '2026-12-01',
      nameKo: '임시공휴일',
      nameEn: 'Declared holiday',
    });
    const due = async () => (await now()).steps.find(({ code }) => code === 'FIRST_REMINDER')!.deadline.dueAt;
    expect(await due()).toBe('2026-12-02T10:00:00+09:00');
    const moved = await service.told('survey.date-moved.v1');
    expect(moved).toMatchObject([
      {
        ...{ departmentCode: 'AUDIT', task: 'CAMPAIGN_FIRST_REMINDER', reason: '임시공휴일 지정: 임시공휴일' },
        ...{ previousDueAt: '2026-12-01T01:00:00.000Z', dueAt: '2026-12-02T01:00:00.000Z' },
      },
    ]);
    expect(
      await service.internal('/internal/notice-facts', {
        ...{ eventType: 'survey.date-moved.v1', subjectType: 'SURVEY_CAMPAIGN', recipientId: officer.id },
        ...{ subjectId: moved[0]!.campaignId, deadlineId: moved[0]!.deadlineId },
      }),
    ).toMatchObject({ stillTrue: true });
    await service.hear('surveys-charter', 'holiday.revoked.v1', { date: '2026-12-01' });
    expect(await due()).toBe('2026-12-01T10:00:00+09:00');
  });

  it('is not started for a department that there is not', async () => {
    const surveyId = await campaign();
    const { data } = await start({ surveyId, departmentCode: 'NOWHERE' });
    expect(data!.result).toMatchObject({
      campaign: null,
      errors: [{ code: 'INVALID_VALUE', path: ['departmentCode'] }],
    });
    expect(await service.count('survey_campaign')).toBe(0);
  });

  it('is started once for a survey, and once for a key', async () => {
    const surveyId = await campaign();
    const input = { surveyId, idempotencyKey: 'k1' };
    const both = await Promise.all([started(input), started(input)]);
    expect(both[0].id).toBe(both[1].id);
    expect((await start({ surveyId })).data!.result.errors).toMatchObject([{ code: 'ALREADY_DONE' }]);
    expect([await service.count('survey_campaign'), await service.count('survey_audience')]).toEqual([1, 1]);
  });

  it.each<[string, object, object, string, string[] | null]>([
    ['a survey of a list', { audience: 'LIST' }, {}, 'INVALID_STATE', null],
    [
      'a survey without a scale',
      { questions: [{ code: 'words', kind: 'TEXT', textKo: '말', textEn: 'Words' }] },
      {},
      'INVALID_STATE',
      null,
    ],
    ['reminders out of order', {}, { secondReminderAfter: 7 }, 'INVALID_VALUE', ['secondReminderAfter']],
    ['an end after the time to answer', {}, { closesAfter: 31 }, 'INVALID_VALUE', ['closesAfter']],
    [
      'nobody who was served',
      {},
      { sample: { ...SAMPLE, from: '2025-01-01', to: '2025-01-31' } },
      'INVALID_VALUE',
      ['sample', 'from'],
    ],
  ])('is refused for %s, and the survey stays as it was', async (_name, changes, input, code, path) => {
    const surveyId = await campaign(changes);
    expect((await start({ surveyId, ...input })).data!.result).toMatchObject({
      campaign: null,
      errors: [{ code, path }],
    });
    expect(await service.dataSource.query('SELECT closes_at FROM "survey"')).toEqual([{ closes_at: null }]);
    expect([await service.count('survey_campaign'), await service.count('deadline')]).toEqual([0, 0]);
  });

  it.each([
    ['nobody', anonymous, 'UNAUTHENTICATED'],
    ['a citizen', citizen, 'FORBIDDEN'],
    ['an officer', officer, 'FORBIDDEN'],
    ['a manager', manager, 'FORBIDDEN'],
    ['an auditor', auditor, 'FORBIDDEN'],
  ])('is not started by %s', async (_name, who, code) => {
    expect((await start({ surveyId: await campaign() }, who)).errors).toMatchObject([{ extensions: { code } }]);
  });
});
