import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestDatabase, createEmptyDatabase } from '@charter/testkit';
import { SurveysService } from './surveys/surveys-service';

const QUESTIONS = 20;
const SIZES = [10_000, 100_000] as const;
const PERIOD = { from: '2025-01-01', to: '2025-12-31' };
/** The share by which a tenfold may exceed ten: clocks are shared. */
const TOLERANCE = 1.2;

const RESULTS = `query ($surveyId: ID!, $period: PeriodInput) {
  surveyResults(surveyId: $surveyId, period: $period) { responses csv }
}`;

const questions = Array.from({ length: QUESTIONS }, (_, n) => ({
  ...{ code: `q${n}`, kind: n % 4 === 3 ? 'SCALE_7' : 'SCALE_5', textKo: `문항 ${n}`, textEn: `Question ${n}` },
  ...{ required: true, options: [] },
}));

/** A questionnaire that is asked all the time, and a year of answers: 20 departments with 3 services each, 4 channels. */
async function fill({ dataSource }: TestDatabase, responses: number): Promise<string> {
  const id = randomUUID();
  await dataSource.query(
    `INSERT INTO "survey" ("id", "code", "version", "audience", "status", "title_ko", "title_en", "answer_days", "once_per_person",
                           "by_token", "sections", "questions", "quotas", "published_at")
     VALUES ($1, 'BENCH', 1, 'PETITIONER', 'PUBLISHED', '설문', 'Survey', 14, true, true, '[]', $2, '[]', '2025-01-01')`,
    [id, JSON.stringify(questions)],
  );
  await dataSource.query(
    `INSERT INTO "survey_response" ("id", "survey_id", "department_code", "service_code", "channel", "answered_on", "answers")
     SELECT gen_random_uuid(), $1, 'D' || d, 'D' || d || 'S' || n % 3, (ARRAY['ONLINE', 'VISIT', 'PHONE', 'LETTER'])[1 + n % 4],
            '2025-01-01'::date + n % 365,
            (SELECT jsonb_agg(jsonb_build_object('question', 'q' || q, 'scale', 1 + (n * (q + 7) / 11 + q) % 5)) FROM generate_series(0, $3::int - 1) q)
     FROM (SELECT n, n * 7 / 3 % 20 AS d FROM generate_series(1, $2::int) n) AS answer`,
    [id, responses, QUESTIONS],
  );
  await dataSource.query('VACUUM ANALYZE "survey_response"');
  return id;
}

/** Rows that PostgreSQL read so far. It tells of a transaction a moment after its end. */
async function rowsRead({ dataSource }: TestDatabase): Promise<number> {
  await sleep(2_000);
  const [{ n }] = (await dataSource.query(
    'SELECT sum("seq_tup_read" + COALESCE("idx_tup_fetch", 0))::float AS n FROM "pg_stat_user_tables"',
  )) as [{ n: number }];
  return n;
}

interface Cost {
  readonly ms: number;
  readonly rows: number;
}

async function cost(database: TestDatabase, work: () => Promise<{ ms: number }>): Promise<Cost> {
  const before = await rowsRead(database);
  const { ms } = await work();
  return { ms, rows: (await rowsRead(database)) - before };
}

/** The first request, which counts the months that are over, and one after it. */
async function measure(responses: number): Promise<readonly [Cost, Cost]> {
  const database = await createEmptyDatabase();
  const service = await SurveysService.start(database.url);
  try {
    const surveyId = await fill(database, responses);
    const ask = async () => {
      const asked = await service.ask<{ surveyResults: { responses: number } }>(RESULTS, { surveyId, period: PERIOD });
      if (asked.data.surveyResults.responses !== responses) throw new Error('Some responses were not counted.');
      return asked;
    };
    return [await cost(database, ask), await cost(database, ask)];
  } finally {
    await service.stop();
    await database.drop();
  }
}

/**
 * What results of a survey with twenty questions cost as the number of responses grows, in one request each. Fails where ten
 * times the responses cost more than ten times as much. Needs `TEST_DATABASE_URL`.
 */
async function main(): Promise<void> {
  console.log('responses | first request: ms | rows read | next request: ms | rows read');
  const found: (readonly [Cost, Cost])[] = [];
  for (const size of SIZES) {
    const [first, next] = await measure(size);
    found.push([first, next]);
    console.log([size, ...[first, next].flatMap(({ ms, rows }) => [ms.toFixed(0), rows])].join(' | '));
  }
  const [small, large] = found as [readonly [Cost, Cost], readonly [Cost, Cost]];
  const growth = SIZES[1] / SIZES[0];
  const ratios = [0, 1].flatMap((at) => [large[at]!.ms / small[at]!.ms, large[at]!.rows / small[at]!.rows]);
  console.log(`× ${growth} | × ${ratios.map((ratio) => ratio.toFixed(1)).join(' | × ')}`);
  if (ratios.some((ratio) => ratio > growth * TOLERANCE))
    throw new Error('It grows faster than the number of responses.');
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
