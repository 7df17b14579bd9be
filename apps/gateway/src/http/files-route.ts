import type { FastifyInstance } from 'fastify';
import { Pool } from 'undici';
import type { Logger } from '@charter/service';
import type { CallerLimits } from '../limits/caller-limits';
import type { Misses } from '../limits/misses';
import { enteringHook } from './admission-hooks';
import { FileDoor, type FilePath, askingOf } from './file-door';
import { guardMisses } from './miss-guard';
import { addVary } from './vary';

/** Every public path of files. The first part of each is what the service signs its addresses with; open data have no signature. */
const FILE_PATHS: readonly FilePath[] = [
  { path: '/attachments/:id', service: 'complaints', takes: true },
  { path: '/exports/:id', service: 'complaints', takes: false },
  { path: '/participation-files/:id', service: 'participation', takes: true },
  { path: '/letters/:id', service: 'compensation', takes: false },
  { path: '/my-data/:id', service: 'notices', takes: false },
  { path: '/open-data/scorecards/:id', service: 'charter', takes: false },
];

/** Where uploads arrive: they may take as long as a transfer. */
export const UPLOAD_PATHS: ReadonlySet<string> = new Set(
  FILE_PATHS.filter(({ takes }) => takes).map(({ path }) => path),
);

export interface FileSettings {
  /** Where the services answer, by their names: the same addresses as their graphs have. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly maxBytes: number;
  readonly misses: Misses;
  /** Whoever asks does so without a token: the points are those of the address. */
  readonly callers: Pick<CallerLimits, 'enter' | 'pass' | 'notePassed'>;
  readonly log: Logger;
}

/**
 * Passes files through to the services that keep them, in both directions, as they come: nothing is held here. The address
 * carries its own proof, where one is needed, which the service checks before a body is read here; size is checked here as well.
 */
export function filesRoute({ subgraphUrls, maxBytes, misses, callers, log }: FileSettings): {
  readonly route: (scope: FastifyInstance) => void;
  readonly close: () => Promise<void>;
} {
  const services = [...new Set(FILE_PATHS.map(({ service }) => service))];
  const pools = new Map(
    services.map((service) => {
      const { origin } = new URL(subgraphUrls[service] ?? `http://${service}.invalid`);
      return [service, new Pool(origin, { connections: 256, headersTimeout: 0, bodyTimeout: 60_000 })];
    }),
  );
  const route = (parent: FastifyInstance): void =>
    void parent.register(async (scope) => {
      guardMisses(scope, misses, [403, 404]);
      scope.addHook('onRequest', enteringHook(callers, askingOf));
      // Pages of the same site show files; open data are for everybody.
      scope.addHook('onRequest', async ({ routeOptions }, reply) => {
        const isOpen = routeOptions.url?.startsWith('/open-data/') ?? false;
        reply.header('cross-origin-resource-policy', isOpen ? 'cross-origin' : 'same-site');
        if (isOpen) addVary(reply, 'accept-encoding'); // kept by others, packed or not
      });
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, done) => done(null, body)); // left unread for the door
      for (const path of FILE_PATHS)
        new FileDoor(path, { pool: pools.get(path.service)!, maxBytes, callers, log }).open(scope);
    });
  return { route, close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.destroy()))) };
}
