#!/usr/bin/env node
// A server that renders a department's public page, and lets browsers and proxies keep it.
//   node libs/client/examples/server-side/department-page.mjs   then http://127.0.0.1:4300/departments/ROADS
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { CharterClient, missingAt } from '@charter/client';
import { DepartmentPageDocument } from '@charter/client/documents';
import { endpoint } from '../running-stack.mjs';

/** How long a page may be kept that is whole, in seconds. One with a part missing is not kept. */
const KEPT_SECONDS = 60;

const WORDS = {
  ko: {
    ...{
      phone: '전화',
      duties: '하는 일',
      received: '올해 접수된 민원',
      onTime: '법정 기한 내 처리율',
      none: '아직 없음',
    },
    ...{
      absent: '없는 부서입니다.',
      away: '지금은 이 부분을 보여 드릴 수 없습니다.',
      satisfaction: '만족도(100점 만점)',
    },
  },
  en: {
    ...{ phone: 'Phone', duties: 'Duties', received: 'Complaints received this year', onTime: 'Answered in time' },
    ...{ none: 'none yet', absent: 'There is no such department.', satisfaction: 'Satisfaction (of 100)' },
    ...{ away: 'This part cannot be shown at the moment.' },
  },
};

/** Clients are stateless: one for each language, for everybody. Nobody signs in here. */
const clients = Object.fromEntries(
  ['ko', 'en'].map((language) => [language, new CharterClient({ endpoint: endpoint(), language, persisted: 'apq' })]),
);

const escaped = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const percent = (share) => `${(share * 100).toFixed(1)} %`;

const page = (language, title, body) => `<!doctype html>
<html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><main><h1>${escaped(title)}</h1>${body}</main></html>
`;

const row = (name, value) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`;

/** @returns the page, its HTTP status, and whether it may be kept */
async function render(code, language) {
  const words = WORDS[language];
  const year = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', year: 'numeric' }).format(new Date());
  const variables = { code, period: { from: `${year}-01-01`, to: `${year}-12-31` } };
  const result = await clients[language].execute(DepartmentPageDocument, variables, { cacheable: true });
  if (result.kind === 'failed') {
    const { failure } = result;
    const html = page(language, failure.message, `<p>${escaped(failure.requestId)}</p>`);
    return { status: 503, html, retryAfter: failure.retryAfterSeconds ?? 5 };
  }
  const { department } = result.data;
  if (!department) return { status: 404, html: page(language, words.absent, '') };
  const performance = department.complaintPerformance;
  const satisfaction = department.satisfaction;
  const rows = [
    department.phone && row(words.phone, department.phone),
    row(words.duties, (language === 'ko' ? department.dutiesKo : department.dutiesEn) ?? words.none),
    performance && row(words.received, performance.received),
    performance && row(words.onTime, performance.onTimeRate === null ? words.none : percent(performance.onTimeRate)),
    satisfaction && row(words.satisfaction, satisfaction.score?.toFixed(1) ?? words.none),
  ];
  const parts = ['department.complaintPerformance', 'department.satisfaction'];
  const away = parts.some((part) => missingAt(result, part)) ? `<p role="status">${escaped(words.away)}</p>` : '';
  const html = page(language, department.name, `<dl>${rows.filter(Boolean).join('')}</dl>${away}`);
  return { status: 200, html, isWhole: result.kind === 'complete' };
}

const server = createServer(async (request, response) => {
  const [, code] = /^\/departments\/(\w+)$/.exec(new URL(request.url, 'http://page').pathname) ?? [];
  const language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ko';
  if (request.method !== 'GET' || !code) return void response.writeHead(404).end();
  try {
    const { status, html, isWhole = false, retryAfter } = await render(code, language);
    const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`;
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'cache-control': isWhole ? `public, max-age=${KEPT_SECONDS}, stale-while-revalidate=600` : 'no-store',
      vary: 'accept-language',
      ...(isWhole && { etag }),
      ...(retryAfter && { 'retry-after': String(retryAfter) }),
    };
    const isKnown = isWhole && request.headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : status, headers).end(isKnown ? undefined : html);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});
server.listen(Number(process.env.PORT ?? 4300), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/departments/ROADS`);
});
process.once('SIGTERM', () => server.close());
