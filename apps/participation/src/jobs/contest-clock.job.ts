import { type Logger, PollingLoop } from '@charter/service';
import type { ContestDesk } from '../contests/contest-desk';
import { isUnsealed } from '../domain/contests/contest';

const EVERY_MS = 1_000;

/**
 * Moves contests on by themselves: entries close, judging ends and the ranking stands when their dates have come. Several
 * workers share the rows; one that is killed in the middle leaves the rest to the next look.
 */
export class ContestClock extends PollingLoop {
  constructor(
    private readonly desk: ContestDesk,
    log: Logger,
  ) {
    super({ everyMs: EVERY_MS, what: 'moving contests on', log });
  }

  /** @returns how many contests were moved on */
  async runOnce(): Promise<number> {
    const { dataSource, contests, clock } = this.desk.parts;
    for (let moved = 0; ; moved += 1) {
      const found = await dataSource.transaction(async (tx) => {
        const act = { by: 'system', at: clock.now() };
        const contest = await contests.due(tx, act.at);
        if (!contest) return false;
        if (contest.status === 'ANNOUNCED') await this.desk.close(tx, contest, act);
        else if (isUnsealed(contest.status)) await this.desk.confirm(tx, contest, act);
        else await this.desk.endJudging(tx, contest, act);
        return true;
      });
      if (!found) return moved;
    }
  }
}
