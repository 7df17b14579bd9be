import { granted } from '@charter/deadlines';
import type { EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import type { Person } from '@charter/service';
import { type Desk, type Handled, type Step, byDepartment, closeDeadlines } from './desk';
import { ACCEPTANCE, LIMITS, TRANSFER } from './domain/deadline-kinds';
import { isClosed } from './domain/department';
import { complaintPayload } from './event-payload';
import type { CatalogueStore } from './store/catalogue.store';
import { indexMoves } from './store/knowledge/search.store';

/** Passes complaints on to who is in charge (이송): inside the city, to another body, or to those who examine proposals. */
export class ForwardingService {
  constructor(
    private readonly desk: Desk,
    private readonly catalogue: CatalogueStore,
  ) {}

  /** To another department: number, history and dates stay, nobody has it yet. */
  move(
    id: string,
    { departmentCode, reason }: { departmentCode: string; reason: string },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const { deadlines } = this.desk.parts;
    const command = { type: 'move', departmentCode, reason } as const;
    const more = async (tx: EntityManager) => ({ departmentAtWork: await this.isAtWork(tx, departmentCode) });
    return this.desk.handle(command, { ...byDepartment(id, version, by), more }, async (step) => {
      const { tx, complaint, open, act, now, write } = step;
      await this.recordPassing(step, LIMITS.TRANSFER_INSIDE);
      const statutory = open.find((deadline) => deadline.id === complaint.statutoryId)!;
      await write(
        { departmentCode, officerId: null, arrivedAt: now },
        { reason: reason.trim(), dueAt: statutory.dueAt },
      );
      await indexMoves(tx, [id], departmentCode);
      for (const deadline of open) {
        if (deadline.kind === ACCEPTANCE) await deadlines.meet(tx, deadline.id, act);
        else granted(await deadlines.reassign(tx, deadline.id, { departmentCode, ownerId: null }, act));
      }
      const payload = {
        ...complaintPayload({ ...complaint, departmentCode, officerId: null }),
        ...{ previousDepartmentCode: complaint.departmentCode, movedAt: now.toISOString() },
      };
      return [{ type: 'complaint.moved.v1', payload }];
    });
  }

  /** To another body: for the city it ends here, and the citizen is told where it went. */
  transfer(
    id: string,
    { body, reason }: { body: string; reason: string },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const command = { type: 'transfer', body, reason } as const;
    return this.desk.handle(command, byDepartment(id, version, by), async (step) => {
      const { complaint, now, write } = step;
      await this.recordPassing(step, LIMITS.TRANSFER_OUTSIDE);
      await write(
        { officerId: step.officerId, transferredTo: body.trim() },
        { reason: `${body.trim()}: ${reason.trim()}` },
      );
      await closeDeadlines(step, this.desk.parts.deadlines, acceptedElseCancelled, '다른 기관으로 이송');
      const payload = { ...complaintPayload(complaint), transferredAt: now.toISOString() };
      return [{ type: 'complaint.transferred.v1', payload }];
    });
  }

  /** Passing on has a limit of its own, counted from when the department got the complaint: kept or missed at this moment. */
  private async recordPassing(
    { tx, complaint, act }: Step,
    period: (typeof LIMITS)['TRANSFER_INSIDE' | 'TRANSFER_OUTSIDE'],
  ): Promise<void> {
    const { deadlines } = this.desk.parts;
    const { id, departmentCode, officerId, arrivedAt } = complaint;
    const about = {
      subjectType: 'COMPLAINT',
      subjectId: id,
      departmentCode,
      ownerId: officerId,
      receivedAt: arrivedAt,
    };
    const limit = await deadlines.open(tx, { ...about, kind: TRANSFER, period }, act);
    granted(await deadlines.meet(tx, limit.id, act));
  }

  private async isAtWork(tx: EntityManager, code: string): Promise<boolean> {
    const { department } = await this.catalogue.department(tx, code);
    return department !== undefined && !isClosed(department, localDate(this.desk.parts.clock.now()));
  }
}

const acceptedElseCancelled = (kind: string): 'meet' | 'cancel' => (kind === ACCEPTANCE ? 'meet' : 'cancel');
