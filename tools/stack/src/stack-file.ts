import { rm } from 'node:fs/promises';

import { z } from 'zod';

import type { Home } from './home';
import { type DemoPersonKey, demoPeople } from './issuer/people';
import { issueToken } from './issuer/token';
import { readJson, writeJson } from './json-file';
import { isSame, markOf, type ProcessMark } from './live-process';
import { type Secrets, signingKey } from './secrets';
import type { SupervisedProcess } from './supervisor/supervised-process';

const schema = z.object({
  pid: z.number(),
  endpoint: z.string(),
  playground: z.string(),
  charter: z.string(),
  mail: z.string(),
  database: z.string(),
  tokens: z.record(z.string(), z.string()),
  processes: z.record(
    z.string(),
    z.object({ role: z.string(), pid: z.number().nullable(), url: z.string().nullable() }),
  ),
});

/** What other programs read to find a running stack: `stack.json`. It is there while the stack is ready. */
export type StackDescription = z.infer<typeof schema>;

/** The description of the stack in a home; undefined when none is up. */
export async function readStack(home: Home): Promise<StackDescription | undefined> {
  const parsed = schema.safeParse(await readJson(home.stack));
  return parsed.success ? parsed.data : undefined;
}

/** A token for every demo person. @param issuer the development issuer's address */
export async function demoTokens(secrets: Secrets, issuer: string, now: Date): Promise<Record<DemoPersonKey, string>> {
  const key = signingKey(secrets, 'issuer');
  const tokens = demoPeople.map(async (person) => [person.key, await issueToken(person, key, issuer, now)] as const);
  return Object.fromEntries(await Promise.all(tokens)) as Record<DemoPersonKey, string>;
}

/** Keeps the files that describe a stack true while it runs. Writes follow each other. */
export class StackFiles {
  private last: Promise<void> = Promise.resolve();
  private head?: Omit<StackDescription, 'processes'>;

  constructor(private readonly home: Home) {}

  /** From now on the stack is announced. */
  announce(head: Omit<StackDescription, 'processes'>, processes: readonly SupervisedProcess[]): Promise<void> {
    this.head = head;
    return this.changed(processes);
  }

  /** Records what runs now: for a start after a crash, and, once announced, for everybody. */
  changed(processes: readonly SupervisedProcess[]): Promise<void> {
    const marks = processes.flatMap(({ pid }) => (pid ? (markOf(pid) ?? []) : []));
    const rows = processes.map(({ spec, pid }) => [
      spec.name,
      { role: spec.role, pid: pid ?? null, url: spec.url ?? null },
    ]);
    const { head, home } = this;
    return this.inTurn(async () => {
      await writeJson(home.processes, marks);
      if (head) await writeJson(home.stack, { ...head, processes: Object.fromEntries(rows) });
    });
  }

  /** The stack is no longer there. */
  withdraw(): Promise<void> {
    this.head = undefined;
    return this.inTurn(() => rm(this.home.stack, { force: true }));
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    this.last = this.last.then(work, work);
    return this.last;
  }
}

/** Processes of an earlier stack in this home that still run: left behind by a crash. */
export async function survivors(home: Home): Promise<ProcessMark[]> {
  const marks = z.array(z.object({ pid: z.number(), startedAt: z.string() })).safeParse(await readJson(home.processes));
  return marks.success ? marks.data.filter(isSame) : [];
}
