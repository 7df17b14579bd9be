import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

/** One content on its way through a virus scan. */
export interface Scan {
  write(chunk: Buffer): Promise<void>;
  /** @returns whether malware was found. @throws when the scanner could not tell */
  end(): Promise<boolean>;
  abandon(): void;
}

/** Looks for malware in attachments. */
export interface AttachmentScanner {
  begin(): Promise<Scan>;
}

const TIME_LIMIT_MS = 20_000;
/** clamd refuses longer pieces only past its StreamMaxLength; these keep memory small. */
const PIECE = 64 * 1024;

/** clamd by its INSTREAM command: `CLAMAV_URL=tcp://clamav:3310`. Its StreamMaxLength must not be under the limit of a file. */
export class ClamScanner implements AttachmentScanner {
  constructor(private readonly url: string) {}

  async begin(): Promise<Scan> {
    const { hostname, port } = new URL(this.url);
    const socket = connect({ host: hostname, port: Number(port || 3310) });
    socket.setTimeout(TIME_LIMIT_MS, () => socket.destroy(new Error('clamd does not answer.')));
    const answer = read(socket);
    answer.catch(() => undefined); // told by write() or end(), whichever comes to wait
    await Promise.race([once(socket, 'connect'), answer]);
    socket.write('zINSTREAM\0');
    return {
      write: async (chunk) => {
        for (let at = 0; at < chunk.length; at += PIECE)
          await this.piece(socket, chunk.subarray(at, at + PIECE), answer);
      },
      end: async () => {
        socket.write(Buffer.alloc(4));
        const said = await answer;
        if (/ FOUND$/.test(said)) return true;
        if (/: OK$/.test(said)) return false;
        throw new Error(`clamd could not tell: ${said.slice(0, 200)}`);
      },
      abandon: () => void socket.destroy(),
    };
  }

  private async piece(socket: Socket, bytes: Buffer, answer: Promise<string>): Promise<void> {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    socket.write(length);
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), answer]);
  }
}

async function read(socket: Socket): Promise<string> {
  let said = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) said += chunk.toString('utf8');
  if (!said) throw new Error('clamd closed the connection without an answer.');
  return said.replace(/\0/g, '').trim();
}
