import { randomUUID } from 'node:crypto';
import { admin, anonymous, auditor, citizen, manager, otherCitizen } from '@charter/service/testing';
import { createLogger } from '@charter/service';
import { Inviting } from '../src/jobs/inviting.job';
import { AudienceStore } from '../src/store/audience.store';
import { InvitationStore } from '../src/store/invitation.store';
import { SurveyStore } from '../src/store/survey.store';
import {
  INVITE,
  type Surveys,
  answered,
  audiencesOf,
  department,
  empty,
  inviteAudience,
  loop,
  openSurveys,
  publishedSurvey,
  serve,
} from './fixtures/surveys';

const NOW = '2026-11-23T10:00:00+09:00';
const MARCH = { from: '2026-03-01', to: '2026-03-31', size: 100, seed: '2026' };

describe('inviting an audience', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(NOW);
  });

  const inviting = (batch?: number): Inviting => {
    const { dataSource, clock } = service;
    const parts = { dataSource, clock, surveys: new SurveyStore(dataSource), audiences: new AudienceStore(dataSource) };
    const log = createLogger('surveys', 'test', 'silent');
    return new Inviting({
      ...parts,
      invitations: new InvitationStore(dataSource, undefined as never, undefined as never),
      log,
      batch,
    });
  };
  const invited = async (surveyId: string): Promise<string[]> =>
    (
      await service.dataSource.query(
        'SELECT citizen_id AS id FROM "survey_invitation" WHERE survey_id = $1 ORDER BY 1',
        [surveyId],
      )
    ).map(({ id }: { id: string }) => id);

  it('of a list invites each once, says so, and shows how far it is', async () => {
    const surveyId = await publishedSurvey(service, { audience: 'LIST' }, { closesAt: '2026-11-30T18:00:00+09:00' });
    const citizenIds = [citizen.id, otherCitizen.id, citizen.id];
    const { audience, errors } = await inviteAudience(service, { surveyId, citizenIds });
    expect(errors).toEqual([]);
    expect(audience).toMatchObject({ population: 2, size: 2, invited: 0, known: 0, finishedAt: null, groups: [] });
    expect(await loop(service, Inviting).runOnce()).toBe(2);
    expect(await audiencesOf(service, surveyId)).toMatchObject([{ invited: 2, finishedAt: NOW }]);
    const invitations = await service.dataSource.query('SELECT * FROM "survey_invitation"');
    const told = await service.told('survey.asked.v1');
    expect(told).toHaveLength(2);
    for (const one of told)
      expect(one).toEqual({
        ...{
          invitationId: invitations.find(({ citizen_id: id }: { citizen_id: string }) => id === one.citizenId).id,
          surveyId,
        },
        ...{ complaintId: null, citizenId: one.citizenId, departmentCode: 'AUDIT' },
        expiresAt: '2026-11-30T09:00:00.000Z',
      });
    expect(await loop(service, Inviting).runOnce()).toBe(0);
  });

  it('asked again adds those who are new, and tells nobody twice', async () => {
    const surveyId = await publishedSurvey(service, { audience: 'LIST' });
    await inviteAudience(service, { surveyId, citizenIds: [citizen.id] });
    await inviting().runOnce();
    service.clock.set('2026-11-23T10:01:00+09:00');
    await inviteAudience(service, { surveyId, citizenIds: [citizen.id, otherCitizen.id] });
    expect(await inviting().runOnce()).toBe(1);
    expect(await audiencesOf(service, surveyId)).toMatchObject([
      { invited: 1, known: 0 },
      { invited: 1, known: 1, finishedAt: '2026-11-23T10:01:00+09:00' },
    ]);
    expect(await service.told('survey.asked.v1')).toHaveLength(2);
  });

  it('ends when the survey closes: nobody is invited to what is over', async () => {
    await serve(service, 50);
    const surveyId = await publishedSurvey(service, {}, { closesAt: '2026-11-23T11:00:00+09:00' });
    await inviteAudience(service, { surveyId, sample: { ...MARCH, size: 50 } });
    const [audience] = await service.dataSource.query('SELECT id FROM "survey_audience"');
    service.clock.set('2026-11-23T11:00:00+09:00');
    expect(await inviting().runOnce()).toBe(0);
    expect(await audiencesOf(service, surveyId)).toMatchObject([
      { id: audience.id, size: 0, invited: 0, finishedAt: '2026-11-23T11:00:00+09:00' },
    ]);
    expect([await service.count('survey_invitation'), await service.count('survey_to_invite')]).toEqual([0, 0]);
    expect(await service.told('survey.asked.v1')).toEqual([]);
  });

  it('is made once for an idempotency key', async () => {
    const surveyId = await publishedSurvey(service, { audience: 'LIST' });
    const input = { surveyId, citizenIds: [citizen.id], idempotencyKey: 'k1' };
    const [one, other] = await Promise.all([inviteAudience(service, input), inviteAudience(service, input)]);
    expect(one.audience!.id).toBe(other.audience!.id);
    expect(await audiencesOf(service, surveyId)).toHaveLength(1);
    const { errors } = await service.ask(admin, INVITE, {
      input: { ...input, departmentCode: 'AUDIT', citizenIds: [otherCitizen.id] },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }]);
  });

  describe('of a sample', () => {
    beforeEach(() => serve(service, 1_000));

    it('draws in proportion to department and channel, each citizen once', async () => {
      const surveyId = await publishedSurvey(service);
      const { audience } = await inviteAudience(service, { surveyId, sample: MARCH });
      expect(audience).toMatchObject({ population: 1_000, size: 100 });
      expect(audience!.groups).toEqual(
        [
          ...[
            ['PARKS', 'ONLINE', 100, 10],
            ['PARKS', 'PHONE', 50, 5],
            ['PARKS', 'VISIT', 50, 5],
          ],
          ...[
            ['ROADS', 'ONLINE', 300, 30],
            ['ROADS', 'PHONE', 150, 15],
            ['ROADS', 'VISIT', 150, 15],
          ],
          ...[
            ['WATER', 'ONLINE', 100, 10],
            ['WATER', 'PHONE', 50, 5],
            ['WATER', 'VISIT', 50, 5],
          ],
        ].map(([departmentCode, channel, population, drawn]) => ({ departmentCode, channel, population, drawn })),
      );
      await inviting().runOnce();
      const rows = await service.dataSource.query(
        `SELECT i.department_code AS of, i.channel AS over, count(*)::int AS n, bool_and(s.department_code = i.department_code AND s.channel = i.channel) AS true
         FROM "survey_invitation" i JOIN "survey_served" s USING (citizen_id) GROUP BY 1, 2 ORDER BY 1, 2`,
      );
      expect(rows.map(({ of, over, n, true: so }: Record<string, unknown>) => [of, over, n, so])).toEqual(
        audience!.groups.map(({ departmentCode, channel, drawn }) => [departmentCode, channel, drawn, true]),
      );
      const [told] = await service.told('survey.asked.v1');
      expect(told!.complaintId).toEqual(expect.any(String));
    });

    it('draws the same people again with the same seed, and others with another', async () => {
      const draws: string[][] = [];
      for (const seed of ['one', 'one', 'two']) {
        const surveyId = await publishedSurvey(service, { titleEn: `Draw ${draws.length}` });
        await inviteAudience(service, { surveyId, sample: { ...MARCH, seed } });
        await inviting().runOnce();
        draws.push(await invited(surveyId));
      }
      expect(draws[0]).toHaveLength(100);
      expect(draws[1]).toEqual(draws[0]);
      expect(draws[2]!.filter((id) => draws[0]!.includes(id)).length).toBeLessThan(40);
    });

    it('counts who was served several times once, and nobody outside the period', async () => {
      await service.dataSource.query(`DELETE FROM "survey_served"`);
      for (const day of ['2026-03-02', '2026-03-03', '2026-04-01']) {
        await answered(service, { answeredAt: `${day}T10:00:00+09:00`, channel: 'VISIT' });
        await answered(service, { citizenId: otherCitizen.id, answeredAt: '2026-04-01T10:00:00+09:00' });
      }
      const surveyId = await publishedSurvey(service);
      const { audience } = await inviteAudience(service, { surveyId, sample: MARCH });
      expect(audience).toMatchObject({
        population: 1,
        size: 1,
        groups: [{ departmentCode: null, channel: null, population: 1, drawn: 1 }],
      });
    });

    it.each([
      ['a period without anybody', { from: '2025-01-01', to: '2025-01-31' }, 'INVALID_VALUE', ['sample', 'from']],
      ['a period that ends before it begins', { to: '2026-02-28' }, 'INVALID_VALUE', ['sample', 'to']],
      ['nobody', { size: 0 }, 'INVALID_VALUE', ['sample', 'size']],
      ['no seed', { seed: ' ' }, 'INVALID_VALUE', ['sample', 'seed']],
    ])('is refused for %s', async (_name, changes, code, path) => {
      const surveyId = await publishedSurvey(service);
      const result = await inviteAudience(service, { surveyId, sample: { ...MARCH, ...changes } });
      expect(result).toMatchObject({ audience: null, errors: [{ code, path }] });
      expect(await service.count('survey_audience')).toBe(0);
    });
  });

  it('invites every one of 20,000 once, whatever workers share them and are killed in the middle', async () => {
    await serve(service, 20_000);
    const surveyId = await publishedSurvey(service);
    await inviteAudience(service, { surveyId, sample: { ...MARCH, size: 20_000 } });
    let killed = 0;
    const worker = async (): Promise<void> => {
      const job = inviting(250);
      for (let tries = 0; tries < 200; tries += 1) {
        try {
          await job.runOnce();
          return;
        } catch {
          killed += 1; // its connection was cut in the middle of a batch
        }
      }
    };
    let stop = false;
    const killer = (async () => {
      while (!stop) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        await service.dataSource
          .query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%survey_invitation%' LIMIT 1`,
          )
          .catch(() => undefined);
      }
    })();
    while ((await audiencesOf(service, surveyId))[0]!.finishedAt === null)
      await Promise.all([worker(), worker(), worker()]);
    stop = true;
    await killer;
    expect(killed).toBeGreaterThan(0);
    expect(await audiencesOf(service, surveyId)).toMatchObject([{ size: 20_000, invited: 20_000, known: 0 }]);
    const [counts] = await service.dataSource.query(
      `SELECT count(*)::int AS rows, count(DISTINCT citizen_id)::int AS people,
              (SELECT count(DISTINCT payload->>'invitationId')::int FROM "outbox_event" WHERE type = 'survey.asked.v1') AS told,
              (SELECT count(*)::int FROM "outbox_event" WHERE type = 'survey.asked.v1') AS events FROM "survey_invitation"`,
    );
    expect(counts).toEqual({ rows: 20_000, people: 20_000, told: 20_000, events: 20_000 });
    expect(await service.count('survey_to_invite')).toBe(0);
  }, 120_000);

  it.each([
    ['of everyone', { audience: 'EVERYONE' }],
    ['of petitioners', { audience: 'PETITIONER' }],
    ['of a list', { audience: 'LIST' }],
  ])('of a sample is refused for a survey %s', async (_name, changes) => {
    await serve(service, 10);
    const surveyId = await publishedSurvey(service, changes);
    expect((await inviteAudience(service, { surveyId, sample: MARCH })).errors).toMatchObject([
      { code: 'INVALID_STATE' },
    ]);
  });

  it('is refused once a survey is closed or replaced, and for drafts', async () => {
    const surveyId = await publishedSurvey(service, { audience: 'LIST' }, { closesAt: '2026-11-24T00:00:00+09:00' });
    service.clock.set('2026-11-24T00:00:00+09:00');
    const input = { surveyId, citizenIds: [citizen.id] };
    expect((await inviteAudience(service, input)).errors).toMatchObject([{ code: 'INVALID_STATE' }]);
    await publishedSurvey(service, { audience: 'LIST' });
    expect((await inviteAudience(service, input)).errors).toMatchObject([{ code: 'INVALID_STATE' }]);
  });

  it.each([
    [{ citizenIds: ['nonsense'] }, 'BAD_USER_INPUT'],
    [{ citizenIds: [citizen.id], sample: MARCH }, 'BAD_USER_INPUT'],
    [{}, 'BAD_USER_INPUT'],
    [{ citizenIds: [citizen.id], departmentCode: 'no code' }, 'BAD_USER_INPUT'],
    [{ citizenIds: [citizen.id], surveyId: randomUUID() }, 'NOT_FOUND'],
  ])('is refused for %j', async (changes, code) => {
    const surveyId = await publishedSurvey(service, { audience: 'LIST' });
    const input = { surveyId, departmentCode: 'AUDIT', ...changes };
    expect((await service.ask(admin, INVITE, { input })).errors).toMatchObject([{ extensions: { code } }]);
  });

  it('is refused for a department that there is not, or that was closed; the charter tells of both', async () => {
    const surveyId = await publishedSurvey(service, { audience: 'LIST' });
    const from = (departmentCode: string) =>
      inviteAudience(service, { surveyId, departmentCode, citizenIds: [citizen.id] });
    const refused = (en: string) => ({ audience: null, errors: [{ code: 'INVALID_VALUE', path: ['departmentCode'], message: en }] }); // prettier-ignore
    expect(await from('NOWHERE')).toEqual(refused('There is no department NOWHERE.'));
    await department(service, 'NOWHERE', { closedOn: '2026-11-25', successorCode: 'AUDIT' });
    expect((await from('NOWHERE')).errors).toEqual([]);
    service.clock.set('2026-11-25T00:00:00+09:00');
    expect(await from('NOWHERE')).toEqual(refused('This department was closed. It is for AUDIT to ask.'));
    await department(service, 'NOWHERE');
    expect((await from('NOWHERE')).errors).toEqual([]);
  });

  it.each([
    ['nobody', anonymous, 'UNAUTHENTICATED'],
    ['a citizen', citizen, 'FORBIDDEN'],
    ['a manager', manager, 'FORBIDDEN'],
    ['an auditor', auditor, 'FORBIDDEN'],
  ])('is not for %s', async (_name, who, code) => {
    const surveyId = await publishedSurvey(service, { audience: 'LIST' });
    const input = { surveyId, departmentCode: 'AUDIT', citizenIds: [citizen.id] };
    expect((await service.ask(who, INVITE, { input })).errors).toMatchObject([{ extensions: { code } }]);
  });
});
