import type { EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import type { Deadlines } from '@charter/deadlines';
import { appendEvents } from '@charter/outbox';
import type { Clock } from '@charter/service';
import { ANSWER } from './domain/deadline-kinds';
import { thresholdOn } from './domain/endorsements/threshold';
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

  /** Opens the duty when the count has come so far. The proposal has to be locked. */
  async reach(tx: EntityManager, proposal: ProposalEntity, count: number): Promise<void> {
    if (proposal.thresholdReachedAt) return;
    const now = this.clock.now();
    const { id, departmentCode, officerId } = proposal;
    const threshold = thresholdOn(await this.endorsements.thresholds(tx), departmentCode, localDate(now));
    if (!threshold || count < threshold.endorsements) return;
    const { id: answerId, dueAt } = await this.deadlines.open(
      tx,
      {
        ...{ kind: ANSWER, subjectType: 'PROPOSAL', subjectId: id, departmentCode, ownerId: officerId },
        ...{ receivedAt: now, period: { unit: 'DAYS', length: threshold.answerDays } },
      },
      { by: 'system', at: now },
    );
    await tx.update(ProposalEntity, { id }, { thresholdReachedAt: now, answerId });
    const payload = {
      ...proposalPayload(proposal),
      endorsements: count,
      deadlineId: answerId,
      dueAt: dueAt!.toISOString(),
    };
    await appendEvents(tx, 'participation', [{ type: 'proposal.threshold-reached.v1', payload }]);
  }
}
