import { type Outcome, type Refusal, accepted, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { Jury, PlannedMilestone, ProposalCommand, ReReviewBasis } from './command';
import * as refuse from './refusals';
import { type Status } from './status';
import { ALREADY, TRANSITIONS } from './transitions';
import { isWhole } from '../whole';

/** What of a proposal decides what may be done to it. */
export interface ProposalState {
  readonly status: Status;
  readonly departmentCode: string;
  readonly extensions: number;
  readonly supplements: number;
  readonly expertHeard: boolean;
  readonly answeredAt: Date | null;
  readonly thresholdReachedAt: Date | null;
  readonly awardGrade: string | null;
  readonly reReviews: readonly ReReviewBasis[];
}

/** A department that was asked for its opinion. */
interface AskedOpinion {
  readonly departmentCode: string;
  readonly given: boolean;
  readonly dueAt: Date | null;
}

/** What a decision is measured against. Days are days in Asia/Seoul. */
export interface ProposalFacts {
  readonly now: Date;
  readonly today: string;
  /** Whether a review runs: history that was imported has none. */
  readonly reviewed: boolean;
  /** Whether the review's date has passed. */
  readonly late: boolean;
  readonly supplementDueAt: Date | null;
  readonly opinions: readonly AskedOpinion[];
  /** The department that the caller speaks for. */
  readonly callerDepartment: string | null;
  /** What is known elsewhere against it: a department that cannot be asked, a service that takes no complaint. */
  readonly elsewhere: readonly Refusal[];
  /** The award grades of the day on which the jury met. */
  readonly grades: readonly string[];
  /** The milestone that is reported on; undefined when it is none of this proposal. */
  readonly milestone: { readonly done: boolean } | undefined;
  /** Until the end of which day a re-review may be asked, by its basis. */
  readonly reReviewUntil: Readonly<Record<ReReviewBasis, string>>;
}

const REASON_LIMIT = 2_000;
const TEXT_LIMIT = 10_000;
const MOST_DEPARTMENTS = 10;
const MOST_MILESTONES = 20;
const LONGEST_PLAN_YEARS = 10;
const MOST_EXPERT_WEEKS = 3;
const MOST_JURORS = 11;

function* askFaults(codes: readonly string[], state: ProposalState, facts: ProposalFacts): Generator<Refusal> {
  if (codes.length > MOST_DEPARTMENTS || new Set(codes).size !== codes.length) yield refuse.noDepartments();
  if (codes.includes(state.departmentCode)) yield refuse.ownDepartment();
  const again = codes.find((code) => facts.opinions.some(({ departmentCode }) => departmentCode === code));
  if (again) yield refuse.askedAlready(again);
  yield* facts.elsewhere;
}

/** A jury of at most 11, half from outside, with a quorum of both halves; who is recused does not count (제안 조례). */
export function* juryFaults(jury: Jury, today: string): Generator<Refusal> {
  const { seatsInside, seatsOutside, presentInside, presentOutside, recusedInside, recusedOutside } = jury;
  const numbers = [seatsInside, seatsOutside, presentInside, presentOutside, recusedInside, recusedOutside];
  const wrong =
    numbers.some((number) => !isWhole(number, 0, 100)) ||
    presentInside > seatsInside ||
    presentOutside > seatsOutside ||
    recusedInside > presentInside ||
    recusedOutside > presentOutside;
  if (wrong) yield refuse.juryNumbers();
  else if (seatsInside < 1 || seatsInside + seatsOutside > MOST_JURORS || seatsOutside < seatsInside)
    yield refuse.jurySize();
  else if ((presentInside - recusedInside) * 2 <= seatsInside || (presentOutside - recusedOutside) * 2 <= seatsOutside)
    yield refuse.juryQuorum();
  if (jury.heldOn > today) yield refuse.juryDay();
  yield* textFaults(jury.minutes, TEXT_LIMIT, 'jury', 'minutes');
}

function* milestoneFaults(milestones: readonly PlannedMilestone[], today: string): Generator<Refusal> {
  if (!isWhole(milestones.length, 1, MOST_MILESTONES)) yield refuse.milestoneCount();
  const latest = `${Number(today.slice(0, 4)) + LONGEST_PLAN_YEARS}${today.slice(4)}`;
  for (const [index, { title, dueOn }] of milestones.entries()) {
    yield* textFaults(title, 200, 'milestones', String(index), 'title');
    if (dueOn <= today || dueOn > latest) yield refuse.milestoneDay(index);
  }
}

function* faultsOf(command: ProposalCommand, state: ProposalState, facts: ProposalFacts): Generator<Refusal> {
  const { now, today, supplementDueAt } = facts;
  const passed = supplementDueAt !== null && supplementDueAt <= now;
  const supplementRuns = state.status === 'SUPPLEMENT_REQUESTED' && !passed;
  switch (command.type) {
    case 'examine':
      if (supplementRuns) yield refuse.supplementStillRuns();
      yield* askFaults(command.departmentCodes, state, facts);
      return;
    case 'giveOpinion': {
      const own = facts.opinions.find(({ departmentCode }) => departmentCode === facts.callerDepartment);
      if (own?.given) yield refuse.opinionGiven();
      yield* textFaults(command.text, TEXT_LIMIT, 'text');
      return;
    }
    case 'seekExpert':
      if (state.expertHeard) yield refuse.expertHeard();
      if (!isWhole(command.weeks, 1, MOST_EXPERT_WEEKS)) yield refuse.expertWeeks();
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'recordExpert':
      yield* textFaults(command.opinion, TEXT_LIMIT, 'opinion');
      return;
    case 'requestSupplement':
      if (state.supplements > 0) yield refuse.supplementAsked();
      yield* textFaults(command.text, REASON_LIMIT, 'text');
      return;
    case 'submitSupplement':
      yield* textFaults(command.text, TEXT_LIMIT, 'text');
      return;
    case 'extendReview':
      if (!facts.reviewed) yield refuse.noReview();
      else if (facts.late) yield refuse.lateAlready();
      else if (state.extensions > 0) yield refuse.extendedAlready();
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'answer':
      if (state.answeredAt) yield refuse.answeredAlready();
      else if (!state.thresholdReachedAt) yield refuse.answerNotOwed();
      yield* textFaults(command.text, TEXT_LIMIT, 'text');
      return;
    case 'decide': {
      const owed = facts.opinions.filter(({ given, dueAt }) => !given && dueAt !== null && dueAt > now);
      if (owed.length > 0) yield refuse.opinionsOwed(owed.map(({ departmentCode }) => departmentCode));
      yield* textFaults(command.reason, TEXT_LIMIT, 'reason');
      return;
    }
    case 'exclude':
      if (command.ground === 'NO_SUPPLEMENT') {
        if (state.status !== 'SUPPLEMENT_REQUESTED') yield refuse.wrongSupplementGround();
        else if (!passed) yield refuse.supplementStillRuns();
      }
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'merge':
    case 'convert':
      yield* facts.elsewhere;
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'award':
      if (state.awardGrade) yield refuse.awardedAlready();
      if (!facts.grades.includes(command.grade)) yield refuse.gradeUnknown(command.grade);
      yield* juryFaults(command.jury, today);
      return;
    case 'plan':
      yield* milestoneFaults(command.milestones, today);
      return;
    case 'report':
      if (!isWhole(command.percent, 0, 100)) yield refuse.percentRange();
      if (command.milestoneId !== null) {
        if (!facts.milestone) yield refuse.milestoneUnknown();
        else if (facts.milestone.done) yield refuse.milestoneDone();
      }
      yield* textFaults(command.text, TEXT_LIMIT, 'text');
      return;
    case 'reReview': {
      const until = facts.reReviewUntil[command.basis];
      if (state.reReviews.includes(command.basis)) yield refuse.reReviewedAlready();
      else if (today > until) yield refuse.reReviewLate(until);
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    }
    case 'withdraw':
  }
}

/** Decides a step of a proposal. Pure. @returns the status from then on */
export function decideProposal(state: ProposalState, command: ProposalCommand, facts: ProposalFacts): Outcome<Status> {
  const next = TRANSITIONS[command.type][state.status];
  if (!next) return refused(refuse.wrongStatus(state.status, ALREADY[command.type]?.includes(state.status) ?? false));
  const faults = [...faultsOf(command, state, facts)];
  if (faults.length > 0) return refused(...faults);
  return accepted(command.type === 'decide' ? command.decision : next);
}
