import { execFile } from 'node:child_process';
import { SERVICES } from '@charter/contracts';
import { REPOSITORY, type RunningStack } from '../../src/running-stack';

/** What was done is chained in every service, and whoever changes it past the platform is found. */
export function keepsItsRecord(running: () => RunningStack): void {
  /** `npm run record:verify -- …`, as an operator runs it beside the stack. */
  const verify = (...args: string[]): Promise<{ code: number; said: string }> =>
    new Promise((resolve) => {
      const command = ['tools/stack/bin/record-verify.mjs', ...args];
      execFile(process.execPath, command, { cwd: REPOSITORY, env: running().environment }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
      );
    });
  /** Past all triggers, as whoever holds the database can. */
  const behindTheBack = (statement: string): Promise<unknown> =>
    running().sql('complaints', `DO $$ BEGIN SET LOCAL session_replication_role = replica; ${statement}; END $$`);

  it('holds in every service after all that was done', async () => {
    const { code, said } = await verify();
    expect(said).not.toContain('BROKEN');
    for (const service of SERVICES)
      expect(said).toMatch(new RegExp(`^${service}: [\\d,]+ of [\\d,]+ links? holds?`, 'm'));
    expect(said).toMatch(/^complaints: [1-9][\d,]* of/m);
    expect(code).toBe(0);
  });

  it('names the first line that somebody changed, and holds again when it is as it was', async () => {
    const [line] = await running().sql<{ id: string }>(
      'complaints',
      `SELECT "row_key" AS "id" FROM "record_link" WHERE "table_name" = 'complaint_history' ORDER BY "seq" LIMIT 1`,
    );
    const moved = (by: string) =>
      behindTheBack(`UPDATE "complaint_history" SET "changed_at" = "changed_at" ${by} WHERE "id" = ${line!.id}`);
    await moved(`- interval '1 day'`);
    const tampered = await verify('complaints');
    await moved(`+ interval '1 day'`);
    expect(tampered.said).toMatch(
      new RegExp(
        `BROKEN in 1 place. The first: link \\d+, row ${line!.id} of complaint_history: the row is not as it was written`,
      ),
    );
    expect(tampered.code).toBe(1);
    expect(await verify('complaints')).toMatchObject({ code: 0 });
  });

  it('says what it does not understand', async () => {
    expect(await verify('nobody')).toMatchObject({ code: 1, said: expect.stringContaining('the name of one service') });
    expect(await verify('complaints', '--head', '1')).toMatchObject({
      code: 1,
      said: expect.stringContaining('--head'),
    });
  });
}
