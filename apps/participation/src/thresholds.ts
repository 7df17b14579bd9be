import type { EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import type { Deadlines } from '@charter/deadlines';
import { appendEvents } from '@charter/outbox';
import type { Clock } from '@charter/service';
import { ANSWER } from './domain/deadline-kinds';
import { type Threshold, thresholdOn } from './domain/endorsements/threshold';
import { proposalPayload } from './event-payload';
import type { EndorsementStore } from './store/proposals/endorsement.store';
import { ProposalEntity } from './store/proposals/proposal.entity';

/** When enough citizens endorse a proposal its department owes an answer: from that moment on, once. */
export class Thresholds {
  constructor(
    private readonly endorsements: EndorsementStore,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** What holds for a proposal today. */
  async of(tx: EntityManager, { departmentCode }: ProposalEntity): Promise<Threshold | undefined> {
    return thresholdOn(await this.endorsements.thresholds(tx), departmentCode, localDate(this.clock.now()));
  }

  /** Opens the duty when the endorsements have come so far. The proposal has to be locked, and as it is now. */
  async reach(tx: EntityManager, proposal: ProposalEntity, threshold: Threshold): Promise<void> {
    const { id, departmentCode, officerId, endorsementCount } = proposal;
    if (proposal.thresholdReachedAt || endorsementCount < threshold.endorsements) return;
    const now = this.clock.now();
    const { id: answerId, dueAt } = await this.deadlines.open(
      tx,
      {
        ...{ kind: ANSWER, subjectType: 'PROPOSAL', subjectId: id, departmentCode, ownerId: officerId },
        ...{ receivedAt: now, period: { unit: 'DAYS', length: threshold.answerDays } },
      },
      { by: 'system', at: now },
    );
    await tx.update(ProposalEntity, { id }, { thresholdReachedAt: now, answerId });
    const due = { deadlineId: answerId, dueAt: dueAt!.toISOString() };
    const payload = { ...proposalPayload(proposal), endorsements: endorsementCount, ...due };
    await appendEvents(tx, 'participation', [{ type: 'proposal.threshold-reached.v1', payload }]);
  }
}
