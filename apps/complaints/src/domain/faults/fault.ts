import { OFFICE_FAULTS, type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Caller, hasRole } from '@charter/service';
import { type Owned, handles } from '../access';

/** What an office can do wrong besides being late. */
export { OFFICE_FAULTS };
export type OfficeFault = (typeof OFFICE_FAULTS)[number];

/** A fault as somebody confirms it. */
export interface FoundFault {
  readonly fault: OfficeFault;
  /** YYYY-MM-DD in Asia/Seoul. */
  readonly occurredOn: string;
  /** What was found, for the office. */
  readonly finding: string;
}

export interface FaultFacts {
  readonly by: string;
  readonly citizenId: string;
  readonly today: string;
  /** Which of this complaint are confirmed already. */
  readonly known: readonly OfficeFault[];
}

const FINDING_LIMIT = 5_000;

/** The head of the department that handles it admits it, or the petition auditor finds it. */
export const mayConfirm = (caller: Caller, complaint: Owned): boolean =>
  hasRole(caller, 'AUDITOR') || (hasRole(caller, 'MANAGER') && handles(caller, complaint));

function* faultsOf({ fault, occurredOn, finding }: FoundFault, facts: FaultFacts): Generator<Refusal> {
  yield* textFaults(finding, FINDING_LIMIT, 'finding');
  if (occurredOn > facts.today)
    yield refusal('INVALID_VALUE', '아직 오지 않은 날입니다.', 'This day has not come yet.', 'occurredOn');
  if (facts.by === facts.citizenId)
    yield refusal(
      'CONFLICT_OF_INTEREST',
      '본인의 민원에 관한 일은 다른 분이 확인해야 합니다.',
      'Somebody else confirms what happened with your own complaint.',
    );
  if (facts.known.includes(fault))
    yield refusal(
      'ALREADY_DONE',
      '이 민원에서 이미 확인된 일입니다.',
      'This was confirmed of this complaint already.',
      'fault',
    );
}

/** Decides whether a fault of the office stands confirmed: once for each complaint. Pure. */
export function decideFault(found: FoundFault, facts: FaultFacts): Outcome<FoundFault> {
  const faults = [...faultsOf(found, facts)];
  return faults.length > 0 ? refused(...faults) : accepted({ ...found, finding: found.finding.trim() });
}
