import { type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { Person } from '@charter/service';
import { examines } from '../domain/access';
import { type GivenPoints, conflict, conflictOf, decidePoints, notAJudge } from '../domain/contests/entry';
import { contestPayload } from '../event-payload';
import type { Handled } from '../proposal-desk';
import type { ContestJudgeEntity } from '../store/contests/contest.entity';
import type { ContestDesk, ContestStep } from './contest-desk';

const REASON_LIMIT = 2_000;
const MOST_JUDGES = 26;
const FIRST_LETTER = 65;

export interface JudgeInput {
  readonly judgeId: string;
  /** Where they work, if for the city. */
  readonly departmentCode: string | null;
}

const twice = (): Refusal =>
  refusal('ALREADY_DONE', '이미 지정된 심사위원이 있습니다.', 'Somebody of them judges it already.', 'judges');
const tooMany = (): Refusal =>
  refusal('LIMIT_REACHED', '심사위원은 1명 이상 26명 이하입니다.', 'A contest has 1 to 26 judges.', 'judges');

/** Judges and their scores, sealed until all are in. */
export class ContestJudgingService {
  constructor(private readonly desk: ContestDesk) {}

  /** Names judges; each is a letter in what is published. */
  assign(id: string, judges: readonly JudgeInput[], version: number | null, by: Person): Promise<Handled> {
    const { contests } = this.desk.parts;
    const may = (contest: { departmentCode: string }) => examines(by, contest);
    return this.desk.handle('assign', { id, version, by, may }, async ({ tx, contest, act }) => {
      const known = (await contests.judging.judgesOf([id], tx))[0]!;
      const ids = new Set([...known, ...judges].map(({ judgeId }) => judgeId));
      if (judges.length === 0 || known.length + judges.length > MOST_JUDGES) return refused(tooMany());
      if (ids.size !== known.length + judges.length) return refused(twice());
      for (const [index, { judgeId, departmentCode }] of judges.entries()) {
        const letter = String.fromCharCode(FIRST_LETTER + known.length + index);
        const judge = { contestId: id, judgeId, departmentCode, letter, assignedAt: act.at, counted: null };
        await contests.judging.addJudge(tx, judge);
      }
      await contests.step(tx, contest, 'assign', act, {});
      await this.desk.tell(
        tx,
        judges.map(({ judgeId }) => ({
          type: 'contest.judge-assigned.v1',
          payload: contestPayload(contest, judgeId),
        })),
      );
      return accepted(id);
    });
  }

  /** Gives points to an entry, or changes them while they are sealed. With the last one the scores are unsealed. */
  score(entryId: string, given: readonly GivenPoints[], by: Person): Promise<Handled> {
    return this.judge(entryId, by, async ({ tx, contest, now }) => {
      const decided = decidePoints(given, contest.criteria);
      if (!decided.ok) return decided;
      const score = { entryId, judgeId: by.id, points: [...decided.value], scoredAt: now };
      await this.desk.parts.contests.judging.score(tx, score);
      await this.desk.unsealWhenComplete(tx, contest);
      return accepted(entryId);
    });
  }

  /** A judge declares an interest in an entry: one less to judge. A score that was given before is dropped. */
  declareInterest(entryId: string, reason: string, by: Person): Promise<Handled> {
    return this.judge(entryId, by, async ({ tx, contest, now }) => {
      const faults = textFaults(reason, REASON_LIMIT, 'reason');
      if (faults.length > 0) return refused(...faults);
      const found = { kind: 'DECLARED', reason: reason.trim(), foundAt: now } as const;
      await this.desk.parts.contests.judging.addConflict(tx, { entryId, judgeId: by.id, ...found });
      await this.desk.unsealWhenComplete(tx, contest);
      return accepted(entryId);
    });
  }

  private async judge(
    entryId: string,
    by: Person,
    carryOut: (step: ContestStep) => Promise<Handled>,
  ): Promise<Handled> {
    const { dataSource, contests } = this.desk.parts;
    const seen = await contests.entries.find(dataSource.manager, entryId);
    if (!seen || seen.withdrawnAt) return 'NOT_FOUND';
    const [judges] = await contests.judging.judgesOf([seen.contestId]);
    const judge = judges!.find(({ judgeId }) => judgeId === by.id);
    if (!judge) return (await this.desk.knowsEntry(seen, by)) ? refused(notAJudge()) : 'NOT_FOUND';
    const call = { id: seen.contestId, version: null, by, may: () => true };
    return this.desk.handle('score', call, async (step) => {
      const { excludedReason } = (await contests.entries.find(step.tx, entryId))!;
      if (excludedReason) return 'NOT_FOUND';
      return (await this.hasInterest(step, entryId, judge, by)) ? refused(conflict()) : carryOut(step);
    });
  }

  /** An interest that shows only now, because the judge’s department was not known before, is written down. */
  private async hasInterest(
    { tx, contest, now }: ContestStep,
    entryId: string,
    judge: ContestJudgeEntity,
    by: Person,
  ): Promise<boolean> {
    const { contests } = this.desk.parts;
    if (await contests.judging.hasConflict(tx, entryId, by.id)) return true;
    const [team] = await contests.entries.membersOf([entryId], tx);
    const departmentCode = judge.departmentCode ?? by.departmentCode ?? null;
    const kind = conflictOf({ judgeId: by.id, departmentCode }, team!);
    if (!kind) return false;
    await contests.judging.addConflict(tx, { entryId, judgeId: by.id, kind, reason: null, foundAt: now });
    await this.desk.unsealWhenComplete(tx, contest);
    return true;
  }
}
