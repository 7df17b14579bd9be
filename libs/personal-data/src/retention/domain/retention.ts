import type { KeptRecords, RecordKindName } from '@charter/contracts';

/** How long records of a kind are kept after they have ended, and by which article. Data: offices change it without a developer. */
export interface RetentionRule {
  readonly kind: RecordKindName;
  readonly months: number;
  readonly article: string;
}

/** A record of the citizen who asks. */
export interface HeldRecord {
  readonly key: string;
  /** Null while something is still open. */
  readonly endedAt: Date | null;
}

export interface Verdict {
  /** The keys of what may be erased now. */
  readonly erasable: readonly string[];
  readonly kept: readonly KeptRecords[];
}

/**
 * The same day and hour so many months later (UTC); the month's last day where that day is missing.
 * @param months 0 or more
 */
export function monthsLater(from: Date, months: number): Date {
  const later = new Date(from);
  const day = later.getUTCDate();
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(day, lastDay));
  return later;
}

/**
 * Decides what of one kind a citizen's request erases, and what is kept, by which article and until when: what is open until
 * it is closed, what the law keeps until the last record's period ends. (개인정보 보호법 21조, 36조 1항 단서)
 */
export function judge(
  records: readonly HeldRecord[],
  onRequest: 'ERASED' | 'KEPT',
  { kind, months, article }: RetentionRule,
  now: Date,
): Verdict {
  const open = records.filter(({ endedAt }) => endedAt === null || endedAt > now);
  const ended = records.filter((record) => !open.includes(record));
  const keptUntil = (endedAt: Date): Date => monthsLater(endedAt, months);
  const kept = onRequest === 'KEPT' ? ended.filter(({ endedAt }) => keptUntil(endedAt!) > now) : [];
  const until = kept.reduce((latest, { endedAt }) => Math.max(latest, keptUntil(endedAt!).getTime()), 0);
  return {
    erasable: ended.filter((record) => !kept.includes(record)).map(({ key }) => key),
    kept: [
      ...(open.length > 0 ? [{ kind, count: open.length, article, until: null }] : []),
      ...(kept.length > 0 ? [{ kind, count: kept.length, article, until: new Date(until).toISOString() }] : []),
    ],
  };
}
