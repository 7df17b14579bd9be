import { access, chmod, constants, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { isSame, markOf, type ProcessMark } from './live-process';
import { StackError } from './stack-error';

/** The repository's own folder, seen from the compiled and from the source file alike. */
export const REPOSITORY = resolve(__dirname, '../../..');

/** A compiled file of this tool: what is started as a process of its own is always the compiled one. */
export const compiled = (file: string): string => join(REPOSITORY, 'tools/stack/dist', file);

/** The folder in which one stack keeps everything: data, secrets, mail, and the description of what runs. */
export interface Home {
  readonly folder: string;
  readonly postgres: string;
  readonly secrets: string;
  readonly ports: string;
  readonly mail: string;
  /** Text and push messages. */
  readonly messages: string;
  /** Files of complaints. */
  readonly attachments: string;
  /** Files of participation. */
  readonly participationFiles: string;
  readonly seeded: string;
  /** Which history `npm run demo` has told here. */
  readonly history: string;
  /** Tokens of the demo people, for the playground. */
  readonly tokens: string;
  /** What runs, for the next start. */
  readonly processes: string;
  /** What runs, for everybody. */
  readonly stack: string;
  readonly lock: string;
}

/** The paths of a home. @param folder CHARTER_HOME; without it `.charter` in the repository */
export function homeAt(folder: string | undefined): Home {
  const path = resolve(folder || join(REPOSITORY, '.charter'));
  const inside = (name: string): string => join(path, name);
  return {
    folder: path,
    postgres: inside('postgres'),
    secrets: inside('secrets.json'),
    ports: inside('ports.json'),
    mail: inside('mail'),
    messages: inside('messages'),
    attachments: inside('attachments'),
    participationFiles: inside('participation-files'),
    seeded: inside('seeded.json'),
    history: inside('history.json'),
    tokens: inside('tokens.json'),
    processes: inside('processes.json'),
    stack: inside('stack.json'),
    lock: inside('stack.lock'),
  };
}

/** Creates the folder and proves that it can be used. @throws {StackError} with the reason when it cannot */
export async function openHome(home: Home): Promise<void> {
  try {
    await mkdir(home.folder, { recursive: true });
    await access(home.folder, constants.R_OK | constants.W_OK | constants.X_OK);
    // As root PostgreSQL runs under another user, who must be able to pass through this folder; what is private here
    // (secrets, tokens) is private by its own mode.
    if (process.getuid?.() === 0) await chmod(home.folder, ((await stat(home.folder)).mode & 0o777) | 0o011);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOTDIR' || code === 'EEXIST' ? 'is not a folder' : 'cannot be written to';
    throw new StackError(
      `The data folder ${home.folder} ${reason} (${code}): correct its permissions or name another one with CHARTER_HOME.`,
    );
  }
}

/**
 * Claims the home for this process. A lock left by a crash is taken over.
 * @returns a function that gives the claim back
 * @throws {StackError} when a stack already runs here
 */
export async function lockHome(home: Home): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (await claim(home.lock)) return () => rm(home.lock, { force: true });
    const holder = await lockHolder(home);
    if (holder) {
      throw new StackError(
        `A stack already runs in ${home.folder} (process ${holder.pid}): use it, end it with "npm run stop", or start another one with CHARTER_HOME and CHARTER_PORT set.`,
      );
    }
    await rm(home.lock, { force: true });
  }
  throw new StackError(`${home.lock} cannot be claimed: another start is under way, wait for it.`);
}

/** Writes the whole lock first and links it into place, so that nobody ever reads half of one. */
async function claim(lock: string): Promise<boolean> {
  const draft = `${lock}.${process.pid}`;
  try {
    await writeFile(draft, JSON.stringify(markOf(process.pid)), { mode: 0o600 });
    await link(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The process that holds the home now, if any. */
export async function lockHolder(home: Home): Promise<ProcessMark | undefined> {
  try {
    const mark = JSON.parse(await readFile(home.lock, 'utf8')) as ProcessMark;
    return isSame(mark) ? mark : undefined;
  } catch {
    return undefined; // no lock, or one cut short by a crash
  }
}
