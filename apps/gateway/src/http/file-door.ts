import { PassThrough, type Readable, Transform, pipeline } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Dispatcher, Pool } from 'undici';
import type { Message, ServiceName } from '@charter/contracts';
import { type Logger, isUuid } from '@charter/service';
import { languageFrom } from '../caller/request-context';
import { type PublicCode, publicError } from '../errors/public-error';
import type { Asking, CallerLimits } from '../limits/caller-limits';
import { refusalOf } from './admission-hooks';
import { sendError } from './send-error';

/** How long one transfer may take, in milliseconds: 20 MB over a slow line. */
export const TRANSFER_LIMIT_MS = 5 * 60_000;
const ASKING_LIMIT_MS = 5_000;

const TEXTS = {
  length: {
    ko: 'Content-Length 머리말로 파일 크기를 알려 주십시오.',
    en: 'Please give the size of the file in the header Content-Length.',
  },
  size: { ko: '파일이 너무 큽니다.', en: 'This file is too large.' },
  signature: {
    ko: '주소가 올바르지 않거나 만료되었습니다. 새 주소를 요청해 주십시오.',
    en: 'This address was changed or has expired: ask for a new one.',
  },
  absent: { ko: '파일을 찾을 수 없습니다.', en: 'There is no such file.' },
  content: {
    ko: '올라온 내용이 알려 주신 크기나 SHA-256 값과 다릅니다. 다시 올려 주십시오.',
    en: 'The content is not of the size and SHA-256 that were announced: please upload it again.',
  },
  away: {
    ko: '파일 서비스가 지금 응답하지 않습니다. 잠시 후 다시 시도해 주십시오.',
    en: 'Files cannot be reached now. Please try again in a moment.',
  },
} as const satisfies Record<string, Message>;

/** What the service refused, in this server's words. */
const REFUSED: Readonly<Record<number, readonly [PublicCode, Message]>> = {
  400: ['BAD_USER_INPUT', TEXTS.content],
  403: ['FORBIDDEN', TEXTS.signature],
  404: ['NOT_FOUND', TEXTS.absent],
};

/** Of the answer, what a browser needs; the service decides how a file may be shown. */
const PASSED_ON = [
  ...['content-type', 'content-length', 'content-disposition', 'content-security-policy', 'cache-control', 'etag'],
] as const;
/** Of the request, what tells the service which version the client has already. */
const CONDITION = 'if-none-match';

/** A public path of files: which service keeps them, and whether it takes any there. */
export interface FilePath {
  readonly path: `/${string}/:id`;
  readonly service: ServiceName;
  readonly takes: boolean;
}

export interface DoorSettings {
  /** The connections to the service. */
  readonly pool: Pool;
  readonly maxBytes: number;
  readonly callers: Pick<CallerLimits, 'pass' | 'notePassed'>;
  readonly log: Logger;
}

/** Who asks, as far as limits care: a file has an address that is signed, and no token. */
export const askingOf = ({ ip, headers }: FastifyRequest): Asking => ({
  address: ip,
  language: languageFrom(headers['accept-language']),
});

type FileRequest = FastifyRequest<{ Params: { id: string } }>;

const conditionOf = ({ headers }: FastifyRequest): Readonly<Record<string, string>> => {
  const known = headers[CONDITION];
  return known === undefined ? {} : { [CONDITION]: known };
};

/** Through which files of one path go in and out. */
export class FileDoor {
  constructor(
    private readonly to: FilePath,
    private readonly settings: DoorSettings,
  ) {}

  /** @param scope whose bodies are left unread */
  open(scope: FastifyInstance): void {
    const { path, takes } = this.to;
    if (takes) scope.put(path, (request: FileRequest, reply) => this.take(request, reply));
    scope.get(path, (request: FileRequest, reply) =>
      isUuid(request.params.id)
        ? this.pass(request, reply, null, conditionOf(request))
        : this.refuse(request, reply, 404, 'NOT_FOUND', TEXTS.absent),
    );
  }

  private async take(request: FileRequest, reply: FastifyReply): Promise<FastifyReply> {
    if (!isUuid(request.params.id)) return this.refuse(request, reply, 404, 'NOT_FOUND', TEXTS.absent);
    const length = request.headers['content-length'];
    if (length === undefined) return this.refuse(request, reply, 411, 'BAD_USER_INPUT', TEXTS.length);
    if (Number(length) > this.settings.maxBytes) return this.refuse(request, reply, 413, 'BAD_USER_INPUT', TEXTS.size);
    const asked = await this.wouldTake(request, length);
    if (asked !== 200) return this.refuseAs(request, reply, asked);
    const refusal = await this.spend(request, Number(length));
    if (refusal) return this.tell(request, reply, 429, refusal);
    // A stream of its own: one that the service refuses is given up without cutting off the client’s answer.
    const body = new PassThrough();
    request.raw.once('aborted', () => body.destroy());
    body.on('error', () => undefined);
    return this.pass(request, reply, request.raw.pipe(body), { 'content-length': length });
  }

