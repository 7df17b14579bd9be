import type { Outcome } from '@charter/contracts';
import { type Act, type Deadline, type Deadlines, granted, isOpen, lockDeadlinesOf } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion } from '@charter/service';
import type { DataSource, EntityManager } from 'typeorm';
import { mayGive, maySee } from './domain/access';
import { type ClaimCommand, type ClaimStatus, decideClaimStep } from './domain/claims/claim';
import type { ClaimStore } from './store/claim.store';
import type { ClaimEntity } from './store/compensation.entity';

/** What a step answers: the id of what was changed, why it was refused, or that there is nothing, or nothing for the caller. */
export type Handled = Outcome<string> | 'NOT_FOUND' | 'FORBIDDEN';

export interface ClaimDeskParts {
  readonly dataSource: DataSource;
  readonly claims: ClaimStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export interface ClaimCall {
  readonly id: string;
  /** Null: whichever it is. */
  readonly version: number | null;
  readonly by: Person;
}

/** A step that person, status and clock allow, in its transaction, with the claim locked. */
export interface ClaimStep {
  readonly tx: EntityManager;
  readonly claim: ClaimEntity;
  readonly to: ClaimStatus;
  readonly now: Date;
  readonly act: Act;
}

/** Opens the deadline by which a claim, or an objection, is decided. */
export const openDecision = (
  tx: EntityManager,
  deadlines: Deadlines,
  claim: Pick<ClaimEntity, 'id' | 'departmentCode'>,
  { kind, workingDays, act }: { readonly kind: string; readonly workingDays: number; readonly act: Act },
): Promise<Deadline> =>
  deadlines.open(
    tx,
    {
      ...{ kind, subjectType: 'CLAIM', subjectId: claim.id, departmentCode: claim.departmentCode, ownerId: null },
      ...{ receivedAt: act.at, period: { unit: 'DAYS', length: workingDays } },
    },
    act,
  );

/** Where every step of a claim that people take is done: locked, checked who and what, by the server's clock. */
export class ClaimDesk {
  constructor(readonly parts: ClaimDeskParts) {}

  /** @throws {StaleVersion} when `version` is not the present one */
  handle(
    command: ClaimCommand,
    { id, version, by }: ClaimCall,
    carryOut: (step: ClaimStep) => Promise<Outcome<string>>,
  ): Promise<Handled> {
    const { dataSource, claims, clock } = this.parts;
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const claim = await claims.lock(tx, id);
      if (!claim || !maySee(by, claim)) return 'NOT_FOUND';
      if (!mayGive(by, command, claim)) return 'FORBIDDEN';
      if (version !== null && version !== claim.version) throw new StaleVersion();
      const now = clock.now();
      const decided = decideClaimStep(claim.status, command, { ...claim, by: by.id, now });
      if (!decided.ok) return decided;
      return carryOut({ tx, claim, to: decided.value, now, act: { by: by.id, at: now } });
    });
  }

  /** Closes the open deadline of a claim: it is decided. */
  async closeDecision({ tx, claim, act }: ClaimStep): Promise<void> {
    const open = (await lockDeadlinesOf(tx, [claim.id])).filter(isOpen);
    for (const { id } of open) granted(await this.parts.deadlines.meet(tx, id, act));
  }

  async tell(tx: EntityManager, ...news: readonly EventDraft[]): Promise<void> {
    await appendEvents(tx, 'compensation', news);
  }
}
