import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Compiles what is out of date: processes of their own are started from what was compiled. */
export const compileAll = (): void => void execFileSync(process.execPath, [join(__dirname, '../bin/build.mjs')]);
