import fc from 'fast-check';
import { AUDIENCES_OF, type Audience, type NoticeEvent } from './audiences';
import { CHANNELS, OUTGOING, type OutgoingChannel } from './channels';
import { REQUIRED_BY, type TriedWay, nextWay, notToPost, requiredBy, withRequired } from './required';

const ALL = new Set<OutgoingChannel>(OUTGOING);
const required = (eventType: NoticeEvent, audience: Audience = 'CITIZEN', basis?: 'STATUTORY' | 'CHARTER') =>
  requiredBy({ eventType, audience, words: { basis } });

describe('what the law requires', () => {
  it.each(Object.entries(REQUIRED_BY))('%s is told to citizens, by an article: %s', (event, article) => {
    expect(AUDIENCES_OF[event as NoticeEvent]).toContain('CITIZEN');
    expect(article).toMatch(/^(민원 처리에 관한 법률|국민 제안 규정)( 시행령)? 제\d+조/);
  });

  it('is for citizens, and of objections only those by the law', () => {
    expect(required('complaint.answered.v1')).toBe('민원 처리에 관한 법률 제27조제1항');
    expect(required('complaint.extended.v1', 'OFFICER')).toBeNull();
    expect(required('objection.decided.v1', 'CITIZEN', 'STATUTORY')).toBe('민원 처리에 관한 법률 제35조제2항');
    expect(required('objection.decided.v1', 'CITIZEN', 'CHARTER')).toBeNull();
    expect(required('complaint.filed.v1')).toBeNull();
  });

  it('goes out also to who wishes the inbox alone; nothing else does', () => {
    expect(withRequired([], '제27조', ALL)).toEqual(['EMAIL']);
    expect(withRequired([], '제27조', new Set<OutgoingChannel>(['SMS']))).toEqual(['SMS']);
    expect(withRequired([], null, ALL)).toEqual([]);
    expect(withRequired(['SMS'], '제27조', ALL)).toEqual(['SMS']);
  });
});

describe('when a way has come to nothing', () => {
  const inbox: TriedWay = { channel: 'INBOX', state: 'DELIVERED' };
  const way = (channel: OutgoingChannel, state: TriedWay['state']): TriedWay => ({ channel, state });

  it.each<[string, TriedWay[], readonly OutgoingChannel[], string]>([
    ['the next is taken', [way('EMAIL', 'FAILED')], OUTGOING, 'SMS'],
    ['the first that was not tried is taken', [way('SMS', 'UNREACHABLE')], OUTGOING, 'EMAIL'],
    ['what the city does not offer is left out', [way('EMAIL', 'UNREACHABLE')], ['EMAIL', 'PUSH'], 'PUSH'],
    [
      'nothing more is done while another is under way',
      [way('EMAIL', 'FAILED'), way('SMS', 'PENDING')],
      OUTGOING,
      'NOT_YET',
    ],
    ['nor when another has got there', [way('EMAIL', 'FAILED'), way('PUSH', 'DELIVERED')], OUTGOING, 'NOT_YET'],
    [
      'nor when there is nothing to tell any more',
      [way('EMAIL', 'FAILED'), way('SMS', 'SUPERSEDED')],
      OUTGOING,
      'NOT_YET',
    ],
    ['it goes by post when none is left', [way('EMAIL', 'FAILED')], ['EMAIL'], 'NOWHERE'],
    ['it goes by post when all were tried', OUTGOING.map((one) => way(one, 'UNREACHABLE')), OUTGOING, 'NOWHERE'],
  ])('%s', (_what, tried, offered, next) => expect(nextWay([inbox, ...tried], new Set(offered))).toBe(next));

  it('comes to an end with whatever is offered: each channel is tried at most once, and the inbox never counts', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...OUTGOING)), fc.subarray([...OUTGOING]), (first, offered) => {
        const tried: TriedWay[] = [inbox, ...first.map((channel) => way(channel, 'FAILED'))];
        for (let steps = 0; ; steps += 1) {
          expect(steps).toBeLessThanOrEqual(CHANNELS.length);
          const next = nextWay(tried, new Set(offered));
          expect(next).not.toBe('NOT_YET');
          if (next === 'NOWHERE' || next === 'NOT_YET') break;
          expect(tried.map(({ channel }) => channel)).not.toContain(next);
          tried.push(way(next, 'UNREACHABLE'));
        }
        for (const channel of offered) expect(tried.map((one) => one.channel)).toContain(channel);
      }),
    ));
});

it('says why something is not to go by post', () => {
  expect(notToPost({ unreachedAt: null }).code).toBe('INVALID_STATE');
  expect(notToPost({ unreachedAt: new Date(0) }).code).toBe('ALREADY_DONE');
});
