import { randomUUID } from 'node:crypto';
import { RetentionLoop } from '@charter/service';
import { citizen, everythingIn, heldOn, otherCitizen } from '@charter/service/testing';
import { emptyTables } from '@charter/testkit';
import { SUBMISSION } from './fixtures/city';
import { type Contests, bringContestTo, openContests } from './fixtures/contests';
import { type Monitoring, monitor, openMonitoring, serving } from './fixtures/monitoring';

const MONTH_MS = 31 * 24 * 3_600_000;

describe('people in what they took part in', () => {
  let city: Contests & Monitoring;
  let contests: Contests;
  let monitoring: Monitoring;
  beforeAll(async () => {
    [contests, monitoring] = [await openContests(), await openMonitoring()];
    city = contests as Contests & Monitoring;
  });
  afterAll(async () => {
    await contests.close();
    await monitoring.close();
  });

  const expire = (of: Contests | Monitoring): Promise<number> =>
    (of.parts.loops.find((one) => one instanceof RetentionLoop) as RetentionLoop).runOnce();
  const ask = async (of: Contests | Monitoring, citizenId: string) => {
    const requestId = randomUUID();
    await of.hear('participation-erasure', 'erasure.requested.v1', {
      ...{ requestId, citizenId, requestedAt: of.clock.now().toISOString() },
    });
    const told = await of.told('erasure.done.v1');
    return told.find((one) => one.requestId === requestId)!;
  };
  const endorsements = async (id: string) =>
    (await city.see(otherCitizen, id, 'endorsementCount'))!['endorsementCount'];

  it('go at once from what nothing keeps; what they did still counts', async () => {
    const id = await city.submit();
    await city.act(otherCitizen, 'endorseProposal', { proposalId: id });
    await city.dataSource.query(
      `INSERT INTO proposal_follow (proposal_id, citizen_id, followed_at) VALUES ($1, $2, now())`,
      [id, otherCitizen.id],
    );
    await city.dataSource.query(
      `INSERT INTO proposal_comment (id, proposal_id, path, depth, author_id, author_kind, author_number, body, written_at, version, visibility)
       VALUES (gen_random_uuid(), $1, '1', 1, $2, 'CITIZEN', 1, '제 이름은 김철수입니다', now(), 1, 'VISIBLE')`,
      [id, otherCitizen.id],
    );
    city.clock.set(new Date(Date.now() + MONTH_MS));
    const { erased, kept } = await ask(city, otherCitizen.id);
    expect(erased).toEqual([
      { kind: 'proposal-follow', count: 1 },
      { kind: 'endorsement', count: 1 },
      { kind: 'comment', count: 1 },
    ]);
    expect(kept).toEqual([]);
    expect(await endorsements(id)).toBe(1);
    expect(await heldOn(city, otherCitizen.id)).toEqual([]);
    expect(await everythingIn(city.dataSource)).not.toContain('김철수');
  });

  it.each([
    ['NOT_ADOPTED', 24, 'proposal', true],
    ['IMPLEMENTED', 36, 'adopted-proposal', true],
    ['WITHDRAWN', 24, 'proposal', false],
  ])('of a proposal that is %s go after %i months', async (status, months, kind, open) => {
    const title = `제안 ${status}`;
    const id = await city.submit({ title });
    expect((await ask(city, citizen.id)).kept).toContainEqual(
      expect.objectContaining({ kind: 'proposal', until: null }),
    );
    await city.dataSource.query(
      `UPDATE proposal SET status = $2, public = $3, decision = CASE $2 WHEN 'IMPLEMENTED' THEN 'ADOPTED' WHEN 'NOT_ADOPTED' THEN 'NOT_ADOPTED' END
       WHERE id = $1`,
      [id, status, open],
    );
    const [{ at }] = await city.dataSource.query(
      'SELECT max(changed_at) AS at FROM proposal_history WHERE proposal_id = $1',
      [id],
    );
    city.clock.set(new Date(at.getTime() + (months - 1) * 30 * 24 * 3_600_000));
    expect((await ask(city, citizen.id)).kept).toContainEqual(
      expect.objectContaining({ kind, article: expect.stringContaining('제안'), until: expect.stringMatching(/^20/) }),
    );
    const [sealed] = await city.dataSource.query('SELECT name, phone FROM proposer WHERE proposal_id = $1', [id]);
    city.clock.set(new Date(at.getTime() + months * MONTH_MS));
    await expire(city);
    const left = await everythingIn(city.dataSource);
    for (const gone of [sealed.name, sealed.phone, ...(open ? [] : [title, SUBMISSION.body])])
      expect(left).not.toContain(gone);
    const [{ citizen_id }] = await city.dataSource.query('SELECT citizen_id FROM proposal WHERE id = $1', [id]);
    expect(citizen_id).not.toBe(citizen.id);
    if (open)
      expect(await city.see(otherCitizen, id, 'title proposerName')).toEqual({ title, proposerName: '(삭제됨)' });
    await emptyTables(city.dataSource, 'proposal');
  });

  it('who entered a contest go five years after it was awarded, and the ranking stays', async () => {
    const { id } = await bringContestTo(contests, 'AWARDED');
    expect((await ask(contests, citizen.id)).kept).toMatchObject([
      { kind: 'contest-entrant', article: '지방재정법 제82조' },
    ]);
    const names = (await contests.dataSource.query('SELECT name FROM contest_entrant')) as { name: string }[];
    const ranking = await contests.read(otherCitizen, id, 'scoreSheet { number rank score }');
    contests.clock.advance(60 * MONTH_MS);
    expect(await expire(contests)).toBe(names.length);
    const left = await everythingIn(contests.dataSource);
    for (const { name } of names) expect(left).not.toContain(name);
    expect(await contests.read(otherCitizen, id, 'scoreSheet { number rank score }')).toEqual(ranking);
  });

  it('who applied as a monitor go five years after their term', async () => {
    const { applications } = await serving(monitoring, monitor(1));
    expect((await ask(monitoring, monitor(1).id!)).kept).toMatchObject([{ kind: 'monitor-application', until: null }]);
    await monitoring.dataSource.query(
      `UPDATE monitor_application SET status = 'RESIGNED', ended_at = $2, ended_reason = '이사' WHERE id = $1`,
      [applications[0], monitoring.clock.now()],
    );
    const [sealed] = await monitoring.dataSource.query('SELECT name, phone FROM monitor_application');
    monitoring.clock.advance(61 * MONTH_MS);
    expect(await expire(monitoring)).toBe(1);
    const left = await everythingIn(monitoring.dataSource);
    for (const gone of [sealed.name, sealed.phone, '우리 동네를', '이사']) expect(left).not.toContain(gone);
  });
});
