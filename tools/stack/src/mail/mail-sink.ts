import type { AddressInfo } from 'node:net';

import Fastify, { type FastifyInstance } from 'fastify';
import { SMTPServer } from 'smtp-server';

import { listPage, mailPage } from './mail-page';
import type { MailStore } from './mail-store';
import { servePort } from './port-sink';
import type { PortStore } from './port-store';

const MAX_BYTES = 5_000_000;

/**
 * Takes mail by SMTP and keeps it.
 * @param store where to
 */
export function createSmtp(store: MailStore): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MAX_BYTES,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const sender = mailFrom ? mailFrom.address : '';
        const recipients = rcptTo.map((recipient) => recipient.address);
        store.add(Buffer.concat(chunks), sender, recipients, new Date()).then(() => done(), done);
      });
    },
  });
}

/** Shows what came: pages for people, JSON for programs. */
export function createMailHttp(store: MailStore, messages: PortStore): FastifyInstance {
  const app = Fastify();
  servePort(app, messages);
  app.get<{ Querystring: { to?: string } }>('/', (request, reply) =>
    reply.type('text/html; charset=utf-8').send(listPage(store.list(request.query.to), request.query.to)),
  );
  app.get<{ Params: { id: string } }>('/mail/:id', (request, reply) => {
    const mail = store.get(request.params.id);
    if (!mail)
      return reply.code(404).type('text/plain; charset=utf-8').send('그런 전자우편이 없습니다. No such mail.\n');
    return reply.type('text/html; charset=utf-8').send(mailPage(mail));
  });
  app.get<{ Querystring: { to?: string } }>('/messages', (request) => store.list(request.query.to));
  app.get<{ Params: { id: string } }>('/messages/:id', (request, reply) => {
    return store.get(request.params.id) ?? reply.code(404).send({ error: 'no such message' });
  });
  app.get('/health/live', () => ({ status: 'ok' }));
  app.get('/health/ready', () => ({ status: 'ok' }));
  return app;
}

/** Listens for SMTP. @returns the port, useful when 0 was asked for */
export function listenSmtp(smtp: SMTPServer, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    smtp.once('error', reject);
    smtp.listen(port, host, () => {
      smtp.removeListener('error', reject);
      // A client that breaks off is no fault of ours.
      smtp.on('error', (error) => console.error(`SMTP: ${error.message}`));
      resolve((smtp.server.address() as AddressInfo).port);
    });
  });
}
