import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Money, UserError, connectionType, graphEnum } from '@charter/service';
import { CONTEST_STATUSES, type ContestStatus, type Criterion, type Prize } from '../../domain/contests/contest';
import type {
  ContestEntity,
  ContestEntryEntity,
  ContestHistoryEntity,
  ContestJudgeEntity,
  ContestObjectionEntity,
} from '../../store/contests/contest.entity';

export const ContestStatusEnum = graphEnum('ContestStatus', 'How far a contest is.', CONTEST_STATUSES, {
  ANNOUNCED: { description: 'Open for entries (접수 중).' },
  JUDGING: { description: 'Entries are closed; the scores are sealed (심사 중).' },
  OBJECTION: { description: 'Ranking and score sheet are published; those who take part can object (이의신청 기간).' },
  CONFIRMED: { description: 'The ranking stands (순위 확정).' },
  AWARDED: { description: 'The prizes are given (시상 완료).' },
  CANCELLED: { description: 'Called off, or nobody took part (취소).' },
});

@ObjectType('ContestPrize', { description: 'A prize of a contest.' })
class PrizeType implements Prize {
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => Money, { description: 'KRW for each winner.' })
  amount: number;

  @Field(() => Int, { description: 'How many win it.' })
  winners: number;
}

@ObjectType('ContestCriterion', { description: 'What entries are judged by.' })
class CriterionType implements Criterion {
  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => Int, { description: 'Its weight; together they make 100.' })
  weight: number;
}

@ObjectType('Contest', { description: 'A contest (공모전).' })
export class ContestType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'The announcement (공고).' })
  body: string;

  @Field(() => String, { description: 'Who may take part (참가 자격).' })
  eligibility: string;

  @Field(() => [String], { description: 'The categories of entries (부문).' })
  categories: string[];

  @Field(() => [PrizeType], { description: 'The prizes, the highest first.' })
  prizes: readonly Prize[];

  @Field(() => Money, { description: 'The budget for prizes, in KRW.' })
  budget: number;

  @Field(() => [CriterionType], { description: 'What entries are judged by.' })
  criteria: readonly Criterion[];

  @Field(() => ContestStatusEnum, { description: 'How far it is.' })
  status: ContestStatus;

  @Field(() => DateTime, { description: 'When it was announced.' })
  announcedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When ranking and score sheet were published.' })
  unsealedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  cancelledReason: string | null;

  @Field(() => Int, { description: 'How many entries there are, without those that were taken back.' })
  entryCount: number;

  @Field(() => Int, { description: 'For optimistic locking: pass it to the next mutation.' })
  version: number;

  readonly departmentCode: string;
  readonly closingId: string;
  readonly judgingId: string | null;
  readonly objectionId: string | null;
}

export const toContestType = (contest: ContestEntity): ContestType => ({
  ...contest,
  budget: Number(contest.budget),
});

@Directive('@key(fields: "id")')
@ObjectType('ContestEntry', { description: 'An entry of a contest (응모작). Who sees it, sees it without names.' })
export class ContestEntryType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => Int, { description: 'Its number in the contest (접수 번호).' })
  number: number;

  @Field(() => String, { description: 'Its category.' })
  category: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'The entry itself.' })
  body: string;

  @Field(() => DateTime, { description: 'When it was handed in.' })
  submittedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last changed.' })
  changedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back.' })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken out of the contest.' })
  excludedReason: string | null;

  @Field(() => Int, { nullable: true, description: 'Its place in the published ranking, from 1.' })
  rank: number | null;

  @Field(() => Float, { nullable: true, description: 'Its weighted trimmed mean, 0 to 100.' })
  score: number | null;

  @Field(() => String, { nullable: true, description: 'The prize that it was given.' })
  prize: string | null;

  @Field(() => Money, { nullable: true, description: 'KRW, for the whole team.' })
  amount: number | null;

  @Field(() => Int, { description: 'For optimistic locking: pass it when it is changed.' })
  version: number;

  readonly contestId: string;
  readonly certificate: string | null;
}

/** Scores are kept in ten-thousandths of a point. */
export const SCORE_SCALE = 10_000;

export const toEntryType = (entry: ContestEntryEntity): ContestEntryType => ({
  ...entry,
  score: entry.score === null ? null : entry.score / SCORE_SCALE,
  amount: entry.amount === null ? null : Number(entry.amount),
});

@ObjectType('ContestEntrant', { description: 'Somebody of a team.' })
export class EntrantType {
  @Field(() => String, { description: 'Name: for their own team, and for the head who awards it; masked for others.' })
  name: string;
}

@ObjectType('ContestEntryVersion', { description: 'What an entry said before it was changed.' })
export class EntryVersionType {
  @Field(() => Int, { description: 'Which version, from 1.' })
  version: number;

  @Field(() => String, { description: 'What it was called.' })
  title: string;

  @Field(() => String, { description: 'What it said.' })
  body: string;

  @Field(() => DateTime, { description: 'Until when it said so.' })
  replacedAt: Date;
}

@ObjectType('ContestCertificate', { description: 'What stands on a certificate of award (상장).' })
export class CertificateType {
  @Field(() => String, { description: 'Its number.' })
  number: string;

