import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { AnswerOutcome, Finding, ReportStatus, Verdict } from '../../domain/monitoring/report';
import { AnswerOutcomeEnum, FindingEnum, ReportStatusEnum, VerdictEnum } from './enums';

@InputType({ description: 'Where the monitor stands.' })
class PositionInput {
  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  longitude: number;
}

@InputType({ description: 'What was found of a point.' })
class ObservationInput {
  @Field(() => Int, { description: 'The place of the point in the checklist, from 1.' })
  item: number;

  @Field(() => FindingEnum, { description: 'What was found.' })
  finding: Finding;

  @Field(() => String, {
    nullable: true,
    description: 'What the monitor saw, up to 1,000 characters; needed where the promise is not kept.',
  })
  note?: string | null;
}

@InputType()
abstract class ReportFields {
  @Field(() => String, {
    description: 'What the monitor says, 1 to 5,000 characters. Everybody reads it once verified.',
  })
  summary: string;

  @Field(() => [ObservationInput], { description: 'One for each point of the checklist.' })
  observations: ObservationInput[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Photographs, by the ids that requestParticipationUpload answered: up to 10. Please show no faces.',
  })
  photoIds?: string[] | null;
}

@InputType({ description: 'A report on a mission.' })
export class SubmitReportInput extends ReportFields {
  @Field(() => ID, { description: 'On which mission.' })
  missionId: string;

  @Field(() => PositionInput, { description: 'Where the monitor stands.' })
  position: PositionInput;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType()
abstract class OneReport {
  @Field(() => ID, { description: 'Which report.' })
  reportId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read; refused when it is not the present one.',
  })
  version?: number | null;
}

@InputType({ description: 'What a report says from now on. Photographs are added to those that it has.' })
export class ReviseReportInput extends ReportFields {
  @Field(() => ID, { description: 'Which report.' })
  reportId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read; refused when it is not the present one.',
  })
  version?: number | null;
}

@InputType({ description: 'A report to take back.' })
export class WithdrawReportInput extends OneReport {}

@InputType({ description: 'The verdict on a report.' })
export class VerifyReportInput extends OneReport {
  @Field(() => VerdictEnum, { description: 'The verdict.' })
  verdict: Verdict;

  @Field(() => String, {
    nullable: true,
    description:
      'What is missing, or why it is rejected: 1 to 2,000 characters that the monitor reads. Needed for these.',
  })
  reason?: string | null;
}

@InputType({ description: 'The answer to a report.' })
export class AnswerReportInput extends OneReport {
  @Field(() => AnswerOutcomeEnum, { description: 'What is done about it.' })
  outcome: AnswerOutcome;

  @Field(() => String, { description: 'The answer, 1 to 10,000 characters. Everybody reads it.' })
  text: string;
}

@InputType({ description: 'Which reports, among those that the caller may see.' })
export class MonitoringReportFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those on this mission.' })
  missionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those that watched this department, by code.' })
  watchedDepartmentCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those that checked this standard, by code.' })
  standardCode?: string | null;

  @Field(() => [ReportStatusEnum], { nullable: true, description: 'Only those that are so far.' })
  status?: ReportStatus[] | null;
}

@InputType({ description: 'Which statements.' })
export class AllowanceStatementFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this recruitment.' })
  recruitmentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those of this month: 2026-11.' })
  month?: string | null;
}
