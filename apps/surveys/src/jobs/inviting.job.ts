import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Logger, PollingLoop } from '@charter/service';
import { expiryOf, isOver } from '../domain/invitations/expiry';
import type { AudienceEntity } from '../store/audience.entity';
import type { AudienceStore } from '../store/audience.store';
import type { InvitationStore } from '../store/invitation.store';
import type { InvitationEntity } from '../store/survey.entity';
import type { SurveyStore } from '../store/survey.store';

export interface InvitingParts {
  readonly dataSource: DataSource;
  readonly surveys: SurveyStore;
  readonly audiences: AudienceStore;
  readonly invitations: InvitationStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** How many are invited in one transaction. */
  readonly batch?: number;
}

const EVERY_MS = 1_000;
const BATCH = 500;

/**
 * Invites audiences, in batches: the invitations, what is told of them, who is left to invite and the count are one transaction. A worker that is
 * killed in the middle leaves a batch undone, and the next look begins with it; several workers share the audiences.
 */
export class Inviting extends PollingLoop {
  constructor(private readonly inviting: InvitingParts) {
    super({ everyMs: EVERY_MS, what: 'inviting', log: inviting.log });
  }

  /** @returns how many invitations were written */
  async runOnce(): Promise<number> {
    let invited = 0;
    for (;;) {
      const step = await this.inviting.dataSource.transaction((tx) => this.step(tx));
      if (step === undefined) return invited;
      invited += step;
    }
  }

  /** One batch. @returns undefined when nobody is left to invite */
  private async step(tx: EntityManager): Promise<number | undefined> {
    const { audiences, clock, batch = BATCH } = this.inviting;
    const audience = await audiences.nextOpen(tx);
    if (!audience) return undefined;
    const survey = (await this.inviting.surveys.byId(tx, audience.surveyId))!;
    const now = clock.now();
    if (isOver(survey, now)) {
      await audiences.end(tx, audience.id, now);
      return 0;
    }
    const taken = await audiences.take(tx, audience.id, batch);
    const expiresAt = expiryOf(survey, now);
    const written = await this.inviting.invitations.inviteAll(
      tx,
      taken.map(({ citizenId, complaintId, departmentCode, channel }): InvitationEntity => ({
        ...{
          id: randomUUID(),
          surveyId: survey.id,
          complaintId: null,
          audienceId: audience.id,
          citizenId,
          reachedBy: complaintId,
          erasedAt: null,
        },
        ...{ departmentCode, serviceCode: null, channel, invitedAt: now, expiresAt },
      })),
    );
    await this.tell(tx, audience, written);
    const done = audience.invited + audience.known + taken.length === audience.size;
    const step = { invited: written.length, known: taken.length - written.length };
    await audiences.progress(tx, audience.id, step, done ? now : null);
    return written.length;
  }

  private async tell(
    tx: EntityManager,
    { surveyId, departmentCode }: AudienceEntity,
    written: readonly InvitationEntity[],
  ): Promise<void> {
    await appendEvents(
      tx,
      'surveys',
      written.map(({ id, citizenId, reachedBy, expiresAt }) => ({
        type: 'survey.asked.v1',
        payload: {
          ...{ invitationId: id, surveyId, citizenId, complaintId: reachedBy },
          ...{ departmentCode, expiresAt: expiresAt.toISOString() },
        },
      })),
    );
  }
}
