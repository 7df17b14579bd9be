import type { DataSource, EntityManager } from 'typeorm';
import { type WorkingCalendar, computeDeadline, localDate } from '@charter/calendar';
import { type Outcome, accepted } from '@charter/contracts';
import { type Act, type Deadline, type Deadlines, isOpen, lockDeadlinesOf, granted } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion } from '@charter/service';
import { isSeenByAll, mayGive, maySee } from './domain/access';
import { ANSWER, APPEAL, OPINION, PERIODS, REVIEW, SUPPLEMENT } from './domain/deadline-kinds';
import { type ProposalFacts, decideProposal } from './domain/proposals/decide';
import type { ProposalCommand } from './domain/proposals/command';
import type { Status } from './domain/proposals/status';
import { proposalPayload } from './event-payload';
import type { EndorsementStore } from './store/proposals/endorsement.store';
import type { OpinionEntity } from './store/proposals/examination.entity';
import type { ExaminationStore } from './store/proposals/examination.store';
import type { ProposalEntity } from './store/proposals/proposal.entity';
import type { ProposalStore, StepLine } from './store/proposals/proposal.store';

/** The id of what was written, or why a caller gets none: it is absent (or not theirs to know of), or not theirs to change. */
export type Handled = Outcome<string> | 'NOT_FOUND' | 'FORBIDDEN';

export interface DeskParts {
  readonly dataSource: DataSource;
  readonly proposals: ProposalStore;
  readonly endorsements: EndorsementStore;
  readonly examinations: ExaminationStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Which proposal, at which version (null: whichever it is), and by whom. */
export interface Call {
  readonly id: string;
  readonly version: number | null;
  readonly by: Person;
  /** What the command is measured against besides the proposal itself. */
  readonly more?: (tx: EntityManager, proposal: ProposalEntity) => Promise<Partial<ProposalFacts>>;
}

/** A step that was allowed, in its transaction. */
export interface Step {
  readonly tx: EntityManager;
  readonly proposal: ProposalEntity;
  /** Who has it from now on: the officer who acts takes on what nobody had. */
  readonly officerId: string | null;
  readonly to: Status;
  readonly now: Date;
  readonly act: Act;
  /** The open ones, locked. */
  readonly open: readonly Deadline[];
  readonly opinions: readonly OpinionEntity[];
  /** Writes the proposal, its version and its line of history. */
  readonly write: (
    changes: Partial<ProposalEntity>,
    said?: Partial<Pick<StepLine, 'step' | 'to' | 'reason' | 'dueAt'>>,
  ) => Promise<void>;
}

/** A citizen's time to ask for a re-review: 15 days after a rejection; 2 years if the city does it after all (제안 조례). */
const RE_REVIEW = {
  REJECTION: { unit: 'CALENDAR_DAYS', length: 15, firstDayCounts: false },
  CARRIED_OUT: { unit: 'YEARS', length: 2, firstDayCounts: false },
} as const;

/** The last day on which a re-review may be asked. */
function reReviewUntil(decidedAt: Date, basis: keyof typeof RE_REVIEW, calendar: WorkingCalendar): string {
  const { dueAt } = computeDeadline({ receivedAt: decidedAt, period: RE_REVIEW[basis] }, calendar);
  return localDate(new Date(dueAt!.getTime() - 1)); // 24:00 belongs to the day that it ends
}

/** Where every step of a proposal is done: locked, checked who and what, written and told, in one transaction. */
export class ProposalDesk {
  constructor(readonly parts: DeskParts) {}

  /** @throws {StaleVersion} when `version` is not the present one */
  handle(
    command: ProposalCommand,
    call: Call,
    carryOut: (step: Step) => Promise<readonly EventDraft[]>,
  ): Promise<Handled> {
    const { dataSource, proposals } = this.parts;
    return dataSource.transaction(async (tx) => {
      const proposal = await proposals.lock(tx, call.id);
      return proposal ? this.handleLocked(tx, proposal, command, call, carryOut) : 'NOT_FOUND';
    });
  }

  /** The same in the caller's transaction, for a proposal that is locked. */
  async handleLocked(
    tx: EntityManager,
    proposal: ProposalEntity,
    command: ProposalCommand,
    call: Omit<Call, 'id'>,
    carryOut: (step: Step) => Promise<readonly EventDraft[]>,
  ): Promise<Handled> {
    const { proposals, examinations, clock } = this.parts;
    const { by, version } = call;
    const { id } = proposal;
    if (!maySee(by, proposal)) return 'NOT_FOUND';
    if (!mayGive(by, command.type, proposal)) return 'FORBIDDEN';
    if (version !== null && version !== proposal.version) throw new StaleVersion();
    const now = clock.now();
    const own = await lockDeadlinesOf(tx, [id]);
    const [opinions] = await examinations.opinionsOf([id], tx);
    const facts = {
      ...(await this.factsOf(tx, { proposal, own, opinions: opinions!, by, now })),
      ...(await call.more?.(tx, proposal)),
    };
    const decided = decideProposal(proposal, command, facts);
    if (!decided.ok) return decided;
    const to = decided.value;
    const line = { by: by.id, at: now, to, step: command.type };
    const isOffice = proposal.citizenId !== by.id && by.departmentCode === proposal.departmentCode;
    let reached = to;
    const news = await carryOut({
      ...{ tx, proposal, to, now, act: { by: by.id, at: now }, opinions: opinions! },
      officerId: proposal.officerId ?? (isOffice ? by.id : null),
      open: own.filter(isOpen),
      write: (changes, said) => {
        reached = said?.to ?? to;
        return proposals.step(tx, proposal, changes, { ...line, ...said });
      },
    });
    await appendEvents(tx, 'participation', [...news, ...(await this.newsOfFollowers(tx, proposal, command, reached))]);
    return accepted(id);
  }

