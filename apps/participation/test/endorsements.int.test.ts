import { citizen, officer, otherCitizen } from '@charter/service/testing';
import { type City, bringTo, openCity, someone } from './fixtures/city';

describe('endorsements', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity(new Date('2026-11-24T02:00:00Z'));
  });
  afterAll(() => city.close());
  beforeEach(() => city.dataSource.query('TRUNCATE outbox_event CASCADE'));

  const rows = async (id: string): Promise<number> =>
    (await city.dataSource.query('SELECT count(*)::int AS n FROM endorsement WHERE proposal_id = $1', [id]))[0].n;

  const counted = async (id: string): Promise<unknown> =>
    (await city.see(citizen, id, 'endorsementCount'))!['endorsementCount'];

  it('of 500 people who each ask twice, a hundred at once, are exactly 500, each done once and refused once', async () => {
    const id = await city.submit();
    const codes: string[][] = [];
    for (let from = 0; from < 500; from += 50) {
      const wave = Array.from({ length: 100 }, (_, n) => someone(from + (n % 50)));
      codes.push(...(await Promise.all(wave.map((who) => city.refused(who, 'endorseProposal', { proposalId: id })))));
    }
    expect(codes.filter((refused) => refused.length === 0)).toHaveLength(500);
    expect(codes.filter(([code]) => code === 'ALREADY_DONE')).toHaveLength(500);
    expect([await rows(id), await counted(id)]).toEqual([500, 500]);
    expect(await city.told('proposal.threshold-reached.v1')).toHaveLength(1);
  }, 120_000);

  it('of 500 people who send a thousand requests in one moment are exactly 500, and the threshold is reached once', async () => {
    const id = await city.submit();
    const asks = Array.from({ length: 1_000 }, (_, n) => someone(n % 500));
    // So many at once wait for a connection, and on a busy machine too long: the endorsement is not written, or its answer
    // is lost; some wait longer than the half minute for which the gateway's word holds. Who got no answer asks again, as a client
    // does: then it is done, or done already.
    const ask = async (who: (typeof asks)[number], tries = 20): Promise<string> => {
      const [code = 'DONE'] = await city.refused(who, 'endorseProposal', { proposalId: id });
      return ['SERVICE_UNAVAILABLE', 'UNAUTHENTICATED'].includes(code) && tries > 0 ? ask(who, tries - 1) : code;
    };
    const outcomes = await Promise.all(asks.map((who) => ask(who)));
    expect(new Set(outcomes)).toEqual(new Set(['DONE', 'ALREADY_DONE']));
    expect(outcomes.filter((outcome) => outcome === 'DONE').length).toBeLessThanOrEqual(500);
    const { data } = await city.ask<{ proposals: { edges: { node: object }[] } }>(
      citizen,
      `{ proposals(orderBy: MOST_ENDORSED, first: 100) { edges { node { id endorsementCount } } } }`,
    );
    expect(data!.proposals.edges.map(({ node }) => node)).toContainEqual({ id, endorsementCount: 500 });
    expect(await rows(id)).toBe(500);
    const reached = await city.told('proposal.threshold-reached.v1');
    expect(reached).toMatchObject([{ proposalId: id, endorsements: 50, dueAt: '2026-12-21T15:00:00.000Z' }]);
    const { answerDeadline } = (await city.see(citizen, id, 'answerDeadline { kind state dueAt }'))!;
    expect(answerDeadline).toEqual({ kind: 'ANSWER', state: 'RUNNING', dueAt: '2026-12-22T00:00:00+09:00' });
  }, 120_000);

  it('and withdrawals at once leave a count that equals the rows', async () => {
    const id = await city.submit();
    const people = Array.from({ length: 40 }, (_, n) => someone(n));
    await Promise.all(people.map((who) => city.refused(who, 'endorseProposal', { proposalId: id })));
    const acts = people.flatMap((who) => [
      city.refused(who, 'withdrawEndorsement', { proposalId: id }),
      city.refused(who, 'endorseProposal', { proposalId: id }),
    ]);
    await Promise.all(acts);
    expect((await city.see(citizen, id, 'endorsementCount'))!['endorsementCount']).toBe(await rows(id));
  });

  it('are taken back until it is decided, and neither given nor taken after', async () => {
    const id = await bringTo(city, 'UNDER_EXAMINATION');
    expect(await city.refused(otherCitizen, 'endorseProposal', { proposalId: id })).toEqual([]);
    expect(await city.refused(otherCitizen, 'withdrawEndorsement', { proposalId: id })).toEqual([]);
    expect(await city.refused(otherCitizen, 'endorseProposal', { proposalId: id })).toEqual([]);
    await city.act(officer, 'decideProposal', { proposalId: id, decision: 'NOT_ADOPTED', reason: '예산이 없습니다.' });
    expect(await city.refused(otherCitizen, 'withdrawEndorsement', { proposalId: id })).toEqual(['TOO_LATE']);
    expect(await city.refused(someone(1), 'endorseProposal', { proposalId: id })).toEqual(['TOO_LATE']);
    expect(await city.see(otherCitizen, id, 'endorsementCount endorsedByMe')).toEqual({
      ...{ endorsementCount: 1, endorsedByMe: true },
    });
  });

  it('follow a department’s own threshold from its first day', async () => {
    const set = (who: object, input: object) =>
      city.ask<{ setEndorsementThreshold: { threshold: object | null; errors: { code: string }[] } }>(
        who as never,
        `mutation ($input: SetEndorsementThresholdInput!) { setEndorsementThreshold(input: $input) {
           threshold { departmentCode endorsements answerDays validFrom } errors { code } } }`,
        { input },
      );
    const threshold = { departmentCode: 'WATER', endorsements: 2, answerDays: 5, validFrom: '2026-11-24' };
    const waterHead = { id: someone(900).id!, roles: ['MANAGER'], department: 'WATER' };
    expect((await set({ ...waterHead, department: 'PARKS' }, threshold)).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(
      (await set(waterHead, { ...threshold, validFrom: '2026-11-23' })).data!.setEndorsementThreshold,
    ).toMatchObject({
      ...{ threshold: null, errors: [{ code: 'INVALID_VALUE' }] },
    });
    expect((await set(waterHead, threshold)).data!.setEndorsementThreshold).toEqual({ threshold, errors: [] });
    const id = await city.submit({ departmentCode: 'WATER' });
    for (const n of [1, 2, 3]) await city.act(someone(n), 'endorseProposal', { proposalId: id });
    expect(await city.told('proposal.threshold-reached.v1')).toMatchObject([{ proposalId: id, endorsements: 2 }]);
    // 5 days of 8 working hours from 11:00: the fifth working day after, at 11:00.
    expect((await city.see(citizen, id, 'answerDeadline { dueAt }'))!['answerDeadline']).toEqual({
      dueAt: '2026-12-01T11:00:00+09:00',
    });
  });
});
