import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, Money, UserError, connectionType } from '@charter/service';
import type { ApplicationStatus } from '../../domain/monitoring/application';
import type { RecruitmentStatus } from '../../domain/monitoring/recruitment';
import type {
  ApplicationEntity,
  RecruitmentEntity,
  RecruitmentHistoryEntity,
} from '../../store/monitoring/recruitment.entity';
import { ApplicationStatusEnum, RecruitmentStatusEnum } from './enums';

@ObjectType('MonitorDistrict', { description: 'How many monitors a district has, and may have.' })
export class MonitorDistrictType {
  @Field(() => String, { description: 'Its name.' })
  name: string;

  @Field(() => Int, { description: 'How many it may have (정원).' })
  quota: number;

  @Field(() => Int, { description: 'How many are appointed.' })
  appointed: number;
}

@ObjectType('MonitorRecruitment', { description: 'A recruitment of monitors (시정 모니터 모집) and their term.' })
export class MonitorRecruitmentType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'The announcement (공고).' })
  body: string;

  @Field(() => RecruitmentStatusEnum, { description: 'How far it is.' })
  status: RecruitmentStatus;

  @Field(() => LocalDate, { description: 'The first day of the term.' })
  termFrom: string;

  @Field(() => LocalDate, { description: 'The last day of the term.' })
  termTo: string;

  @Field(() => Money, { description: 'What an accepted report earns, in KRW (활동비).' })
  allowancePerReport: number;

  @Field(() => Money, {
    nullable: true,
    description: 'The most for one monitor in a month, in KRW; null without limit.',
  })
  allowanceMonthlyCap: number | null;

  @Field(() => DateTime, { description: 'When it was announced.' })
  announcedAt: Date;

  @Field(() => String, { nullable: true, description: 'Why it was called off.' })
  cancelledReason: string | null;

  @Field(() => Int, { description: 'For optimistic locking: pass it to the next mutation.' })
  version: number;

  readonly row: RecruitmentEntity;
}

export const toRecruitmentType = (row: RecruitmentEntity): MonitorRecruitmentType => ({
  ...{ id: row.id, title: row.title, body: row.body, status: row.status },
  ...{ termFrom: row.termFrom, termTo: row.termTo, announcedAt: row.announcedAt, version: row.version },
  ...{ allowancePerReport: row.allowancePerReport, allowanceMonthlyCap: row.allowanceMonthlyCap },
  ...{ cancelledReason: row.cancelledReason, row },
});

@ObjectType('MonitorApplication', {
  description: 'Somebody who applied as a monitor. For themselves, the department that recruits, and the auditor.',
})
export class MonitorApplicationType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'For which district.' })
  district: string;

  @Field(() => String, { description: 'Why they want to (지원 동기).' })
  motivation: string;

  @Field(() => ApplicationStatusEnum, { description: 'What became of it.' })
  status: ApplicationStatus;

  @Field(() => DateTime, { description: 'When it came.' })
  appliedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When they were appointed.' })
  appointedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended before the term did.' })
  endedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it ended.' })
  endedReason: string | null;

  readonly row: ApplicationEntity;
}

export const toApplicationType = (row: ApplicationEntity): MonitorApplicationType => ({
  ...{ id: row.id, district: row.district, motivation: row.motivation, status: row.status, appliedAt: row.appliedAt },
  ...{ appointedAt: row.appointedAt, endedAt: row.endedAt, endedReason: row.endedReason, row },
});

@ObjectType('MonitorContact', { description: 'Where somebody who applied can be reached.' })
export class MonitorContactType {
  @Field(() => String, { nullable: true, description: 'The phone number.' })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  email: string | null;
}

@ObjectType('MonitorRecruitmentStep', { description: 'A step of a recruitment, as everybody sees it.' })
export class MonitorRecruitmentStepType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'What: announce, close, appoint, complete, endTerm, cancel.' })
  step: string;

  @Field(() => RecruitmentStatusEnum, { description: 'How far it was from then on.' })
  status: RecruitmentStatus;

  @Field(() => String, { nullable: true, description: 'Why.' })
  text: string | null;
}

export const toRecruitmentStepType = (line: RecruitmentHistoryEntity): MonitorRecruitmentStepType => ({
  ...{ at: line.changedAt, step: line.step, status: line.toStatus, text: line.reason },
});

export const MonitorRecruitmentConnection = connectionType('MonitorRecruitment', () => MonitorRecruitmentType);
export const MonitorApplicationConnection = connectionType('MonitorApplication', () => MonitorApplicationType);

@ObjectType()
abstract class OfRecruitment {
  @Field(() => MonitorRecruitmentType, { nullable: true, description: 'As it is now; null when it was refused.' })
  recruitment: MonitorRecruitmentType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  errors: UserError[];
}

@ObjectType()
abstract class OfApplication {
  @Field(() => MonitorApplicationType, { nullable: true, description: 'As it is now; null when it was refused.' })
  application: MonitorApplicationType | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of recruitMonitors.' })
export class RecruitMonitorsPayload extends OfRecruitment {}
@ObjectType({ description: 'The answer of appointMonitors.' })
export class AppointMonitorsPayload extends OfRecruitment {}
@ObjectType({ description: 'The answer of cancelRecruitment.' })
export class CancelRecruitmentPayload extends OfRecruitment {}
@ObjectType({ description: 'The answer of applyAsMonitor.' })
export class ApplyAsMonitorPayload extends OfApplication {}
@ObjectType({ description: 'The answer of withdrawMonitorApplication.' })
export class WithdrawMonitorApplicationPayload extends OfApplication {}
@ObjectType({ description: 'The answer of resignAsMonitor.' })
export class ResignAsMonitorPayload extends OfApplication {}
@ObjectType({ description: 'The answer of dismissMonitor.' })
export class DismissMonitorPayload extends OfApplication {}
