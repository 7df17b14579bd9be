import { execFileSync } from 'node:child_process';

/** A commit that changed a file. */
export interface Version {
  readonly commit: string;
  /** When its author made it, and when it was put where it is: YYYY-MM-DD in Asia/Seoul. */
  readonly authored: string;
  readonly committed: string;
  readonly subject: string;
  /** What it says after `BREAKING CHANGE:`, in one line. */
  readonly reason?: string;
}

const FORMAT = ['%H', '%ad', '%cd', '%s', '%B'].join('%x1f');

/** The reason in a commit's message: the paragraph after `BREAKING CHANGE:`. */
function breakingReason(message: string): string | undefined {
  const told = /^BREAKING[ -]CHANGE: *(\S.*(?:\n(?!\S+: ).*\S.*)*)/m.exec(message)?.[1];
  return told?.replaceAll(/\s+/g, ' ').trim();
}

/** The history of the checkout, as Git tells it. */
export class History {
  constructor(private readonly root: string) {}

  /** Whether commits are missing here that are somewhere else, as in the checkouts of build servers. */
  isShallow(): boolean {
    return this.#try('rev-parse', '--is-shallow-repository')?.trim() === 'true';
  }

  /** The full name of a revision; undefined where there is none. */
  resolve(revision: string): string | undefined {
    return this.#try('rev-parse', '--verify', '--quiet', `${revision}^{commit}`)?.trim();
  }

  /** Where two revisions went apart; undefined where that is not known here. */
  mergeBase(one: string, other: string): string | undefined {
    return this.#try('merge-base', one, other)?.trim();
  }

  /** A file as it was committed; undefined where that revision or the file in it does not exist. */
  file(revision: string, path: string): string | undefined {
    return this.#try('show', `${revision}:${path}`);
  }

  /** One commit. @throws when there is no such revision */
  commit(revision: string): Version {
    const [found] = this.#log('-1', revision);
    if (!found) throw new Error(`There is no revision ${revision}.`);
    return found;
  }

  /** The commits of a range, or of all that led to a revision, that changed a file: oldest first. */
  versions(range: string, path: string): Version[] {
    return this.#log(range, '--', path).reverse();
  }

  #log(...what: string[]): Version[] {
    const told = this.#try(
      'log',
      '-z',
      '--first-parent',
      '--date=format-local:%Y-%m-%d',
      `--format=${FORMAT}`,
      ...what,
    );
    return (told ?? '')
      .split('\0')
      .filter((entry) => entry.trim() !== '')
      .map((entry) => {
        const [commit = '', authored = '', committed = '', subject = '', message = ''] = entry.split('\x1f');
        return { commit, authored, committed, subject, reason: breakingReason(message) };
      });
  }

  #try(...args: string[]): string | undefined {
    try {
      return execFileSync('git', args, {
        cwd: this.root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, TZ: 'KST-9' },
      });
    } catch (error) {
      const { status, code } = error as { status?: unknown; code?: unknown };
      if (typeof status === 'number' || code === 'ENOENT') return undefined; // there is no such thing, or no Git
      throw error;
    }
  }
}
