import { localDate } from '@charter/calendar';
import { type Deadlines, granted } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import type { Person } from '@charter/service';
import { EXPERT, OPINION, PERIODS, SUPPLEMENT } from './domain/deadline-kinds';
import { departmentFaults } from './domain/department';
import type { ReReviewBasis, Stance } from './domain/proposals/command';
import type { Decision, ExclusionGround } from './domain/proposals/status';
import { proposalPayload } from './event-payload';
import {
  type Handled,
  type ProposalDesk,
  type Step,
  closeDeadlines,
  openReview,
  pausePromises,
  resumePromises,
} from './proposal-desk';
import type { DepartmentStore } from './store/department.store';

const iso = (moment: Date | null): string | null => moment && moment.toISOString();

/** The examination of a proposal (제안 심사): other departments, experts and the proposer are heard, and it is decided. */
export class ExaminationService {
  private readonly deadlines: Deadlines;

  constructor(
    private readonly desk: ProposalDesk,
    private readonly departments: DepartmentStore,
  ) {
    this.deadlines = desk.parts.deadlines;
  }

  /** Takes it up, and asks other departments for their opinion, each within 7 working days. May be given again to ask more. */
  examine(id: string, departmentCodes: readonly string[], version: number | null, by: Person): Promise<Handled> {
    const { clock, examinations } = this.desk.parts;
    const more: Parameters<ProposalDesk['handle']>[1]['more'] = async (tx) => {
      const today = localDate(clock.now());
      const found = await this.departments.findAll(tx, departmentCodes);
      const faults = departmentCodes.flatMap((code, index) =>
        departmentFaults(code, found[index], today, 'departmentCodes'),
      );
      return { elsewhere: faults };
    };
    return this.desk.handle({ type: 'examine', departmentCodes }, { id, version, by, more }, async (step) => {
      const { tx, proposal, act, now, officerId, write } = step;
      const consulted = [...proposal.consulted, ...departmentCodes];
      await write({ officerId, consulted }, { reason: departmentCodes.length > 0 ? departmentCodes.join(', ') : null });
      if (proposal.status === 'SUPPLEMENT_REQUESTED') await this.endSupplement(step, 'cancel');
      const told = proposalPayload({ ...proposal, officerId });
      const news: EventDraft[] = [];
      if (proposal.status === 'SUBMITTED') news.push({ type: 'proposal.examined.v1', payload: told });
      for (const departmentCode of departmentCodes) {
        await examinations.ask(tx, id, departmentCode, by.id, now);
        const asked = await this.deadlines.open(
          tx,
          {
            ...{ kind: OPINION, subjectType: 'PROPOSAL', subjectId: id, departmentCode, ownerId: null },
            ...{ receivedAt: now, period: PERIODS.OPINION },
          },
          act,
        );
        const payload = { ...told, departmentCode, officerId: null, deadlineId: asked.id, dueAt: iso(asked.dueAt)! };
        news.push({ type: 'proposal.opinion-asked.v1', payload });
      }
      return news;
    });
  }

  /** What a department that was asked thinks of it, once. */
  giveOpinion(id: string, stance: Stance, text: string, version: number | null, by: Person): Promise<Handled> {
    const command = { type: 'giveOpinion', stance, text } as const;
    return this.desk.handle(command, { id, version, by }, async (step) => {
      const { tx, proposal, act, now, open, opinions, write } = step;
      const departmentCode = by.departmentCode!;
      const asked = opinions.find((opinion) => opinion.departmentCode === departmentCode)!;
      await this.desk.parts.examinations.give(tx, asked.id, stance, text.trim(), by.id, now);
      const due = open.find(({ kind, departmentCode: of }) => kind === OPINION && of === departmentCode);
      if (due) granted(await this.deadlines.meet(tx, due.id, act));
      await write({}, { reason: null });
      const payload = { ...proposalPayload(proposal), opinionOf: departmentCode, stance };
      return [{ type: 'proposal.opinion-given.v1', payload }];
    });
  }

