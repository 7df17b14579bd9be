#!/usr/bin/env node
// Builds the page and serves it, with the platform behind the same address, as a proxy in front of both would.
//   node libs/client/examples/react/serve.mjs   then http://127.0.0.1:4400
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { endpoint, tokenOf } from '../running-stack.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const { outputFiles } = await build({
  absWorkingDir: folder,
  entryPoints: ['index.tsx'],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  write: false,
  logLevel: 'warning',
});

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'";
const FILES = {
  '/': ['text/html; charset=utf-8', readFileSync(`${folder}/index.html`)],
  '/page.css': ['text/css; charset=utf-8', readFileSync(`${folder}/page.css`)],
  '/index.js': ['text/javascript; charset=utf-8', outputFiles[0].contents],
};

/** Of one connection, or of the address of this server. */
const HOP = ['host', 'connection', 'content-length', 'transfer-encoding', 'content-encoding', 'keep-alive'];
const withoutHop = (headers) => Object.fromEntries([...new Headers(headers)].filter(([name]) => !HOP.includes(name)));

async function passOn(request, response) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = await fetch(new URL(request.url, endpoint()), {
    method: request.method,
    headers: withoutHop(request.headers),
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  response.writeHead(answer.status, withoutHop(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
}

const server = createServer((request, response) => {
  const [type, content] = FILES[request.url] ?? [];
  if (content) response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(content);
  else if (request.url === '/demo-token')
    response.writeHead(200, { 'cache-control': 'no-store' }).end(tokenOf('citizen'));
  else if (/^\/(graphql|logout)\b/.test(request.url))
    passOn(request, response).catch(() => response.writeHead(502).end());
  else response.writeHead(404).end();
});
server.listen(Number(process.env.PORT ?? 4400), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
process.once('SIGTERM', () => server.close());
