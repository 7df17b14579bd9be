import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Plays the service that owns what notices are about: every reason holds, and everybody has an address. */
export async function startNeighbour(): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { recipientId } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { recipientId: string };
      const contact = { name: '홍길동', email: `${recipientId}@example.org`, phone: null, language: 'ko' };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ stillTrue: true, contact, words: {} }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
