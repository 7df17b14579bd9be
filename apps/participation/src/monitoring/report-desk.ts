import type { EntityManager } from 'typeorm';
import { type Act, type Deadline, type Deadlines, granted, isOpen, lockDeadlinesOf } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion } from '@charter/service';
import type { DataSource } from 'typeorm';
import { maySeeReport } from '../domain/monitoring/access';
import { type ReportCommand, type ReportStatus, decideReportStep } from '../domain/monitoring/report';
import type { Handled } from '../proposal-desk';
import type { MissionEntity } from '../store/monitoring/mission.entity';
import type { MissionStore } from '../store/monitoring/mission.store';
import type { RecruitmentStore } from '../store/monitoring/recruitment.store';
import type { ReportEntity } from '../store/monitoring/report.entity';
import type { ReportStore } from '../store/monitoring/report.store';

export interface ReportDeskParts {
  readonly dataSource: DataSource;
  readonly recruitments: RecruitmentStore;
  readonly missions: MissionStore;
  readonly reports: ReportStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export interface ReportCall {
  readonly id: string;
  /** Null: whichever it is. */
  readonly version: number | null;
  readonly by: Person;
  /** Who may; to those who may not even see it there is none. */
  readonly may: (report: ReportEntity) => boolean;
}

/** A step that the status and the clock allow, in its transaction, with the report locked. */
export interface ReportStep {
  readonly tx: EntityManager;
  readonly report: ReportEntity;
  readonly mission: MissionEntity;
  readonly to: ReportStatus;
  readonly now: Date;
  readonly act: Act;
  /** The open ones, locked. */
  readonly open: readonly Deadline[];
}

/** Where every step of a report is done: locked, checked who and what, by the server's clock. */
export class ReportDesk {
  constructor(readonly parts: ReportDeskParts) {}

  /** @throws {StaleVersion} when `version` is not the present one */
  handle(
    command: ReportCommand,
    { id, version, by, may }: ReportCall,
    carryOut: (step: ReportStep) => Promise<Handled>,
  ): Promise<Handled> {
    const { dataSource, missions, recruitments, reports, clock } = this.parts;
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const report = await reports.lock(tx, id);
      if (!report || !maySeeReport(by, report)) return 'NOT_FOUND';
      if (!may(report)) return 'FORBIDDEN';
      if (version !== null && version !== report.version) throw new StaleVersion();
      // What a month earned is stated when nobody is accepting reports of it any more.
      if (command === 'accept') await recruitments.share(tx, report.recruitmentId);
      const now = clock.now();
      const own = await lockDeadlinesOf(tx, [id]);
      const revision = own.find((each) => each.id === report.revisionId && isOpen(each));
      const decided = decideReportStep(report.status, command, {
        ...{ now, reviseUntil: revision?.dueAt ?? null, returns: report.returns, own: report.citizenId === by.id },
      });
      if (!decided.ok) return decided;
      const [mission] = await missions.byIds([report.missionId], tx);
      const act = { by: by.id, at: now };
      return carryOut({ tx, report, mission: mission!, to: decided.value, now, act, open: own.filter(isOpen) });
    });
  }

  /** Closes those of the open deadlines that are of one kind. @returns the one that was closed */
  async close(
    { tx, open, act }: ReportStep,
    kind: string,
    how: 'meet' | 'cancel' = 'meet',
  ): Promise<Deadline | undefined> {
    const found = open.find((each) => each.kind === kind);
    return found && granted(await this.parts.deadlines[how](tx, found.id, act));
  }

  async tell(tx: EntityManager, ...news: readonly EventDraft[]): Promise<void> {
    await appendEvents(tx, 'participation', news);
  }
}
