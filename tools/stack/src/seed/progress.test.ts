import { takeUp } from './progress';

const now = new Date('2026-11-30T00:00:00Z');
const before = { startedAt: '2025-11-30T00:00:00.000Z', done: ['10-departments/ROADS'], kept: { a: 1 } };

describe('telling the demo data', () => {
  it.each([[undefined], [null], [{ done: 'all' }]])('begins now where nothing was written: %j', (written) =>
    expect(takeUp(written, now)).toEqual({ startedAt: now.toISOString(), done: [], kept: {} }),
  );

  it('says the same again where it was cut short', () => {
    const cut = { ...before, trying: '15-standards/VISIT_WAITING' };
    expect(takeUp(cut, now)).toEqual(cut);
  });

  it('counts from now for what a later release adds, and keeps what was told before', () =>
    expect(takeUp(before, now)).toEqual({ ...before, startedAt: now.toISOString() }));
});
