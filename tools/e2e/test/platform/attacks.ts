import { createHash, createHmac } from 'node:crypto';
import { SignJWT, importJWK } from 'jose';
import { eventually } from '@charter/testkit';
import type { RunningStack } from '../../src/running-stack';

const SERVERS = ['charter', 'complaints', 'participation', 'surveys', 'compensation', 'notices'];
const CITIZEN = '0198a000-0000-7000-8000-000000000001';
const BODY = '{"query":"{ __typename }"}';
const INSIDE =
  /\bat .+:\d+:\d+|node_modules|\/(src|dist)\/|\b(SELECT|INSERT INTO|DELETE FROM)\s|relation "|syntax error at|postgres|127\.0\.0\.1|JWS|JWT/;

/** Texts that would do something where values are put together with SQL, patterns, paths or names. */
const INJECTIONS = [
  ...[
    "' OR '1'='1",
    "'; DROP TABLE complaint; --",
    "1'); SELECT pg_sleep(10); --",
    '%',
    '_',
    "%' OR 1=1 --",
    '\\',
    '"',
    '`',
  ],
  ...[
    '$1',
    '${7*7}',
    '{{7*7}}',
    '../../../etc/passwd',
    '__proto__',
    'constructor',
    'a\u0000b',
    '\ud800',
    '\u202e',
    '*',
    ':*',
    '!!&|()',
  ],
  ...['한'.repeat(5_000), 'x'.repeat(100_000), '1'.repeat(400)],
];

