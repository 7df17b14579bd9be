import { computeDeadline, localDate } from '@charter/calendar';
import { type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { Person } from '@charter/service';
import type { ClaimDesk, ClaimStep, Handled } from './claim-desk';
import { type ClaimService, measuredBy } from './claim.service';
import type { RefusalGround } from './domain/claims/claim';
import { type Lateness, latenessOf } from './domain/claims/lateness';
import { isWay, wrongWay } from './domain/claims/filing';
import { OBJECTION_DAYS } from './domain/deadline-kinds';
import { EXCLUSIONS, type Exclusion, type Rule, isLateness } from './domain/rule';
import type { LetterTerms } from './domain/letters/terms';
import { claimPayload } from './event-payload';
import type { LedgerService } from './ledger.service';
import type { LetterService } from './letter.service';
import type { RuleStore } from './store/rule.store';

const NOTE_LIMIT = 5_000;
const REASON_LIMIT = 5_000;

export interface Refusing {
  readonly ground: RefusalGround;
  readonly reason: string;
}

/** What a review found. */
export interface Finding {
  readonly note: string;
  /** How far the citizen came, one way; null: as the citizen says. */
  readonly distanceKm: number | null;
  /** What the rule does not pay for; null when there is nothing of it. */
  readonly exclusion: Exclusion | null;
  /** What the letter of an approval shall say; null: nothing of its own. */
  readonly letter: LetterTerms | null;
}

function* findingFaults({ note, exclusion }: Finding, km: number | null, rule: Rule): Generator<Refusal> {
  yield* textFaults(note, NOTE_LIMIT, 'note');
  if (km === null ? rule.distance : !isWay(km)) yield wrongWay();
  if (exclusion && !rule.exclusions.includes(exclusion)) yield notExcluded('exclusion');
}

/** What the department does with a claim: one person reviews, another decides. */
export class DecidingService {
  constructor(
    private readonly desk: ClaimDesk,
    private readonly claims: ClaimService,
    private readonly rules: RuleStore,
    private readonly ledger: LedgerService,
    private readonly letters: LetterService,
  ) {}

  /**
   * Says what was found, and settles the amount: for lateness, by how late it became until it was answered, or until now;
   * for a way that somebody came, by how far it was. Found to be excluded, it can be refused alone.
   */
  review(id: string, finding: Finding, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle('review', { id, version, by }, async (step) => {
      const { tx, claim, to, now, act } = step;
      const rule = await this.rules.version(claim.ruleCode, claim.ruleVersion, tx);
      const distanceKm = finding.distanceKm ?? claim.distanceKm;
      const faults = [...findingFaults(finding, distanceKm, rule), ...this.letters.faultsOf(finding.letter)];
      if (faults.length > 0) return refused(...faults);
      const late = await this.lateness(step);
      const amount = await this.claims.amount(tx, rule, claim, measuredBy(late, distanceKm), now);
      const reviewed = await this.desk.parts.claims.step(tx, claim, act, {
        ...{ status: to, reviewedBy: by.id, reviewedAt: now, reviewNote: finding.note.trim(), amount, distanceKm },
        ...{ decidedBy: null, decidedAt: null, exclusion: finding.exclusion },
        ...(late && { lateWorkingDays: late.days, lateWorkingHours: late.hours }),
      });
      await this.letters.keepTerms(tx, id, finding.letter, act);
      await this.desk.tell(tx, { type: 'claim.reviewed.v1', payload: claimPayload(reviewed) });
      return accepted(id);
    });
  }

  /**
   * Reserves its amount of the department's budget of the year: nothing is approved that cannot be paid. The letter of apology
   * and correction is written with it.
   */
  approve(id: string, letter: LetterTerms | null, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle('approve', { id, version, by }, async (step) => {
      const { tx, claim, to, now, act } = step;
      if (claim.exclusion) return refused(isExcluded());
      const faults = this.letters.faultsOf(letter);
      if (faults.length > 0) return refused(...faults);
      const year = Number(localDate(now).slice(0, 4));
      const reserved = await this.ledger.reserve(tx, claim, year, act);
      if (!reserved.ok) return reserved;
      await this.desk.closeDecision(step);
      const approved = await this.desk.parts.claims.step(tx, claim, act, {
        ...{ status: to, decidedBy: by.id, decidedAt: now, refusalGround: null, reason: null, objectUntil: null },
        budgetYear: year,
      });
      await this.letters.keepTerms(tx, id, letter, act);
      await this.letters.write(tx, approved, now);
      await this.desk.tell(tx, { type: 'claim.approved.v1', payload: claimPayload(approved) });
      return accepted(id);
    });
  }

  /** The citizen hears why, and until when they can object. */
  refuse(id: string, { ground, reason }: Refusing, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle('refuse', { id, version, by }, async (step) => {
      const faults = textFaults(reason, REASON_LIMIT, 'reason');
      if (faults.length > 0) return refused(...faults);
      const { tx, claim, to, now, act } = step;
      const { exclusions } = await this.rules.version(claim.ruleCode, claim.ruleVersion, tx);
      const excludes: readonly string[] = exclusions;
      if ((EXCLUSIONS as readonly string[]).includes(ground) && !excludes.includes(ground))
        return refused(notExcluded('ground'));
      await this.desk.closeDecision(step);
      const objectUntil = claim.objectedAt === null ? await this.objectUntil(step) : null;
      const changes = {
        decidedBy: by.id,
        decidedAt: now,
        refusedBy: claim.refusedBy ?? by.id,
        refusalGround: ground,
        objectUntil,
      };
      const said = { ...act, reason: ground };
      const done = await this.desk.parts.claims.step(tx, claim, said, {
        ...changes,
        status: to,
        reason: reason.trim(),
      });
      await this.desk.tell(tx, {
        type: 'claim.refused.v1',
        payload: { ...claimPayload(done), objectUntil: objectUntil?.toISOString() ?? null },
      });
      return accepted(id);
    });
  }

  private async lateness({ tx, claim, now }: ClaimStep): Promise<Lateness | null> {
    if (!isLateness(claim.breach)) return null;
    const until = (await this.desk.parts.claims.endingOf(tx, claim.complaintId)) ?? now;
    return latenessOf(await this.desk.parts.deadlines.calendar(tx), claim.missedAt, until);
  }

  private async objectUntil({ tx, now }: ClaimStep): Promise<Date> {
    const period = { unit: 'CALENDAR_DAYS', length: OBJECTION_DAYS, firstDayCounts: false } as const;
    return computeDeadline({ receivedAt: now, period }, await this.desk.parts.deadlines.calendar(tx)).dueAt!;
  }
}

const notExcluded = (field: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    '이 보상 기준에는 그런 제외 사유가 없습니다. compensationRules의 exclusions를 확인해 주십시오.',
    'The rule of this claim does not exclude that: see exclusions in compensationRules.',
    field,
  );

const isExcluded = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '검토에서 제외 사유가 확인되었습니다. 그 사유로 거절해 주십시오.',
    'The review found that the rule excludes it: refuse it on that ground.',
  );
