import type { ProcessingPeriod } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { ComplaintKind } from '../service-item';
import type { HandlingCommand, Suspension } from './command';
import { longestExtension } from './extension';
import { RESULTS_BEFORE_CLOSING } from './repeat';
import * as refuse from './refusals';
import type { Status } from './status';
import { ALREADY, TRANSITIONS } from './transitions';

/** What of a complaint decides what may be done to it. */
export interface HandlingState {
  readonly status: Status;
  readonly kind: ComplaintKind;
  readonly departmentCode: string;
  readonly officerId: string | null;
  /** How often the period was extended: once by the office, a second time with consent (시행령 제21조). */
  readonly extensions: number;
  /** The second extension that waits for the citizen's consent. */
  readonly proposedExtension: number | null;
  /** How often a supplement was asked, and how often the citizen got longer for the present one (시행령 제24조). */
  readonly supplementRounds: number;
  readonly supplementExtensions: number;
  readonly suspension: Suspension | null;
  readonly suspensionExtended: boolean;
  readonly opinionGiven: boolean;
}

/** What a decision is measured against. */
export interface HandlingFacts {
  readonly now: Date;
  /** The law's period, as it was when the complaint was filed. */
  readonly statutoryPeriod: ProcessingPeriod;
  /** Whether the law's date has passed: lateness is not mended by an extension. */
  readonly late: boolean;
  /** Until when the citizen has for the supplement; null when none is asked. */
  readonly supplementDueAt: Date | null;
  /** Until when an investigation, hearing or review is to end; null when there is none. */
  readonly suspensionDueAt: Date | null;
  /** Whether an interim report that the citizen asked for is still owed. */
  readonly interimOwed: boolean;
  /** Of earlier complaints of the same citizen about the same: how many had their result told (법 제23조). */
  readonly resultsTold: number;
  /** Whether the department that it is passed on to is at work. */
  readonly departmentAtWork: boolean;
  /** 다수인관련민원: closed as a repeat only after the mediation committee (법 제23조제2항). */
  readonly mediationNeeded: boolean;
}

const REASON_LIMIT = 2_000;
/** How often a supplement is asked: a second time for ten days, after which the complaint is returned (시행령 제24조, 제25조). */
const MOST_ROUNDS = 2;
const SECOND_ROUND_DAYS = 10;
const LONGEST_SUPPLEMENT_DAYS = 90;
const MOST_SUPPLEMENT_EXTENSIONS = 2;
/** A field investigation of a grievance takes at most 14 days, once 7 more (시행령 제17조); working days. */
const INVESTIGATION_DAYS = 14;
const INVESTIGATION_MORE_DAYS = 7;
const LONGEST_SUSPENSION_DAYS = 60;

const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

function* faultsOf(command: HandlingCommand, state: HandlingState, facts: HandlingFacts): Generator<Refusal> {
  const { now, supplementDueAt } = facts;
  const passed = supplementDueAt !== null && supplementDueAt <= now;
  switch (command.type) {
    case 'assign':
      if (command.officerId === state.officerId) yield refuse.sameOfficer();
      return;
    case 'move':
      if (command.departmentCode === state.departmentCode) yield refuse.sameDepartment();
      else if (!facts.departmentAtWork) yield refuse.departmentUnknown(command.departmentCode);
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'transfer':
      yield* textFaults(command.body, 200, 'body');
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'requestSupplement':
      if (state.supplementRounds >= MOST_ROUNDS) yield refuse.supplementAskedTwice();
      else if (state.status === 'SUPPLEMENT_REQUESTED' && !passed) yield refuse.supplementStillRuns();
      yield* textFaults(command.text, REASON_LIMIT, 'text');
      if (!isWhole(command.days, LONGEST_SUPPLEMENT_DAYS)) yield refuse.days(LONGEST_SUPPLEMENT_DAYS);
      else if (state.supplementRounds === 1 && command.days !== SECOND_ROUND_DAYS) yield refuse.secondRoundDays();
      return;
    case 'extendSupplement':
      if (passed) yield refuse.supplementPassed();
      else if (state.supplementExtensions >= MOST_SUPPLEMENT_EXTENSIONS) yield refuse.supplementExtendedTwice();
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      if (!isWhole(command.days, LONGEST_SUPPLEMENT_DAYS)) yield refuse.days(LONGEST_SUPPLEMENT_DAYS);
      return;
    case 'submitSupplement':
      yield* textFaults(command.text, 10_000, 'text');
      return;
    case 'return':
      if (state.supplementRounds < MOST_ROUNDS) yield refuse.askAgainFirst();
      else if (!passed) yield refuse.supplementStillRuns();
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'suspend': {
      const investigation = command.suspension === 'FIELD_INVESTIGATION';
      if (investigation && state.kind !== 'GRIEVANCE') yield refuse.investigationOfGrievances();
      const most = investigation ? INVESTIGATION_DAYS : LONGEST_SUSPENSION_DAYS;
      if (!isWhole(command.days, most)) yield refuse.days(most);
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    }
    case 'extendSuspension':
      if (state.suspension !== 'FIELD_INVESTIGATION') yield refuse.onlyInvestigations();
      else if (state.suspensionExtended) yield refuse.investigationExtended();
      else if (facts.suspensionDueAt !== null && facts.suspensionDueAt <= now) yield refuse.investigationLate();
      if (!isWhole(command.days, INVESTIGATION_MORE_DAYS)) yield refuse.days(INVESTIGATION_MORE_DAYS);
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'resume':
      yield* textFaults(command.result, REASON_LIMIT, 'result');
      return;
    case 'extend': {
      if (facts.late) yield refuse.lateAlready();
      else if (state.extensions >= 2) yield refuse.extendedTwice();
      else if (state.proposedExtension !== null) yield refuse.consentAwaited();
      const most = longestExtension(facts.statutoryPeriod);
      if (!isWhole(command.length, most)) yield refuse.extensionLength(most);
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    }
    case 'consent':
      if (state.proposedExtension === null) yield refuse.nothingProposed();
      else if (command.given && facts.late) yield refuse.lateAlready();
      return;
    case 'reportInterim':
      yield* textFaults(command.progress, REASON_LIMIT, 'progress');
      return;
    case 'requestInterim':
      if (facts.interimOwed) yield refuse.interimAsked();
      return;
    case 'answer':
      yield* textFaults(command.text, 20_000, 'answer');
      return;
    case 'reject':
      yield* textFaults(command.reason, 20_000, 'reason');
      return;
    case 'closeRepeated':
      if (state.kind === 'STATUTORY') yield refuse.neverStatutory();
      else if (facts.resultsTold < RESULTS_BEFORE_CLOSING) yield refuse.notYetTold(facts.resultsTold);
      else if (facts.mediationNeeded && !command.mediated) yield refuse.mediationFirst();
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'convert':
      if (state.kind === 'STATUTORY') yield refuse.statutoryIsNoProposal();
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'giveOpinion':
      if (state.opinionGiven) yield refuse.opinionGiven();
      if (command.text !== null) yield* textFaults(command.text, REASON_LIMIT, 'text');
      return;
    case 'withdraw':
    case 'reopen':
  }
}

/** Decides a step of handling (처리 단계). Pure. @returns the status from then on */
export function decideHandling(state: HandlingState, command: HandlingCommand, facts: HandlingFacts): Outcome<Status> {
  const next = TRANSITIONS[command.type][state.status];
  if (!next) return refused(refuse.wrongStatus(state.status, ALREADY[command.type] === state.status));
  const faults = [...faultsOf(command, state, facts)];
  return faults.length > 0 ? refused(...faults) : accepted(next);
}
