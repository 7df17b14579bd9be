import { randomUUID } from 'node:crypto';
import { anonymous, citizen, officer, otherCitizen } from '@charter/service/testing';
import {
  OVERALL,
  SUBMIT,
  type Surveys,
  answered,
  empty,
  invite,
  openSurveys,
  publish,
  save,
  submit,
} from './fixtures/surveys';

const NOW = '2026-11-23T10:00:00+09:00';
const TOKEN = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on SurveyInvitation { token state } } }`;
const BY_TOKEN =
  'query ($token: String!) { surveyInvitation(token: $token) { id state expiresAt token complaint { id } } }';

describe('invitations and answers', () => {
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

  const tokenOf = async (id: string): Promise<string> => {
    const of = [{ __typename: 'SurveyInvitation', id }];
    const { data } = await service.ask<{ _entities: [{ token: string }] }>(citizen, TOKEN, { of });
    return data!._entities[0].token;
  };

  it('come once for each complaint, whatever is delivered twice or at once', async () => {
    const complaintId = randomUUID();
    const event = randomUUID();
    await Promise.all([
      ...Array.from({ length: 4 }, () => answered(service, { complaintId }, event)),
      ...Array.from({ length: 4 }, () => answered(service, { complaintId })),
    ]);
    await answered(service, { complaintId });
    const invitations = await service.dataSource.query('SELECT * FROM "survey_invitation"');
    expect(invitations).toMatchObject([
      { complaint_id: complaintId, citizen_id: citizen.id, department_code: 'ROADS' },
    ]);
    expect(await service.told('survey.invited.v1')).toEqual([
      {
        ...{ invitationId: invitations[0].id, surveyId: invitations[0].survey_id, complaintId },
        ...{ receiptNumber: '2026-000001-7', citizenId: citizen.id, departmentCode: 'ROADS' },
        expiresAt: '2026-12-07T01:00:00.000Z',
      },
    ]);
  });

  it('do not come while nothing is published', async () => {
    await empty(service);
    await save(service);
    await answered(service);
    expect([await service.count('survey_invitation'), await service.count('outbox_event')]).toEqual([0, 0]);
  });

  it('stay with the version that was asked', async () => {
    const invitationId = await invite(service);
    await save(service, { questions: [{ code: 'new', kind: 'TEXT', textKo: '새', textEn: 'New', required: true }] });
    await publish(service);
    expect(await submit(service, { invitationId })).toMatchObject({ errors: [] });
  });

  it('are answered by token without signing in, and by the citizen’s own invitation', async () => {
    const [one, other] = [await invite(service), await invite(service)];
    const token = await tokenOf(one);
    expect((await service.ask(anonymous, BY_TOKEN, { token })).data).toEqual({
      surveyInvitation: {
        ...{ id: one, state: 'INVITED', expiresAt: '2026-12-07T10:00:00+09:00', token: null },
        complaint: { id: expect.any(String) },
      },
    });
    expect(await submit(service, { token }, anonymous)).toEqual({
      ...{ invitation: { id: one, state: 'ANSWERED' }, errors: [] },
    });
    expect(await submit(service, { invitationId: other })).toEqual({
      ...{ invitation: { id: other, state: 'ANSWERED' }, errors: [] },
    });
    expect(await tokenOf(one)).toBeNull();
  });

  it('are answered once, also when many come at once by both ways', async () => {
    const invitationId = await invite(service);
    const token = await tokenOf(invitationId);
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => submit(service, index % 2 ? { token } : { invitationId })),
    );
    expect(results.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(new Set(results.flatMap(({ errors }) => errors.map(({ code }) => code)))).toEqual(new Set(['ALREADY_DONE']));
    expect([await service.count('survey_response'), await service.count('survey_used_token')]).toEqual([1, 1]);
  });

  it('give the same request the same result, and another one ALREADY_DONE', async () => {
    const input = { invitationId: await invite(service), idempotencyKey: 'k1' };
    const [one, other] = await Promise.all([submit(service, input), submit(service, input)]);
    expect([one.errors, other]).toEqual([[], one]);
    expect(await submit(service, input)).toEqual(one);
    for (const changes of [{ answers: OVERALL(1) }, { idempotencyKey: 'k2' }, { idempotencyKey: null }])
      expect((await submit(service, { ...input, ...changes })).errors).toMatchObject([{ code: 'ALREADY_DONE' }]);
    expect(await service.count('survey_response')).toBe(1);
  });

  it('are too late after their time', async () => {
    const invitationId = await invite(service);
    service.clock.set('2026-12-07T10:00:00+09:00');
    expect(await submit(service, { invitationId })).toMatchObject({ invitation: null, errors: [{ code: 'TOO_LATE' }] });
    expect(await service.count('survey_response')).toBe(0);
  });

  it.each([
    ['a required question left out', [{ question: 'speed', scale: 3 }], ['answers']],
    ['a question that is not asked', [...OVERALL(5), { question: 'age', scale: 3 }], ['answers', '1', 'question']],
    ['an option that there is not', [...OVERALL(5), { question: 'channel', choice: 'fax' }], ['answers', '1']],
    ['six points', OVERALL(6), ['answers', '0']],
  ])('are refused for %s, and can be mended', async (_name, answers, path) => {
    const invitationId = await invite(service);
    const { invitation, errors } = await submit(service, { invitationId, answers, idempotencyKey: 'k1' });
    expect(invitation).toBeNull();
    expect(errors).toMatchObject([{ code: 'INVALID_VALUE', path }]);
    expect([await service.count('survey_response'), await service.count('survey_used_token')]).toEqual([0, 0]);
    expect(await submit(service, { invitationId, idempotencyKey: 'k1' })).toMatchObject({ errors: [] });
  });

  it('are refused with a resident registration number in the text', async () => {
    const answers = [...OVERALL(5), { question: 'comment', text: '제 번호는 000101-3123451입니다' }];
    const { errors } = await submit(service, { invitationId: await invite(service), answers });
    expect(errors).toMatchObject([{ code: 'RESIDENT_NUMBER_PRESENT', path: ['answers', '1'] }]);
    expect(await service.count('survey_response')).toBe(0);
  });

  it.each([
    ['another citizen', otherCitizen],
    ['an officer', officer],
    ['nobody', anonymous],
  ])('do not exist for %s without a token', async (_name, who) => {
    const input = { invitationId: await invite(service), answers: OVERALL(5) };
    expect((await service.ask(who, SUBMIT, { input })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(await service.count('survey_response')).toBe(0);
  });

  it('refuse wrong entries with a clear code', async () => {
    const invitationId = await invite(service);
    const token = await tokenOf(invitationId);
    const edited = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;
    for (const [input, code] of [
      [{ token: edited }, 'NOT_FOUND'],
      [{ invitationId: 'nonsense' }, 'NOT_FOUND'],
      [{ token, invitationId }, 'BAD_USER_INPUT'],
      [{}, 'BAD_USER_INPUT'],
    ] as const)
      expect((await service.ask(citizen, SUBMIT, { input: { answers: OVERALL(5), ...input } })).errors).toMatchObject([
        { extensions: { code } },
      ]);
    expect((await service.ask(anonymous, BY_TOKEN, { token: edited })).data).toEqual({ surveyInvitation: null });
  });

  it('tell the notices service whether it still asks, and the token for the citizen alone', async () => {
    const invitationId = await invite(service);
    const facts = (subjectId: string, recipientId: string) =>
      service.internal('/internal/notice-facts', {
        ...{
          eventType: 'survey.invited.v1',
          subjectType: 'SURVEY_INVITATION',
          subjectId,
          recipientId,
          deadlineId: null,
        },
      });
    const surveyToken = await tokenOf(invitationId);
    const title = '만족도 조사 (Satisfaction)';
    expect(await facts(invitationId, citizen.id)).toEqual({
      stillTrue: true,
      contact: null,
      words: { title, surveyToken },
    });
    expect(await facts(invitationId, officer.id)).toEqual({ stillTrue: true, contact: null, words: { title } });
    expect(await facts(randomUUID(), citizen.id)).toMatchObject({ stillTrue: false });
    await submit(service, { invitationId });
    expect(await facts(invitationId, citizen.id)).toEqual({ stillTrue: false, contact: null, words: { title } });
    const expired = await invite(service);
    service.clock.set('2027-01-01T00:00:00+09:00');
    expect(await facts(expired, citizen.id)).toMatchObject({ stillTrue: false });
  });
});