  /** Asks an expert: up to three weeks that do not count. */
  seekExpert(id: string, weeks: number, reason: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'seekExpert', weeks, reason }, { id, version, by }, async (step) => {
      const { tx, proposal, act, now, officerId, write } = step;
      await pausePromises(step, this.deadlines, '전문가 의견 청취');
      const { departmentCode } = proposal;
      const { dueAt } = await this.deadlines.open(
        tx,
        {
          ...{ kind: EXPERT, subjectType: 'PROPOSAL', subjectId: id, departmentCode, ownerId: officerId },
          ...{ receivedAt: now, period: { unit: 'WEEKS', length: weeks } },
        },
        act,
      );
      await write({ officerId, expertHeard: true }, { reason: reason.trim(), dueAt });
      const payload = { ...proposalPayload({ ...proposal, officerId }), dueAt: iso(dueAt)! };
      return [{ type: 'proposal.expert-asked.v1', payload }];
    });
  }

  /** The expert's opinion is there: the review runs again. */
  recordExpert(id: string, opinion: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'recordExpert', opinion }, { id, version, by }, async (step) => {
      const { tx, proposal, act, open, write } = step;
      const dueAt = await resumePromises(step, this.deadlines, '전문가 의견 청취');
      for (const each of open) if (each.kind === EXPERT) granted(await this.deadlines.meet(tx, each.id, act));
      await write({}, { reason: opinion.trim(), dueAt });
      return [{ type: 'proposal.expert-heard.v1', payload: { ...proposalPayload(proposal), dueAt: iso(dueAt) } }];
    });
  }

  /** Asks the proposer for what is missing, within 7 days; the review stands still. */
  requestSupplement(id: string, text: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'requestSupplement', text }, { id, version, by }, async (step) => {
      const { tx, proposal, act, now, officerId, write } = step;
      await pausePromises(step, this.deadlines, '보완 요청');
      const { departmentCode, citizenId } = proposal;
      const asked = await this.deadlines.open(
        tx,
        {
          ...{ kind: SUPPLEMENT, subjectType: 'PROPOSAL', subjectId: id, departmentCode, ownerId: citizenId },
          ...{ receivedAt: now, period: PERIODS.SUPPLEMENT },
        },
        act,
      );
      await write({ officerId, supplements: proposal.supplements + 1 }, { reason: text.trim(), dueAt: asked.dueAt });
      const told = proposalPayload({ ...proposal, officerId });
      const payload = { ...told, deadlineId: asked.id, dueAt: iso(asked.dueAt)! };
      return [{ type: 'proposal.supplement-requested.v1', payload }];
    });
  }

  submitSupplement(id: string, text: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'submitSupplement', text }, { id, version, by }, async (step) => {
      const dueAt = await this.endSupplement(step, 'meet');
      await step.write({}, { reason: text.trim(), dueAt });
      const payload = { ...proposalPayload(step.proposal), dueAt: iso(dueAt) };
      return [{ type: 'proposal.supplement-given.v1', payload }];
    });
  }

  /** Another month, once (국민 제안 규정 제10조제2항). */
  extendReview(id: string, reason: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'extendReview', reason }, { id, version, by }, async (step) => {
      const { tx, proposal, act, open, officerId, write } = step;
      const review = open.find((each) => each.id === proposal.reviewId)!;
      const { dueAt } = granted(await this.deadlines.extend(tx, review.id, 1, { ...act, reason: reason.trim() }));
      await write({ officerId, extensions: proposal.extensions + 1 }, { reason: reason.trim(), dueAt });
      const told = proposalPayload({ ...proposal, officerId });
      const payload = { ...told, previousDueAt: iso(review.dueAt), dueAt: iso(dueAt)! };
      return [{ type: 'proposal.review-extended.v1', payload }];
    });
  }

  decide(id: string, decision: Decision, reason: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'decide', decision, reason }, { id, version, by }, async (step) => {
      const { proposal, now, officerId, write } = step;
      const late = await closeDeadlines(step, this.deadlines, 'RESULT', '결정');
      await write({ officerId, decision, decisionReason: reason.trim(), decidedAt: now }, { reason: reason.trim() });
      const told = proposalPayload({ ...proposal, officerId });
      return [{ type: 'proposal.decided.v1', payload: { ...told, decision, late, decidedAt: iso(now)! } }];
    });
  }

  /** It is no proposal at all, for a reason that the ordinance names. */
  exclude(id: string, ground: ExclusionGround, reason: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'exclude', ground, reason }, { id, version, by }, async (step) => {
      const { proposal, officerId, write } = step;
      await closeDeadlines(step, this.deadlines, 'RESULT', '제안 제외');
      await write({ officerId, exclusionGround: ground }, { reason: reason.trim() });
      return [{ type: 'proposal.excluded.v1', payload: { ...proposalPayload({ ...proposal, officerId }), ground } }];
    });
  }

  withdraw(id: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'withdraw' }, { id, version, by }, async (step) => {
      await closeDeadlines(step, this.deadlines, 'GIVEN_UP', '취하');
      await step.write({});
      return [{ type: 'proposal.withdrawn.v1', payload: proposalPayload(step.proposal) }];
    });
  }

  /** A proposal that was not adopted is looked at again: its month begins anew. */
  reReview(id: string, basis: ReReviewBasis, reason: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'reReview', basis, reason }, { id, version, by }, async (step) => {
      const { tx, proposal, act, write } = step;
      const review = await openReview(tx, this.deadlines, proposal, act);
      const fresh = { reviewId: review.id, extensions: 0, supplements: 0, expertHeard: false, decision: null };
      const reReviews = [...proposal.reReviews, basis];
      await write(
        { ...fresh, decisionReason: null, decidedAt: null, reReviews },
        { reason: reason.trim(), dueAt: review.dueAt },
      );
      const payload = { ...proposalPayload(proposal), reviewBasis: basis, dueAt: iso(review.dueAt)! };
      return [{ type: 'proposal.re-review-requested.v1', payload }];
    });
  }

  private async endSupplement(step: Step, how: 'meet' | 'cancel'): Promise<Date | null> {
    const { tx, act, open } = step;
    for (const each of open) if (each.kind === SUPPLEMENT) granted(await this.deadlines[how](tx, each.id, act));
    return resumePromises(step, this.deadlines, '보완');
  }
}
