import { randomUUID } from 'node:crypto';
import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  colleague,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { AnswerMixer } from '../src/jobs/answer-mixer.job';
import { respond, someone, times } from './fixtures/results';
import {
  OVERALL,
  type Surveys,
  empty,
  invite,
  loop,
  openSurveys,
  publish,
  publishedSurvey,
  save,
  submit,
} from './fixtures/surveys';

const NOW = '2026-11-23T10:00:00+09:00';
const ENTITIES = `query ($of: [_Any!]!, $first: Int, $after: String) { _entities(representations: $of) {
  ... on Complaint { survey { id state token survey { code version } } }
  ... on Citizen { surveyInvitations(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id state } } } }
  ... on SurveyInvitation { id state }
  ... on Department { satisfaction(period: { from: "2026-11-01", to: "2026-11-30" }) { n mean score surveys { version } } }
} }`;
const SATISFACTION = `query ($from: LocalDate!, $to: LocalDate!) {
  satisfaction(departmentCode: "ROADS", from: $from, to: $to) {
    n suppressed mean score responseRate method methodVersion surveys { code version }
  }
}`;

interface Found {
  readonly id?: string;
  readonly state?: string;
  readonly survey?: { readonly id: string; readonly state: string; readonly token: string | null } | null;
  readonly surveyInvitations?: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: { readonly node: { readonly id: string } }[];
  } | null;
  readonly satisfaction?: object;
}

