import { type AttachmentService, NotAttached } from '@charter/attachments';
import { type Deadline, type Deadlines, granted } from '@charter/deadlines';
import type { Person } from '@charter/service';
import { type Desk, type Handled, type Step, byDepartment, byOwner, closeDeadlines } from './desk';
import { handles, owns } from './domain/access';
import { ACCEPTANCE, LIMITS, SUPPLEMENT, SUPPLEMENT_REQUEST } from './domain/deadline-kinds';
import { complaintPayload } from './event-payload';
import { pausePromises, resumePromises } from './promises';
import type { ComplaintEntity } from './store/complaint.entity';

/** What is missing, how many calendar days the citizen has, and whether the office should have asked for it before. */
export interface SupplementRequest {
  readonly text: string;
  readonly days: number;
  readonly causedByOffice: boolean;
}

/** What the citizen gives: words, and files that were uploaded before. */
export interface SupplementGiven {
  readonly text: string;
  readonly attachmentIds: readonly string[];
}

/** Supplements (보완): asked, asked again, given longer for, given, and a complaint returned without one. */
export class SupplementService {
  private readonly deadlines: Deadlines;

  constructor(
    private readonly desk: Desk,
    private readonly attachments: AttachmentService,
  ) {
    this.deadlines = desk.parts.deadlines;
  }

  /** Asks for what is missing: the promises stand still until it is given (행정절차법 시행령 제11조). */
  request(id: string, request: SupplementRequest, version: number | null, by: Person): Promise<Handled> {
    const { text, days, causedByOffice } = request;
    return this.desk.handle({ type: 'requestSupplement', ...request }, byDepartment(id, version, by), async (step) => {
      const { tx, complaint, open, act, officerId, now, write } = step;
      const round = complaint.supplementRounds + 1;
      await write(
        { officerId, supplementRounds: round, supplementExtensions: 0 },
        { reason: text.trim(), cause: causedByOffice ? 'OFFICE' : null },
      );
      if (round === 1) await this.recordAsking(step);
      for (const { id: each, kind } of open) {
        if (kind === ACCEPTANCE) granted(await this.deadlines.meet(tx, each, act));
        if (kind === SUPPLEMENT) granted(await this.deadlines.cancel(tx, each, { ...act, reason: '보완 재요구' }));
      }
      await pausePromises(step, this.deadlines, '보완 요구');
      const asked = await this.deadlines.open(
        tx,
        {
          ...{
            kind: SUPPLEMENT,
            subjectType: 'COMPLAINT',
            subjectId: id,
            ownerId: complaint.citizenId,
            receivedAt: now,
          },
          departmentCode: complaint.departmentCode,
          period: { unit: 'CALENDAR_DAYS', length: days, firstDayCounts: false },
        },
        act,
      );
      const payload = {
        ...complaintPayload({ ...complaint, officerId }),
        ...{ deadlineId: asked.id, dueAt: asked.dueAt!.toISOString(), round, causedByOffice },
      };
      return [{ type: 'complaint.supplement-requested.v1', payload }];
    });
  }

  /** The citizen takes longer, twice at most, before the period has passed (시행령 제24조). */
  extend(
    id: string,
    { days, reason }: { days: number; reason: string },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const command = { type: 'extendSupplement', days, reason } as const;
    return this.desk.handle(command, byOwner(id, version, by), async ({ tx, complaint, open, act, write }) => {
      const asked = supplementOf(open);
      const longer = granted(await this.deadlines.extend(tx, asked.id, days, { ...act, reason: '민원인의 연장 요청' }));
      await write({ supplementExtensions: complaint.supplementExtensions + 1 }, { reason: reason.trim() });
      const payload = {
        ...complaintPayload(complaint),
        ...{ deadlineId: asked.id, previousDueAt: asked.dueAt!.toISOString(), dueAt: longer.dueAt!.toISOString() },
      };
      return [{ type: 'complaint.supplement-extended.v1', payload }];
    });
  }

  /** The citizen gives it, or an officer notes down what was brought to the counter: the promises run again. */
  async submit(
    id: string,
    { text, attachmentIds }: SupplementGiven,
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const complete = await this.attachments.completeAll(attachmentIds, by);
    if (complete === 'NOT_FOUND' || !complete.ok) return complete;
    const may = (complaint: ComplaintEntity) => owns(by, complaint) || handles(by, complaint);
    const given = this.desk.handle({ type: 'submitSupplement', text }, { id, version, by, may }, async (step) => {
      const { tx, complaint, open, act, now, write } = step;
      await this.attachments.attach(tx, id, attachmentIds, by);
      const dueAt = await resumePromises(step, this.deadlines, '보완 제출');
      granted(await this.deadlines.meet(tx, supplementOf(open).id, act));
      await write({}, { reason: text.trim(), dueAt });
      const payload = {
        ...complaintPayload(complaint),
        ...{ givenAt: now.toISOString(), dueAt: dueAt && dueAt.toISOString() },
      };
      return [{ type: 'complaint.supplement-given.v1', payload }];
    });
    return given.catch((error: unknown) => {
      if (error instanceof NotAttached) return error.outcome;
      throw error;
    });
  }

  /** Returned (반려): asked twice, and nothing came (시행령 제25조). */
  return(id: string, reason: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'return', reason }, byDepartment(id, version, by), async (step) => {
      const { complaint, now, officerId, write } = step;
      await write({ officerId }, { reason: reason.trim() });
      await closeDeadlines(step, this.deadlines, (kind) => (kind === SUPPLEMENT ? 'cancel' : 'meet'), '반려');
      const payload = { ...complaintPayload({ ...complaint, officerId }), returnedAt: now.toISOString() };
      return [{ type: 'complaint.returned.v1', payload }];
    });
  }

  /** Asking has a limit of its own, counted from when the department got the complaint: kept or missed at this moment. */
  private async recordAsking({ tx, complaint, officerId, act }: Step): Promise<void> {
    const { id, departmentCode, arrivedAt } = complaint;
    const limit = await this.deadlines.open(
      tx,
      {
        ...{ kind: SUPPLEMENT_REQUEST, subjectType: 'COMPLAINT', subjectId: id, departmentCode, ownerId: officerId },
        ...{ receivedAt: arrivedAt, period: LIMITS.SUPPLEMENT_REQUEST },
      },
      act,
    );
    granted(await this.deadlines.meet(tx, limit.id, act));
  }
}

/** A complaint that waits for a supplement has the deadline of one. */
const supplementOf = (open: readonly Deadline[]): Deadline => open.find(({ kind }) => kind === SUPPLEMENT)!;
