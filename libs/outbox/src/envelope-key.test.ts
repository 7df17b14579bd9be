import { nameUnreadable } from './envelope-key';

const id = '0b4d6f3e-1c1f-4d6e-9f57-0c6a5a0f1a11';

describe('the name of an unreadable job', () => {
  it('is the event’s own where it can be told', () => {
    const named = { eventId: id, type: 'complaint.filed.v1', producer: 'complaints' };
    expect(nameUnreadable('x', { id, type: 'complaint.filed.v1', producer: 'complaints' })).toEqual(named);
    expect(nameUnreadable(`evt-${id}-notices-inbox-3`, { id: 7, producer: 'complaints' })).toEqual({
      ...named,
      type: 'unknown',
    });
  });

  it.each([[null], ['text'], [{ type: 'a\u0000b', producer: '{"x":1}' }], [undefined]])(
    'is made from the content of %j, the same each time, and is one that PostgreSQL takes',
    (data) => {
      const name = nameUnreadable('garbage', data);
      expect(name).toEqual(nameUnreadable('other-job', data));
      expect(name.eventId).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
      expect(name).toMatchObject({ type: 'unknown', producer: 'unknown' });
    },
  );
});
