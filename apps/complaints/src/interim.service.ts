import { type Deadline, type Deadlines, granted } from '@charter/deadlines';
import type { Person } from '@charter/service';
import { type Desk, type Handled, byDepartment, byOwner } from './desk';
import { INTERIM_REPORT, INTERIM_REQUESTED, LIMITS } from './domain/deadline-kinds';
import { complaintPayload } from './event-payload';
import type { ComplaintEntity } from './store/complaint.entity';

const isInterim = ({ kind }: Deadline): boolean => kind === INTERIM_REPORT || kind === INTERIM_REQUESTED;

/** How far it is (중간 통지): after 30 days, every 30 days after, and when the citizen asks (시행령 제23조). */
export class InterimService {
  private readonly deadlines: Deadlines;

  constructor(private readonly desk: Desk) {
    this.deadlines = desk.parts.deadlines;
  }

  /** Tells the citizen how far it is; the next report is due 30 days from now. */
  report(id: string, progress: string, version: number | null, by: Person): Promise<Handled> {
    const call = byDepartment(id, version, by);
    return this.desk.handle({ type: 'reportInterim', progress }, call, async (step) => {
      const { tx, complaint, open, act, now, write } = step;
      const dueAt = open.find((deadline) => deadline.id === complaint.statutoryId)!.dueAt;
      await write({}, { reason: progress.trim(), dueAt });
      for (const deadline of open) if (isInterim(deadline)) granted(await this.deadlines.meet(tx, deadline.id, act));
      await this.deadlines.open(
        tx,
        { ...aboutOf(complaint, now), kind: INTERIM_REPORT, period: LIMITS.INTERIM_REPORT },
        act,
      );
      const payload = {
        ...complaintPayload(complaint),
        ...{ dueAt: dueAt && dueAt.toISOString(), reportedAt: now.toISOString() },
      };
      return [{ type: 'complaint.interim-reported.v1', payload }];
    });
  }

  /** The citizen wants to know how far it is; asked once until it is told. */
  ask(id: string, version: number | null, by: Person): Promise<Handled> {
    const call = byOwner(id, version, by);
    return this.desk.handle({ type: 'requestInterim' }, call, async ({ tx, complaint, act, now, write }) => {
      await write({});
      const period = LIMITS.INTERIM_REQUESTED;
      const owed = await this.deadlines.open(tx, { ...aboutOf(complaint, now), kind: INTERIM_REQUESTED, period }, act);
      const payload = { ...complaintPayload(complaint), deadlineId: owed.id, dueAt: owed.dueAt!.toISOString() };
      return [{ type: 'complaint.interim-requested.v1', payload }];
    });
  }
}

const aboutOf = ({ id, departmentCode, officerId }: ComplaintEntity, receivedAt: Date) => ({
  ...{ subjectType: 'COMPLAINT', subjectId: id, departmentCode, ownerId: officerId, receivedAt },
});
