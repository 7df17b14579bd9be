import { localDate } from '@charter/calendar';
import type { EntityManager } from 'typeorm';
import { type Logger, PollingLoop } from '@charter/service';
import { missionPayload } from '../../event-payload';
import type { RecruitmentDesk } from '../../monitoring/recruitment-desk';
import type { StatementService } from '../../monitoring/statement.service';
import type { MissionStore } from '../../store/monitoring/mission.store';

const EVERY_MS = 1_000;

export interface MonitoringClockParts {
  readonly desk: RecruitmentDesk;
  readonly missions: MissionStore;
  readonly statements: StatementService;
  readonly log: Logger;
}

/**
 * Moves monitoring on by itself: applications close, terms and missions end, monitors are reminded, and months are stated
 * when they are over. Several workers share the rows; one that is killed in the middle leaves the rest to the next look.
 */
export class MonitoringClock extends PollingLoop {
  constructor(private readonly given: MonitoringClockParts) {
    super({ everyMs: EVERY_MS, what: 'moving monitoring on', log: given.log });
  }

  /** @returns how many recruitments and missions were moved on, reminders given and statements issued */
  async runOnce(): Promise<number> {
    let done = 0;
    for (const step of [this.moveRecruitment, this.moveMission])
      while (await this.given.desk.parts.dataSource.transaction((tx) => step.call(this, tx))) done += 1;
    for (;;) {
      const issued = await this.given.statements.issueNext();
      if (issued === undefined) return done;
      done += issued;
    }
  }

  private async moveRecruitment(tx: EntityManager): Promise<boolean> {
    const { desk } = this.given;
    const act = { by: 'system', at: desk.parts.clock.now() };
    const recruitment = await desk.parts.recruitments.due(tx, act.at, localDate(act.at));
    if (!recruitment) return false;
    if (recruitment.status === 'RECRUITING') await desk.close(tx, recruitment, act);
    else await desk.endTerm(tx, recruitment, act);
    return true;
  }

  /** One that has ended needs no reminder any more. */
  private async moveMission(tx: EntityManager): Promise<boolean> {
    const { desk, missions } = this.given;
    const now = desk.parts.clock.now();
    const mission = await missions.due(tx, now);
    if (!mission) return false;
    if (mission.endsAt <= now) {
      await missions.update(tx, mission, { status: 'ENDED', remindAt: null });
      return true;
    }
    await missions.update(tx, mission, { remindAt: null });
    const [waiting] = await missions.withoutReport([mission.id], tx);
    await desk.tell(
      tx,
      waiting!.map((citizenId) => ({
        type: 'monitoring.mission-due-soon.v1',
        payload: missionPayload(mission, citizenId),
      })),
    );
    return true;
  }
}
