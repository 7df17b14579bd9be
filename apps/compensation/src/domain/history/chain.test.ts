import fc from 'fast-check';
import { type ChainedClaim, type ChainedLine, GENESIS, brokenLink, lineHash } from './chain';

const CLAIM = '0198a000-0000-7000-8000-00000000c1a1';
const STATUSES = ['OPENED', 'REVIEWED', 'REFUSED', 'OBJECTED', 'REVIEWED', 'APPROVED', 'PAYING', 'PAID'];

/** A history that fits, with as many lines as asked for. */
function historyOf(length: number): { claim: ChainedClaim; lines: ChainedLine[] } {
  const lines: ChainedLine[] = [];
  for (let at = 0; at < length; at += 1) {
    const before = lines.at(-1);
    const line = {
      ...{ claimId: CLAIM, seq: at + 1, changedAt: `2026-11-23T15:00:0${at}.000000Z`, changedBy: `person-${at}` },
      ...{ fromStatus: before?.toStatus ?? null, toStatus: STATUSES[at]!, reason: at % 2 ? null : 'LATE_STATUTORY' },
      previousHash: before?.hash ?? GENESIS,
    };
    lines.push({ ...line, hash: lineHash(line) });
  }
  return { claim: { claimId: CLAIM, status: lines.at(-1)!.toStatus, version: length }, lines };
}

const CHANGES: Readonly<Record<string, (line: ChainedLine) => Partial<ChainedLine>>> = {
  moment: () => ({ changedAt: '2026-11-23T15:00:00.000001Z' }),
  person: () => ({ changedBy: 'another' }),
  from: ({ fromStatus }) => ({ fromStatus: fromStatus === 'OBJECTED' ? 'REFUSED' : 'OBJECTED' }),
  to: ({ toStatus }) => ({ toStatus: toStatus === 'PAID' ? 'RETURNED' : 'PAID' }),
  reason: ({ reason }) => ({ reason: reason === null ? '' : null }),
  place: ({ seq }) => ({ seq: seq + 1 }),
  hash: () => ({ hash: 'f'.repeat(64) }),
};

describe('the history of a claim', () => {
  it('fits as it was written', () => {
    for (let length = 1; length <= STATUSES.length; length += 1) {
      const { claim, lines } = historyOf(length);
      expect(brokenLink(claim, lines)).toBeUndefined();
    }
  });

  it('shows any change of any line, and names the first', () => {
    const change = fc.constantFrom(...Object.keys(CHANGES));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.nat(), change, (length, at, what) => {
        const { claim, lines } = historyOf(length);
        const index = at % length;
        const line = lines[index]!;
        lines[index] = { ...line, ...CHANGES[what]!(line) };
        expect(brokenLink(claim, lines)?.seq).toBe(index + 1);
      }),
    );
  });

  it('shows a line that is gone, even when every line after it was linked anew', () => {
    const { claim, lines } = historyOf(5);
    const relinked = lines.filter(({ seq }) => seq !== 3).map((line, at) => ({ ...line, seq: at + 1 }));
    expect(brokenLink(claim, relinked)).toEqual({ claimId: CLAIM, seq: 3, why: 'LINE_CHANGED' });
    expect(
      brokenLink(
        claim,
        lines.filter(({ seq }) => seq !== 3),
      ),
    ).toMatchObject({ seq: 3, why: 'LINE_MISSING' });
    expect(brokenLink(claim, lines.slice(0, 4))).toEqual({ claimId: CLAIM, seq: 5, why: 'END_MISSING' });
    expect(brokenLink(claim, [])).toEqual({ claimId: CLAIM, seq: 1, why: 'END_MISSING' });
  });

  it('shows a claim whose status no step led to', () => {
    const { claim, lines } = historyOf(3);
    expect(brokenLink({ ...claim, status: 'PAID' }, lines)).toEqual({ claimId: CLAIM, seq: 3, why: 'STATUS_DIFFERS' });
  });
});
