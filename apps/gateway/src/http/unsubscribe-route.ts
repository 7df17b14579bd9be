import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Message, UNSUBSCRIBE_PATH, unsubscribedSchema } from '@charter/contracts';
import { type Logger, type ServiceClient, ServiceUnavailable } from '@charter/service';
import { languageFrom } from '../caller/request-context';
import type { Misses } from '../limits/misses';
import { guardMisses } from './miss-guard';

const LONGEST_BODY = 4 * 1024;

const TEXTS = {
  ask: {
    ko: '법에서 알리도록 정하지 않은 전자우편(만족도 조사 초대 등)을 더 받지 않으시겠습니까? 민원 처리 알림은 계속 보내 드립니다.',
    en: 'Do you wish no more mail that no law requires, such as invitations to surveys? You will still be told about your complaints.',
  },
  button: { ko: '받지 않겠습니다', en: 'No more of it' },
  done: {
    ko: '처리되었습니다. 다시 받으시려면 updateProfile에서 channels에 EMAIL을 선택해 주십시오.',
    en: 'Done. To get it again, choose EMAIL among the channels of your profile (updateProfile).',
  },
  unknown: {
    ko: '이 주소는 올바르지 않습니다. 전자우편에 있는 주소를 그대로 사용해 주십시오.',
    en: 'This address is not valid: please use the one in the mail as it is.',
  },
  away: {
    ko: '지금은 처리할 수 없습니다. 잠시 후 다시 시도해 주십시오.',
    en: 'This cannot be done now. Please try again in a moment.',
  },
} as const satisfies Record<string, Message>;

export interface UnsubscribeParts {
  /** Calls that the gateway signs. */
  readonly services: Pick<ServiceClient, 'post'>;
  readonly misses: Misses;
  readonly log: Logger;
}

type Asked = FastifyRequest<{ Params: { token: string } }>;

/**
 * `/unsubscribe/<token>`, the link in mail that no law requires. GET asks, since programs open links by themselves; POST does it,
 * pressed by a person or by a mail program (RFC 8058). The token proves itself to notices; who it was for is said to nobody.
 */
export const unsubscribeRoute = (server: FastifyInstance, { services, misses, log }: UnsubscribeParts): void =>
  void server.register(async (scope) => {
    guardMisses(scope, misses, [404]);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: LONGEST_BODY }, (_request, _body, done) =>
      done(null),
    );
    scope.get('/unsubscribe/:token', (request: Asked, reply) => say(request, reply, 200, 'ask', true));
    scope.post('/unsubscribe/:token', async (request: Asked, reply) => {
      try {
        const { token } = request.params;
        const answer = await services.post('notices', UNSUBSCRIBE_PATH, { token: token.slice(0, 200) }, request.id);
        const { known } = unsubscribedSchema.parse(answer);
        return say(request, reply, known ? 200 : 404, known ? 'done' : 'unknown');
      } catch (error) {
        if (!(error instanceof ServiceUnavailable)) throw error;
        log.error({ requestId: request.id, err: error }, 'a link that ends mail could not be handed on');
        return say(request, reply, 503, 'away');
      }
    });
  });

function say(
  request: Asked,
  reply: FastifyReply,
  status: number,
  text: keyof typeof TEXTS,
  form = false,
): FastifyReply {
  const language = languageFrom(request.headers['accept-language']);
  const button = form ? `<form method="post"><button>${TEXTS.button[language]}</button></form>` : '';
  return reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    })
    .send(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${TEXTS.button[language]}</title><p>${TEXTS[text][language]}</p>${button}</html>`,
    );
}
