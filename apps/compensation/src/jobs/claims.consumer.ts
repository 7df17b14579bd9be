import { randomUUID } from 'node:crypto';
import { Counter } from 'prom-client';
import { atLocal, localDate } from '@charter/calendar';
import type { EventEnvelope } from '@charter/contracts';
import type { Deadlines } from '@charter/deadlines';
import { type EventHandler, appendEvents } from '@charter/outbox';
import type { Clock, Logger } from '@charter/service';
import type { EntityManager } from 'typeorm';
import { openDecision } from '../claim-desk';
import type { ClaimService, Opening } from '../claim.service';
import { latenessOf } from '../domain/claims/lateness';
import { CLAIM_DECISION } from '../domain/deadline-kinds';
import { type Breach, breachOf, isLateness } from '../domain/rule';
import { claimPayload } from '../event-payload';
import type { ClaimStore } from '../store/claim.store';
import type { RuleStore } from '../store/rule.store';

export interface ClaimsConsumerParts {
  readonly rules: RuleStore;
  readonly store: ClaimStore;
  readonly claims: ClaimService;
  readonly deadlines: Deadlines;
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

type Heard = EventEnvelope<
  | ('complaint.overdue.v1' | 'complaint.supplement-requested.v1' | 'objection.decided.v1')
  | ('complaint.answered.v1' | 'complaint.rejected.v1' | 'complaint.fault-confirmed.v1')
>;

/** A breach that an event tells of, and when it happened. */
interface Told {
  readonly breach: Breach;
  readonly brokenAt: Date;
}

/** What an event tells of as broken; undefined when it tells of nothing that was. */
function breachIn({ type, payload, occurredAt }: EventEnvelope): Told | undefined {
  switch (type) {
    case 'complaint.overdue.v1': {
      const { against, missedAt } = payload as EventEnvelope<typeof type>['payload'];
      return { breach: breachOf(against), brokenAt: new Date(missedAt) };
    }
    case 'objection.decided.v1': {
      const { upheld, decidedAt } = payload as EventEnvelope<typeof type>['payload'];
      return upheld ? { breach: 'OBJECTION_UPHELD', brokenAt: new Date(decidedAt) } : undefined;
    }
    case 'complaint.supplement-requested.v1': {
      const { causedByOffice } = payload as EventEnvelope<typeof type>['payload'];
      return causedByOffice ? { breach: 'REPEAT_VISIT', brokenAt: new Date(occurredAt) } : undefined;
    }
    case 'complaint.fault-confirmed.v1': {
      const { fault, occurredOn } = payload as EventEnvelope<typeof type>['payload'];
      return { breach: fault, brokenAt: atLocal(occurredOn, '00:00') };
    }
    default:
      return undefined;
  }
}

const OPENS = ['complaint.overdue.v1', 'objection.decided.v1', 'complaint.supplement-requested.v1'];

/**
 * Opens claims by themselves: for lateness, an objection that was upheld, what the office forgot to ask for the first
 * time, and a fault that was confirmed; by the rule in force on that day, once for each complaint and breach. Remembers when lateness ended.
 */
export const claimsConsumer = (parts: ClaimsConsumerParts): EventHandler => ({
  consumer: 'compensation-claims',
  async handle(tx, event) {
    const told = breachIn(event);
    if (told) return open(tx, event as Heard, told, parts);
    if (OPENS.includes(event.type)) return; // nothing was broken
    const { complaintId } = (event as Heard).payload;
    await parts.store.rememberEnding(tx, { complaintId, endedAt: new Date(event.occurredAt) });
  },
});

async function open(tx: EntityManager, event: Heard, { breach, brokenAt }: Told, parts: ClaimsConsumerParts) {
  const { rules, store, claims, deadlines, clock, log } = parts;
  const { complaintId, receiptNumber, citizenId, departmentCode } = event.payload;
  await store.remember(tx, { complaintId, breach, citizenId, departmentCode, brokenAt });
  const rule = await rules.inForce(tx, breach, localDate(brokenAt));
  const about = { id: randomUUID(), complaintId, receiptNumber, citizenId, departmentCode, breach };
  const act = { by: 'system', at: clock.now() };
  const late = isLateness(breach)
    ? latenessOf(await deadlines.calendar(tx), brokenAt, new Date(event.occurredAt))
    : null;
  const opening = await claims.open(tx, rule, {
    ...{ ...about, missedAt: brokenAt, late },
    ...{ openedAt: act.at, openedByEvent: event.id },
  });
  outcomes.inc({ outcome: opening.outcome });
  if (opening.outcome !== 'opened') return log.info({ complaintId, breach }, WHY_NOT[opening.outcome]);
  const decision = { kind: CLAIM_DECISION, workingDays: rule!.decisionDays, act };
  const { id, dueAt } = await openDecision(tx, deadlines, about, decision);
  await store.decideBy(tx, about.id, id);
  const payload = { ...claimPayload({ ...about, amount: opening.amount }), dueAt: dueAt!.toISOString() };
  await appendEvents(tx, 'compensation', [{ type: 'claim.opened.v1', payload }]);
}
