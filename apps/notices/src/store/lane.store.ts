import type { DataSource, EntityManager } from 'typeorm';
import { type BatchOutcome, afterBatch } from '../domain/breaker';
import { type Channel, type OutgoingChannel, isOutgoing } from '../domain/channels';
import { LaneEntity } from './lane.entity';

/** While one notice tries a way that rested, in seconds: another one tries only when nothing was heard of the first. */
const TRIAL_SECONDS = 20;

/** Tells one trial of a way from the next: the moment at which it is given up, as the database writes it. */
export type Trial = string;

/** A channel as administrators see it. */
export interface Lane extends Pick<LaneEntity, 'channel' | 'perSecond' | 'burst' | 'faults' | 'restsUntil'> {
  /** Whether its rest lasts, by the database’s clock. */
  readonly resting: boolean;
  /** Notices that are due, or will be. */
  readonly waiting: number;
}

/** How fast channels may go, and when they rest. All by the database's clock, for all workers together. */
export class LaneStore {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * How many notices of a channel may be taken now: as many as its rate has left, none while it rests, one when it has rested.
   * The lane stays this transaction's until it ends, so that two workers never spend the same token.
   */
  async admit(tx: EntityManager, channel: Channel, most: number): Promise<number> {
    const [[lane]] = (await tx.query(
      `UPDATE "channel_lane" SET "filled_at" = clock_timestamp(), "tokens" = LEAST("burst",
         "tokens" + COALESCE("per_second" * GREATEST(0, EXTRACT(EPOCH FROM clock_timestamp() - "filled_at")), "burst"))
       WHERE "channel" = $1
       RETURNING "tokens"::float AS tokens, "rests_until" > clock_timestamp() AS resting, "per_second" IS NULL AS free`,
      [channel],
    )) as [[{ tokens: number; resting: boolean | null; free: boolean }], number];
    const left = lane.free ? most : Math.min(most, Math.floor(lane.tokens));
    if (lane.resting === null) return left;
    return lane.resting ? 0 : Math.min(1, left);
  }

  /**
   * Takes from the rate what was taken of the notices; one that tries a way that has rested tries it alone.
   * @returns the mark of its trial, when it is one
   */
  async spend(tx: EntityManager, channel: Channel, taken: number): Promise<Trial | null> {
    const [[{ trial }]] = (await tx.query(
      `UPDATE "channel_lane" SET "tokens" = GREATEST(0, "tokens" - $2::int),
         "rests_until" = CASE WHEN "rests_until" IS NULL THEN NULL ELSE clock_timestamp() + $3 * interval '1 second' END
       WHERE "channel" = $1
       RETURNING "rests_until"::text AS trial`,
      [channel, taken, TRIAL_SECONDS],
    )) as [[{ trial: Trial | null }], number];
    return trial;
  }

  /** Ends a trial whose notice never went the way, so that another one tries it at once; unless more was heard since. */
  async endTrial(channel: Channel, trial: Trial): Promise<void> {
    await this.dataSource.query(
      `UPDATE "channel_lane" SET "rests_until" = clock_timestamp() WHERE "channel" = $1 AND "rests_until" = $2::timestamptz`,
      [channel, trial],
    );
  }

  /** Notes what came of a batch. @returns for how long the channel rests now, in milliseconds */
  async note(channel: Channel, outcome: BatchOutcome): Promise<number> {
    const { answered, faults: failed, askedMs } = outcome;
    if (failed === 0 && askedMs === 0) {
      if (answered > 0) await this.works(channel);
      return 0;
    }
    return this.dataSource.transaction(async (tx) => {
      const where = { channel };
      const lane = await tx.findOneOrFail(LaneEntity, { where, lock: { mode: 'pessimistic_write' } });
      const { faults, rests, restMs } = afterBatch(lane, outcome);
      const restsUntil = restMs > 0 ? () => `clock_timestamp() + interval '${Math.round(restMs)} milliseconds'` : null;
      await tx.update(LaneEntity, where, { faults, rests, restsUntil });
      return restMs;
    });
  }

  /** Nearly always it worked before as well, and nothing is written. */
  private async works(channel: Channel): Promise<void> {
    await this.dataSource.query(
      `UPDATE "channel_lane" SET "faults" = 0, "rests" = 0, "rests_until" = NULL
       WHERE "channel" = $1 AND ("faults" > 0 OR "rests_until" IS NOT NULL)`,
      [channel],
    );
  }

  /** Every channel, in the order of the graph. */
  async all(): Promise<Lane[]> {
    const rows = (await this.dataSource.query(`
      SELECT l.*, COALESCE(l."rests_until" > clock_timestamp(), false) AS resting, (SELECT count(*)::int FROM "notice" n WHERE n."channel" = l."channel" AND n."state" = 'PENDING') AS waiting
      FROM "channel_lane" l ORDER BY array_position(ARRAY['INBOX', 'EMAIL', 'SMS', 'PUSH'], l."channel")`)) as Row[];
    return rows.map(({ channel, per_second: perSecond, burst, faults, rests_until: restsUntil, ...row }) => {
      return { channel, perSecond, burst, faults, restsUntil, ...row };
    });
  }

  /** Of each channel that leaves the house, 1 while it rests or is tried after a rest, else 0. */
  async resting(): Promise<[channel: OutgoingChannel, rests: 0 | 1][]> {
    const lanes = await this.dataSource.manager.find(LaneEntity, { select: { channel: true, restsUntil: true } });
    return lanes.flatMap(({ channel, restsUntil }) =>
      isOutgoing(channel) ? [[channel, restsUntil === null ? 0 : 1]] : [],
    );
  }

  /** Sets how fast a channel may go. */
  async setRate(tx: EntityManager, channel: Channel, perSecond: number, burst: number): Promise<void> {
    await tx.update(LaneEntity, { channel }, { perSecond, burst });
  }
}

interface Row extends Pick<LaneEntity, 'channel' | 'burst' | 'faults'> {
  readonly per_second: number | null;
  readonly rests_until: Date | null;
  readonly resting: boolean;
  readonly waiting: number;
}
