import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { isComplaint } from '../proposals/refusals';
import type { Status } from '../proposals/status';

/** Decides whether the proposer lets everybody read a proposal that came out of a private complaint. Pure. */
export function decidePublication(proposal: { status: Status; public: boolean }): Outcome<null> {
  if (proposal.status === 'CONVERTED') return refused(isComplaint());
  if (!proposal.public) return accepted(null);
  return refused(
    refusal('ALREADY_DONE', '이미 모두에게 공개된 제안입니다.', 'Everybody can read this proposal already.'),
  );
}
