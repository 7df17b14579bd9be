import { randomUUID } from 'node:crypto';
import { atLocal, localDate } from '@charter/calendar';
import {
  CLAIMED_COMPLAINT_PATH,
  type ClaimedComplaint,
  type Outcome,
  accepted,
  claimedComplaint,
  refusal,
  refused,
} from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Person, type ServiceClient, once } from '@charter/service';
import type { EntityManager } from 'typeorm';
import { type ClaimDesk, type Handled, openDecision } from './claim-desk';
import type { ClaimService } from './claim.service';
import { type Filing, decideFiling } from './domain/claims/filing';
import { CLAIM_DECISION, CLAIM_OBJECTION, OBJECTION_DECISION_DAYS } from './domain/deadline-kinds';
import { claimPayload } from './event-payload';
import type { RuleStore } from './store/rule.store';

const OBJECTION_LIMIT = 5_000;

export interface CitizenClaimParts {
  readonly desk: ClaimDesk;
  readonly claims: ClaimService;
  readonly rules: RuleStore;
  readonly services: Pick<ServiceClient, 'post'>;
  readonly secret: string;
}

type OwnComplaint = NonNullable<ClaimedComplaint['complaint']>;

/** What citizens do with claims of their own. */
export class CitizenClaimService {
  constructor(private readonly parts: CitizenClaimParts) {}

  /** Claims what happened with one's own complaint. Another's complaint is none. @throws {ServiceUnavailable} */
  async file(filing: Filing, idempotencyKey: string | null, by: Person): Promise<Handled> {
    const { services, desk, secret } = this.parts;
    const question = { complaintId: filing.complaintId };
    const { complaint } = claimedComplaint.parse(
      await services.post('complaints', CLAIMED_COMPLAINT_PATH, question, by.requestId),
    );
    if (complaint?.citizenId !== by.id) return 'NOT_FOUND';
    const command = { callerId: by.id, operation: 'fileClaim', key: idempotencyKey, input: filing, secret };
    return desk.parts.dataSource.transaction((tx) => once(tx, command, () => this.open(tx, filing, complaint, by)));
  }

  private async open(
    tx: EntityManager,
    given: Filing,
    { receiptNumber, departmentCode }: OwnComplaint,
    by: Person,
  ): Promise<Outcome<string>> {
    const { desk, claims, rules } = this.parts;
    const { deadlines, clock } = desk.parts;
    const now = clock.now();
    const decided = decideFiling(given, {
      ...{ now, today: localDate(now), rule: await rules.inForce(tx, given.breach, given.occurredOn) },
      calendar: await deadlines.calendar(tx),
    });
    if (!decided.ok) return decided;
    const { rule, filing } = decided.value;
    const { complaintId, breach, occurredOn, statement, evidence, distanceKm, otherRemedySought } = filing;
    const about = { id: randomUUID(), complaintId, receiptNumber, citizenId: by.id, departmentCode, breach };
    const missedAt = atLocal(occurredOn, '00:00');
    const opening = await claims.open(tx, rule, {
      ...{ ...about, missedAt, openedAt: now, openedByEvent: null, late: null },
      ...{ filedBy: by.id, statement, evidence, distanceKm, otherRemedySought },
    });
    if (opening.outcome === 'ceiling') return refused(ceilingReached());
    if (opening.outcome !== 'opened') return refused(claimedAlready());
    await desk.parts.claims.remember(tx, { complaintId, breach, citizenId: by.id, departmentCode, brokenAt: missedAt });
    const decision = { kind: CLAIM_DECISION, workingDays: rule.decisionDays, act: { by: by.id, at: now } };
    const deadline = await openDecision(tx, deadlines, about, decision);
    await desk.parts.claims.decideBy(tx, about.id, deadline.id);
    await desk.tell(tx, {
      type: 'claim.filed.v1',
      payload: { ...claimPayload({ ...about, amount: opening.amount }), dueAt: deadline.dueAt!.toISOString() },
    });
    return accepted(about.id);
  }

  /** Objects to a refusal, once and in time: somebody else decides again. */
  object(id: string, statement: string, version: number | null, by: Person): Promise<Handled> {
    const { desk } = this.parts;
    return desk.handle('object', { id, version, by }, async ({ tx, claim, to, now, act }) => {
      const faults = textFaults(statement, OBJECTION_LIMIT, 'statement');
      if (faults.length > 0) return refused(...faults);
      const decision = { kind: CLAIM_OBJECTION, workingDays: OBJECTION_DECISION_DAYS, act };
      const deadline = await openDecision(tx, desk.parts.deadlines, claim, decision);
      const objected = await desk.parts.claims.step(tx, claim, act, {
        ...{ status: to, objectedAt: now, objection: statement.trim(), decisionId: deadline.id },
      });
      await desk.tell(tx, {
        type: 'claim.objected.v1',
        payload: { ...claimPayload(objected), dueAt: deadline.dueAt!.toISOString() },
      });
      return accepted(id);
    });
  }
}

const claimedAlready = () =>
  refusal(
    'ALREADY_DONE',
    '이 민원의 같은 위반은 이미 청구되어 있습니다. compensationClaims에서 확인해 주십시오.',
    'This breach of this complaint has its claim already: see compensationClaims.',
    'breach',
  );

const ceilingReached = () =>
  refusal(
    'LIMIT_REACHED',
    '한 해의 보상 한도에 이르렀습니다.',
    'The limit of compensation for one person and year is reached.',
    'breach',
  );
