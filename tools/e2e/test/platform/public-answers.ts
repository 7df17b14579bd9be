import { eventually } from '@charter/testkit';
import type { RunningStack } from '../../src/running-stack';

const PERIOD = 'period: { from: "2026-01-01", to: "2026-12-31" }';
const FIGURES = `complaintPerformance(${PERIOD}) { received onTimeRate } objectionPerformance(${PERIOD}) { filed }
  dunningLetters(${PERIOD}) satisfaction(${PERIOD}) { n score } compensationPaid(${PERIOD}) { amount }
  monitoringPerformance(${PERIOD}) { reports } proposalPerformance(${PERIOD}) { received }`;

/** What everybody may be given again, and for how many seconds. */
const QUERIES: Readonly<Record<string, readonly [number, string]>> = {
  charters: [60, '{ charters(first: 5) { totalCount edges { node { version titleKo } } pageInfo { endCursor } } }'],
  knowledgeArticles: [
    60,
    '{ knowledgeArticles(first: 5) { edges { node { question answer } } pageInfo { hasNextPage } } }',
  ],
  deadlinePreview: [
    60,
    '{ deadlinePreview(receivedAt: "2026-11-02T10:00:00+09:00", period: { unit: DAYS, length: 7 }) { dueAt segments { from } } }',
  ],
  complaintStatistics: [30, `{ complaintStatistics(${PERIOD}, groupBy: MONTH) { key performance { received } } }`],
  satisfaction: [30, '{ satisfaction(departmentCode: "ROADS", from: "2026-01-01", to: "2026-12-31") { n score } }'],
  'the figures of all departments': [30, `{ departments { code name ${FIGURES} } }`],
  'the figures of standards': [
    30,
    `{ standards { code promise compliance(${PERIOD}) { state } monitoring(${PERIOD}) { kept } satisfaction(${PERIOD}) { n }
       compensationPaid(${PERIOD}) { count } compensationRules { breach } } }`,
  ],
};

/** What is the same for everybody is kept for the anonymous, by browsers and by the gateway, and for nobody who has signed in. */
export function keepsWhatIsPublic(running: () => RunningStack): void {
  const get = async (query: string, headers: Record<string, string> = {}): Promise<Response> => {
    const url = `${running().description.endpoint}?query=${encodeURIComponent(query)}`;
    return fetch(url, { headers: { 'apollo-require-preflight': '1', 'accept-language': 'en', ...headers } });
  };
  const told = ({ headers }: Response) => [headers.get('cache-control'), headers.get('etag') !== null];

  it.each(Object.entries(QUERIES))(
    'gives the anonymous %s again, and reads them anew for others',
    async (_name, [seconds, query]) => {
      const first = await get(query);
      const body = await first.text();
      expect([body, first.status, ...told(first)]).toEqual([
        expect.not.stringContaining('"errors"'),
        ...[200, `public, max-age=${seconds}`, true],
      ]);
      // Older than a moment: it was kept. Whoever has it is not sent it again.
      const kept = await eventually(
        () => get(query),
        ({ headers }) => Number(headers.get('age')) > 0,
      );
      expect(await kept.text()).toBe(body);
      const known = await get(query, { 'if-none-match': kept.headers.get('etag')! });
      expect([known.status, await known.text()]).toEqual([304, '']);
      for (const token of Object.values(running().description.tokens)) {
        const own = await get(query, { authorization: `Bearer ${token}` });
        expect([(await own.text()).includes('"data"'), ...told(own)]).toEqual([true, 'private, no-store', false]);
      }
    },
  );

  it.each([
    ['what is written while it is read', '{ publicComplaints(first: 5) { edges { node { title } } } }'],
    ['a list that is public with a part that is not', '{ departments { code improvementActions { totalCount } } }'],
  ])('gives nobody %s again', async (_name, query) => {
    for (let times = 0; times < 2; times += 1) {
      const answer = await get(query);
      expect([await answer.text(), ...told(answer)]).toEqual([
        expect.not.stringContaining('"errors"'),
        ...['private, no-store', false],
      ]);
    }
  });
}
