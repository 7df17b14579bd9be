import { type TestService, admin, anonymous, citizen, heldOn, officer, otherCitizen } from '@charter/service/testing';
import { schemaDrift, emptyTables } from '@charter/testkit';
import { openParticipation } from './fixtures/participation';

const SUBMIT =
  'mutation ($input: SubmitProposalInput!) { result: submitProposal(input: $input) { proposal { id proposerName endorsementCount } errors { code path message } } }';
const ENDORSE =
  'mutation ($input: EndorseProposalInput!) { result: endorseProposal(input: $input) { proposal { endorsementCount endorsedByMe } errors { code } } }';
const WITHDRAW =
  'mutation ($input: WithdrawEndorsementInput!) { result: withdrawEndorsement(input: $input) { proposal { endorsementCount } errors { code } } }';
const proposal = {
  title: '횡단보도에 그늘막을',
  body: '여름철 보행자를 위해 설치해 주십시오.',
  departmentCode: 'ROADS',
  proposer: { name: '홍길동', phone: '010-1234-5678' },
};

interface Result {
  result: {
    proposal: { id: string; proposerName: string; endorsementCount: number; endorsedByMe: boolean } | null;
    errors: { code: string; path: string[] | null; message: string }[];
  };
}

describe('proposals', () => {
  let service: TestService<never>;
  beforeAll(async () => {
    service = (await openParticipation()) as never;
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await emptyTables(
      service.dataSource,
      'proposal',
      'proposer',
      'endorsement',
      'proposal_history',
      'known_department',
      'idempotency_key',
      'outbox_event',
    );
    for (const [code, closedOn] of [
      ['ROADS', null],
      ['OLD', '2020-01-01'],
    ] as const) {
      await service.hear('participation-charter', 'department.saved.v1', {
        code,
        nameKo: code,
        nameEn: code,
        parentCode: null,
        closedOn,
        successorCode: closedOn && 'ROADS',
      });
    }
  });

  const run = async (who: typeof citizen | typeof otherCitizen, query: string, input: object) =>
    (await service.ask<Result>(who, query, { input })).data!.result;
  const submit = async (changes: object = {}, who: typeof citizen | typeof otherCitizen = citizen) =>
    (await run(who, SUBMIT, { ...proposal, ...changes })).proposal!.id;

  it('have entities that agree with the migrations', async () =>
    expect(await schemaDrift(service.dataSource)).toEqual([]));

  it('are stored with who proposed sealed, and told once for a key', async () => {
    const key = { idempotencyKey: 'k1' };
    const [one, again] = await Promise.all([submit(key), submit(key)]);
    expect(one).toBe(again);
    expect(await service.told('proposal.submitted.v1')).toEqual([
      {
        ...{ proposalId: one, citizenId: citizen.id, departmentCode: 'ROADS', officerId: null },
        dueAt: expect.any(String),
      },
    ]);
    const rows = JSON.stringify([
      await service.dataSource.query('SELECT * FROM "proposer"'),
      await service.dataSource.query('SELECT * FROM "outbox_event"'),
    ]);
    expect(rows).not.toMatch(/홍길동|01012345678/);
  });

  it('are handed out to who proposed, opened, and to nobody else', async () => {
    const id = await submit();
    await run(otherCitizen, ENDORSE, { proposalId: id });
    expect(await heldOn(service, citizen.id)).toMatchObject([
      { kind: 'proposal', records: [{ title: proposal.title, name: '홍길동', phone: '01012345678', email: null }] },
    ]);
    expect(await heldOn(service, otherCitizen.id)).toMatchObject([
      { kind: 'endorsement', records: [{ title: proposal.title }] },
    ]);
  });

  it.each([
    ['a closed department', { departmentCode: 'OLD' }, ['departmentCode'], 'ROADS'],
    ['a department that nobody knows', { departmentCode: 'NONE' }, ['departmentCode'], 'NONE'],
    ['no contact', { proposer: { name: '홍길동' } }, ['proposer'], '전화번호'],
  ])('are refused for %s, and nothing is stored', async (_name, changes, path, says) => {
    const { errors } = await run(citizen, SUBMIT, { ...proposal, ...changes });
    expect(errors).toMatchObject([{ code: 'INVALID_VALUE', path, message: expect.stringContaining(says) }]);
    expect([await service.count('proposal'), await service.count('outbox_event')]).toEqual([0, 0]);
  });

  it('show the proposer’s name in full to the proposer and masked to others', async () => {
    const id = await submit();
    const name = async (who: object) =>
      (await service.ask<{ proposal: object }>(who as never, `{ proposal(id: "${id}") { proposerName } }`)).data!
        .proposal;
    expect([await name(citizen), await name(otherCitizen), await name(anonymous)]).toEqual([
      { proposerName: '홍길동' },
      { proposerName: '홍*동' },
      { proposerName: '홍*동' },
    ]);
  });

  it('are endorsed once each, also when ten come at once', async () => {
    const id = await submit();
    const results = await Promise.all(Array.from({ length: 10 }, () => run(otherCitizen, ENDORSE, { proposalId: id })));
    expect(results.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(results.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(Array(9).fill('ALREADY_DONE'));
    const { data } = await service.ask<{ proposal: object }>(
      otherCitizen,
      `{ proposal(id: "${id}") { endorsementCount endorsedByMe } }`,
    );
    expect(data!.proposal).toEqual({ endorsementCount: 1, endorsedByMe: true });
    expect((await run(otherCitizen, WITHDRAW, { proposalId: id })).proposal).toEqual({ endorsementCount: 0 });
    expect((await run(otherCitizen, WITHDRAW, { proposalId: id })).errors).toMatchObject([{ code: 'INVALID_STATE' }]);
  });

  it('cannot be endorsed by who proposed', async () => {
    expect((await run(citizen, ENDORSE, { proposalId: await submit() })).errors).toMatchObject([
      { code: 'CONFLICT_OF_INTEREST' },
    ]);
  });

  it.each([
    ['an anonymous caller', anonymous, 'UNAUTHENTICATED'],
    ['an officer', officer, 'FORBIDDEN'],
    ['an administrator', admin, 'FORBIDDEN'],
  ])('are not for %s to submit', async (_name, who, code) => {
    expect((await service.ask(who, SUBMIT, { input: proposal })).errors).toMatchObject([{ extensions: { code } }]);
  });

  it('are not found under an id that is none', async () => {
    for (const id of ['7', '0198a000-0000-7000-8000-00000000ffff']) {
      expect((await service.ask(otherCitizen, ENDORSE, { input: { proposalId: id } })).errors).toMatchObject([
        { extensions: { code: 'NOT_FOUND' } },
      ]);
      expect(
        (await service.ask<{ proposal: unknown }>(anonymous, `{ proposal(id: "${id}") { id } }`)).data!.proposal,
      ).toBeNull();
    }
  });

  it('are paged by newness and by endorsements, at a fixed number of statements', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      service.clock.advance(1_000);
      ids.push(await submit({ title: `제안 ${n}` }));
    }
    await run(otherCitizen, ENDORSE, { proposalId: ids[2]! });
    const list = (args: string) =>
      `{ proposals(${args}) { edges { node { id proposerName endorsedByMe department { code } } } pageInfo { endCursor hasNextPage } totalCount } }`;
    interface Page {
      proposals: {
        edges: { node: { id: string } }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
        totalCount: number;
      };
    }
    const page = async (args: string) => (await service.ask<Page>(otherCitizen, list(args))).data!.proposals;
    expect((await page('first: 1, orderBy: MOST_ENDORSED')).edges[0]!.node.id).toBe(ids[2]);
    const seen: string[] = [];
    for (let after = '', more = true; more;) {
      const { edges, pageInfo, totalCount } = await page(`first: 3${after}`);
      seen.push(...edges.map(({ node }) => node.id));
      expect(totalCount).toBe(7);
      after = `, after: "${pageInfo.endCursor}"`;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual([...ids].reverse());
    const costs = [await service.statements(() => page('first: 2')), await service.statements(() => page('first: 7'))];
    expect(costs[0]).toBe(costs[1]);
    const { errors } = await service.ask(anonymous, list('first: 3, after: "bm9uZQ.x"'));
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('belong to their citizen alone in the graph', async () => {
    await submit();
    const query = `{ _entities(representations: [{ __typename: "Citizen", id: "${citizen.id}" }]) { ... on Citizen { proposals { totalCount } } } }`;
    const seen = async (who: object) =>
      (await service.ask<{ _entities: unknown[] }>(who as never, query)).data!._entities;
    expect([await seen(citizen), await seen(otherCitizen), await seen(officer)]).toEqual([
      [{ proposals: { totalCount: 1 } }],
      [{ proposals: null }],
      [{ proposals: null }],
    ]);
  });

  it('tell the notices service where the proposer can be reached, and nobody else', async () => {
    const id = await submit();
    const ask = (recipientId: string) =>
      service.internal('/internal/notice-facts', {
        eventType: 'proposal.submitted.v1',
        subjectType: 'PROPOSAL',
        subjectId: id,
        recipientId,
        deadlineId: null,
      });
    expect(await ask(citizen.id)).toMatchObject({ stillTrue: true, contact: { name: '홍길동', phone: '01012345678' } });
    expect(await ask(otherCitizen.id)).toMatchObject({ stillTrue: true, contact: null });
  });
});
