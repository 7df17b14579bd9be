import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted } from '@charter/contracts';
import { type Act, type Deadline, type Deadlines, lockDeadlinesOf } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion } from '@charter/service';
import { mayGive, maySee } from '../domain/improvements/access';
import type { ImprovementStatus } from '../domain/improvements/action';
import { decideStep } from '../domain/improvements/decide';
import { dueDayOf } from '../domain/improvements/due-day';
import type { ImprovementCommand } from '../domain/improvements/transitions';
import type { ImprovementEntity } from '../store/improvements/improvement.entity';
import type { ImprovementStore } from '../store/improvements/improvement.store';
import type { StandardStore } from '../store/standard.store';

/** The action's id, or why a caller gets none: it is absent (or not theirs to know of), or not theirs to change. */
export type ImprovementHandled = Outcome<string> | 'NOT_FOUND' | 'FORBIDDEN';

export interface ImprovementDeskParts {
  readonly dataSource: DataSource;
  readonly improvements: ImprovementStore;
  readonly standards: StandardStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

/** Which action, at which version (null: whichever it is), and by whom. */
export interface ImprovementCall {
  readonly id: string;
  readonly version: number | null;
  readonly by: Person;
}

/** A step that was allowed, in its transaction, with the action and its deadline locked. */
export interface ImprovementStep {
  readonly tx: EntityManager;
  readonly action: ImprovementEntity;
  readonly deadline: Deadline;
  readonly act: Act;
  /** Writes the action, its version, its status and its line of history. */
  readonly write: (changes: Partial<ImprovementEntity>, said?: string | null) => Promise<void>;
}

/** Where every step of an improvement action is done: locked, checked who and what, written and told, in one transaction. */
export class ImprovementDesk {
  constructor(readonly parts: ImprovementDeskParts) {}

  /** @throws {StaleVersion} when `version` is not the present one */
  handle(
    command: ImprovementCommand,
    call: ImprovementCall,
    carryOut: (step: ImprovementStep) => Promise<readonly EventDraft[]>,
  ): Promise<ImprovementHandled> {
    return this.parts.dataSource.transaction((tx) => this.handleIn(tx, command, call, carryOut));
  }

  /** The same in the caller's transaction. */
  async handleIn(
    tx: EntityManager,
    command: ImprovementCommand,
    { id, version, by }: ImprovementCall,
    carryOut: (step: ImprovementStep) => Promise<readonly EventDraft[]>,
  ): Promise<ImprovementHandled> {
    const { improvements, clock } = this.parts;
    const action = await improvements.lock(tx, id);
    if (!action || !maySee(by, action)) return 'NOT_FOUND';
    if (!mayGive(by, command.type, action)) return 'FORBIDDEN';
    if (version !== null && version !== action.version) throw new StaleVersion();
    const at = clock.now();
    const [deadline] = await lockDeadlinesOf(tx, [id]);
    const decided = decideStep(action, command, await this.factsOf(tx, command, deadline!, at));
    if (!decided.ok) return decided;
    const status: ImprovementStatus = decided.value;
    const news = await carryOut({
      ...{ tx, action, deadline: deadline!, act: { by: by.id, at } },
      write: (changes, said = null) =>
        improvements.step(tx, action, { ...changes, status }, { step: command.type, by: by.id, at, said }),
    });
    await appendEvents(tx, 'charter', news);
    return accepted(id);
  }

  private async factsOf(tx: EntityManager, command: ImprovementCommand, deadline: Deadline, now: Date) {
    const named = command.type === 'update' ? command.changes.standardCode : null;
    const [standard] = named ? await this.parts.standards.byCodes([named], tx) : [];
    return {
      today: localDate(now),
      late: deadline.state === 'MISSED' || (deadline.dueAt !== null && deadline.dueAt <= now),
      dueOn: dueDayOf(deadline),
      openedOn: localDate(deadline.receivedAt),
      standard,
    };
  }
}
