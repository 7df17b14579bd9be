import { citizen, manager, officer } from '@charter/service/testing';
import { bringTo, someone } from './fixtures/city';
import { ANNOUNCEMENT, openContests } from './fixtures/contests';
import { RECRUITMENT, openMonitoring } from './fixtures/monitoring';

/** When the office is closed: the next working moment is on another day. */
const CLOSED = [
  ['on a Saturday', '2026-03-07T11:00:00+09:00'],
  ['late on a Friday', '2026-03-06T21:00:00+09:00'],
] as const;
const END = '2026-03-14T00:00:00+09:00';

describe.each(CLOSED)('a day that somebody names %s', (_name, moment) => {
  it('closes the entries of a contest, and not a day later', async () => {
    const city = await openContests(new Date(moment));
    const id = await city.does(officer, 'announceContest', ANNOUNCEMENT);
    expect(await city.read(citizen, id, 'closing { dueAt }')).toEqual({ closing: { dueAt: END } });
    await city.close();
  });

  it('ends the time to apply as a monitor', async () => {
    const city = await openMonitoring(new Date(moment));
    const id = await city.does(officer, 'recruitMonitors', RECRUITMENT);
    const applying = await city.read(someone(1), 'monitorRecruitment', id, 'applying { dueAt }');
    expect(applying).toEqual({ applying: { dueAt: END } });
    await city.close();
  });

  it('is the date of a milestone', async () => {
    const city = await openMonitoring(new Date(moment));
    const proposalId = await bringTo(city, 'ADOPTED');
    const milestones = [{ title: '설치', dueOn: '2026-03-13' }];
    expect(await city.refused(manager, 'planImplementation', { proposalId, milestones })).toEqual([]);
    expect(await city.see(citizen, proposalId, 'milestones { deadline { dueAt } }')).toEqual({
      milestones: [{ deadline: { dueAt: END } }],
    });
    await city.close();
  });
});