  @Field(() => String, { description: 'What the contest is called.' })
  contestTitle: string;

  @Field(() => String, { description: 'What the entry is called.' })
  entryTitle: string;

  @Field(() => String, { description: 'The prize.' })
  prize: string;

  @Field(() => [String], { description: 'Who won it.' })
  names: string[];
}

@ObjectType('ContestJudge', { description: 'Somebody who judges; a letter in what is published.' })
export class JudgeType {
  @Field(() => String, { description: 'The letter.' })
  letter: string;

  @Field(() => ID, { nullable: true, description: 'Who; for the department and the auditor.' })
  judgeId: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the scores count: false for one who had not finished on the date; null while they are sealed.',
  })
  counted: boolean | null;
}

export const toJudgeType = ({ letter, judgeId, counted }: ContestJudgeEntity, named: boolean): JudgeType => ({
  ...{ letter, counted, judgeId: named ? judgeId : null },
});

@ObjectType('ContestScore', { description: 'What one judge gave an entry.' })
export class SheetScoreType {
  @Field(() => String, { description: 'The judge, by letter.' })
  judge: string;

  @Field(() => [Int], { description: 'Points, 0 to 100, in the order of the criteria.' })
  points: number[];
}

@ObjectType('ContestSheetLine', {
  description: 'A line of the published score sheet: everything that the ranking is made from.',
})
export class SheetLineType {
  @Field(() => Int, { description: 'The entry, by number.' })
  number: number;

  @Field(() => DateTime, { description: 'When it was handed in.' })
  submittedAt: Date;

  @Field(() => Int, { description: 'Its place.' })
  rank: number;

  @Field(() => Float, { description: 'Its weighted trimmed mean, 0 to 100.' })
  score: number;

  @Field(() => String, { nullable: true, description: 'Why it was taken out after it was ranked.' })
  excludedReason: string | null;

  @Field(() => [SheetScoreType], { description: 'The scores that count, by letter.' })
  scores: SheetScoreType[];
}

@ObjectType('ContestObjection', { description: 'An objection to an entry in the ranking.' })
export class ContestObjectionType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The entry.' })
  entryId: string;

  @Field(() => String, { description: 'What is held against it.' })
  reason: string;

  @Field(() => DateTime, { description: 'When.' })
  filedAt: Date;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was upheld; null while it is not decided.' })
  upheld: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  decisionReason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;
}

export const toObjectionType = (objection: ContestObjectionEntity): ContestObjectionType => ({ ...objection });

@ObjectType('ContestStep', { description: 'A step of a contest, as everybody sees it.' })
export class ContestStepType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, {
    description:
      'What: announce, close, assign, endJudging, unseal, disqualify, decideObjection, confirm, award, cancel.',
  })
  step: string;

  @Field(() => ContestStatusEnum, { description: 'How far it was from then on.' })
  status: ContestStatus;

  @Field(() => String, { nullable: true, description: 'Why.' })
  text: string | null;
}

export const toContestStepType = (line: ContestHistoryEntity): ContestStepType => ({
  ...{ at: line.changedAt, step: line.step, status: line.toStatus, text: line.reason },
});

export const ContestConnection = connectionType('Contest', () => ContestType);
export const ContestEntryConnection = connectionType('ContestEntry', () => ContestEntryType);

@ObjectType()
abstract class OfContest {
  @Field(() => ContestType, { nullable: true, description: 'The contest as it is now; null when it was refused.' })
  contest: ContestType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  errors: UserError[];
}

@ObjectType()
abstract class OfEntry {
  @Field(() => ContestEntryType, { nullable: true, description: 'The entry as it is now; null when it was refused.' })
  entry: ContestEntryType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of announceContest.' })
export class AnnounceContestPayload extends OfContest {}
@ObjectType({ description: 'The answer of closeEntries.' })
export class CloseEntriesPayload extends OfContest {}
@ObjectType({ description: 'The answer of cancelContest.' })
export class CancelContestPayload extends OfContest {}
@ObjectType({ description: 'The answer of assignJudges.' })
export class AssignJudgesPayload extends OfContest {}
@ObjectType({ description: 'The answer of disqualifyEntry.' })
export class DisqualifyEntryPayload extends OfContest {}
@ObjectType({ description: 'The answer of objectToEntry.' })
export class ObjectToEntryPayload extends OfContest {}
@ObjectType({ description: 'The answer of decideContestObjection.' })
export class DecideContestObjectionPayload extends OfContest {}
@ObjectType({ description: 'The answer of awardContest.' })
export class AwardContestPayload extends OfContest {}
@ObjectType({ description: 'The answer of submitEntry.' })
export class SubmitEntryPayload extends OfEntry {}
@ObjectType({ description: 'The answer of changeEntry.' })
export class ChangeEntryPayload extends OfEntry {}
@ObjectType({ description: 'The answer of withdrawEntry.' })
export class WithdrawEntryPayload extends OfEntry {}
@ObjectType({ description: 'The answer of scoreEntry.' })
export class ScoreEntryPayload extends OfEntry {}
@ObjectType({ description: 'The answer of declareInterest.' })
export class DeclareInterestPayload extends OfEntry {}