describe('reading invitations', () => {
  let service: Surveys;
  const complaints = Array.from({ length: 5 }, () => randomUUID());
  let invitations: string[];

  beforeAll(async () => {
    service = await openSurveys();
    service.clock.set(NOW);
    await save(service);
    await publish(service);
    invitations = [];
    for (const [index, complaintId] of complaints.entries()) {
      service.clock.advance(60_000);
      invitations.push(
        await invite(service, {
          complaintId,
          citizenId: index < 4 ? citizen.id : otherCitizen.id,
          departmentCode: index % 2 ? 'WATER' : 'ROADS',
        }),
      );
    }
    await submit(service, { invitationId: invitations[0] });
  });
  afterAll(() => service.close());

  const ask = (who: Someone, of: object[], variables: object = { first: 2 }) =>
    service.ask<{ _entities: (Found | null)[] }>(who, ENTITIES, { of, ...variables });
  const entities = async (who: Someone, of: object[], variables?: object) =>
    (await ask(who, of, variables)).data!._entities;
  const complaintRefs = complaints.map((id) => ({ __typename: 'Complaint', id }));
  const own = { __typename: 'Citizen', id: citizen.id };

  it('shows the citizen the state, and a token while it is open', async () => {
    const surveys = (await entities(citizen, complaintRefs)).map((one) => one!.survey);
    expect(surveys.map((survey) => survey && survey.state)).toEqual([
      'ANSWERED',
      'INVITED',
      'INVITED',
      'INVITED',
      null,
    ]);
    expect(surveys.map((survey) => survey && typeof survey.token)).toEqual([
      'object',
      'string',
      'string',
      'string',
      null,
    ]);
  });

  it('is expired after its time, without a token; an answered one stays answered', async () => {
    const now = service.clock.now();
    service.clock.set('2027-01-01T00:00:00+09:00');
    expect((await entities(citizen, complaintRefs.slice(0, 2))).map((one) => one!.survey)).toMatchObject([
      { state: 'ANSWERED', token: null },
      { state: 'EXPIRED', token: null },
    ]);
    service.clock.set(now);
  });

  it.each([
    ['an officer of the department', officer, [true, false, true, false, true]],
    ['a manager of the department', manager, [true, false, true, false, true]],
    ['an officer of another department', otherOfficer, [false, true, false, true, false]],
    ['an auditor', auditor, [true, true, true, true, true]],
    ['an administrator', admin, [false, false, false, false, false]],
    ['nobody', anonymous, [false, false, false, false, false]],
  ])('shows %s the state without a token', async (_name, who, expected) => {
    const surveys = (await entities(who, complaintRefs)).map((one) => one!.survey);
    expect(surveys.map(Boolean)).toEqual(expected);
    expect(surveys.filter((survey) => survey?.token)).toEqual([]);
  });

  it('lists citizens their own, newest first, each once; nobody else’s', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const [found]: (Found | null)[] = await entities(citizen, [own], { first: 3, after });
      const page: NonNullable<Found['surveyInvitations']> = found!.surveyInvitations!;
      expect(page.totalCount).toBe(4);
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(invitations.slice(0, 4).reverse());
    for (const who of [otherCitizen, colleague, auditor, admin, anonymous])
      expect((await entities(who, [own]))[0]!.surveyInvitations).toBeNull();
  });

  it('refuses an edited cursor and a page of 101', async () => {
    for (const wrong of [{ first: 2, after: 'nonsense' }, { first: 101 }])
      expect((await ask(citizen, [own], wrong)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('finds an invitation by reference for those who may know of it', async () => {
    const ref = { __typename: 'SurveyInvitation', id: invitations[0] };
    for (const who of [citizen, officer, auditor])
      expect(await entities(who, [ref])).toEqual([{ id: invitations[0], state: 'ANSWERED' }]);
    for (const who of [otherCitizen, otherOfficer, admin, anonymous])
      expect(await entities(who, [ref])).toEqual([null]);
    for (const id of [randomUUID(), 'nonsense']) expect(await entities(auditor, [{ ...ref, id }])).toEqual([null]);
  });

  it('costs one statement a level, however many are asked for', async () => {
    const asked = (of: object[]) => service.statements(() => entities(citizen, of));
    expect(await asked(complaintRefs.slice(0, 1))).toBe(3); // invitations, their marks, the questionnaire
    expect(await asked(complaintRefs)).toBe(3);
    expect(await asked(Array.from({ length: 50 }, () => own))).toBe(3); // the page, its count, the marks
    await service.dataSource.query(
      `INSERT INTO "survey_told" SELECT "id", 'ROADS', '2026-11-23', '', 5, 5 FROM "survey"`,
    );
    const departments = ['ROADS', 'WATER', 'PARKS'].map((code) => ({ __typename: 'Department', code }));
    expect(await asked(departments)).toBe(3); // what was told, invitations, the questionnaire
  });
});

describe('satisfaction', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(NOW);
    await save(service);
    await publish(service);
  });

  const say = async (scale: number, speed?: number) => {
    const answers = [...OVERALL(scale), ...(speed ? [{ question: 'speed', scale: speed }] : [])];
    await submit(service, { invitationId: await invite(service), answers });
  };
  const read = async (from = '2026-11-01', to = '2026-11-30') =>
    (await service.ask<{ satisfaction: object }>(anonymous, SATISFACTION, { from, to })).data?.satisfaction;

  it('is withheld under five answers, and shown to everybody from five on', async () => {
    for (const scale of [5, 4, 4, 3]) await say(scale);
    await invite(service);
    expect(await read()).toEqual({
      ...{ n: 0, suppressed: true, mean: null, score: null, responseRate: null },
      ...{ method: 'MEAN_OF_5_POINT_ANSWERS', methodVersion: 1, surveys: [] },
    });
    await say(5, 4);
    expect(await read()).toMatchObject({
      ...{ n: 5, suppressed: false, mean: 4.1, score: 77.5, responseRate: 0.8333 },
      surveys: [{ code: 'SATISFACTION', version: 1 }],
    });
  });

  it('moves with each five that come, and never with fewer, whatever days are asked for', async () => {
    const seen = new Set<number>();
    for (const day of ['2026-11-23', '2026-11-24', '2026-11-25']) {
      service.clock.set(`${day}T10:00:00+09:00`);
      for (const scale of [5, 1, 3, 2]) {
        await say(scale);
        const whole = (await read()) as { n: number };
        seen.add(whole.n);
        for (const [from, to] of [
          [undefined, '2026-11-23'],
          ['2026-11-24', undefined],
        ]) {
          const { n } = (await read(from, to)) as { n: number };
          expect([n % 5, (whole.n - n) % 5]).toEqual([0, 0]);
        }
      }
    }
    expect([...seen]).toEqual([0, 5, 10]);
    expect(await read('2026-11-23', '2026-11-23')).toMatchObject({ n: 0, suppressed: true });
    expect(await read('2026-11-24', '2026-11-24')).toMatchObject({ n: 5, mean: 3.2 }); // the four of the day before, and one
    expect(await read('2026-11-25', '2026-11-25')).toMatchObject({ n: 5, mean: 2.4 });
    const [{ waiting }] = await service.dataSource.query(
      'SELECT count(*)::int AS waiting FROM "survey_response" WHERE "answered_on" IS NULL',
    );
    expect(waiting).toBe(2);
  });

  it('is told once of each five when many answer at once, while answers are mixed', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 23; n += 1) ids.push(await invite(service));
    await Promise.all([
      ...ids.map((invitationId, n) => submit(service, { invitationId, answers: OVERALL((n % 5) + 1) })),
      ...Array.from({ length: 5 }, () => loop(service, AnswerMixer).runOnce()),
    ]);
    const { n } = (await read()) as { n: number };
    expect(n).toBeGreaterThanOrEqual(19); // a batch is of all that waited: five, or more of those who came at once
    expect(n).toBeLessThanOrEqual(23);
    const sizes = await service.dataSource.query(
      `SELECT count(*)::int AS n FROM "survey_response" GROUP BY "answered_on" ORDER BY 1`,
    );
    expect(sizes).toEqual([{ n: 23 - n }, { n }].filter((one) => one.n > 0));
  });

  it('has nothing of the yearly surveys in it', async () => {
    for (const scale of [5, 5, 5, 5, 5]) await say(scale);
    const surveyId = await publishedSurvey(service);
    await respond(
      service,
      surveyId,
      times(6, () => someone({ on: '2026-11-23' }, OVERALL(1))),
    );
    expect(await read()).toMatchObject({ n: 5, mean: 5 });
  });

  it('counts Korean days, both included, and each department alone', async () => {
    service.clock.set('2026-11-30T23:59:00+09:00');
    for (const scale of [5, 5, 5, 5, 5]) await say(scale);
    service.clock.set('2026-12-01T00:00:00+09:00');
    for (const scale of [1, 1, 1, 1, 1]) await say(scale);
    await submit(service, { invitationId: await invite(service, { departmentCode: 'WATER' }) });
    expect(await read('2026-11-30', '2026-11-30')).toMatchObject({ n: 5, score: 100, responseRate: 1 });
    expect(await read('2026-12-01', '2026-12-01')).toMatchObject({ n: 5, score: 0, responseRate: 1 });
    expect(await read('2026-12-02', '2026-12-31')).toMatchObject({ n: 0, suppressed: true, responseRate: null });
  });

  it('names every version that was answered', async () => {
    for (const scale of [5, 5, 5, 5, 5]) await say(scale);
    await save(service);
    await publish(service);
    for (const scale of [4, 4, 4, 4]) await say(scale);
    expect(await read()).toMatchObject({ n: 5, surveys: [{ version: 1 }] });
    await say(4);
    const { surveys } = (await read()) as { surveys: { version: number }[] };
    expect(surveys.map(({ version }) => version).sort()).toEqual([1, 2]);
  });

  it('refuses a period that ends before it begins', async () => {
    const { errors } = await service.ask(anonymous, SATISFACTION, { from: '2026-11-30', to: '2026-11-01' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
