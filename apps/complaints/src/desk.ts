import type { DataSource, EntityManager } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import { type Act, type Deadline, type Deadlines, isOpen, lockDeadlinesOf, granted } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Caller, type Clock, type Person, StaleVersion } from '@charter/service';
import { handles, maySee, owns } from './domain/access';
import { INTERIM_REQUESTED, SUPPLEMENT, SUSPENSION, promiseOf } from './domain/deadline-kinds';
import { type HandlingCommand, type HandlingFacts, type Status, decideHandling } from './domain/handling';
import type { ComplaintEntity } from './store/complaint.entity';
import type { StatisticsStore } from './store/statistics/statistics.store';
import type { ComplaintStore, StepLine } from './store/complaint.store';

/** The complaint, or why a caller gets none: it is absent (or not theirs to know of), or not theirs to change. */
export type Handled = Outcome<string> | 'NOT_FOUND' | 'FORBIDDEN';

export interface DeskParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly deadlines: Deadlines;
  readonly statistics: StatisticsStore;
  readonly clock: Clock;
}

/** Which complaint, at which version (null: whichever it is), and by whom. */
export interface Call {
  readonly id: string;
  readonly version: number | null;
  readonly by: Person;
  /** Whether the caller may do this to this complaint. */
  readonly may: (complaint: ComplaintEntity) => boolean;
  /** What the command is measured against besides the complaint and its deadlines. */
  readonly more?: (tx: EntityManager, complaint: ComplaintEntity) => Promise<Partial<HandlingFacts>>;
}

/** A call of the department that handles the complaint. */
export const byDepartment = (id: string, version: number | null, by: Person): Call => ({
  ...{ id, version, by, may: (complaint) => handles(by, complaint) },
});

/** A call of the citizen whose complaint it is. */
export const byOwner = (id: string, version: number | null, by: Person): Call => ({
  ...{ id, version, by, may: (complaint) => owns(by, complaint) },
});

/** A step that was allowed, in its transaction. */
export interface Step {
  readonly tx: EntityManager;
  readonly complaint: ComplaintEntity;
  /** Who has it from now on: the officer who acts takes on what nobody had. */
  readonly officerId: string;
  readonly to: Status;
  readonly now: Date;
  readonly act: Act;
  /** The open ones, locked. */
  readonly open: readonly Deadline[];
  /** Writes the complaint, its version and its line of history. */
  readonly write: (
    changes: Partial<ComplaintEntity>,
    said?: Partial<Pick<StepLine, 'step' | 'reason' | 'dueAt' | 'cause'>>,
  ) => Promise<void>;
}

/** Where every step of a complaint is done: locked, checked who and what, written and told, in one transaction. */
export class Desk {
  constructor(readonly parts: DeskParts) {}

  /** @throws {StaleVersion} when `version` is not the present one */
  handle(
    command: HandlingCommand,
    call: Call,
    carryOut: (step: Step) => Promise<readonly EventDraft[]>,
  ): Promise<Handled> {
    const { dataSource, complaints, statistics, clock } = this.parts;
    const { id, by, may, version } = call;
    return dataSource.transaction(async (tx) => {
      const complaint = await complaints.lock(tx, id);
      if (!complaint || !maySee(by as Caller, complaint)) return 'NOT_FOUND';
      if (!may(complaint)) return 'FORBIDDEN';
      if (version !== null && version !== complaint.version) throw new StaleVersion();
      const now = clock.now();
      const own = await lockDeadlinesOf(tx, [id]);
      const facts = { ...factsOf(complaint, own, now), ...(await call.more?.(tx, complaint)) };
      const decided = decideHandling(complaint, command, facts);
      if (!decided.ok) return decided;
      const to = decided.value;
      const line = { by: by.id, at: now, to, step: command.type };
      const news = await carryOut({
        ...{ tx, complaint, to, now, officerId: complaint.officerId ?? by.id, act: { by: by.id, at: now } },
        open: own.filter(isOpen),
        write: (changes, said) => complaints.step(tx, complaint, changes, { ...line, ...said }),
      });
      await appendEvents(tx, 'complaints', news);
      await statistics.count(tx, [id]);
      return accepted(id);
    });
  }
}

function factsOf(complaint: ComplaintEntity, own: readonly Deadline[], now: Date): HandlingFacts {
  const statutory = own.find(({ id }) => id === complaint.statutoryId)!;
  const openOne = (kind: string) => own.find((deadline) => deadline.kind === kind && isOpen(deadline));
  return {
    now,
    statutoryPeriod: statutory.period,
    late: statutory.dueAt !== null && statutory.dueAt <= now,
    supplementDueAt: openOne(SUPPLEMENT)?.dueAt ?? null,
    suspensionDueAt: openOne(SUSPENSION)?.dueAt ?? null,
    interimOwed: openOne(INTERIM_REQUESTED) !== undefined,
    resultsTold: 0,
    departmentAtWork: true,
    mediationNeeded: complaint.collective,
  };
}

/** Whether the law's and the charter's promise were late when they were closed. */
export interface Lateness {
  readonly lateByLaw: boolean;
  readonly lateByCharter: boolean;
}

/** Closes all that is open: promises and duties that were kept are met, what nobody needs any more is cancelled. */
export async function closeDeadlines(
  { tx, open, act }: Pick<Step, 'tx' | 'open' | 'act'>,
  deadlines: Deadlines,
  close: (kind: string) => 'meet' | 'cancel',
  reason: string,
): Promise<Lateness> {
  const late = new Set<string>();
  for (const { id, kind } of open) {
    const closed = granted(await deadlines[close(kind)](tx, id, { ...act, reason }));
    if (closed.missedAt !== null && promiseOf(kind)) late.add(kind);
  }
  return { lateByLaw: late.has('STATUTORY'), lateByCharter: late.has('CHARTER') };
}
