import { localDate } from '@charter/calendar';
import type { EventEnvelope } from '@charter/contracts';
import { type EventHandler, PermanentFailure } from '@charter/outbox';
import type { Clock } from '@charter/service';
import { isShort, openingOf } from '../domain/improvements/from-score';
import type { OpeningService } from '../improvements/opening.service';
import type { DepartmentStore } from '../store/department.store';
import { toStandard } from '../store/standard.entity';
import type { StandardStore } from '../store/standard.store';

export interface ScoresConsumerParts {
  readonly standards: StandardStore;
  readonly departments: DepartmentStore;
  readonly opening: OpeningService;
  readonly clock: Clock;
}

/**
 * Hears how surveys found the standards, and opens an improvement action for each that is short of its target. It belongs to the
 * department that owns the standard, of one of the whole city to the department that asked; nobody has it until its head gives it to an officer.
 */
export const scoresConsumer = ({ standards, departments, opening, clock }: ScoresConsumerParts): EventHandler => ({
  consumer: 'charter-scores',
  async handle(tx, event) {
    const { payload } = event as EventEnvelope<'survey.standard-scored.v1'>;
    const [row] = await standards.byCodes([payload.standardCode], tx);
    const standard = row && toStandard(row);
    if (!standard || !isShort(standard, payload)) return;
    const at = clock.now();
    const today = localDate(at);
    const code = standard.departmentCode ?? payload.departmentCode;
    const [department] = await departments.byCodes([code], tx);
    if (!department) throw new PermanentFailure(`There is no department ${code} to improve ${standard.code}.`);
    const closed = department.closedOn !== null && department.closedOn <= today;
    const keeper = closed && department.successorCode ? department.successorCode : code;
    const decided = await opening.openIn(
      tx,
      openingOf(standard, payload, { code: keeper }, today),
      payload.startedBy,
      at,
    );
    if (!decided.ok) throw new PermanentFailure(decided.refusals[0]!.message.en);
  },
});
