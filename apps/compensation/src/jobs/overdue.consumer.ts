import { randomUUID } from 'node:crypto';
import { WorkingCalendar, localDate } from '@charter/calendar';
import type { EventEnvelope } from '@charter/contracts';
import { type EventHandler, appendEvents } from '@charter/outbox';
import type { Clock, Logger } from '@charter/service';
import { amountOf } from '../domain/rule';
import type { ClaimStore } from '../store/claim.store';
import type { RuleStore } from '../store/rule.store';

export interface OverdueConsumerParts {
  readonly rules: RuleStore;
  readonly claims: ClaimStore;
  readonly clock: Clock;
  readonly log: Logger;
}

const WORKING_DAY_HOURS = 8;
const calendar = new WorkingCalendar();

/** Opens a claim by itself when a complaint is late: by the rule in force on the day that was missed, once for each breach. */
export const overdueConsumer = ({ rules, claims, clock, log }: OverdueConsumerParts): EventHandler => ({
  consumer: 'compensation-claims',
  async handle(tx, event) {
    const { payload } = event as EventEnvelope<'complaint.overdue.v1'>;
    const { complaintId, receiptNumber, citizenId, departmentCode, against } = payload;
    const breach = against === 'STATUTORY' ? ('LATE_STATUTORY' as const) : ('LATE_CHARTER' as const);
    const missedAt = new Date(payload.missedAt);
    const now = clock.now();
    const rule = await rules.inForce(tx, breach, localDate(missedAt));
    if (!rule) return log.info({ complaintId, breach }, 'no rule pays for this breach');
    const lateDays = Math.max(1, Math.ceil(calendar.workingHoursBetween(missedAt, now) / WORKING_DAY_HOURS));
    const amount = amountOf(
      rule,
      lateDays,
      await claims.lockedTotal(tx, citizenId, Number(localDate(now).slice(0, 4))),
    );
    if (amount === 0) return log.info({ complaintId, breach }, 'the citizen’s yearly ceiling is reached');
    const id = randomUUID();
    const opened = await claims.insert(tx, {
      ...{ id, complaintId, receiptNumber, citizenId, departmentCode, breach, amount, missedAt },
      ...{
        ruleCode: rule.code,
        ruleVersion: rule.version,
        status: 'OPENED' as const,
        openedAt: now,
        openedByEvent: event.id,
      },
    });
    if (!opened) return;
    await appendEvents(tx, 'compensation', [
      {
        type: 'claim.opened.v1',
        payload: { claimId: id, complaintId, receiptNumber, citizenId, departmentCode, breach, amount },
      },
    ]);
  },
});
