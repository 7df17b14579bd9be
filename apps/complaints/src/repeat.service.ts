import type { EntityManager } from 'typeorm';
import type { Person } from '@charter/service';
import { type Desk, type Handled, byDepartment, closeDeadlines } from './desk';
import { INTERIM_REPORT } from './domain/deadline-kinds';
import { repeatedBy, resultsTold } from './domain/handling/repeat';
import { complaintPayload } from './event-payload';
import type { ComplaintEntity } from './store/complaint.entity';

/** Repeated complaints (반복민원, 법 제23조): recognised and offered for closing, never closed by themselves. */
export class RepeatService {
  constructor(private readonly desk: Desk) {}

  /** The earlier complaints that each of some complaints repeats: same citizen, same service, similar text; oldest first. */
  async earlier(complaints: readonly ComplaintEntity[], tx?: EntityManager): Promise<ComplaintEntity[][]> {
    const before = await this.desk.parts.complaints.earlierOfSame(complaints, tx);
    return complaints.map((complaint, index) => repeatedBy(complaint, before[index]!));
  }

  /** Closed without a further answer, after two results were told for the same matter. */
  close(
    id: string,
    { reason, mediated }: { reason: string; mediated: boolean },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const more = async (tx: EntityManager, complaint: ComplaintEntity) => {
      const [earlier] = await this.earlier([complaint], tx);
      return { resultsTold: resultsTold(earlier!) };
    };
    return this.desk.handle(
      { type: 'closeRepeated', reason, mediated },
      { ...byDepartment(id, version, by), more },
      async (step) => {
        const { complaint, now, officerId, write } = step;
        await write({ officerId }, { reason: reason.trim() });
        const close = (kind: string) => (kind === INTERIM_REPORT ? 'cancel' : 'meet');
        await closeDeadlines(step, this.desk.parts.deadlines, close, '반복민원 종결');
        const payload = { ...complaintPayload({ ...complaint, officerId }), closedAt: now.toISOString() };
        return [{ type: 'complaint.closed-as-repeat.v1', payload }];
      },
    );
  }
}
