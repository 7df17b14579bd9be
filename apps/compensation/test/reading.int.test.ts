import { randomUUID } from 'node:crypto';
import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  colleague,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { type Compensation, MISSED, empty, hear, openCompensation, saveRule } from './fixtures/compensation';

interface Page {
  readonly compensationClaims: {
    readonly edges: { readonly node: { readonly id: string; readonly departmentCode: string } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number;
  };
}
const LIST = `query ($filter: CompensationClaimFilterInput, $first: Int, $after: String) {
  compensationClaims(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id department { code } citizen { id } complaint { id } } }
  }
}`;
const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Complaint { id compensationClaims { id receiptNumber amount lateWorkingDays openedByEvent history { at by from to reason } } }
  ... on Citizen { own: compensationClaims(first: 2) { totalCount edges { node { id } } } }
  ... on CompensationClaim { id amount ruleCode ruleVersion status missedAt }
} }`;
interface Found {
  readonly _entities: ({
    readonly id?: string;
    readonly amount?: number;
    readonly compensationClaims?: { readonly id: string }[];
    readonly own?: { readonly totalCount: number } | null;
  } | null)[];
}

describe('reading claims', () => {
  let service: Compensation;
  const complaints = Array.from({ length: 6 }, () => randomUUID());
  let claims: { id: string; complaint_id: string }[];

  beforeAll(async () => {
    service = await openCompensation();
    await empty(service);
    service.clock.set(MISSED);
    await saveRule(service);
    for (const [index, complaintId] of complaints.entries()) {
      service.clock.advance(60_000);
      await hear(service, {
        complaintId,
        citizenId: index < 4 ? citizen.id : otherCitizen.id,
        departmentCode: index % 2 ? 'WATER' : 'ROADS',
      });
    }
    claims = await service.dataSource.query(
      'SELECT id, complaint_id FROM "compensation_claim" ORDER BY opened_at DESC',
    );
  });
  afterAll(() => service.close());

  const list = (who: Someone, variables: object = {}) => service.ask<Page>(who, LIST, variables);
  const entities = async (who: Someone, of: object[]) =>
    (await service.ask<Found>(who, ENTITIES, { of })).data!._entities;
  const total = async (who: Someone, filter: object = {}) =>
    (await list(who, { filter })).data!.compensationClaims.totalCount;
  const complaintRefs = complaints.map((id) => ({ __typename: 'Complaint', id }));

  it.each([
    ['a citizen one’s own', citizen, 4],
    ['another citizen one’s own', otherCitizen, 2],
    ['an officer the department’s', officer, 3],
    ['a manager the department’s', manager, 3],
    ['an officer of another department that one’s', otherOfficer, 3],
    ['an auditor all', auditor, 6],
    ['an officer who also is a citizen the department’s', { ...officer, roles: ['CITIZEN', 'OFFICER'] }, 3],
  ])('shows %s', async (_name, who, expected) => expect(await total(who as Someone)).toBe(expected));

  it.each([
    ['nobody', anonymous, 'UNAUTHENTICATED'],
    ['an administrator', admin, 'FORBIDDEN'],
    ['an officer without a department', { ...officer, department: undefined }, 'FORBIDDEN'],
  ])('shows none to %s', async (_name, who, code) =>
    expect((await list(who)).errors).toMatchObject([{ extensions: { code } }]),
  );

  it('narrows by department, breach and time, never beyond what the caller may see', async () => {
    expect(await total(auditor, { departmentCode: 'WATER' })).toBe(3);
    expect(await total(officer, { departmentCode: 'WATER' })).toBe(0);
    expect(await total(auditor, { breach: 'LATE_CHARTER' })).toBe(0);
    const at = (minutes: number) => new Date(Date.parse(MISSED) + minutes * 60_000).toISOString();
    expect(await total(auditor, { openedFrom: at(2), openedTo: at(4) })).toBe(2);
  });

  it('pages newest first, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Page['compensationClaims'] = (await list(auditor, { first: 4, after })).data!.compensationClaims;
      seen.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(claims.map(({ id }) => id));
  });

  it('refuses an edited cursor and a page of 101', async () => {
    const { endCursor } = (await list(auditor, { first: 2 })).data!.compensationClaims.pageInfo;
    for (const wrong of [{ after: `x${endCursor}` }, { after: 'nonsense' }, { first: 101 }, { first: 0 }])
      expect((await list(auditor, wrong)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it.each([
    ['the citizen', citizen, [1, 1, 1, 1, 0, 0]],
    ['an officer', colleague, [1, 0, 1, 0, 1, 0]],
    ['an auditor', auditor, [1, 1, 1, 1, 1, 1]],
    ['an administrator', admin, [0, 0, 0, 0, 0, 0]],
    ['nobody', anonymous, [0, 0, 0, 0, 0, 0]],
  ])('adds to complaints the claims that %s may see', async (_name, who, expected) => {
    const found = await entities(who, complaintRefs);
    expect(found.map((one) => one!.compensationClaims!.length)).toEqual(expected);
  });

  it('tells what the amount rests on, and every step', async () => {
    const [complaint] = await entities(citizen, [complaintRefs[0]!]);
    expect(complaint!.compensationClaims).toEqual([
      {
        ...{ id: claims.at(-1)!.id, receiptNumber: '2026-000001-7', amount: 10_000, lateWorkingDays: 1 },
        openedByEvent: expect.stringMatching(/^[0-9a-f-]{36}$/),
        history: [
          { at: '2026-11-24T00:01:00+09:00', by: 'system', from: null, to: 'OPENED', reason: 'LATE_STATUTORY' },
        ],
      },
    ]);
  });

  it('adds to citizens their own claims, to nobody else', async () => {
    const ref = { __typename: 'Citizen', id: citizen.id };
    expect((await entities(citizen, [ref]))[0]!.own).toMatchObject({ totalCount: 4 });
    for (const who of [otherCitizen, officer, auditor, admin, anonymous])
      expect((await entities(who, [ref]))[0]!.own).toBeNull();
  });

  it('finds a claim by reference for those who may see it; all others find nothing', async () => {
    const ref = { __typename: 'CompensationClaim', id: claims.at(-1)!.id };
    expect((await entities(citizen, [ref]))[0]).toMatchObject({ id: ref.id, amount: 10_000 });
    for (const who of [otherCitizen, otherOfficer, admin, anonymous])
      expect(await entities(who, [ref])).toEqual([null]);
    for (const id of [randomUUID(), 'nonsense']) expect(await entities(auditor, [{ ...ref, id }])).toEqual([null]);
  });

  it('costs one statement a level, however many complaints and claims are asked for', async () => {
    const asked = (count: number) => service.statements(() => entities(citizen, complaintRefs.slice(0, count)));
    const one = await asked(1);
    expect(one).toBe(2); // the claims, and their history
    expect(await asked(6)).toBe(one);
    const own = Array.from({ length: 50 }, () => ({ __typename: 'Citizen', id: citizen.id }));
    expect(await service.statements(() => entities(citizen, own))).toBe(2); // the page, and its count
    expect(await service.statements(() => list(auditor))).toBe(2);
  });

  it('tells the notices service whether a claim is there, and no contact', async () => {
    const facts = (subjectId: string) =>
      service.internal('/internal/notice-facts', {
        ...{ eventType: 'claim.opened.v1', subjectType: 'CLAIM', subjectId, recipientId: citizen.id, deadlineId: null },
      });
    expect(await facts(claims[0]!.id)).toEqual({ stillTrue: true, contact: null, words: {} });
    expect(await facts(randomUUID())).toEqual({ stillTrue: false, contact: null, words: {} });
  });
});
