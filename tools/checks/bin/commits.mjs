// Every commit since the beginning speaks Conventional Commits: type(scope): what it does.
import { spawnSync } from 'node:child_process';

const TYPES = 'build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test';
const SUBJECT = new RegExp(`^(${TYPES})(\\([a-z0-9,-]+\\))?!?: \\S.{2,}[^.]$`, 'u');
const LONGEST = 120;

const { status, stdout } = spawnSync('git', ['log', '--no-merges', '--format=%h %s'], { encoding: 'utf8' });
if (status !== 0) {
  console.log('Not a git checkout: no commits to look at.');
  process.exit(0);
}
const bad = stdout
  .trim()
  .split('\n')
  .filter((line) => {
    const subject = line.slice(line.indexOf(' ') + 1);
    return !SUBJECT.test(subject) || subject.length > LONGEST;
  });
for (const line of bad) console.error(`Not a Conventional Commit: ${line}`);
process.exit(bad.length > 0 ? 1 : 0);
