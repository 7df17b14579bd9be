import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate, Money } from '@charter/service';
import type { ContestStatus } from '../../domain/contests/contest';
import { ContestStatusEnum } from './contest.type';

@InputType({ description: 'A prize.' })
export class ContestPrizeInput {
  @Field(() => String, { description: 'What it is called, 1 to 100 characters.' })
  name: string;

  @Field(() => Money, { description: 'KRW for each winner.' })
  amount: number;

  @Field(() => Int, { defaultValue: 1, description: 'How many win it.' })
  winners: number;
}

@InputType({ description: 'What entries are judged by.' })
export class ContestCriterionInput {
  @Field(() => String, { description: 'What it is called, 1 to 100 characters.' })
  name: string;

  @Field(() => Int, { description: 'Its weight, 1 to 100; together they make 100.' })
  weight: number;
}

@InputType({ description: 'A contest to announce.' })
export class AnnounceContestInput {
  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { description: 'The announcement, 1 to 20,000 characters.' })
  body: string;

  @Field(() => String, { description: 'Who may take part, 1 to 2,000 characters.' })
  eligibility: string;

  @Field(() => String, { description: 'The department that holds it, by code: the caller’s own.' })
  departmentCode: string;

  @Field(() => [String], { description: 'The categories of entries, 1 to 20.' })
  categories: string[];

  @Field(() => [ContestPrizeInput], { description: 'The prizes, the highest first; together within the budget.' })
  prizes: ContestPrizeInput[];

  @Field(() => [ContestCriterionInput], { description: 'What entries are judged by, 1 to 10.' })
  criteria: ContestCriterionInput[];

  @Field(() => Money, { description: 'The budget for prizes, in KRW.' })
  budget: number;

  @Field(() => LocalDate, {
    description: 'Entries until the end of this day, after today; a Saturday or holiday moves to the next working day.',
  })
  closesOn: string;

  @Field(() => Int, { description: 'How many working days judging takes, 1 to 120.' })
  judgingDays: number;

  @Field(() => Int, { defaultValue: 7, description: 'For how many days the ranking can be objected to, 1 to 60.' })
  objectionDays: number;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType()
abstract class OneContest {
  @Field(() => ID, { description: 'Which contest.' })
  contestId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read; refused when it is not the present one.',
  })
  version?: number | null;
}

@InputType({ description: 'A contest whose entries are closed.' })
export class CloseEntriesInput extends OneContest {}

@InputType({ description: 'A contest to award.' })
export class AwardContestInput extends OneContest {}

@InputType({ description: 'A contest to call off.' })
export class CancelContestInput extends OneContest {
  @Field(() => String, { description: 'Why, 1 to 2,000 characters. Published.' })
  reason: string;
}

@InputType({ description: 'Somebody who judges.' })
export class JudgeInput {
  @Field(() => ID, { description: 'Their id.' })
  judgeId: string;

  @Field(() => String, { nullable: true, description: 'Where they work, by code, if for the city.' })
  departmentCode?: string | null;
}

@InputType({ description: 'Judges to name.' })
export class AssignJudgesInput extends OneContest {
  @Field(() => [JudgeInput], { description: 'Who; up to 26 in a contest.' })
  judges: JudgeInput[];
}

@InputType({ description: 'A further member of a team.' })
class TeamMemberInput {
  @Field(() => ID, { description: 'Their id.' })
  citizenId: string;

  @Field(() => String, { description: 'Their name, 1 to 100 characters. Kept encrypted.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Where they work, by code, if for the city.' })
  departmentCode?: string | null;
}

@InputType()
abstract class EntryFields {
  @Field(() => String, { description: 'One of the contest’s categories.' })
  category: string;

  @Field(() => String, { description: 'What it is called, 1 to 200 characters, without names.' })
  title: string;

  @Field(() => String, {
    description: 'The entry itself, 1 to 20,000 characters, without names: judging is anonymous.',
  })
  body: string;

  @Field(() => String, { description: 'The caller’s name, 1 to 100 characters. Kept encrypted.' })
  name: string;

  @Field(() => [TeamMemberInput], { nullable: true, description: 'Who else is of the team, up to 9.' })
  team?: TeamMemberInput[] | null;
}

@InputType({ description: 'An entry to hand in.' })
export class SubmitEntryInput extends EntryFields {
  @Field(() => ID, { description: 'For which contest.' })
  contestId: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What an entry says from now on.' })
export class ChangeEntryInput extends EntryFields {
  @Field(() => ID, { description: 'Which entry.' })
  entryId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read; refused when it is not the present one.',
  })
  version?: number | null;
}

@InputType({ description: 'An entry to take back, or whose team is left.' })
export class WithdrawEntryInput {
  @Field(() => ID, { description: 'Which entry.' })
  entryId: string;
}

@InputType({ description: 'What a judge gives for one criterion.' })
export class PointsInput {
  @Field(() => String, { description: 'The criterion, by name.' })
  criterion: string;

  @Field(() => Int, { description: '0 to 100.' })
  points: number;
}

@InputType({ description: 'What a judge gives an entry.' })
export class ScoreEntryInput {
  @Field(() => ID, { description: 'Which entry.' })
  entryId: string;

  @Field(() => [PointsInput], { description: 'One for each criterion.' })
  points: PointsInput[];
}

@InputType()
abstract class ReasonedEntry {
  @Field(() => ID, { description: 'Which entry.' })
  entryId: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'A judge’s interest in an entry.' })
export class DeclareInterestInput extends ReasonedEntry {}

@InputType({ description: 'An entry that may not take part.' })
export class DisqualifyEntryInput extends ReasonedEntry {}

@InputType({ description: 'What is held against an entry in the ranking.' })
export class ObjectToEntryInput extends ReasonedEntry {}

@InputType({ description: 'The decision on an objection.' })
export class DecideContestObjectionInput {
  @Field(() => ID, { description: 'Which objection.' })
  objectionId: string;

  @Field(() => Boolean, { description: 'Upheld, the entry is taken out.' })
  upheld: boolean;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters. Published where it is upheld.' })
  reason: string;
}

@InputType({ description: 'Which contests.' })
export class ContestFilterInput {
  @Field(() => String, { nullable: true, description: 'Only those of this department, by code.' })
  departmentCode?: string | null;

  @Field(() => [ContestStatusEnum], { nullable: true, description: 'Only those that are so far.' })
  status?: ContestStatus[] | null;
}
