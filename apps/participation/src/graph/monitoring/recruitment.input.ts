import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate, Money } from '@charter/service';
import type { ApplicationStatus } from '../../domain/monitoring/application';
import type { RecruitmentStatus } from '../../domain/monitoring/recruitment';
import { ApplicationStatusEnum, RecruitmentStatusEnum } from './enums';

@InputType({ description: 'How many monitors a district may have.' })
class MonitorDistrictInput {
  @Field(() => String, { description: 'Its name, 1 to 50 characters.' })
  name: string;

  @Field(() => Int, { description: 'How many, 1 to 1,000.' })
  quota: number;
}

@InputType({ description: 'A recruitment to announce.' })
export class RecruitMonitorsInput {
  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { description: 'The announcement, 1 to 20,000 characters.' })
  body: string;

  @Field(() => String, { description: 'The department that recruits and verifies reports, by code: the caller’s own.' })
  departmentCode: string;

  @Field(() => [MonitorDistrictInput], { description: 'The districts with their quotas, 1 to 50.' })
  districts: MonitorDistrictInput[];

  @Field(() => LocalDate, {
    description:
      'Applications until the end of this day, after today; a Saturday or holiday moves to the next working day.',
  })
  appliesUntil: string;

  @Field(() => Int, { defaultValue: 10, description: 'How many working days selecting takes, 1 to 60.' })
  selectionDays: number;

  @Field(() => LocalDate, { description: 'The first day of the term, after applications close.' })
  termFrom: string;

  @Field(() => LocalDate, { description: 'The last day of the term, within three years.' })
  termTo: string;

  @Field(() => Money, { description: 'What an accepted report earns, in KRW, up to 1,000,000.' })
  allowancePerReport: number;

  @Field(() => Money, { nullable: true, description: 'The most for one monitor in a month, in KRW; none: no limit.' })
  allowanceMonthlyCap?: number | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({
  description: 'Who applies, and how they can be reached: a phone number or an e-mail address. Kept encrypted.',
})
class ApplicantInput {
  @Field(() => String, { description: 'The name, 1 to 100 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The phone number, such as 010-1234-5678.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address.' })
  email?: string | null;
}

@InputType({ description: 'An application as a monitor.' })
export class ApplyAsMonitorInput {
  @Field(() => ID, { description: 'For which recruitment.' })
  recruitmentId: string;

  @Field(() => ApplicantInput, { description: 'Who applies.' })
  applicant: ApplicantInput;

  @Field(() => String, { description: 'One of the recruitment’s districts.' })
  district: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  motivation: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType()
abstract class OneRecruitment {
  @Field(() => ID, { description: 'Which recruitment.' })
  recruitmentId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read; refused when it is not the present one.',
  })
  version?: number | null;
}

@InputType({ description: 'Whom to appoint.' })
export class AppointMonitorsInput extends OneRecruitment {
  @Field(() => [ID], { description: 'The applications, within the quota of each district.' })
  applicationIds: string[];

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether selecting ends with it: the term can begin, and who was not appointed is told so. False: more will be appointed, or, during the term, a substitute.',
  })
  complete: boolean;
}

@InputType({ description: 'A recruitment to call off.' })
export class CancelRecruitmentInput extends OneRecruitment {
  @Field(() => String, { description: 'Why, 1 to 2,000 characters. Published.' })
  reason: string;
}

@InputType({ description: 'One’s application to take back.' })
export class WithdrawMonitorApplicationInput {
  @Field(() => ID, { description: 'Which application.' })
  applicationId: string;
}

@InputType()
abstract class ReasonedApplication {
  @Field(() => ID, { description: 'Which application.' })
  applicationId: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters.' })
  reason: string;
}

@InputType({ description: 'Giving up being a monitor.' })
export class ResignAsMonitorInput extends ReasonedApplication {}

@InputType({ description: 'Dismissing a monitor.' })
export class DismissMonitorInput extends ReasonedApplication {}

@InputType({ description: 'Which recruitments.' })
export class MonitorRecruitmentFilterInput {
  @Field(() => String, { nullable: true, description: 'Only those of this department, by code.' })
  departmentCode?: string | null;

  @Field(() => [RecruitmentStatusEnum], { nullable: true, description: 'Only those that are so far.' })
  status?: RecruitmentStatus[] | null;
}

@InputType({ description: 'Which applications.' })
export class MonitorApplicationFilterInput {
  @Field(() => String, { nullable: true, description: 'Only those for this district.' })
  district?: string | null;

  @Field(() => [ApplicationStatusEnum], { nullable: true, description: 'Only those of which this became.' })
  status?: ApplicationStatus[] | null;
}
