import { createServer } from 'node:http';
import { LIST_LOGOUTS_PATH } from '@charter/contracts';
import { listenOnLoopback } from '../listen';
import { type StubSubgraph, SUBGRAPHS } from './subgraphs';
import { tinyExecutor } from './tiny-executor';

const MOST_ANSWERS = 5_000;
const JSON_TYPE = 'application/json; charset=utf-8';
const NO_LOGOUTS = Buffer.from(JSON.stringify({ logouts: [], last: 0, more: false }));

/** An answer follows from its request alone, so it is made once. @returns the address */
async function serve({ root }: StubSubgraph): Promise<string> {
  const execute = tinyExecutor(root);
  const answers = new Map<string, Buffer>();

  const answerTo = (body: string): Buffer => {
    const known = answers.get(body);
    if (known) return known;
    if (answers.size >= MOST_ANSWERS) answers.clear();
    const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const made = Buffer.from(JSON.stringify(execute(query, variables ?? {})));
    answers.set(body, made);
    return made;
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = request.url === LIST_LOGOUTS_PATH ? NO_LOGOUTS : answerTo(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': JSON_TYPE, 'content-length': answer.length }).end(answer);
    });
  });
  server.keepAliveTimeout = 600_000; // an idle connection is not cut while another gateway is measured
  return `${await listenOnLoopback(server)}/graphql`;
}

/** All stub subgraphs in one process, each at its own address; tells the addresses by name. Ends with its parent. */
async function main(): Promise<void> {
  const urls: Record<string, string> = {};
  for (const one of SUBGRAPHS) urls[one.name] = await serve(one);
  process.once('disconnect', () => process.exit());
  process.send!(urls);
}

void main();
