import type { Channel } from '../filing';
import type { Status } from '../handling';
import type { ComplaintKind } from '../service-item';

/** By what complaints are counted. Days in Asia/Seoul. */
interface TallyKey {
  readonly receivedOn: string;
  readonly departmentCode: string;
  readonly serviceCode: string;
  readonly kind: ComplaintKind;
  readonly channel: Channel;
}

/** What one complaint adds to the figures, as it stands now. */
export interface Tally extends TallyKey {
  readonly complaintId: string;
  readonly status: Status;
  /** Whether the law's promise was closed by a result, and whether both were kept. */
  readonly closed: boolean;
  readonly inTime: boolean;
  readonly charterInTime: boolean;
  /** How long it took; null while it is open, and for what ended without a result. */
  readonly bucket: number | null;
}

const COUNTS = ['received', 'answered', 'rejected', 'withdrawn', 'closed', 'inTime', 'charterInTime'] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

const one = (value: boolean): number => (value ? 1 : 0);

/** The counts of one complaint. */
const countsOf = ({ status, closed, inTime, charterInTime }: Tally): Counts => ({
  received: 1,
  answered: one(status === 'ANSWERED'),
  rejected: one(status === 'REJECTED'),
  withdrawn: one(status === 'WITHDRAWN'),
  closed: one(closed),
  inTime: one(inTime),
  charterInTime: one(charterInTime),
});

export interface DayChange extends TallyKey, Counts {}

export interface SpeedChange extends TallyKey {
  readonly bucket: number;
  readonly count: number;
}

const keyOf = ({ receivedOn, departmentCode, serviceCode, kind, channel }: TallyKey): TallyKey => ({
  ...{ receivedOn, departmentCode, serviceCode, kind, channel },
});
const nameOf = (key: TallyKey, bucket = 0): string =>
  JSON.stringify([key.receivedOn, key.departmentCode, key.serviceCode, key.kind, key.channel, bucket]);
/** In one order, so that two who count at once wait for each other and never for ever. */
const inOrder = <T>(changes: ReadonlyMap<string, T>): T[] =>
  [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);

/** What the figures change by when complaints that stood one way stand another way now; nothing where they cancel out. */
export function changesOf(
  before: readonly Tally[],
  after: readonly Tally[],
): { readonly days: DayChange[]; readonly speeds: SpeedChange[] } {
  const days = new Map<string, DayChange>();
  const speeds = new Map<string, SpeedChange>();
  const add = (tally: Tally, sign: 1 | -1): void => {
    const name = nameOf(tally);
    const counts = countsOf(tally);
    const sum = days.get(name);
    const added = COUNTS.map((count) => [count, (sum?.[count] ?? 0) + sign * counts[count]]);
    days.set(name, { ...keyOf(tally), ...(Object.fromEntries(added) as unknown as Counts) });
    if (tally.bucket === null) return;
    const speed = nameOf(tally, tally.bucket);
    speeds.set(speed, { ...keyOf(tally), bucket: tally.bucket, count: (speeds.get(speed)?.count ?? 0) + sign });
  };
  for (const tally of before) add(tally, -1);
  for (const tally of after) add(tally, 1);
  return {
    days: inOrder(days).filter((change) => COUNTS.some((count) => change[count] !== 0)),
    speeds: inOrder(speeds).filter(({ count }) => count !== 0),
  };
}
