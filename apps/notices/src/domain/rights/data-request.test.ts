import { type EarlierRequest, archiveUntil, decideDataRequest } from './data-request';

const NOW = new Date('2026-11-30T12:00:00Z');
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);
const ready = (hours: number): EarlierRequest => ({ kind: 'EXPORT', state: 'READY', requestedAt: hoursAgo(hours) });

describe('a request about one’s own data', () => {
  it.each<[string, 'EXPORT' | 'ERASURE', EarlierRequest[], string | undefined]>([
    ['the first', 'EXPORT', [], undefined],
    ['while the same runs', 'EXPORT', [{ ...ready(200), state: 'RUNNING' }], 'ALREADY_DONE'],
    ['while the other runs', 'ERASURE', [{ ...ready(1), state: 'RUNNING' }], undefined],
    ['a third copy within a day', 'EXPORT', [ready(1), ready(2)], undefined],
    ['a fourth copy within a day', 'EXPORT', [ready(1), ready(2), ready(23)], 'LIMIT_REACHED'],
    ['a fourth copy a day after the first', 'EXPORT', [ready(1), ready(2), ready(24)], undefined],
    ['to erase, again', 'ERASURE', [{ kind: 'ERASURE', state: 'DONE', requestedAt: hoursAgo(1) }], undefined],
  ])('%s', (_name, kind, earlier, code) => {
    const decided = decideDataRequest(kind, earlier, NOW);
    expect(decided.ok ? undefined : decided.refusals[0]!.code).toBe(code);
  });

  it('has an archive for seven days', () => expect(archiveUntil(NOW).toISOString()).toBe('2026-12-07T12:00:00.000Z'));
});
