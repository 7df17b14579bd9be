import { CONSUMER_NAMES, EVENT_TYPES, consumers, consumersIn, consumersOf, parseEvent } from './index';

const filed = {
  id: '0b4d6f3e-1c1f-4d6e-9f57-0c6a5a0f1a11',
  type: 'complaint.filed.v1',
  producer: 'complaints',
  occurredAt: '2026-11-23T10:00:00+09:00',
  payload: {
    complaintId: '0b4d6f3e-1c1f-4d6e-9f57-0c6a5a0f1a12',
    receiptNumber: '2026-000001-7',
    citizenId: '0b4d6f3e-1c1f-4d6e-9f57-0c6a5a0f1a13',
    departmentCode: 'ROADS',
    serviceCode: 'STREETLIGHT',
    officerId: null,
    channel: 'ONLINE',
    receivedAt: '2026-11-23T10:00:00+09:00',
    dueAt: '2026-12-02T00:00:00+09:00',
    charterDueAt: '2026-11-30T00:00:00+09:00',
    provisional: false,
  },
};

describe('the contract between services', () => {
  it('parses an event that keeps it and drops what it does not name', () => {
    const event = parseEvent({ ...filed, payload: { ...filed.payload, petitionerName: '홍길동' } });
    expect(event.payload).toEqual(filed.payload);
  });

  it.each([
    ['an unknown type', { ...filed, type: 'complaint.lost.v1' }],
    ['an id that is none', { ...filed, id: '7' }],
    ['a payload of another event', { ...filed, type: 'holiday.declared.v1' }],
    ['a moment without an offset', { ...filed, payload: { ...filed.payload, dueAt: '2026-12-02T00:00:00' } }],
  ])('refuses %s', (_name, data) => {
    expect(() => parseEvent(data)).toThrow();
  });

  it('gives every event type a past-tense name with a version', () => {
    for (const type of EVENT_TYPES) expect(type).toMatch(/^[a-z-]+\.[a-z-]+\.v\d+$/);
  });

  it('names queues that BullMQ accepts and routes events to them', () => {
    for (const name of CONSUMER_NAMES) {
      expect(name).not.toContain(':');
      expect(consumersIn(consumers[name].service)).toContain(name);
    }
    expect(consumersOf('complaint.overdue.v1')).toEqual(['compensation-claims', 'notices-inbox']);
  });
});
