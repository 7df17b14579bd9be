import type { DataSource, EntityManager } from 'typeorm';
import { type Deadlines, granted } from '@charter/deadlines';
import { failureReason } from '@charter/outbox';
import { type Clock, type Logger, PollingLoop } from '@charter/service';
import { STEPS, isUseless, stepDue } from '../domain/campaigns/steps';
import type { CampaignEntity, CampaignStepEntity } from '../store/campaign.entity';
import type { CampaignStore } from '../store/campaign.store';
import type { CampaignSteps, Progress } from './campaign-steps';

export interface CampaignMachineParts {
  readonly dataSource: DataSource;
  readonly campaigns: CampaignStore;
  readonly steps: CampaignSteps;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly log: Logger;
}

const EVERY_MS = 1_000;
/** When a step that waits, or did not work, is looked at again. */
const AGAIN_MS = 5_000;

/** A step that did not work: what it had done is taken back, and what went wrong is kept beside it. */
class Troubled extends Error {
  constructor(
    readonly step: CampaignStepEntity,
    override readonly cause: unknown,
  ) {
    super('A step of a campaign did not work.');
  }
}

/**
 * Moves campaigns on, one piece of one step at a time, each in a transaction: a worker that is killed in the middle leaves the piece undone, and
 * the next look begins with it. Several workers share the campaigns.
 */
export class CampaignMachine extends PollingLoop {
  constructor(private readonly machine: CampaignMachineParts) {
    super({ everyMs: EVERY_MS, what: 'moving campaigns on', log: machine.log });
  }

  /** @returns how many pieces were done */
  async runOnce(): Promise<number> {
    for (let done = 0; ; done += 1) {
      try {
        if (!(await this.machine.dataSource.transaction((tx) => this.move(tx)))) return done;
      } catch (error) {
        if (!(error instanceof Troubled)) throw error;
        await this.remember(error);
      }
    }
  }

  private async move(tx: EntityManager): Promise<boolean> {
    const { campaigns, clock } = this.machine;
    const now = clock.now();
    const campaign = await campaigns.due(tx, now);
    if (!campaign) return false;
    const all = await campaigns.steps(tx, campaign.id);
    const step = stepDue(all, now);
    if (step) await this.piece(tx, campaign, step, now);
    else
      await campaigns.change(tx, campaign.id, { nextAt: all.find(({ doneAt }) => doneAt === null)?.beginsAt ?? null });
    return true;
  }

  private async piece(tx: EntityManager, campaign: CampaignEntity, step: CampaignStepEntity, now: Date): Promise<void> {
    const { campaigns, deadlines } = this.machine;
    if (isUseless(step.code, campaign.closesAt, now)) {
      granted(await deadlines.cancel(tx, step.deadlineId, { by: 'system', at: now }));
      return campaigns.changeStep(tx, step, { doneAt: now, leftOut: true, trouble: null });
    }
    const { state, count, afterId } = await this.work(tx, campaign, step);
    const leftOut = state === 'LEFT_OUT';
    const done = state === 'DONE' || leftOut;
    if (leftOut) granted(await deadlines.cancel(tx, step.deadlineId, { by: 'system', at: now }));
    else if (done) granted(await deadlines.meet(tx, step.deadlineId, { by: 'system', at: now }));
    await campaigns.changeStep(tx, step, {
      ...{ count, leftOut, trouble: null, doneAt: done ? now : null },
      ...(afterId !== undefined && { afterId }),
    });
    // With the last step it is finished, at the same moment.
    if (done && step.code === STEPS.at(-1)) await campaigns.change(tx, campaign.id, { nextAt: null });
    if (state === 'WAITING') await campaigns.change(tx, campaign.id, { nextAt: new Date(now.getTime() + AGAIN_MS) });
  }

  private async work(tx: EntityManager, campaign: CampaignEntity, step: CampaignStepEntity): Promise<Progress> {
    try {
      return await this.machine.steps.work({ tx, campaign, step });
    } catch (error) {
      throw new Troubled(step, error);
    }
  }

  private async remember({ step, cause }: Troubled): Promise<void> {
    const { dataSource, campaigns, clock, log } = this.machine;
    log.error(
      { err: cause, campaignId: step.campaignId, step: step.code },
      'a step of a campaign did not work: it is tried again',
    );
    await dataSource.transaction(async (tx) => {
      await campaigns.changeStep(tx, step, { trouble: failureReason(cause) });
      await campaigns.change(tx, step.campaignId, { nextAt: new Date(clock.now().getTime() + AGAIN_MS) });
    });
  }
}