/** What attackers send to the whole platform: every answer is JSON with a code, and tells nothing of the inside. */
export function withstandsAttacks(running: () => RunningStack): void {
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

  /** An identity as the gateway signs one, with changes. */
  async function identity(
    audience: string,
    {
      signer = 'gateway',
      kid = signer,
      body = BODY,
      expiresIn = 30,
      claims = {},
    }: {
      signer?: string;
      kid?: string;
      body?: string;
      expiresIn?: number;
      claims?: object;
    } = {},
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ roles: ['ADMIN'], rid: 'attack-0001', lang: 'ko', body: digest(body), ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid })
      .setIssuer(kid)
      .setAudience(audience)
      .setSubject(CITIZEN)
      .setIssuedAt(now + expiresIn - 30)
      .setExpirationTime(now + expiresIn)
      .sign(await importJWK(running().signer(signer), 'EdDSA'));
  }

  const direct = async (name: string, token: string, body = BODY) => {
    const answer = await fetch(`${running().description.processes[name]!.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-charter-identity': token },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  };

  it.each(SERVERS)(
    '%s takes no identity that is forged, expired, of another service, of another body, or in another algorithm',
    async (name) => {
      expect((await direct(name, await identity(name))).status).toBe(200); // the control: this is how one is made
      const other = SERVERS.find((one) => one !== name)!;
      const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const [, claims] = (await identity(name)).split('.') as [string, string];
      const { x } = running().signer('gateway');
      const shared = `${part({ alg: 'HS256', kid: 'gateway' })}.${claims}`;
      const refused = {
        none: `${part({ alg: 'none', kid: 'gateway' })}.${claims}.`,
        'the public key as a secret': `${shared}.${createHmac('sha256', x!).update(shared).digest('base64url')}`,
        'the key of the issuer of people': await identity(name, { signer: 'issuer', kid: 'gateway' }),
        'the key of a service in the gateway’s name': await identity(name, { signer: other, kid: 'gateway' }),
        'a service that speaks for a person': await identity(name, { signer: other }),
        'the gateway as a service': await identity(name, { claims: { roles: ['SERVICE'] } }),
        expired: await identity(name, { expiresIn: -10 }),
        'for another service': await identity(other),
        'for another body': await identity(name, { body: '{"query":"{ x }"}' }),
        'an unknown key': await identity(name, { kid: 'nobody' }),
      };
      for (const [what, token] of Object.entries(refused)) {
        const { status, text } = await direct(name, token);
        expect([
          what,
          status,
          (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code,
        ]).toEqual([what, 401, 'UNAUTHENTICATED']);
        expect([what, INSIDE.exec(text)?.[0]]).toEqual([what, undefined]);
      }
    },
  );

  it.each(SERVERS)('%s, asked directly with a valid identity, refuses malformed bodies cleanly', async (name) => {
    for (const body of ['{', '[]', 'null', '', `{"query":"${'{a'.repeat(5_000)}"}`, `${'['.repeat(50_000)}`]) {
      const { status, text } = await direct(name, await identity(name, { body }), body);
      expect([body.slice(0, 20), status]).toEqual([body.slice(0, 20), 400]);
      expect(INSIDE.exec(text)?.[0]).toBeUndefined();
    }
  });

  /** The answer to somebody, whole, with what every one has to keep. */
  async function asked(who: 'admin' | 'officer' | 'citizen' | undefined, query: string, variables: object) {
    const started = Date.now();
    const answer = await running().ask<Record<string, unknown>>(who, query, variables);
    const text = JSON.stringify(answer.errors ?? []);
    const where = `${query} ${JSON.stringify(variables).slice(0, 80)}`;
    expect([where, INSIDE.exec(text)?.[0]]).toEqual([where, undefined]);
    for (const { extensions } of answer.errors ?? [])
      expect([where, extensions.code]).not.toEqual([where, expect.stringMatching(/INTERNAL|VALIDATION/)]);
    expect(Date.now() - started).toBeLessThan(9_000); // no pg_sleep(10)
    return answer;
  }

  it('takes what is written into arguments as values, in every service', async () => {
    const queries: readonly (readonly ['admin' | 'officer' | undefined, string])[] = [
      [undefined, 'query ($v: String!) { department(code: $v) { code } }'],
      [undefined, 'query ($v: String!) { surveyInvitation(token: $v) { id } }'],
      [undefined, 'query ($v: String!) { similarProposals(text: $v) { __typename } }'],
      [undefined, 'query ($v: String!) { contests(after: $v) { pageInfo { hasNextPage } } }'],
      [undefined, 'query ($v: ID!) { proposal(id: $v) { id } }'],
      ['officer', 'query ($v: ID!) { complaint(id: $v) { id } }'],
      ['officer', 'query ($v: String!) { complaints(filter: { departmentCode: $v }) { pageInfo { hasNextPage } } }'],
      ['officer', 'query ($v: String!) { complaints(filter: { serviceCode: $v }) { pageInfo { hasNextPage } } }'],
      ['officer', 'query ($v: String!) { knowledgeArticles(search: $v) { pageInfo { hasNextPage } } }'],
      ['officer', 'query ($v: String!) { similarComplaints(text: $v) { __typename } }'],
      ['admin', 'query ($v: String!) { noticeTemplates(search: $v) { pageInfo { hasNextPage } } }'],
      ['admin', 'query ($v: String!) { deadLetters(queue: $v) { __typename } }'],
    ];
    for (const [who, query] of queries) for (const v of INJECTIONS) await asked(who, query, { v });
    const [{ there }] = (await running().sql<{ there: boolean }>(
      'complaints',
      "SELECT to_regclass('complaint') IS NOT NULL AS there",
    )) as [{ there: boolean }];
    expect(there).toBe(true);
  });

  it('orders by what the list offers, and by nothing else', async () => {
    const query = 'query ($o: ComplaintOrder!) { complaints(orderBy: $o) { pageInfo { hasNextPage } } }';
    for (const o of [
      'NEWEST; DROP TABLE complaint',
      'id',
      '1',
      '(SELECT 1)',
      'newest',
      '__proto__',
      'constructor',
      1,
      null,
      ['NEWEST', 'id'],
    ]) {
      const { errors } = await asked('officer', query, { o });
      expect([o, errors?.[0]?.extensions.code]).toEqual([o, 'BAD_USER_INPUT']);
    }
  });

  it('counts no further than a page', async () => {
    const query = 'query ($n: Int!) { complaints(first: $n) { pageInfo { hasNextPage } } }';
    for (const n of [1_000_000_000, 2_147_483_647, 101, 0, -1, -2_147_483_648]) {
      const { errors } = await asked('officer', query, { n });
      expect([n, errors?.[0]?.extensions.code]).toEqual([n, 'BAD_USER_INPUT']);
    }
  });

  it('is as it was afterwards', async () => {
    const { data } = await eventually(
      () => running().ask<{ me: { id: string } }>('citizen', '{ me { id } }'),
      (answer) => answer.errors === undefined,
    );
    expect(data!.me.id).toBe(CITIZEN);
  });
}
