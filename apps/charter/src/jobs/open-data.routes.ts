import type { FastifyReply, FastifyRequest } from 'fastify';
import { type StreamedRoutes, isHeldBy, isUuid } from '@charter/service';
import { csvOf } from '../domain/scorecards/export';
import { type ScorecardStore, parseContent } from '../store/scorecards/scorecard.store';

/** How a published scorecard can be had. */
const FORMATS = {
  json: { type: 'application/json; charset=utf-8', write: (content: string) => content },
  csv: { type: 'text/csv; charset=utf-8', write: (content: string) => csvOf(parseContent(content)) },
} as const;
type Format = keyof typeof FORMATS;

const isFormat = (given: string): given is Format => Object.hasOwn(FORMATS, given);

const ABSENT = { errors: [{ message: 'There is no such file.', extensions: { code: 'NOT_FOUND' } }] };

type OpenDataRequest = FastifyRequest<{ Params: { id: string }; Querystring: { format?: string } }>;

/**
 * `GET /open-data/scorecards/<id>?format=csv|json`: a published scorecard as a file. Everybody may have it, and it never changes:
 * who has it already is told so.
 */
export const openDataRoutes =
  (scorecards: ScorecardStore): StreamedRoutes =>
  (scope) => {
    scope.get(
      '/open-data/scorecards/:id',
      async ({ params: { id }, query, headers }: OpenDataRequest, reply: FastifyReply) => {
        const { format = 'json' } = query;
        const [row] = isUuid(id) && isFormat(format) ? await scorecards.byIds([id]) : [];
        if (!row || !isFormat(format)) return reply.code(404).send(ABSENT);
        const etag = `W/"${row.contentHash}-${format}"`; // weak: the gateway may pack it
        const cached = { etag, 'cache-control': 'public, max-age=86400, immutable' };
        if (isHeldBy(headers['if-none-match'], etag)) return reply.code(304).headers(cached).send();
        const [content] = await scorecards.contentsOf([id]);
        return reply
          .headers({
            ...cached,
            'content-type': FORMATS[format].type,
            'content-disposition': `attachment; filename="scorecard-${row.year}-${row.part}-${row.edition}.${format}"`,
            'content-security-policy': "default-src 'none'; sandbox",
            'x-content-type-options': 'nosniff',
          })
          .send(FORMATS[format].write(content!));
      },
    );
  };
