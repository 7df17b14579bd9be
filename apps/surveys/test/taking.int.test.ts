import { admin, anonymous, citizen, otherCitizen } from '@charter/service/testing';
import { Inviting } from '../src/jobs/inviting.job';
import {
  OVERALL,
  SUBMIT,
  SURVEY,
  type Surveys,
  type UserError,
  empty,
  invite,
  inviteAudience,
  loop,
  openSurveys,
  publish,
  publishedSurvey,
  save,
  submit,
} from './fixtures/surveys';

const NOW = '2026-11-23T10:00:00+09:00';
const DRAFT = `mutation ($input: SaveDraftResponseInput!) {
  result: saveDraftResponse(input: $input) { taken invitation { draft { question scale text choices } } errors { code path } } }`;
const BY_TOKEN = `query ($token: String!) { surveyInvitation(token: $token) { state draft { question scale text choices } } }`;
const INVITATIONS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Citizen { surveyInvitations(first: 10) { edges { node { id token draft { question } } } } } } }`;

interface Drafted {
  readonly taken: boolean;
  readonly invitation: { readonly draft: object[] | null } | null;
  readonly errors: UserError[];
}

interface Own {
  readonly id: string;
  readonly token: string;
  readonly draft: object[] | null;
}

describe('answers', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(NOW);
  });

  const code = async (who: object, input: object): Promise<string | undefined> =>
    (await service.ask(who as never, SUBMIT, { input: { answers: OVERALL(5), ...input } })).errors?.[0]!.extensions
      .code;
  const draft = async (input: object, who: object = citizen): Promise<Drafted> =>
    (await service.ask<{ result: Drafted }>(who as never, DRAFT, { input: { answers: OVERALL(3), ...input } })).data!
      .result;
  const own = async (who: typeof citizen): Promise<[Own, ...Own[]]> => {
    const of = [{ __typename: 'Citizen', id: who.id }];
    const { data } = await service.ask<{ _entities: [{ surveyInvitations: { edges: { node: never }[] } }] }>(
      who,
      INVITATIONS,
      { of },
    );
    return data!._entities[0].surveyInvitations.edges.map(({ node }) => node) as unknown as [Own];
  };
  const invited = async (changes: object = {}): Promise<string> => {
    const surveyId = await publishedSurvey(service, { audience: 'LIST', ...changes });
    await inviteAudience(service, { surveyId, citizenIds: [citizen.id, otherCitizen.id] });
    await loop(service, Inviting).runOnce();
    return surveyId;
  };

  describe('to a survey of everybody', () => {
    it('come once from each person who signs in', async () => {
      const surveyId = await publishedSurvey(service, { audience: 'EVERYONE' });
      expect(await code(anonymous, { surveyId })).toBe('UNAUTHENTICATED');
      const both = await Promise.all([1, 2, 3, 4].map(() => submit(service, { surveyId })));
      expect(both.flatMap(({ errors }) => errors).map((error) => error.code)).toEqual(Array(3).fill('ALREADY_DONE'));
      expect((await submit(service, { surveyId }, otherCitizen)).errors).toEqual([]);
      expect(await service.count('survey_response')).toBe(2);
    });

    it('come as often as somebody likes where the survey does not mind, but the same request once', async () => {
      const surveyId = await publishedSurvey(service, { audience: 'EVERYONE', oncePerPerson: false });
      const key = { surveyId, idempotencyKey: 'k1' };
      for (const input of [{ surveyId }, { surveyId }, key, key])
        expect(await submit(service, input, anonymous)).toMatchObject({ errors: [], invitation: null });
      expect(await service.count('survey_response')).toBe(3);
      expect((await draft({ surveyId }, anonymous)).errors).toMatchObject([{ code: 'INVALID_STATE' }]);
    });

    it('go to the version that is published, not to one that was replaced', async () => {
      const surveyId = await publishedSurvey(service, { audience: 'EVERYONE' });
      const next = await publishedSurvey(service, { audience: 'EVERYONE' });
      expect((await submit(service, { surveyId })).errors).toMatchObject([{ code: 'INVALID_STATE' }]);
      expect((await submit(service, { surveyId: next })).errors).toEqual([]);
    });

    it('are for no draft, no survey with invitations and nothing unknown', async () => {
      const { survey } = await save(service, { audience: 'EVERYONE' });
      const sample = await publishedSurvey(service);
      for (const surveyId of [survey!.id, sample, 'nonsense', '0198a000-0000-7000-8000-000000000099'])
        expect(await code(citizen, { surveyId })).toBe('NOT_FOUND');
      expect(await code(citizen, { surveyId: sample, token: 'x' })).toBe('BAD_USER_INPUT');
    });
  });

  describe('by token', () => {
    it('are one answer when two people use it at once: the first is kept, the other is told', async () => {
      await invited();
      const [{ token }] = await own(citizen);
      const results = await Promise.all([
        submit(service, { token, answers: OVERALL(1) }, anonymous),
        submit(service, { token, answers: OVERALL(5) }, otherCitizen),
      ]);
      expect(results.flatMap(({ errors }) => errors).map((error) => error.code)).toEqual(['ALREADY_DONE']);
      const [{ answers }] = await service.dataSource.query('SELECT answers FROM "survey_response"');
      expect(answers).toEqual(OVERALL(results[0]!.errors.length === 0 ? 1 : 5));
    });

    it('are for the citizen alone, signed in, where the survey says so', async () => {
      await invited({ byToken: false });
      const [{ token }] = await own(citizen);
      expect([await code(anonymous, { token }), await code(otherCitizen, { token })]).toEqual([
        'UNAUTHENTICATED',
        'FORBIDDEN',
      ]);
      expect((await submit(service, { token })).errors).toEqual([]);
    });
  });

  describe('that a version was replaced after', () => {
    it('are checked against the version that was asked', async () => {
      await save(service);
      await publish(service);
      const invitationId = await invite(service);
      await save(service, { questions: [{ code: 'new', kind: 'TEXT', textKo: '새', textEn: 'New', required: true }] });
      await publish(service);
      const { errors } = await submit(service, { invitationId, answers: [{ question: 'new', text: '새' }] });
      expect(errors[0]).toMatchObject({ code: 'INVALID_VALUE', path: ['answers', '0', 'question'] });
      expect((await submit(service, { invitationId })).errors).toEqual([]);
    });
  });

  describe('of a branch that was not reached', () => {
    it('are refused with their place, and nothing is kept', async () => {
      const showIf = { tests: [{ question: 'overall', operator: 'AT_MOST', value: 2 }] };
      const surveyId = await publishedSurvey(service, {
        audience: 'EVERYONE',
        questions: [SURVEY.questions[0], { ...SURVEY.questions[3], showIf }],
      });
      const comment = { question: 'comment', text: '늦었습니다' };
      const { errors } = await submit(service, { surveyId, answers: [...OVERALL(3), comment] });
      expect(errors).toMatchObject([{ code: 'INVALID_VALUE', path: ['answers', '1', 'question'] }]);
      expect(await service.count('survey_response')).toBe(0);
      expect((await submit(service, { surveyId, answers: [...OVERALL(2), comment] })).errors).toEqual([]);
    });
  });

  describe('with quotas', () => {
    const unhappy = {
      code: 'unhappy',
      limit: 3,
      when: { tests: [{ question: 'overall', operator: 'AT_MOST', value: 2 }] },
    };
    const quotas = [unhappy, { code: 'all', limit: 10 }];
    const TAKEN = 'query ($id: ID!) { survey(id: $id) { quotas { code limit taken } } }';

    it('are taken until they are full, under 40 at once, and counted exactly', async () => {
      const surveyId = await publishedSurvey(service, { audience: 'EVERYONE', oncePerPerson: false, quotas });
      const results = await Promise.all(
        Array.from({ length: 40 }, async (_, n) => ({
          scale: (n % 2) * 4 + 1,
          ...(await submit(service, { surveyId, answers: OVERALL((n % 2) * 4 + 1) }, anonymous)),
        })),
      );
      const taken = results.filter(({ errors }) => errors.length === 0);
      expect(new Set(results.flatMap(({ errors }) => errors.map((error) => error.code)))).toEqual(
        new Set(['LIMIT_REACHED']),
      );
      expect(taken).toHaveLength(10);
      expect(taken.filter(({ scale }) => scale === 1).length).toBeLessThanOrEqual(3);
      expect(await service.count('survey_response')).toBe(10);
      const { data } = await service.ask<{ survey: { quotas: object[] } }>(admin, TAKEN, { id: surveyId });
      expect(data!.survey.quotas).toEqual([
        { code: 'unhappy', limit: 3, taken: taken.filter(({ scale }) => scale === 1).length },
        { code: 'all', limit: 10, taken: 10 },
      ]);
    }, 30_000);

    it('that refuse leave no trace: the person may answer otherwise', async () => {
      const surveyId = await publishedSurvey(service, {
        audience: 'EVERYONE',
        quotas: [
          { ...unhappy, limit: 1 },
          { code: 'all', limit: 10 },
        ],
      });
      await submit(service, { surveyId, answers: OVERALL(1) }, otherCitizen);
      expect((await submit(service, { surveyId, answers: OVERALL(1) })).errors).toMatchObject([
        { code: 'LIMIT_REACHED' },
      ]);
      expect((await submit(service, { surveyId, answers: OVERALL(5) })).errors).toEqual([]);
      const rows = await service.dataSource.query('SELECT code, taken FROM "survey_quota" ORDER BY code');
      expect(rows).toEqual([
        { code: 'all', taken: 2 },
        { code: 'unhappy', taken: 1 },
      ]);
    });
  });

  describe('that are begun', () => {
    it('are kept sealed, shown to whoever may answer, and gone when the survey is answered', async () => {
      await invited();
      const [{ id: invitationId, token }] = await own(citizen);
      expect((await draft({ invitationId })).invitation!.draft).toEqual([
        { question: 'overall', scale: 3, text: null, choices: null },
      ]);
      await draft({ token, answers: [...OVERALL(2), { question: 'comment', text: '아직' }] }, anonymous);
      expect((await own(citizen))[0].draft).toEqual([{ question: 'overall' }, { question: 'comment' }]);
      const { data } = await service.ask<{ surveyInvitation: { draft: object[] } }>(anonymous, BY_TOKEN, { token });
      expect(data!.surveyInvitation.draft).toHaveLength(2);
      const [row] = await service.dataSource.query('SELECT * FROM "survey_draft_response"');
      expect(JSON.stringify(row)).not.toMatch(/overall|아직/);
      expect(Object.keys(row)).toEqual(['mark', 'answers', 'keep_until']);
      expect(await service.count('survey_response')).toBe(0);
      await submit(service, { invitationId });
      expect(await service.count('survey_draft_response')).toBe(0);
      expect((await draft({ invitationId })).errors).toMatchObject([{ code: 'ALREADY_DONE' }]);
      expect(await service.count('survey_draft_response')).toBe(0);
    });

    it('are kept of a survey of everybody for who signs in', async () => {
      const surveyId = await publishedSurvey(service, { audience: 'EVERYONE' });
      expect(await draft({ surveyId })).toMatchObject({ taken: true, invitation: null, errors: [] });
      expect(await service.count('survey_draft_response')).toBe(1);
    });

    it('are checked one by one, and not after the end', async () => {
      const surveyId = await invited();
      const [{ id: invitationId }] = await own(citizen);
      expect((await draft({ invitationId, answers: [] })).errors).toEqual([]);
      expect((await draft({ invitationId, answers: OVERALL(6) })).errors).toMatchObject([
        { code: 'INVALID_VALUE', path: ['answers', '0'] },
      ]);
      expect(await service.count('survey_draft_response')).toBe(1);
      service.clock.set('2027-02-01T00:00:00+09:00');
      expect((await draft({ invitationId })).errors).toMatchObject([{ code: 'TOO_LATE' }]);
      expect(surveyId).toBeTruthy();
    });

    it('are shown to nobody else', async () => {
      await invited({ byToken: false });
      const [{ id: invitationId, token }] = await own(citizen);
      await draft({ invitationId });
      const { data } = await service.ask<{ surveyInvitation: { draft: object[] | null } }>(anonymous, BY_TOKEN, {
        token,
      });
      expect(data!.surveyInvitation.draft).toBeNull();
    });
  });
});
