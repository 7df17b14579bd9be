import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { heldOut, measureRouting } from '@charter/tool-bench';
import { REPOSITORY, type RunningStack } from '../../src/running-stack';

const LEARNED = 1_500;
const HELD_OUT = 200;

/** What was answered before tells where a new complaint belongs, of those that nobody has learned from. */
export function routesByWhatWasAnswered(running: () => RunningStack): void {
  it('finds the department in the first three for four of five held-out complaints, where keywords find three of five', async () => {
    const stack = running();
    // Not in one piece: a process that hears nothing for a minute would send on connections that were closed meanwhile.
    await promisify(execFile)(process.execPath, ['tools/stack/bin/demo.mjs', '--complaints', String(LEARNED)], {
      ...{ cwd: REPOSITORY, env: stack.environment },
    });
    const { suggested, keywords } = await measureRouting(heldOut(HELD_OUT), async (title, body) => {
      const { suggestRouting } = await stack.get<{
        suggestRouting: { departments: { department: { code: string } }[] };
      }>(
        undefined,
        `query ($title: String!, $body: String!) {
          suggestRouting(title: $title, body: $body) { departments { department { code } } } }`,
        { title, body },
      );
      return suggestRouting.departments.map(({ department }) => department.code);
    });
    expect(suggested.firstThree).toBeGreaterThanOrEqual(0.8);
    expect(keywords.firstThree).toBeLessThan(0.6);
  });
}
