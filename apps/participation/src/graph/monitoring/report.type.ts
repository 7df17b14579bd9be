import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Money, UserError, connectionType } from '@charter/service';
import type { AnswerOutcome, Finding, ReportStatus } from '../../domain/monitoring/report';
import type { AllowanceStatementEntity } from '../../store/monitoring/recruitment.entity';
import type { ReportEntity, ReportHistoryEntity } from '../../store/monitoring/report.entity';
import { StandardType } from '../stubs.type';
import { AnswerOutcomeEnum, FindingEnum, ReportStatusEnum } from './enums';

@ObjectType('MonitoringChecklistItem', { description: 'A point that monitors check.' })
export class ChecklistItemType {
  @Field(() => Int, { description: 'Its place in the checklist, from 1.' })
  item: number;

  @Field(() => String, { description: 'What to look at.' })
  question: string;

  @Field(() => StandardType, { nullable: true, description: 'The standard of the charter that promises it.' })
  standard: StandardType;
}

@ObjectType('MonitoringObservation', { description: 'What a monitor found of a point.' })
export class ObservationType extends ChecklistItemType {
  @Field(() => FindingEnum, { description: 'What was found.' })
  finding: Finding;

  @Field(() => String, { nullable: true, description: 'What the monitor saw.' })
  note: string | null;
}

@ObjectType('MonitoringPosition', { description: 'Where a report was sent from, by the device’s own word.' })
export class PositionType {
  @Field(() => Float, { description: 'Degrees north, WGS 84.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east, WGS 84.' })
  longitude: number;

  @Field(() => Int, { description: 'Metres to the place of the mission.' })
  distanceMetres: number;
}

@Directive('@key(fields: "id")')
@ObjectType('MonitoringReport', {
  description:
    'What a monitor reports of a mission (활동 보고). Verified, everybody may read it, without the monitor’s name.',
})
export class MonitoringReportType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What the monitor says.' })
  summary: string;

  @Field(() => ReportStatusEnum, { description: 'How far it is.' })
  status: ReportStatus;

  @Field(() => DateTime, { description: 'When it was sent.' })
  submittedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was accepted or rejected.' })
  verifiedAt: Date | null;

  @Field(() => AnswerOutcomeEnum, { nullable: true, description: 'What the watched department does about it.' })
  answerOutcome: AnswerOutcome | null;

  @Field(() => String, { nullable: true, description: 'What the watched department says.' })
  answerText: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it answered.' })
  answeredAt: Date | null;

  @Field(() => Int, { description: 'For optimistic locking: pass it to the next mutation.' })
  version: number;

  readonly row: ReportEntity;
}

export const toReportType = (row: ReportEntity): MonitoringReportType => ({
  ...{ id: row.id, summary: row.summary, status: row.status, submittedAt: row.submittedAt, verifiedAt: row.verifiedAt },
  ...{ answerOutcome: row.answerOutcome, answerText: row.answerText, answeredAt: row.answeredAt, version: row.version },
  row,
});

@ObjectType('MonitoringReportVersion', { description: 'What a report said before it was completed.' })
export class ReportVersionType {
  @Field(() => Int, { description: 'Which version.' })
  version: number;

  @Field(() => String, { description: 'What the monitor said.' })
  summary: string;

  @Field(() => DateTime, { description: 'Until when it said so.' })
  replacedAt: Date;
}

@ObjectType('MonitoringReportStep', { description: 'A step of a report.' })
export class ReportStepType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'What: submit, return, revise, withdraw, accept, reject, answer.' })
  step: string;

  @Field(() => ReportStatusEnum, { description: 'How far it was from then on.' })
  status: ReportStatus;

  @Field(() => String, { nullable: true, description: 'Why; for the monitor, who verifies, and the auditor.' })
  text: string | null;
}

export const toReportStepType = (line: ReportHistoryEntity, concerned: boolean): ReportStepType => ({
  ...{ at: line.changedAt, step: line.step, status: line.toStatus, text: concerned ? line.reason : null },
});

@ObjectType('AllowanceStatement', {
  description: 'What the accepted reports of a month earned a monitor (활동비 내역). Never changed once it is issued.',
})
export class AllowanceStatementType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'The month in which the reports were accepted: 2026-11.' })
  month: string;

  @Field(() => Int, { description: 'How many reports.' })
  reportCount: number;

  @Field(() => Money, { description: 'What they earned before the monthly limit, in KRW.' })
  earned: number;

  @Field(() => Money, { description: 'What is owed, in KRW.' })
  amount: number;

  @Field(() => DateTime, { description: 'When it was issued.' })
  issuedAt: Date;

  readonly row: AllowanceStatementEntity;
}

export const toStatementType = (row: AllowanceStatementEntity): AllowanceStatementType => ({
  ...{ id: row.id, month: row.month, reportCount: row.reports, earned: row.earned, amount: row.amount },
  ...{ issuedAt: row.issuedAt, row },
});

export const MonitoringReportConnection = connectionType('MonitoringReport', () => MonitoringReportType);
export const AllowanceStatementConnection = connectionType('AllowanceStatement', () => AllowanceStatementType);

@ObjectType()
abstract class OfReport {
  @Field(() => MonitoringReportType, { nullable: true, description: 'As it is now; null when it was refused.' })
  report: MonitoringReportType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of submitReport.' })
export class SubmitReportPayload extends OfReport {}
@ObjectType({ description: 'The answer of reviseReport.' })
export class ReviseReportPayload extends OfReport {}
@ObjectType({ description: 'The answer of withdrawReport.' })
export class WithdrawReportPayload extends OfReport {}
@ObjectType({ description: 'The answer of verifyReport.' })
export class VerifyReportPayload extends OfReport {}
@ObjectType({ description: 'The answer of answerReport.' })
export class AnswerReportPayload extends OfReport {}
