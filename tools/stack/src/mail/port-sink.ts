import type { FastifyInstance } from 'fastify';

import { escape, frame, seoul } from './mail-page';
import { type PortStore, portMessage, type StoredMessage } from './port-store';

/** Takes text and push messages by the port of notices, sends none, and shows them: a page for people, JSON for programs. */
export function servePort(app: FastifyInstance, store: PortStore): void {
  app.post('/port/messages', async (request, reply) => {
    const message = portMessage.safeParse(request.body);
    if (!message.success || request.headers['idempotency-key'] !== message.data.id)
      return reply.code(422).send({ error: 'no message, or not under its own key' });
    await store.add(message.data, new Date());
    return reply.code(202).send({ id: message.data.id, refused: [] });
  });
  app.get<{ Querystring: { to?: string } }>('/port/messages', (request) => store.list(request.query.to));
  app.get<{ Querystring: { to?: string } }>('/port', (request, reply) =>
    reply.type('text/html; charset=utf-8').send(portPage(store.list(request.query.to))),
  );
}

const CHANNEL = { SMS: '문자 · Text message', PUSH: '기기 알림 · Push' } as const;

const row = ({ channel, to, title, text, url, copies, receivedAt }: StoredMessage): string =>
  `<li><strong>${escape(title)}</strong>${copies > 1 ? ` · ${copies}통 copies` : ''}<br>
<small>${CHANNEL[channel]} · ${escape(to.join(', '))} · ${seoul.format(new Date(receivedAt))}</small>
<pre>${escape(text)}</pre><a href="${escape(url)}">열기 · Open</a></li>`;

const portPage = (messages: readonly StoredMessage[]): string =>
  frame(
    '보낸 문자와 기기 알림 · Messages sent',
    `<p><a href="/">← 전자우편 · Mail</a></p>
<h1>보낸 문자와 기기 알림 <small>Text and push messages sent by the platform</small></h1>
<p>개발용입니다. 여기 있는 메시지는 실제로 발송되지 않았습니다.<br>
<small>For development: nothing here has left this machine.</small></p>
<ul>${messages.map(row).join('\n') || '<li>아직 없습니다. · None yet.</li>'}</ul>`,
  );
