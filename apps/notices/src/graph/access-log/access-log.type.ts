import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  PERSONAL_DATA_KINDS,
  type PersonalDataKind,
  READING_PURPOSES,
  READING_SUBJECTS,
  ROLES,
  type ReadingPurpose,
  type ReadingSubject,
  type Role,
} from '@charter/contracts';
import { DateTime, LocalDate, UserError, connectionType, graphEnum } from '@charter/service';
import type { AccessLogFilter, ReviewMonth } from '../../store/access-log/access-log.store';
import type { AccessLogSubjectEntity } from '../../store/access-log/access-log.entity';

const KindEnum = graphEnum('PersonalDataKind', 'What of a person was read.', PERSONAL_DATA_KINDS, {
  NAME: { description: 'The name (성명).' },
  PHONE: { description: 'The phone number (전화번호).' },
  EMAIL: { description: 'The e-mail address (전자우편).' },
  ADDRESS: { description: 'An address or place (주소·위치).' },
  ACCOUNT: { description: 'The number of a bank account (계좌번호).' },
});

const PurposeEnum = graphEnum('ReadingPurpose', 'What personal data was read for.', READING_PURPOSES, {
  HANDLING: { description: 'The department handles the case (민원 처리).' },
  REVEAL: { description: 'Somebody who does not handle it asked for it, with a reason (사유를 밝힌 열람).' },
  EXPORT: { description: 'A list was taken out as a file (목록 내려받기).' },
  LETTER: { description: 'A letter to the person was fetched (통지문 열람).' },
  BANK_FILE: { description: 'The file for the bank was fetched (지급 파일).' },
});

const SubjectEnum = graphEnum('ReadingSubject', 'About what personal data was read.', READING_SUBJECTS, {
  COMPLAINT: { description: 'A complaint (민원).' },
  CONSULTATION: { description: 'A consultation (상담).' },
  PROPOSAL: { description: 'A proposal (제안).' },
  CONTEST_ENTRY: { description: 'An entry of a contest (공모전 출품작).' },
  MONITOR: { description: 'The application of a monitor (시정 모니터).' },
  CLAIM: { description: 'A compensation claim (보상).' },
});

const ReaderRoleEnum = graphEnum('ReaderRole', 'As what somebody read.', ROLES, {
  CITIZEN: { description: 'A citizen (시민).' },
  OFFICER: { description: 'An officer (담당자).' },
  MANAGER: { description: 'The head of a department (부서장).' },
  AUDITOR: { description: 'An auditor (감사).' },
  ADMIN: { description: 'An administrator (관리자).' },
  SERVICE: { description: 'The platform itself (시스템).' },
});

@ObjectType('AccessLogEntry', {
  description:
    'That somebody of the city read personal data unmasked (개인정보 열람 기록): for whom it concerns, and for the auditor.',
})
export class AccessLogEntryType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => DateTime, { description: 'When.' })
  readAt: Date;

  @Field(() => PurposeEnum, { description: 'What for.' })
  purpose: ReadingPurpose;

  @Field(() => [KindEnum], { description: 'What was read.' })
  kinds: PersonalDataKind[];

  @Field(() => SubjectEnum, { description: 'About what kind of thing.' })
  subjectType: ReadingSubject;

  @Field(() => ID, { description: 'The id of that thing.' })
  subjectId: string;

  @Field(() => ReaderRoleEnum, { description: 'As what the reader read.' })
  readerRole: Role;

  /** What its other fields are read from; not a field of the graph. */
  entity: AccessLogSubjectEntity;
}

export const AccessLogConnection = connectionType('AccessLogEntry', () => AccessLogEntryType);

export const toAccessLogEntry = (entity: AccessLogSubjectEntity): AccessLogEntryType => ({
  ...{ id: entity.id, readAt: entity.readAt, kinds: entity.kinds, entity },
  ...{ subjectType: entity.subjectType, subjectId: entity.subjectId },
  ...{ purpose: entity.reading.purpose, readerRole: entity.reading.readerRole },
});

@InputType({ description: 'Which readings. What is left out does not narrow the list.' })
export class AccessLogFilterInput implements AccessLogFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Whose data was read. Anybody but the auditor sees their own alone.',
  })
  citizenId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who read: for the auditor.' })
  readerId?: string | null;

  @Field(() => String, { nullable: true, description: 'The department of the reader.' })
  departmentCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'The thing that it was about.' })
  subjectId?: string | null;

  @Field(() => [PurposeEnum], { nullable: true, description: 'What for: one of these.' })
  purpose?: ReadingPurpose[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'From this day on, in Asia/Seoul.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Until this day, included.' })
  to?: string | null;
}

@ObjectType('AccessLogMonth', {
  description: 'The readings of a month, which an auditor looks through (월별 접속기록 점검).',
})
export class AccessLogMonthType {
  @Field(() => String, { description: 'The month, YYYY-MM in Asia/Seoul.' })
  month: string;

  @Field(() => Int, { description: 'How many requests showed personal data.' })
  readings: number;

  @Field(() => Int, { description: 'How many people made them.' })
  readers: number;

  @Field(() => Int, { description: 'How many of them were by people who do not handle the case, with a reason.' })
  reveals: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was reviewed; null while it was not.' })
  reviewedAt: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who reviewed it.' })
  reviewedBy: string | null;

  @Field(() => String, { nullable: true, description: 'What was found.' })
  remark: string | null;
}

export const toAccessLogMonth = ({ review, ...month }: ReviewMonth): AccessLogMonthType => ({
  ...month,
  ...{ reviewedAt: review?.reviewedAt ?? null, reviewedBy: review?.reviewedBy ?? null, remark: review?.remark ?? null },
});

@InputType({ description: 'That the readings of a month were looked through.' })
export class ReviewAccessLogInput {
  @Field(() => String, { description: 'The month, YYYY-MM: one that is over.' })
  month: string;

  @Field(() => String, {
    description: 'What was found, 1 to 2,000 characters: “nothing unusual”, or what and what was done.',
  })
  remark: string;
}

@ObjectType({ description: 'The answer of reviewAccessLog.' })
export class ReviewAccessLogPayload {
  @Field(() => AccessLogMonthType, { nullable: true, description: 'The month as it is now.' })
  month: AccessLogMonthType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}
