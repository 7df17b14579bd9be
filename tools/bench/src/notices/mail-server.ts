import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

const putOff = (): Error => Object.assign(new Error('4.3.2 Try again later'), { responseCode: 451 });

/**
 * A mail server on loopback that puts off three tries of ten, evenly: two of ten at the recipient, and of those that get by, one
 * of eight when it has the letter whole.
 */
export class MailServer {
  /** How often each letter was taken, by the notice that its Message-ID names. */
  readonly taken = new Map<string, number>();
  tries = 0;
  putOffs = 0;
  private letters = 0;
  private server: SMTPServer | undefined;
  private port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Listens; after a stop, on the same port. */
  async start(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 1, // a stop cuts what is under way
      onRcptTo: (_address, _session, callback) => callback(this.putsOff((this.tries += 1) % 5 === 0) ? putOff() : null),
      onData: (stream, _session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.putsOff((this.letters += 1) % 8 === 0)) return callback(putOff());
          const [, id] = /^message-id: <([^@>]+)@/im.exec(Buffer.concat(chunks).toString('utf8')) ?? [];
          this.taken.set(id!, (this.taken.get(id!) ?? 0) + 1);
          callback();
        });
      },
    });
    this.server.on('error', () => undefined); // connections that a stop cut
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  private putsOff(now: boolean): boolean {
    if (now) this.putOffs += 1;
    return now;
  }
}