  /** Who follows is told of what everybody can see happening; the proposer hears of it anyway. */
  private async newsOfFollowers(
    tx: EntityManager,
    proposal: ProposalEntity,
    { type }: ProposalCommand,
    to: Status,
  ): Promise<EventDraft[]> {
    const isNews = proposal.status !== to || ['answer', 'report', 'award'].includes(type);
    if (!isNews || !isSeenByAll(proposal)) return [];
    const followers = await this.parts.endorsements.followersOf(tx, proposal.id);
    return followers
      .filter((follower) => follower !== proposal.citizenId)
      .map((follower) => ({
        type: 'proposal.news.v1',
        payload: { ...proposalPayload(proposal), citizenId: follower, officerId: null, news: type, status: to },
      }));
  }

  private async factsOf(
    tx: EntityManager,
    seen: {
      proposal: ProposalEntity;
      own: readonly Deadline[];
      opinions: readonly OpinionEntity[];
      by: Person;
      now: Date;
    },
  ): Promise<ProposalFacts> {
    const { proposal, own, opinions, by, now } = seen;
    const open = own.filter(isOpen);
    const review = own.find(({ id }) => id === proposal.reviewId);
    const calendar = await this.parts.deadlines.calendar(tx);
    const decidedAt = proposal.decidedAt ?? now;
    return {
      ...{ now, today: localDate(now), elsewhere: [], grades: [], milestone: undefined },
      reviewed: review !== undefined && isOpen(review),
      late: review !== undefined && review.dueAt !== null && review.dueAt <= now,
      supplementDueAt: open.find(({ kind }) => kind === SUPPLEMENT)?.dueAt ?? null,
      opinions: opinions.map(({ departmentCode, givenAt }) => ({
        departmentCode,
        given: givenAt !== null,
        dueAt: open.find((each) => each.kind === OPINION && each.departmentCode === departmentCode)?.dueAt ?? null,
      })),
      callerDepartment: by.departmentCode ?? null,
      reReviewUntil: {
        REJECTION: reReviewUntil(decidedAt, 'REJECTION', calendar),
        CARRIED_OUT: reReviewUntil(decidedAt, 'CARRIED_OUT', calendar),
      },
    };
  }
}

const isPromise = ({ kind }: Deadline): boolean => kind === REVIEW || kind === ANSWER;

/** The review and the answer stand still; what is late already stays late. */
export async function pausePromises({ tx, open, act, now }: Step, deadlines: Deadlines, reason: string): Promise<void> {
  for (const each of open)
    if (isPromise(each) && each.state === 'RUNNING')
      granted(await deadlines.pause(tx, each.id, now, { ...act, reason }));
}

/** They run again. @returns the review's new date; null when it was late before */
export async function resumePromises(
  { tx, open, act, now, proposal }: Step,
  deadlines: Deadlines,
  reason: string,
): Promise<Date | null> {
  let dueAt: Date | null = null;
  for (const each of open) {
    if (!isPromise(each) || each.state !== 'PAUSED') continue;
    const resumed = granted(await deadlines.resume(tx, each.id, now, { ...act, reason }));
    if (each.id === proposal.reviewId) dueAt = resumed.dueAt;
  }
  return dueAt;
}

/** Closes all that is open: what was promised is met, what nobody needs any more is cancelled. @returns whether the review was late */
export async function closeDeadlines(
  { tx, open, act, proposal }: Step,
  deadlines: Deadlines,
  how: 'RESULT' | 'GIVEN_UP',
  reason: string,
): Promise<boolean> {
  let late = false;
  for (const each of open) {
    if (each.kind === APPEAL) continue; // whose text was hidden still gets an answer
    const close = how === 'RESULT' && isPromise(each) ? 'meet' : 'cancel';
    const closed = granted(await deadlines[close](tx, each.id, { ...act, reason }));
    if (closed.id === proposal.reviewId) late = closed.missedAt !== null;
  }
  return late;
}

/** Opens the month of a review. */
export const openReview = (
  tx: EntityManager,
  deadlines: Deadlines,
  { id, departmentCode, officerId }: Pick<ProposalEntity, 'id' | 'departmentCode' | 'officerId'>,
  act: Act,
): Promise<Deadline> =>
  deadlines.open(
    tx,
    {
      ...{ kind: REVIEW, subjectType: 'PROPOSAL', subjectId: id, departmentCode, ownerId: officerId },
      ...{ receivedAt: act.at, period: PERIODS.REVIEW },
    },
    act,
  );
