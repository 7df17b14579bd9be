import { type Refusal, refusal } from '@charter/contracts';
import { type Caller, hasRole } from '@charter/service';

/** What of participation a complaint can come from, besides a proposal, which is converted. */
export const ORIGIN_KINDS = ['CONTEST_ENTRY', 'MONITORING_REPORT'] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

/** What a complaint comes from. */
export interface Origin {
  readonly kind: OriginKind;
  readonly id: string;
}

/** What its owner says of it; undefined: there is none, or none that the caller may see. */
export interface KnownOrigin {
  readonly departmentCode: string;
  readonly citizenIds: readonly string[];
}

/**
 * Why a complaint cannot come from it: a citizen files what is their own, and an officer registers what their department has.
 * What others wrote stays theirs to file: their name would stand on the complaint.
 */
export function originFaults(origin: KnownOrigin | undefined, caller: Caller): Refusal[] {
  const own = caller.id !== undefined && origin?.citizenIds.includes(caller.id);
  const ours = hasRole(caller, 'OFFICER', 'MANAGER') && origin?.departmentCode === caller.departmentCode;
  if (own || ours) return [];
  return [
    refusal(
      'INVALID_VALUE',
      '본인이 낸 작품이나 활동 보고, 또는 담당 부서가 맡은 것만 민원으로 이어 낼 수 있습니다.',
      'A complaint comes from your own entry or report, or, for officers, from one of their department.',
      'origin',
    ),
  ];
}
