import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Deadlines } from '@charter/deadlines';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Connection, type Page, type Person, hasRole, once } from '@charter/service';
import { maySee } from './domain/access';
import { departmentFaults } from './domain/department';
import { type Threshold, decideThreshold } from './domain/endorsements/threshold';
import { isComplaint, isDecided, isMerged } from './domain/proposals/refusals';
import { isUndecided } from './domain/proposals/status';
import { type Submission, decideEndorsement, decideSubmission } from './domain/proposals/submission';
import { proposalPayload } from './event-payload';
import { openReview } from './proposal-desk';
import type { DepartmentStore } from './store/department.store';
import type { EndorsementStore } from './store/proposals/endorsement.store';
import type { ProposalEntity } from './store/proposals/proposal.entity';
import type { ProposalFilter, ProposalOrder, ProposalStore } from './store/proposals/proposal.store';
import type { Thresholds } from './thresholds';

export interface ProposalParts {
  readonly dataSource: DataSource;
  readonly proposals: ProposalStore;
  readonly endorsements: EndorsementStore;
  readonly departments: DepartmentStore;
  readonly deadlines: Deadlines;
  readonly thresholds: Thresholds;
  readonly clock: Clock;
  readonly secret: string;
}

/** Why an endorsement no longer changes; undefined while it may. */
const closedFor = ({ status }: ProposalEntity) => {
  if (status === 'CONVERTED') return isComplaint();
  if (status === 'MERGED') return isMerged();
  return isUndecided(status) ? undefined : isDecided(status);
};

/** Handing proposals in, endorsing (공감) and following them. */
export class ProposalService {
  constructor(private readonly parts: ProposalParts) {}

  /** Hands a proposal in. Its month of review begins. @returns its id */
  submit(submission: Submission, idempotencyKey: string | null | undefined, by: Person): Promise<Outcome<string>> {
    const { dataSource, proposals, departments, deadlines, clock, secret } = this.parts;
    const command = { callerId: by.id, operation: 'submitProposal', key: idempotencyKey, input: submission, secret };
    return dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const now = clock.now();
        const department = await departments.find(tx, submission.departmentCode);
        const decided = decideSubmission(submission, department, localDate(now));
        if (!decided.ok) return decided;
        const id = randomUUID();
        const { departmentCode } = decided.value;
        const about = { id, citizenId: by.id, departmentCode, officerId: null };
        const review = await openReview(tx, deadlines, about, { by: by.id, at: now });
        const due = { reviewId: review.id, dueAt: review.dueAt! };
        await proposals.insert(tx, { id, citizenId: by.id, submission: decided.value, at: now, ...due });
        const payload = { ...proposalPayload(about), dueAt: due.dueAt.toISOString() };
        await appendEvents(tx, 'participation', [{ type: 'proposal.submitted.v1', payload }]);
        return accepted(id);
      }),
    );
  }

  /**
   * Endorses (공감) once. The proposal is locked for the count alone, as late as can be: many endorse one at the same time.
   * @returns undefined when there is no such proposal
   */
  endorse(proposalId: string, by: Person): Promise<Outcome<string> | undefined> {
    const { dataSource, proposals, endorsements, thresholds, clock } = this.parts;
    return dataSource.transaction(async (tx) => {
      const [seen] = await proposals.byIds([proposalId], tx);
      if (!seen || !maySee(by, seen)) return undefined;
      const closed = closedFor(seen);
      if (closed) return refused(closed);
      const decided = decideEndorsement(seen.citizenId, by.id, false);
      if (!decided.ok) return decided;
      const threshold = seen.thresholdReachedAt ? undefined : await thresholds.of(tx, seen);
      const written = await endorsements.endorse(tx, proposalId, by.id, clock.now());
      const result = decideEndorsement(seen.citizenId, by.id, !written);
      if (!result.ok) return result;
      const proposal = (await endorsements.countOne(tx, proposalId))!;
      const meanwhile = closedFor(proposal);
      if (meanwhile) {
        await endorsements.withdraw(tx, proposalId, by.id); // decided a moment ago: nothing is left of it
        return refused(meanwhile);
      }
      if (threshold) await thresholds.reach(tx, proposal, threshold);
      return accepted(proposalId);
    });
  }

  /** Takes an endorsement back, until it is decided. @returns undefined when there is no such proposal */
  withdrawEndorsement(proposalId: string, by: Person): Promise<Outcome<string> | undefined> {
    return this.withProposal(proposalId, by, async (tx, proposal) => {
      const closed = closedFor(proposal);
      if (closed) return refused(closed);
      return (await this.parts.endorsements.withdraw(tx, proposalId, by.id))
        ? accepted(proposalId)
        : refused(refusal('INVALID_STATE', '공감하지 않은 제안입니다.', 'You have not endorsed this proposal.'));
    });
  }

  /** Has the caller told of what happens to a proposal. @returns undefined when there is no such proposal */
  follow(proposalId: string, by: Person): Promise<Outcome<string> | undefined> {
    return this.withProposal(proposalId, by, async (tx) =>
      (await this.parts.endorsements.follow(tx, proposalId, by.id, this.parts.clock.now()))
        ? accepted(proposalId)
        : refused(refusal('ALREADY_DONE', '이미 소식을 받고 있는 제안입니다.', 'You follow this proposal already.')),
    );
  }

  /** @returns undefined when there is no such proposal */
  unfollow(proposalId: string, by: Person): Promise<Outcome<string> | undefined> {
    return this.withProposal(proposalId, by, async (tx) =>
      (await this.parts.endorsements.unfollow(tx, proposalId, by.id))
        ? accepted(proposalId)
        : refused(refusal('INVALID_STATE', '소식을 받고 있지 않은 제안입니다.', 'You do not follow this proposal.')),
    );
  }

  /** From how many endorsements on a department answers. A head sets their own department's. */
  setThreshold(threshold: Threshold, by: Person): Promise<Outcome<null> | 'FORBIDDEN'> {
    const { dataSource, departments, endorsements, clock } = this.parts;
    const today = localDate(clock.now());
    const { departmentCode } = threshold;
    return dataSource.transaction(async (tx) => {
      if (!hasRole(by, 'ADMIN') && by.departmentCode !== departmentCode) return 'FORBIDDEN';
      const decided = decideThreshold(threshold, today);
      if (!decided.ok) return decided;
      const faults = departmentCode
        ? departmentFaults(departmentCode, await departments.find(tx, departmentCode), today)
        : [];
      if (faults.length > 0) return refused(...faults);
      await endorsements.saveThreshold(tx, decided.value);
      return accepted(null);
    });
  }

  list(filter: ProposalFilter, order: ProposalOrder, page: Page): Promise<Connection<ProposalEntity>> {
    return this.parts.proposals.page(filter, order, page);
  }

  private withProposal(
    id: string,
    by: Person,
    decide: (tx: EntityManager, proposal: ProposalEntity) => Promise<Outcome<string>>,
  ): Promise<Outcome<string> | undefined> {
    const { dataSource, proposals } = this.parts;
    return dataSource.transaction(async (tx) => {
      const proposal = await proposals.lock(tx, id);
      return proposal && maySee(by, proposal) ? decide(tx, proposal) : undefined;
    });
  }
}
