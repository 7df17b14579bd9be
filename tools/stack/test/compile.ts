import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '../../..');

/** Compiles this tool: its processes of their own are started from what was compiled. */
export function compileStack(): void {
  execFileSync('npm', ['run', 'build', '-w', 'tools/stack', '-w', 'libs/contracts'], {
    cwd: REPOSITORY,
    stdio: 'pipe',
  });
}