  /** Whether the service would take an upload. @returns its status; 503 when it cannot be reached */
  private async wouldTake({ raw, id }: FileRequest, length: string): Promise<number> {
    const { pool, log } = this.settings;
    try {
      const asked = { path: raw.url!, method: 'HEAD', headers: { 'x-upload-length': length } } as const;
      const { statusCode, body } = await pool.request({ ...asked, signal: AbortSignal.timeout(ASKING_LIMIT_MS) });
      await body.dump();
      return statusCode;
    } catch (error) {
      log.error({ requestId: id, service: this.to.service, err: error }, 'the service of a file could not be asked');
      return 503;
    }
  }

  private async pass(
    request: FileRequest,
    reply: FastifyReply,
    body: Readable | null,
    headers: object,
  ): Promise<FastifyReply> {
    const { pool, log } = this.settings;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), TRANSFER_LIMIT_MS);
    reply.raw.once('close', () => {
      clearTimeout(timer);
      limit.abort();
    });
    let answer: Dispatcher.ResponseData;
    try {
      answer = await pool.request({
        path: request.raw.url!,
        method: request.method as 'GET' | 'PUT',
        headers: { ...headers },
        body,
        signal: limit.signal,
      });
    } catch (error) {
      log.error({ requestId: request.id, service: this.to.service, err: error }, 'a file could not be passed on');
      return this.refuse(request, reply, 503, 'SERVICE_UNAVAILABLE', TEXTS.away);
    }
    const { 'content-length': length } = answer.headers;
    const isRead = request.method === 'GET' && answer.statusCode === 200;
    const refusal = isRead && length !== undefined ? await this.spend(request, Number(length)) : undefined;
    if (refusal) {
      await answer.body.dump().catch(() => undefined);
      return this.tell(request, reply, 429, refusal);
    }
    if (answer.statusCode === 200 || answer.statusCode === 304) {
      for (const name of PASSED_ON) {
        const value = answer.headers[name];
        if (value !== undefined) reply.header(name, value);
      }
      if (answer.statusCode === 200)
        return reply.code(200).send(isRead && length === undefined ? this.counted(request, answer.body) : answer.body);
    }
    await answer.body.dump().catch(() => undefined);
    if (answer.statusCode === 304) return reply.code(304).send();
    return this.refuseAs(request, reply, answer.statusCode);
  }

  private spend(request: FileRequest, bytes: number): Promise<GraphQLError | undefined> {
    return refusalOf(() => this.settings.callers.pass(askingOf(request), bytes));
  }

  /** A file that is written while it is sent, which can be had once: nobody is refused it in the middle, but what it cost is spent. */
  private counted(request: FileRequest, from: Readable): Readable {
    let bytes = 0;
    const counter = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        done(null, chunk);
      },
    });
    // An error is that of the file, and reaches the client as one: by a connection that is cut.
    return pipeline(from, counter, () => void this.settings.callers.notePassed(askingOf(request), bytes));
  }

  private refuseAs(request: FileRequest, reply: FastifyReply, answered: number): FastifyReply {
    const refused = REFUSED[answered];
    if (refused) return this.refuse(request, reply, answered, ...refused);
    const { service } = this.to;
    this.settings.log.error({ requestId: request.id, service, status: answered }, 'a file was not passed on');
    return this.refuse(request, reply, 503, 'SERVICE_UNAVAILABLE', TEXTS.away);
  }

  /** A body that may still come is read and thrown away, so that the client gets to hear why; one without end is cut off. */
  private refuse(request: FileRequest, reply: FastifyReply, status: number, code: PublicCode, text: Message) {
    const service = status === 503 ? { service: this.to.service } : {};
    const words = text[languageFrom(request.headers['accept-language'])];
    return this.tell(request, reply, status, publicError(code, words, service));
  }

  private tell(request: FileRequest, reply: FastifyReply, status: number, error: GraphQLError): FastifyReply {
    if (Number(request.headers['content-length'] ?? 0) <= this.settings.maxBytes) request.raw.resume();
    else reply.header('connection', 'close');
    return sendError(reply, status, error);
  }
}
