import { serverAudits } from 'graphql-http';
import { type World, startWorld } from './fixtures/gateway';

/** What graphql-http 1.23 asks: what the specification says a server must, should and may do. */
const AUDITS = 61;

describe('GraphQL over HTTP, by the audits of graphql-http', () => {
  let world: World;
  let authorization: string;
  beforeAll(async () => {
    world = await startWorld();
    authorization = `Bearer ${await world.issuer.token()}`;
  });
  afterAll(() => world.stop());

  const audits = serverAudits({
    url: () => `${world.gateway.url}/graphql`,
    // Signed in: some audits look at the schema, which is not for the anonymous.
    fetchFn: (url: string, { headers, ...init }: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(headers as Record<string, string>), authorization } }),
  });

  it('asks all of them', () => {
    expect(new Set(audits.map(({ id }) => id)).size).toBe(AUDITS);
  });

  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    const found = 'response' in result ? `${result.reason}: ${await result.response.clone().text()}` : undefined;
    expect({ status: result.status, found }).toEqual({ status: 'ok', found: undefined });
  });
});
