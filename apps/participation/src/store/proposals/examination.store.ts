import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In, IsNull, LessThanOrEqual } from 'typeorm';
import type { Stance } from '../../domain/proposals/command';
import {
  AwardEntity,
  AwardGradeEntity,
  MilestoneEntity,
  OpinionEntity,
  ProgressReportEntity,
} from './examination.entity';

/** Opinions, awards, and what was planned and done of what was adopted. */
export class ExaminationStore {
  constructor(private readonly dataSource: DataSource) {}

  /** The opinions of each proposal, in the order in which they were asked. One statement. */
  async opinionsOf(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<OpinionEntity[][]> {
    const found = await tx.find(OpinionEntity, {
      where: { proposalId: In([...ids]) },
      order: { askedAt: 'ASC', departmentCode: 'ASC' },
    });
    return ids.map((id) => found.filter(({ proposalId }) => proposalId === id));
  }

  async ask(tx: EntityManager, proposalId: string, departmentCode: string, by: string, at: Date): Promise<string> {
    const id = randomUUID();
    await tx.insert(OpinionEntity, { id, proposalId, departmentCode, askedBy: by, askedAt: at });
    return id;
  }

  /** @returns whether it was written; false when the department's stands already, also when two come at once */
  async give(tx: EntityManager, id: string, stance: Stance, text: string, by: string, at: Date): Promise<boolean> {
    const given = { stance, text, givenBy: by, givenAt: at };
    return Boolean((await tx.update(OpinionEntity, { id, givenAt: IsNull() }, given)).affected);
  }

  /** The grades that hold on a day, the highest first. */
  async gradesOn(day: string, tx: EntityManager = this.dataSource.manager): Promise<AwardGradeEntity[]> {
    const all = await tx.find(AwardGradeEntity, {
      where: { validFrom: LessThanOrEqual(day) },
      order: { validFrom: 'DESC' },
    });
    const latest = new Map<string, AwardGradeEntity>();
    for (const grade of all) if (!latest.has(grade.grade)) latest.set(grade.grade, grade);
    return [...latest.values()].sort((a, b) => Number(b.amount) - Number(a.amount));
  }

  async saveGrade(tx: EntityManager, grade: AwardGradeEntity): Promise<void> {
    await tx.upsert(AwardGradeEntity, grade, ['grade', 'validFrom']);
  }

  async award(tx: EntityManager, award: AwardEntity): Promise<void> {
    await tx.insert(AwardEntity, award);
  }

  /** The award of each proposal. One statement. */
  async awardsOf(ids: readonly string[]): Promise<(AwardEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(AwardEntity, { proposalId: In([...ids]) });
    return ids.map((id) => found.find(({ proposalId }) => proposalId === id));
  }

  /** The milestones of each proposal, in their order. One statement. */
  async milestonesOf(
    ids: readonly string[],
    tx: EntityManager = this.dataSource.manager,
  ): Promise<MilestoneEntity[][]> {
    const found = await tx.find(MilestoneEntity, {
      where: { proposalId: In([...ids]) },
      order: { position: 'ASC' },
    });
    return ids.map((id) => found.filter(({ proposalId }) => proposalId === id));
  }

  async addMilestone(tx: EntityManager, milestone: Omit<MilestoneEntity, 'percent' | 'doneAt'>): Promise<void> {
    await tx.insert(MilestoneEntity, milestone);
  }

  async report(tx: EntityManager, report: Omit<ProgressReportEntity, 'id'>): Promise<void> {
    await tx.insert(ProgressReportEntity, report);
    const { milestoneId: id, percent, reportedAt } = report;
    if (id) await tx.update(MilestoneEntity, { id }, { percent, doneAt: percent === 100 ? reportedAt : null });
  }

  /** The progress reports of each proposal, oldest first. One statement. */
  async reportsOf(ids: readonly string[]): Promise<ProgressReportEntity[][]> {
    const found = await this.dataSource.manager.find(ProgressReportEntity, {
      where: { proposalId: In([...ids]) },
      order: { id: 'ASC' },
    });
    return ids.map((id) => found.filter(({ proposalId }) => proposalId === id));
  }
}
