import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { localDate, periodUntil } from '@charter/calendar';
import { type Act, type Deadlines, isOpen, lockDeadlinesOf, granted } from '@charter/deadlines';
import type { EventDraft } from '@charter/outbox';
import type { Person } from '@charter/service';
import type { Outcome } from '@charter/contracts';
import { MILESTONE } from './domain/deadline-kinds';
import { type AwardGrade, decideGrade } from './domain/proposals/award-grade';
import type { Jury, PlannedMilestone } from './domain/proposals/command';
import { proposalPayload } from './event-payload';
import { type Handled, type ProposalDesk } from './proposal-desk';

export interface ProgressInput {
  readonly text: string;
  readonly milestoneId: string | null;
  readonly percent: number;
}

/** What follows when a proposal was adopted: the award, the plan with its milestones, and how far it is. */
export class ImplementationService {
  private readonly deadlines: Deadlines;

  constructor(private readonly desk: ProposalDesk) {
    this.deadlines = desk.parts.deadlines;
  }

  /** The award that the jury decided; the authors' parts are those that they agreed. */
  award(id: string, grade: string, jury: Jury, version: number | null, by: Person): Promise<Handled> {
    const { examinations } = this.desk.parts;
    const more = async (tx: EntityManager) => ({
      grades: (await examinations.gradesOn(jury.heldOn, tx)).map((each) => each.grade),
    });
    return this.desk.handle({ type: 'award', grade, jury }, { id, version, by, more }, async (step) => {
      const { tx, proposal, now, write } = step;
      const { amount } = (await examinations.gradesOn(jury.heldOn, tx)).find((each) => each.grade === grade)!;
      const minutes = jury.minutes.trim();
      await examinations.award(tx, {
        ...{ proposalId: id, grade, amount, jury: { ...jury, minutes }, awardedBy: by.id, awardedAt: now },
      });
      await write({ awardGrade: grade }, { reason: grade });
      return [
        { type: 'proposal.awarded.v1', payload: { ...proposalPayload(proposal), grade, amount: Number(amount) } },
      ];
    });
  }

  /** Plans how it is carried out; every milestone is a deadline of the department. */
  plan(id: string, milestones: readonly PlannedMilestone[], version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'plan', milestones }, { id, version, by }, async (step) => {
      const { tx, proposal, act, officerId, write } = step;
      let last = act.at;
      for (const [position, { title, dueOn }] of milestones.entries()) {
        const dueAt = await this.openMilestone(tx, proposal, officerId, { title, dueOn, position }, act);
        if (dueAt > last) last = dueAt;
      }
      await write({ officerId }, { dueAt: last });
      const payload = { ...proposalPayload({ ...proposal, officerId }), dueAt: last.toISOString() };
      return [{ type: 'proposal.planned.v1', payload }];
    });
  }

  /** How far it is. A milestone at 100 is done, and kept in time or not; with the last one the proposal is carried out. */
  report(id: string, input: ProgressInput, version: number | null, by: Person): Promise<Handled> {
    const { examinations } = this.desk.parts;
    const { milestoneId, percent } = input;
    const more = async (tx: EntityManager) => {
      const found = (await examinations.milestonesOf([id], tx))[0]!.find((each) => each.id === milestoneId);
      return { milestone: found && { done: found.doneAt !== null } };
    };
    return this.desk.handle({ type: 'report', ...input }, { id, version, by, more }, async (step) => {
      const { tx, proposal, act, now, officerId, write } = step;
      const text = input.text.trim();
      await examinations.report(tx, { proposalId: id, milestoneId, text, percent, reportedBy: by.id, reportedAt: now });
      if (milestoneId && percent === 100) await this.reach(tx, milestoneId, act);
      const milestones = (await examinations.milestonesOf([id], tx))[0]!;
      const whole = milestones.every(({ doneAt }) => doneAt !== null);
      const told = proposalPayload({ ...proposal, officerId });
      const news: EventDraft[] = [{ type: 'proposal.progressed.v1', payload: { ...told, percent } }];
      if (whole) {
        await write({ officerId, implementedAt: now }, { reason: text, to: 'IMPLEMENTED' });
        news.push({ type: 'proposal.implemented.v1', payload: told });
      } else await write({ officerId }, { reason: text });
      return news;
    });
  }

  /** A grade of awards from a day on. */
  setGrade(grade: AwardGrade): Promise<Outcome<AwardGrade>> {
    const { dataSource, examinations, clock } = this.desk.parts;
    return dataSource.transaction(async (tx) => {
      const decided = decideGrade(grade, localDate(clock.now()));
      if (!decided.ok) return decided;
      const { code, nameKo, nameEn, amount, validFrom } = decided.value;
      await examinations.saveGrade(tx, { grade: code, nameKo, nameEn, amount: String(amount), validFrom });
      return decided;
    });
  }

  private async openMilestone(
    tx: EntityManager,
    { id: proposalId, departmentCode }: { id: string; departmentCode: string },
    officerId: string | null,
    { title, dueOn, position }: PlannedMilestone & { position: number },
    act: Act,
  ): Promise<Date> {
    const id = randomUUID();
    await this.desk.parts.examinations.addMilestone(tx, { id, proposalId, position, title: title.trim(), dueOn });
    const { dueAt } = await this.deadlines.open(
      tx,
      {
        ...{ kind: MILESTONE, subjectType: 'MILESTONE', subjectId: id, departmentCode, ownerId: officerId },
        ...{ receivedAt: act.at, period: periodUntil(act.at, dueOn) },
      },
      act,
    );
    return dueAt!;
  }

  private async reach(tx: EntityManager, milestoneId: string, act: Act): Promise<void> {
    for (const each of await lockDeadlinesOf(tx, [milestoneId]))
      if (isOpen(each)) granted(await this.deadlines.meet(tx, each.id, act));
  }
}
