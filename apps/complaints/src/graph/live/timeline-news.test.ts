import type { Deadline } from '@charter/deadlines';
import type { FeedEvent } from '@charter/outbox';
import type { ComplaintEntity, ComplaintHistoryEntity } from '../../store/complaint.entity';
import { type Standing, changesIn, eventId, numberIn, wholeTimeline } from './timeline-news';

const ID = '0198a000-0000-7000-8000-000000000001';
const at = (second: number): Date => new Date(Date.UTC(2026, 10, 23, 1, 0, second));
/** When a transaction began, as PostgreSQL writes it. */
const moment = (second: number): string => `2026-11-23 10:00:${String(second).padStart(2, '0')}.123456+09`;

const line = (id: string, step: ComplaintHistoryEntity['step'], second: number) =>
  ({
    ...{ id, complaintId: ID, step, changedAt: at(second), recordedAt: at(second), changedBy: 'somebody' },
    ...{ fromStatus: null, toStatus: 'RECEIVED', hadOfficer: false, reason: null, dueAt: null, cause: 'OFFICE' },
  }) as ComplaintHistoryEntity;
const event = (number: number, type: FeedEvent['type'], second: number): FeedEvent => ({
  ...{ number, type, occurredAt: at(second), writtenAt: moment(second) },
});

const standing: Standing = {
  complaint: {
    ...{ id: ID, status: 'ANSWERED', version: 4, closedAt: at(9), statutoryId: 'law', charterId: 'charter' },
    ...{ citizenId: 'a citizen', officerId: 'an officer', title: 'a title' },
  } as ComplaintEntity,
  deadlines: [
    { id: 'law', dueAt: at(5), missedAt: null, closedAt: null },
    { id: 'charter', dueAt: at(3), missedAt: at(3), closedAt: at(9) },
  ] as Deadline[],
  lines: [line('1', 'file', 1), line('2', 'object', 2), line('3', 'reopen', 2)],
  writtenAt: new Map([
    ['1', moment(1)],
    ['2', moment(2)],
    ['3', moment(2)],
  ]),
  now: at(6),
};

describe('an event’s id', () => {
  it('is a number within its complaint, and strange elsewhere', () => {
    expect(eventId(ID, 7)).toBe('0198a000.7');
    expect(numberIn(ID, '0198a000.7')).toBe(7);
    for (const id of [
      '',
      '7',
      '.7',
      '0198a000.',
      '0198a000.07',
      '0198a000.+7',
      '0198a000.7.8',
      '0198A000.7',
      'ffffffff.7',
      `0198a000.${'9'.repeat(10)}`,
    ])
      expect([id, numberIn(ID, id)]).toEqual([id, undefined]);
  });
});

describe('news of a complaint', () => {
  it('puts together what one transaction has told, in the order of numbers, with the steps that it wrote', () => {
    const events = [
      event(4, 'objection.decided.v1', 2),
      event(5, 'complaint.reopened.v1', 2),
      event(6, 'complaint.overdue.v1', 5),
    ];
    const changes = changesIn(events, standing, 'en');
    expect(changes.map(({ number, event: { id } }) => [number, id])).toEqual([
      [5, '0198a000.5'],
      [6, '0198a000.6'],
    ]);
    const [decided, overdue] = changes.map(
      (change) => change.event.data as { what: string[]; steps: { text: string }[] },
    );
    expect(decided!.what).toEqual(['objection.decided', 'complaint.reopened']);
    expect(decided!.steps.map(({ text }) => text)).toEqual([
      expect.any(String),
      'Your objection was upheld: we handle the complaint again.',
    ]);
    expect(overdue).toMatchObject({ what: ['complaint.overdue'], steps: [] });
  });

  it('says how the complaint stands, and of nobody who it is', () => {
    const { data } = wholeTimeline('timeline', standing, 6, 'ko');
    expect(data).toMatchObject({
      complaint: {
        ...{ id: ID, status: 'ANSWERED', statusText: '답변 완료', version: 4, closedAt: '2026-11-23T10:00:09+09:00' },
        ...{ dueAt: '2026-11-23T10:00:05+09:00', charterDueAt: '2026-11-23T10:00:03+09:00' },
        ...{ overdueAt: '2026-11-23T10:00:05+09:00', charterOverdueAt: '2026-11-23T10:00:03+09:00' },
      },
    });
    const text = JSON.stringify(data);
    for (const word of ['somebody', 'a citizen', 'an officer', 'a title', 'OFFICE']) expect(text).not.toContain(word);
  });
});
