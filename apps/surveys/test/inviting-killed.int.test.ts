import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { eventually } from '@charter/testkit';
import { type Surveys, audiencesOf, inviteAudience, openSurveys, publishedSurvey, serve } from './fixtures/surveys';
import { WORKER } from './fixtures/inviting-process';

/** INVITED=100000 npx jest apps/surveys/test/inviting-killed */
const SIZE = Number(process.env['INVITED'] ?? 2_000);
const BATCH = Math.max(100, SIZE / 200);
const KILLS = 3;
const PATIENCE_MS = 60_000 + SIZE * 10;

describe('a worker that is killed while it invites', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
    service.clock.set(new Date().toISOString());
  });
  afterAll(() => service.close());

  const databaseUrl = (): string => (service.dataSource.options as { url: string }).url;
  const worker = (): ChildProcess =>
    fork(join(__dirname, 'fixtures/inviting-process.ts'), [databaseUrl(), String(BATCH)], {
      execArgv: ['-r', join(__dirname, '../../../libs/testkit/register-typescript.cjs')],
    });
  const count = async (sql: string): Promise<number> => Number((await service.dataSource.query(sql))[0].n);

  /** Starts a worker, stops it in the middle of a transaction that has written invitations and not yet told of them, and kills it. */
  async function killed(): Promise<void> {
    const holding = service.dataSource.createQueryRunner();
    await holding.startTransaction();
    const child = worker();
    /** Waits for what the worker does; one that ended by itself does nothing more. */
    const until = (read: () => Promise<number>, satisfies: (n: number) => boolean): Promise<number> =>
      eventually(
        async () => {
          if (child.exitCode !== null) return Promise.reject(new Error(`The worker ended with ${child.exitCode}.`));
          return read();
        },
        satisfies,
        PATIENCE_MS,
      );
    try {
      const before = await count('SELECT "invited" AS n FROM "survey_audience"');
      await until(
        () => count('SELECT "invited" AS n FROM "survey_audience"'),
        (n) => n > before,
      );
      await holding.query('LOCK TABLE "outbox_event" IN EXCLUSIVE MODE');
      await until(
        () =>
          count(
            `SELECT count(*) AS n FROM pg_stat_activity
             WHERE datname = current_database() AND application_name = '${WORKER}' AND wait_event_type = 'Lock'`,
          ),
        (n) => n === 1,
      );
    } finally {
      if (child.kill('SIGKILL')) await once(child, 'exit');
      await holding.rollbackTransaction();
      await holding.release();
    }
    expect(child.signalCode).toBe('SIGKILL');
    await eventually(
      () => count(`SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = '${WORKER}'`),
      (n) => n === 0,
      PATIENCE_MS,
    );
  }

  it(
    `leaves no half batch: of ${SIZE} each is invited once and told once, and none is lost`,
    async () => {
      await serve(service, SIZE);
      const surveyId = await publishedSurvey(service);
      await inviteAudience(service, {
        surveyId,
        sample: { from: '2026-03-01', to: '2026-03-31', size: SIZE, seed: 's' },
      });
      let before = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        await killed();
        const { invited, known, finishedAt } = (await audiencesOf(service, surveyId))[0]!;
        expect([invited > before, invited < SIZE, known, finishedAt]).toEqual([true, true, 0, null]);
        before = invited;
        expect(await count('SELECT count(*) AS n FROM "survey_invitation"')).toBe(invited);
        expect(await count('SELECT count(*) AS n FROM "survey_to_invite"')).toBe(SIZE - invited);
        expect(await count(`SELECT count(*) AS n FROM "outbox_event" WHERE "type" = 'survey.asked.v1'`)).toBe(invited);
      }
      const last = worker();
      expect(await once(last, 'exit')).toEqual([0, null]);
      expect(await audiencesOf(service, surveyId)).toMatchObject([
        { size: SIZE, invited: SIZE, known: 0, finishedAt: expect.any(String) },
      ]);
      const [counts] = await service.dataSource.query(
        `SELECT count(*)::int AS rows, count(DISTINCT citizen_id)::int AS people,
                (SELECT count(DISTINCT payload->>'citizenId')::int FROM "outbox_event" WHERE type = 'survey.asked.v1') AS told,
                (SELECT count(*)::int FROM "outbox_event" WHERE type = 'survey.asked.v1') AS events FROM "survey_invitation"`,
      );
      expect(counts).toEqual({ rows: SIZE, people: SIZE, told: SIZE, events: SIZE });
    },
    4 * PATIENCE_MS,
  );
});
