import { randomUUID } from 'node:crypto';
import { Counter } from 'prom-client';
import { WorkingCalendar, localDate } from '@charter/calendar';
import type { EventEnvelope } from '@charter/contracts';
import { type EventHandler, appendEvents } from '@charter/outbox';
import type { Clock, Logger } from '@charter/service';
import type { ClaimService, Opening } from '../claim.service';
import { breachOf } from '../domain/rule';
import type { RuleStore } from '../store/rule.store';

export interface OverdueConsumerParts {
  readonly rules: RuleStore;
  readonly claims: ClaimService;
  readonly clock: Clock;
  readonly log: Logger;
}

const outcomes = new Counter({
  name: 'charter_compensation_breaches_total',
  help: 'Broken promises by what came of them: a claim opened, one known already, no rule that pays, the yearly ceiling.',
  labelNames: ['outcome'],
});

const WHY_NOT: Readonly<Record<Exclude<Opening['outcome'], 'opened'>, string>> = {
  known: 'this breach has its claim already',
  ceiling: 'the citizen’s yearly ceiling is reached: no claim',
  no_rule: 'no rule pays for this breach: no claim',
};

const WORKING_DAY_HOURS = 8;
const calendar = new WorkingCalendar();

/** Working days of lateness begun, from 1. Counted to the moment of the event, whenever it is delivered. */
const lateDays = (missedAt: Date, until: Date): number =>
  Math.max(1, Math.ceil(calendar.workingHoursBetween(missedAt, until) / WORKING_DAY_HOURS));

/** Opens a claim by itself when a complaint is late: by the rule in force on the day that was missed, once for each breach. */
export const overdueConsumer = ({ rules, claims, clock, log }: OverdueConsumerParts): EventHandler => ({
  consumer: 'compensation-claims',
  async handle(tx, event) {
    const { payload, occurredAt } = event as EventEnvelope<'complaint.overdue.v1'>;
    const { complaintId, receiptNumber, citizenId, departmentCode } = payload;
    const breach = breachOf(payload.against);
    const missedAt = new Date(payload.missedAt);
    const about = { complaintId, receiptNumber, citizenId, departmentCode, breach };
    const id = randomUUID();
    const opening = await claims.open(tx, await rules.inForce(tx, breach, localDate(missedAt)), {
      ...{ id, ...about, missedAt, lateWorkingDays: lateDays(missedAt, new Date(occurredAt)) },
      ...{ openedAt: clock.now(), openedByEvent: event.id },
    });
    outcomes.inc({ outcome: opening.outcome });
    if (opening.outcome !== 'opened') return log.info({ complaintId, breach }, WHY_NOT[opening.outcome]);
    await appendEvents(tx, 'compensation', [
      { type: 'claim.opened.v1', payload: { ...about, claimId: id, amount: opening.amount } },
    ]);
  },
});
