import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';

/** CONVERTED: it is handled as a complaint. */
export type ProposalStatus = 'SUBMITTED' | 'CONVERTED';

const REASON_LIMIT = 2_000;

const converted = (): Refusal =>
  refusal('ALREADY_DONE', '이미 민원으로 전환된 제안입니다.', 'This proposal has become a complaint already.');

/**
 * Decides whether a proposal becomes a complaint (국민 제안 규정 제6조제5항). Pure.
 * @param offer why the catalogue's service takes no complaint; empty when it does
 */
export function decideConversion(
  status: ProposalStatus,
  reason: string,
  offer: readonly Refusal[],
): Outcome<ProposalStatus> {
  if (status === 'CONVERTED') return refused(converted());
  const faults = [...offer, ...textFaults(reason, REASON_LIMIT, 'reason')];
  return faults.length > 0 ? refused(...faults) : accepted('CONVERTED');
}

/** Decides whether the proposer lets everybody read a proposal that came out of a private complaint. Pure. */
export function decidePublication(proposal: { status: ProposalStatus; public: boolean }): Outcome<null> {
  if (proposal.status === 'CONVERTED') return refused(isComplaint());
  if (!proposal.public) return accepted(null);
  return refused(
    refusal('ALREADY_DONE', '이미 모두에게 공개된 제안입니다.', 'Everybody can read this proposal already.'),
  );
}

/** Nothing more is done with a proposal that is handled as a complaint. */
export const isComplaint = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '민원으로 전환되어 처리 중인 제안입니다. 전환된 민원에서 진행 상황을 확인해 주십시오.',
    'This proposal is handled as a complaint. Please look at the complaint for how far it is.',
  );
