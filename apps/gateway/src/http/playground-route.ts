import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Logger, isHeldBy, weakTag } from '@charter/service';
import { takesEncoding } from './accept-encoding';

/** Everything comes from this server. Monaco writes its own styles into the page; nothing else may. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

const demoSchema = z.object({ tokens: z.record(z.string(), z.string()) });

export interface PlaygroundSettings {
  /** Where it is not, `/` leads to the page of the charter: its files name what the graph can do. */
  readonly isServed: boolean;
  /** The built files: `index.html`, and assets whose names change with their content, each with a `.br` and a `.gz` beside it. */
  readonly folder: string;
  /** Where the demo people's tokens are; undefined outside development. */
  readonly demoTokensPath?: string;
  readonly log: Logger;
}

/** The only file whose name stays while its content changes. */
const PAGE = 'index.html';
/** A file's own name: no folder before it, no dot in front. */
const NAME = /^\w[\w-]*(\.[\w-]+)+$/;

/** How a file may be packed, the smallest first. */
const PACKINGS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const;

/** Serves GraphiQL at `/playground`. A new build is served without a restart. */
export function playgroundRoute(server: FastifyInstance, settings: PlaygroundSettings): void {
  const { isServed, folder, demoTokensPath, log } = settings;
  if (!isServed) {
    server.get('/', async (_request, reply) => reply.redirect('/charter'));
    return;
  }
  const exists = (name: string): boolean => NAME.test(name) && existsSync(join(folder, name));
  if (!exists(PAGE)) {
    log.warn({ folder }, 'the playground is not built: npm run build -w @charter/app-gateway');
  }

  const send = async (request: FastifyRequest, reply: FastifyReply, name: string): Promise<unknown> => {
    if (!exists(name)) return reply.callNotFound();
    const { headers } = request;
    reply
      .headers({ 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer', vary: 'accept-encoding' })
      .header('cache-control', name === PAGE ? 'no-cache' : 'public, max-age=31536000, immutable');
    if (name === PAGE) {
      // Asked for each time; of the plain text, so that it is one tag however the page is packed.
      const tag = weakTag(await readFile(join(folder, name)));
      reply.header('etag', tag);
      if (isHeldBy(headers['if-none-match'], tag)) return reply.code(304).send();
    }
    const packing = PACKINGS.find(({ encoding, ending }) => takesEncoding(headers, encoding) && exists(name + ending));
    const content = await readFile(join(folder, name + (packing?.ending ?? '')));
    if (packing) reply.header('content-encoding', packing.encoding);
    return reply.type(TYPES[extname(name)] ?? 'application/octet-stream').send(content);
  };

  server.get('/', async (_request, reply) => reply.redirect('/playground'));
  server.get('/playground', (request, reply) => send(request, reply, PAGE));
  server.get<{ Params: { name: string } }>('/playground/assets/:name', (request, reply) =>
    send(request, reply, request.params.name),
  );
  if (demoTokensPath !== undefined) {
    server.get('/playground/people.json', async () => {
      const { tokens } = demoSchema.parse(JSON.parse(await readFile(demoTokensPath, 'utf8')));
      return { people: Object.entries(tokens).map(([name, token]) => ({ name, token })) };
    });
  }
}
