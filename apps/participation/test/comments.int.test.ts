import { anonymous, citizen, manager, officer, otherCitizen, otherOfficer } from '@charter/service/testing';
import { discussionOf } from '../src/domain/ranking/discussion';
import { type City, type Fields, deputy, openCity, someone } from './fixtures/city';

const FIELDS = 'id depth author authorNumber body visibility version mine';
const LIST = `query ($id: ID!, $first: Int!, $after: String) { proposal(id: $id) { commentCount comments(first: $first, after: $after) {
  edges { node { ${FIELDS} editedAt versions { body } } } pageInfo { endCursor hasNextPage } totalCount } } }`;

interface Page {
  proposal: {
    commentCount: number;
    comments: {
      edges: { node: Fields }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
      totalCount: number;
    };
  };
}

describe('comments', () => {
  let city: City;
  beforeAll(async () => {
    city = await openCity(new Date('2026-11-24T02:00:00Z'));
  });
  afterAll(() => city.close());
  beforeEach(async () => {
    city.clock.advance(86_400_000); // nobody has spoken today
    await city.dataSource.query('TRUNCATE outbox_event CASCADE');
  });

  const say = async (who: object, proposalId: string, body: string, parentId?: string): Promise<string> => {
    const { proposal, errors } = await city.act(
      who as never,
      'commentOnProposal',
      { proposalId, body, parentId },
      FIELDS,
    );
    if (!proposal) throw new Error(JSON.stringify(errors));
    return proposal['id'] as string;
  };
  const list = async (who: object, id: string, first = 20, after?: string) =>
    (await city.ask<Page>(who as never, LIST, { id, first, after })).data!.proposal;
  const bodies = (page: Page['proposal']) => page.comments.edges.map(({ node }) => node['body']);

  it('stand in the order of reading, three levels deep, a page at a time', async () => {
    const id = await city.submit();
    const one = await say(otherCitizen, id, '1');
    const two = await say(someone(1), id, '2');
    const answer = await say(officer, id, '1.1', one);
    await say(citizen, id, '2.1', two);
    const third = await say(otherCitizen, id, '1.1.1', answer);
    expect(
      await city.refused(someone(2), 'commentOnProposal', { proposalId: id, body: '네', parentId: third }),
    ).toEqual(['LIMIT_REACHED']);
    const whole = await list(anonymous, id);
    expect(bodies(whole)).toEqual(['1', '1.1', '1.1.1', '2', '2.1']);
    expect(whole.comments.edges.map(({ node }) => [node['depth'], node['author'], node['authorNumber']])).toEqual([
      [1, 'CITIZEN', 1],
      [2, 'OFFICE', null],
      [3, 'CITIZEN', 1],
      [1, 'CITIZEN', 2],
      [2, 'PROPOSER', null],
    ]);
    expect([whole.commentCount, whole.comments.totalCount]).toEqual([5, 5]);
    const first = await list(anonymous, id, 2);
    const second = await list(anonymous, id, 2, first.comments.pageInfo.endCursor);
    const last = await list(anonymous, id, 2, second.comments.pageInfo.endCursor);
    expect([bodies(first), bodies(second), bodies(last)]).toEqual([['1', '1.1'], ['1.1.1', '2'], ['2.1']]);
    expect([first, second, last].map(({ comments }) => comments.pageInfo.hasNextPage)).toEqual([true, true, false]);
    const { errors } = await city.ask(anonymous, LIST, { id, first: 2, after: 'x' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('tell the proposer, and whom they answer, without what they say', async () => {
    const id = await city.submit();
    const one = await say(otherCitizen, id, '비밀스러운 말');
    await say(citizen, id, '고맙습니다', one);
    expect(await city.told('comment.written.v1')).toMatchObject([
      { citizenId: citizen.id, reply: false },
      { citizenId: otherCitizen.id, reply: true },
    ]);
    expect(JSON.stringify(await city.dataSource.query('SELECT payload FROM outbox_event'))).not.toContain('비밀');
  });

  it('keep what they said before', async () => {
    const id = await city.submit();
    const comment = await say(otherCitizen, id, '처음');
    const edit = (who: object, body: string, version?: number) =>
      city.act(who as never, 'editProposalComment', { commentId: comment, body, version }, FIELDS);
    expect(await edit(otherCitizen, '다음', 1)).toMatchObject({ proposal: { body: '다음', version: 2 } });
    expect((await edit(otherCitizen, '또', 1)).errors).toMatchObject([{ code: 'STALE_VERSION' }]);
    expect((await edit(someone(1), '남의 말')).errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const [{ node }] = (await list(anonymous, id)).comments.edges as [{ node: Fields }];
    expect(node).toMatchObject({ body: '다음', editedAt: expect.any(String), versions: [{ body: '처음' }] });
  });

  it('are no more than ten in ten minutes, also when twenty come at once to several proposals', async () => {
    const ids = [await city.submit(), await city.submit(), await city.submit()];
    const codes = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        city.refused(someone(3), 'commentOnProposal', { proposalId: ids[n % 3]!, body: `${n}` }),
      ),
    );
    expect(codes.filter((refused) => refused.length === 0)).toHaveLength(10);
    expect(codes.flat()).toEqual(Array(10).fill('LIMIT_REACHED'));
    city.clock.advance(601_000);
    expect(await city.refused(someone(3), 'commentOnProposal', { proposalId: ids[0]!, body: '뒤에' })).toEqual([]);
  });

  it('are written once for a key', async () => {
    const id = await city.submit();
    const input = { proposalId: id, body: '한 번만', idempotencyKey: 'k' };
    await Promise.all([1, 2].map(() => city.act(someone(4), 'commentOnProposal', input, 'id')));
    expect((await list(anonymous, id)).commentCount).toBe(1);
  });

  it('are hidden with a reason, appealed against, and decided by somebody else', async () => {
    const id = await city.submit();
    const commentId = await say(otherCitizen, id, '험한 말');
    const reason = '비방하는 표현입니다.';
    const text = '비방이 아닙니다.';
    expect(await city.refused(otherOfficer, 'hideProposalComment', { commentId, reason })).toEqual(['FORBIDDEN']);
    expect(await city.refused(manager, 'hideProposalComment', { commentId, reason })).toEqual([]);
    const [seen] = (await list(anonymous, id)).comments.edges as [{ node: Fields }];
    expect(seen.node).toMatchObject({ body: null, visibility: 'HIDDEN', versions: [] });
    expect((await list(anonymous, id)).commentCount).toBe(0);
    expect(bodies(await list(otherCitizen, id))).toEqual(['험한 말']);
    expect(await city.refused(someone(1), 'appealCommentHiding', { commentId, text })).toEqual(['FORBIDDEN']);
    expect(await city.refused(otherCitizen, 'appealCommentHiding', { commentId, text })).toEqual([]);
    const decision = { commentId, restore: true, reason: '표현이 지나치지 않습니다.' };
    expect(await city.refused(manager, 'decideCommentAppeal', decision)).toEqual(['SAME_PERSON']);
    expect(await city.refused(officer, 'decideCommentAppeal', decision)).toEqual(['FORBIDDEN']);
    expect(await city.refused(deputy, 'decideCommentAppeal', decision)).toEqual([]);
    expect(bodies(await list(anonymous, id))).toEqual(['험한 말']);
    expect(await city.told('moderation.decided.v1')).toMatchObject([{ commentId, thing: 'COMMENT', restored: true }]);
    const states = await city.dataSource.query(`SELECT state FROM deadline WHERE subject_id = $1`, [commentId]);
    expect(states).toEqual([{ state: 'MET' }]);
  });

  it('count for the discussion as the rule says, whoever speaks about whose proposals at once', async () => {
    const people = [11, 12, 13, 14].map(someone);
    const proposals = [];
    for (const proposer of people)
      for (const n of [1, 2])
        proposals.push({ id: await city.submit({ title: `제안 ${n}` }, proposer), proposerId: proposer.id! });
    const spoken = proposals.flatMap(({ id }, index) =>
      people.filter((_, n) => (index + n) % 3 !== 0).map((who) => ({ proposalId: id, authorId: who.id!, who })),
    );
    const codes = await Promise.all(
      spoken.map(({ proposalId, who }) =>
        city.refused(who, 'commentOnProposal', { proposalId, body: '함께 이야기합시다.' }),
      ),
    );
    expect(codes.flat()).toEqual([]);
    const expected = discussionOf(proposals, spoken);
    for (const { id } of proposals)
      expect((await city.see(anonymous, id, 'discussionScore'))!['discussionScore']).toBe(expected.get(id));
    const { data } = await city.ask<{ proposals: { edges: { node: { discussionScore: number } }[] } }>(
      anonymous,
      '{ proposals(orderBy: MOST_DISCUSSED, first: 100) { edges { node { discussionScore } } } }',
    );
    const scores = data!.proposals.edges.map(({ node }) => node.discussionScore);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});
