import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SERVICES } from '@charter/contracts';
import { History } from './life/git';

export const SUPERGRAPH = 'apps/gateway/supergraph.graphql';
export const API = 'apps/gateway/schema.graphql';
export const CHANGELOG = 'docs/api-changelog.md';

/** The checkout: where schemas are printed, read and written. Paths are relative to its root. */
export class Repository {
  readonly history: History;

  constructor(readonly root: string) {
    this.history = new History(root);
  }

  read(path: string): string | undefined {
    const full = join(this.root, path);
    return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
  }

  /** Puts a whole file in place of another at once: a gateway may be watching it. */
  write(path: string, text: string): void {
    const full = join(this.root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(`${full}.new`, text);
    renameSync(`${full}.new`, full);
  }

  /** The subgraphs as their built programs print them now, by name. */
  printSubgraphs(): Record<string, string> {
    return Object.fromEntries(
      SERVICES.map((name) => [name, this.#run(process.execPath, `apps/${name}/dist/main.js`, 'schema')]),
    );
  }

  #run(command: string, ...args: string[]): string {
    return execFileSync(command, args, {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  }
}

/** Where a subgraph's schema is committed. */
export const schemaPath = (service: string): string => `apps/${service}/schema.graphql`;
