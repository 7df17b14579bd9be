import { citizen, officer, otherCitizen, otherOfficer } from '@charter/service/testing';
import { type City, openCity, someone } from './fixtures/city';

const reason = '같은 곳의 그늘막을 제안한 내용입니다.';

describe('merging', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity(new Date('2026-11-24T02:00:00Z'));
  });
  afterAll(() => city.close());
  beforeEach(() => city.dataSource.query('TRUNCATE outbox_event CASCADE'));

  const endorse = async (id: string, ...people: number[]): Promise<void> => {
    for (const n of people) await city.act(someone(n), 'endorseProposal', { proposalId: id });
  };

  it('keeps every endorser once, never its proposer, and tells who proposed and who follows', async () => {
    const [into, from, third] = [
      await city.submit(),
      await city.submit({}, otherCitizen),
      await city.submit({}, someone(7)),
    ];
    await endorse(into, 1, 2);
    await endorse(from, 2, 3, 4);
    await city.act(citizen, 'endorseProposal', { proposalId: from }); // the other's proposer endorsed it
    await endorse(third, 4, 5);
    const merged = await city.act(
      officer,
      'mergeProposals',
      { intoId: into, proposalIds: [from, third], reason },
      'endorsementCount',
    );
    expect(merged).toMatchObject({ proposal: { endorsementCount: 5 }, errors: [] });
    const who = (await city.dataSource.query('SELECT citizen_id FROM endorsement WHERE proposal_id = $1 ORDER BY 1', [
      into,
    ])) as {
      citizen_id: string;
    }[];
    expect(who.map(({ citizen_id }) => citizen_id)).toEqual([1, 2, 3, 4, 5].map((n) => someone(n).id));
    expect(await city.see(otherCitizen, from, 'status mergedInto { id } deadline { state }')).toEqual({
      ...{ status: 'MERGED', mergedInto: { id: into }, deadline: { state: 'MET' } },
    });
    expect(await city.refused(someone(9), 'endorseProposal', { proposalId: from })).toEqual(['INVALID_STATE']);
    expect(await city.told('proposal.merged.v1')).toMatchObject([{ intoId: into }, { intoId: into }]);
    // Who proposed what was merged follows what stays.
    expect((await city.see(otherCitizen, into, 'followedByMe'))!['followedByMe']).toBe(true);
  });

  it('makes no circle, also when two merge into each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await city.submit(), await city.submit({}, otherCitizen)];
      const codes = await Promise.all([
        city.refused(officer, 'mergeProposals', { intoId: a, proposalIds: [b], reason }),
        city.refused(officer, 'mergeProposals', { intoId: b, proposalIds: [a], reason }),
      ]);
      expect(codes.map(([code]) => code).sort()).toEqual(['INVALID_STATE', undefined]);
    }
    const a = await city.submit();
    expect(await city.refused(officer, 'mergeProposals', { intoId: a, proposalIds: [a], reason })).toEqual([
      'INVALID_VALUE',
    ]);
  });

  it('is all or none', async () => {
    const [into, good, theirs] = [
      await city.submit(),
      await city.submit(),
      await city.submit({ departmentCode: 'WATER' }),
    ];
    await endorse(good, 1);
    expect(
      await city.refused(officer, 'mergeProposals', { intoId: into, proposalIds: [good, theirs], reason }),
    ).toEqual(['FORBIDDEN']);
    expect(await city.refused(otherOfficer, 'mergeProposals', { intoId: into, proposalIds: [good], reason })).toEqual([
      'FORBIDDEN',
    ]);
    expect(await city.refused(officer, 'mergeProposals', { intoId: into, proposalIds: [], reason })).toEqual([
      'INVALID_VALUE',
    ]);
    expect(await city.see(citizen, good, 'status mergedInto { id }')).toEqual({
      status: 'SUBMITTED',
      mergedInto: null,
    });
    expect(await city.see(citizen, into, 'endorsementCount')).toEqual({ endorsementCount: 0 });
  });

  it('starts no other department’s duty, and leads nobody to what they cannot see', async () => {
    const [own, theirs, hidden] = [
      await city.submit(),
      await city.submit({ departmentCode: 'WATER' }),
      await city.submit(),
    ];
    const into = (intoId: string) => city.refused(officer, 'mergeProposals', { intoId, proposalIds: [own], reason });
    expect(await into(theirs)).toEqual(['FORBIDDEN']);
    await city.act(officer, 'hideProposal', { proposalId: hidden, reason });
    expect(await into(hidden)).toEqual(['INVALID_STATE']);
    expect(await city.see(citizen, own, 'status')).toEqual({ status: 'SUBMITTED' });
  });
});
