import { Readings } from './readings';

const citizenId = '0198a000-0000-7000-8000-000000000001';
const readerId = '0198a000-0000-7000-8000-000000000011';
const of = { subjectType: 'COMPLAINT', subjectId: '0198a000-0000-7000-8000-0000000000c1', citizenId } as const;
const person = { name: '홍길동', phone: null, email: 'hong@example.kr', representative: true };
const kinds = { name: 'NAME', phone: 'PHONE', email: 'EMAIL' } as const;

describe('readings of a request', () => {
  it('are what was asked for and is there, once for each subject, whatever else was at hand', () => {
    const readings = new Readings(readerId);
    const shown = readings.shown(of, person, kinds);
    expect(readings.taken()).toEqual([]);
    expect([shown.email, shown.name, shown.name, shown.phone, shown.representative]).toEqual([
      ...['hong@example.kr', '홍길동', '홍길동', null, true],
    ]);
    expect(readings.taken()).toEqual([
      { purpose: 'HANDLING', reason: null, subjects: [{ ...of, kinds: ['EMAIL', 'NAME'] }] },
    ]);
  });

  it('keep purposes and reasons apart', () => {
    const readings = new Readings(readerId);
    readings.note(of, ['NAME']);
    readings.note(of, ['NAME'], { purpose: 'REVEAL', reason: '동명이인 확인을 위해' });
    readings.note({ ...of, subjectId: readerId }, ['PHONE']);
    expect(readings.taken().map(({ purpose, subjects }) => [purpose, subjects.length])).toEqual([
      ['HANDLING', 2],
      ['REVEAL', 1],
    ]);
  });

  it.each([
    ['by the person themselves', citizenId],
    ['by nobody in particular', undefined],
  ])('are none %s', (_what, reader) => {
    const readings = new Readings(reader);
    expect(readings.shown(of, person, kinds).name).toBe('홍길동');
    readings.note(of, ['PHONE']);
    expect(readings.taken()).toEqual([]);
  });
});
