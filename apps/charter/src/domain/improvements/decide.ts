import { type Outcome, type Refusal, accepted, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { Department } from '../department';
import type { Standard } from '../standard';
import type { ImprovementState, ImprovementStatus, ImprovementTerms, Opening } from './action';
import * as refuse from './refusals';
import { ALREADY, type ImprovementCommand, TRANSITIONS } from './transitions';

const LONGEST_YEARS = 3;
const TITLE_LIMIT = 200;
const TEXT_LIMIT = 10_000;
const REASON_LIMIT = 2_000;

type NamedStandard = Pick<Standard, 'departmentCode'> | undefined;

/** What the owner of the source says: whose it is; null when there is none that the caller may see. */
type FoundSource = { readonly departmentCode: string } | null;

/** What an opening is measured against. `today` in Asia/Seoul. */
export interface OpeningFacts {
  readonly today: string;
  readonly department: Pick<Department, 'closedOn' | 'successorCode'> | undefined;
  /** The standard that it names; undefined where there is none. */
  readonly standard: NamedStandard;
  /** Undefined: it comes from nowhere. */
  readonly source: FoundSource | undefined;
}

/** What a step is measured against. */
export interface StepFacts {
  readonly today: string;
  /** Whether its date has passed. */
  readonly late: boolean;
  /** The day at whose end it is due, before a holiday moves it. */
  readonly dueOn: string;
  readonly openedOn: string;
  /** The standard that an update names; undefined where there is none. */
  readonly standard: NamedStandard;
}

/** The last day on which an action may be due. */
const latestDay = (openedOn: string): string => `${Number(openedOn.slice(0, 4)) + LONGEST_YEARS}${openedOn.slice(4)}`;

function* termFaults(
  terms: Partial<ImprovementTerms>,
  departmentCode: string,
  standard: NamedStandard,
): Generator<Refusal> {
  const { title, description, plan, standardCode } = terms;
  if (title !== undefined) yield* textFaults(title, TITLE_LIMIT, 'title');
  if (description !== undefined) yield* textFaults(description, TEXT_LIMIT, 'description');
  if (plan !== undefined && plan !== null) yield* textFaults(plan, TEXT_LIMIT, 'plan');
  if (standardCode === undefined || standardCode === null) return;
  if (!standard) yield refuse.unknownStandard(standardCode);
  else if (standard.departmentCode !== null && standard.departmentCode !== departmentCode)
    yield refuse.foreignStandard(standard.departmentCode);
}

function* openingFaults(opening: Opening, facts: OpeningFacts): Generator<Refusal> {
  const { departmentCode, dueOn } = opening;
  const { today, department, standard, source } = facts;
  yield* termFaults(opening, departmentCode, standard);
  if (dueOn <= today || dueOn > latestDay(today)) yield refuse.dueDay(latestDay(today));
  if (!department) yield refuse.noSuchDepartment(departmentCode);
  else if (department.closedOn !== null && department.closedOn <= today)
    yield refuse.closedDepartment(department.successorCode);
  if (source === null) yield refuse.unknownSource();
  else if (source && source.departmentCode !== departmentCode) yield refuse.foreignSource(source.departmentCode);
}

/** Decides whether an action may be opened so. @returns its first status: in progress once it has a plan */
export function decideOpening(opening: Opening, facts: OpeningFacts): Outcome<ImprovementStatus> {
  const faults = [...openingFaults(opening, facts)];
  return faults.length > 0 ? refused(...faults) : accepted(opening.plan === null ? 'OPEN' : 'IN_PROGRESS');
}

function* stepFaults(state: ImprovementState, command: ImprovementCommand, facts: StepFacts): Generator<Refusal> {
  switch (command.type) {
    case 'update': {
      const { changes } = command;
      if (Object.values(changes).every((value) => value === undefined)) yield refuse.nothingChanged();
      if (changes.plan === null && state.status === 'IN_PROGRESS') yield refuse.planNeeded();
      yield* termFaults(changes, state.departmentCode, facts.standard);
      return;
    }
    case 'report':
      if (!Number.isInteger(command.percent) || command.percent < 0 || command.percent > 100)
        yield refuse.percentRange();
      yield* textFaults(command.text, TEXT_LIMIT, 'text');
      return;
    case 'extend':
      if (state.extendedAt) yield refuse.extendedAlready();
      else if (facts.late) yield refuse.lateAlready();
      if (command.dueOn <= facts.dueOn) yield refuse.notLater(facts.dueOn);
      else if (command.dueOn > latestDay(facts.openedOn)) yield refuse.dueDay(latestDay(facts.openedOn));
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'publish':
      if (state.publishedAt) yield refuse.doneAlready();
      return;
    case 'complete':
      yield* textFaults(command.result, TEXT_LIMIT, 'result');
      return;
    case 'cancel':
      yield* textFaults(command.reason, REASON_LIMIT, 'reason');
      return;
    case 'assign':
  }
}

/** Decides a step of an action. Pure. @returns the status from then on */
export function decideStep(
  state: ImprovementState,
  command: ImprovementCommand,
  facts: StepFacts,
): Outcome<ImprovementStatus> {
  const next = TRANSITIONS[command.type][state.status];
  if (!next) {
    if (ALREADY[command.type] === state.status) return refused(refuse.doneAlready());
    return refused(state.status === 'OPEN' ? refuse.notPlanned() : refuse.wrongStatus(state.status));
  }
  const faults = [...stepFaults(state, command, facts)];
  if (faults.length > 0) return refused(...faults);
  const planned = command.type === 'update' && typeof command.changes.plan === 'string';
  return accepted(planned ? 'IN_PROGRESS' : next);
}
