import { setTimeout as sleep } from 'node:timers/promises';
import type { Person, RunningStack } from '../../src/running-stack';
import type { UserError } from '../../src/story';

const SCALES = [5, 5, 4, 4, 4, 3, 3, 2, 5, 1, 4, 5];
const QUESTION = { code: 'overall', kind: 'SCALE_5', textKo: '만족하십니까? <b>', textEn: 'Content?', required: true };

interface Done {
  readonly result: { readonly done?: { readonly id: string } | null; readonly errors: readonly UserError[] };
}
interface Figure {
  readonly statistic: string;
  readonly item: string | null;
  readonly n: number;
  readonly count: number | null;
  readonly value: number;
}
interface Read {
  readonly publishedResults: {
    readonly results: {
      readonly responses: number;
      readonly json: string;
      readonly csv: string;
      readonly questions: readonly {
        readonly chart: { readonly svg: string };
        readonly groups: readonly { readonly dimension: string; readonly estimates: readonly Figure[] }[];
      }[];
    };
  };
}
const READ = `query ($id: ID!) { publishedResults(id: $id) { results { responses json csv questions {
  chart { svg } groups { dimension estimates { statistic item n count value } } } } } }`;

/** A survey of everybody, from its questions to results that everybody reads, through the public endpoint. */
export function publishesResults(running: () => RunningStack): void {
  const run = async (who: Person | undefined, name: string, input: object, done = ''): Promise<Done['result']> => {
    const { endpoint, tokens } = running().description;
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { result: ${name}(input: $input) { ${done} errors { code message } } }`;
    const headers: Record<string, string> = who ? { authorization: `Bearer ${tokens[who]}` } : {};
    const { data, errors } = await running().post<Done>(endpoint, { query, variables: { input } }, headers);
    if (!data?.result) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    return data.result;
  };
  const survey = 'done: survey { id }';

  it('closes, publishes what everybody said, and shows it to everybody', async () => {
    const head = { code: 'E2E_PARK', audience: 'EVERYONE', oncePerPerson: false, answerDays: 14 };
    const titles = { titleKo: '공원', titleEn: 'Parks' };
    const { done } = await run('admin', 'saveSurvey', { ...head, ...titles, questions: [QUESTION] }, survey);
    const surveyId = done!.id;
    await run('admin', 'publishSurvey', { surveyId }, survey);
    for (const scale of SCALES) {
      const answers = [{ question: 'overall', scale }];
      expect(await run(undefined, 'submitResponse', { surveyId, answers })).toMatchObject({ errors: [] });
      await sleep(100);
    }
    const publication = 'done: publication { id }';
    expect(await run('admin', 'publishResults', { surveyId }, publication)).toMatchObject({
      errors: [{ code: 'TOO_EARLY' }],
    });
    expect(await run('admin', 'closeSurvey', { surveyId }, survey)).toMatchObject({ errors: [] });
    const published = await run('admin', 'publishResults', { surveyId }, publication);
    expect(published.errors).toEqual([]);

    const read = await running().get<Read>(undefined, READ, { id: published.done!.id });
    const { responses, json, csv, questions } = read.publishedResults.results;
    const total = questions[0]!.groups.find(({ dimension }) => dimension === 'TOTAL')!;
    const figure = (statistic: string, item: string | null = null): Figure =>
      total.estimates.find((one) => one.statistic === statistic && one.item === item)!;
    const mean = SCALES.reduce((sum, scale) => sum + scale, 0) / SCALES.length;
    expect(responses).toBe(SCALES.length);
    expect(figure('MEAN').value).toBeCloseTo(mean, 4);
    expect(figure('SCORE').value).toBeCloseTo((mean - 1) * 25, 2);
    for (const point of [1, 2, 3, 4, 5])
      expect(figure('SHARE', `${point}`).count).toBe(SCALES.filter((scale) => scale === point).length);
    expect(questions[0]!.chart.svg).toContain('role="img"');
    expect(questions[0]!.chart.svg).not.toContain('<b>');
    expect((JSON.parse(json) as { responses: number }).responses).toBe(SCALES.length);
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(
      1 + questions[0]!.groups.flatMap(({ estimates }) => estimates).length,
    );
    expect(await run('admin', 'publishResults', { surveyId }, publication)).toMatchObject({
      errors: [{ code: 'ALREADY_DONE' }],
    });
  });
}
