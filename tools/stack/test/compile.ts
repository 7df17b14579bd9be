import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '../../..');

function build(...which: string[]): void {
  const nx = join(REPOSITORY, 'node_modules/nx');
  const { bin } = createRequire(__filename)(join(nx, 'package.json')) as { bin: { nx: string } };
  execFileSync(process.execPath, [join(nx, bin.nx), 'run-many', '-t', 'build', '--output-style=static', ...which], {
    cwd: REPOSITORY,
    stdio: 'pipe',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  });
}

/** Compiles this tool: its processes of their own are started from what was compiled. Nothing happens when that is fresh. */
export const compileStack = (): void => build('-p', '@charter/tool-stack', '@charter/contracts');

/** Compiles the whole platform. */
export const compileAll = (): void => build();
