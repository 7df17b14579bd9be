import { createHash } from 'node:crypto';

/** The hash before the first line of a claim. */
export const GENESIS = '0'.repeat(64);

/** A line of a claim's history as it stands in the database, with the moment to the microsecond. */
export interface ChainedLine {
  readonly claimId: string;
  readonly seq: number;
  /** RFC 3339 in UTC, six decimals. */
  readonly changedAt: string;
  readonly changedBy: string;
  readonly fromStatus: string | null;
  readonly toStatus: string;
  readonly reason: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the claim itself says, to hold its history against. */
export interface ChainedClaim {
  readonly claimId: string;
  readonly status: string;
  /** Grows by one with each step: as many lines there are. */
  readonly version: number;
}

/** What does not fit of a history. */
export type Break = 'LINE_CHANGED' | 'LINE_MISSING' | 'END_MISSING' | 'STATUS_DIFFERS';

/** The first line that does not fit, and how. */
export interface BrokenLink {
  readonly claimId: string;
  readonly seq: number;
  readonly why: Break;
}

/** SHA-256 over a line and the hash before it, as the database computes it when the line is written. */
export const lineHash = (line: Omit<ChainedLine, 'hash'>): string =>
  createHash('sha256')
    .update(
      [
        ...[line.previousHash, line.claimId, String(line.seq), line.changedAt, line.changedBy],
        ...[line.fromStatus ?? '-', line.toStatus, line.reason === null ? '-' : `=${line.reason}`],
      ].join('\n'),
    )
    .digest('hex');

/**
 * Computes the history of one claim again. Pure.
 * @param lines in the order of `seq`
 * @returns the first link that does not fit; undefined when all do
 */
export function brokenLink(claim: ChainedClaim, lines: readonly ChainedLine[]): BrokenLink | undefined {
  const { claimId } = claim;
  let previous: { readonly hash: string; readonly toStatus: string | null } = { hash: GENESIS, toStatus: null };
  for (const [at, line] of lines.entries()) {
    const seq = at + 1;
    if (line.seq !== seq) return { claimId, seq, why: 'LINE_MISSING' };
    const fits = line.previousHash === previous.hash && line.fromStatus === previous.toStatus;
    if (!fits || lineHash(line) !== line.hash) return { claimId, seq, why: 'LINE_CHANGED' };
    previous = line;
  }
  const seq = lines.length + 1;
  if (lines.length !== claim.version) return { claimId, seq, why: 'END_MISSING' };
  return previous.toStatus === claim.status ? undefined : { claimId, seq: lines.length, why: 'STATUS_DIFFERS' };
}
