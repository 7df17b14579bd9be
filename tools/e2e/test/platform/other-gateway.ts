import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { eventually } from '@charter/testkit';
import { HiveGateway, type Planner } from '../../src/hive-gateway';
import { type Answer, type Person, REPOSITORY, type RunningStack } from '../../src/running-stack';
import { registerLate, sevenDayService } from '../../src/story';

interface Story {
  readonly name: string;
  readonly person: string;
  readonly query: string;
  readonly variables?: object;
}

const NOBODYS = '0198a000-0000-7000-8000-0000000fffff';
const DAY_MS = 86_400_000;
/** For what changes between two questions, such as the hours that are left. */
const AGREE_MS = 30_000;

/** The playground is an app's, which no tool imports: loaded by its path. */
const storiesThatRead = async (): Promise<readonly Story[]> => {
  const { STORIES } = (await import(join(REPOSITORY, 'apps/gateway/playground/stories.ts'))) as { STORIES: Story[] };
  return STORIES.filter(({ query }) => !/^mutation\b/m.test(query));
};

const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** The variables with what `{{…}}` stands for. */
const filled = (variables: object, known: Readonly<Record<string, string>>): object =>
  JSON.parse(
    JSON.stringify(variables)
      .replaceAll(/\{\{daysAgo:(\d+)\}\}/g, (_all, days: string) => inDays(-Number(days)))
      .replaceAll(/\{\{momentIn:(\d+)\}\}/g, (_all, days: string) => inDays(Number(days)))
      .replaceAll(/\{\{dayIn:(\d+)\}\}/g, (_all, days: string) => inDays(Number(days)).slice(0, 10))
      .replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => known[name] ?? NOBODYS),
  ) as object;

/** What two gateways have to agree on: all data but the moment at which a figure is taken, and where something was refused. */
const essence = ({ data, errors = [] }: Answer<object>) => ({
  data: JSON.parse(JSON.stringify(data ?? null).replaceAll(/"takenAt":"[^"]+"/g, '"takenAt":"now"')) as object | null,
  refused: errors.map(({ path }) => path?.join('.')),
});

/** The supergraph is no secret of our gateway: another one, from npm, loads the same file and answers the same. */
export function servesAnotherGateway(running: () => RunningStack): void {
  it.each<Planner>(['javascript', 'rust'])(
    'answers what the playground reads like ours (planner: %s)',
    async (planner) => {
      const stack = running();
      const complaint = await registerLate(stack, await sevenDayService(stack));
      const hive = await HiveGateway.start(stack, planner);
      try {
        const stories = await storiesThatRead();
        expect(stories.length).toBeGreaterThan(30);
        let withData = 0;
        for (const { name, person, query, variables = {} } of stories) {
          const who = person === 'anonymous' ? undefined : (person as Person);
          const asked = filled(variables, { complaint, filed: complaint });
          const both = await eventually(
            async () => ({
              theirs: essence(await hive.ask(who, query, asked)),
              ours: essence(await stack.ask(who, query, asked)),
            }),
            ({ ours, theirs }) => isDeepStrictEqual(ours, theirs),
            AGREE_MS,
          ).catch((error: unknown) => {
            throw new Error(`${name}: the gateways do not agree.`, { cause: error });
          });
          expect([name, both.theirs]).toEqual([name, both.ours]);
          if (Object.values(both.ours.data ?? {}).some((value) => value !== null)) withData += 1;
        }
        expect(withData).toBeGreaterThan(stories.length / 2);
      } finally {
        await hive.stop();
      }
    },
    300_000,
  );
}
