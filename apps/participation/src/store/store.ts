import { attachmentEntities, attachmentMigrations } from '@charter/attachments';
import { deadlineEntities, deadlineMigrations } from '@charter/deadlines';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { retentionEntities, retentionMigrations, rotationMigrations } from '@charter/personal-data';
import { CreateIdempotencyKey1700000000003, IdempotencyKeyEntity, type Store } from '@charter/service';
import { CommentEntity, CommentVersionEntity } from './comments/comment.entity';
import {
  ContestConflictEntity,
  ContestEntity,
  ContestEntrantEntity,
  ContestEntryEntity,
  ContestEntryVersionEntity,
  ContestHistoryEntity,
  ContestJudgeEntity,
  ContestObjectionEntity,
  ContestScoreEntity,
} from './contests/contest.entity';
import { KnownDepartmentEntity } from './department.entity';
import { Conversions1700000000210 } from './migrations/1700000000210-conversions';
import { Contests1700000000230 } from './migrations/1700000000230-contests';
import { Examination1700000000220 } from './migrations/1700000000220-examination';
import { KnownStandards1700000000240 } from './migrations/1700000000240-known-standards';
import { Monitoring1700000000250 } from './migrations/1700000000250-monitoring';
import { Retention1700000000272 } from './migrations/1700000000272-retention';
import { DepartmentNews1700000000260 } from './migrations/1700000000260-department-news';
import { Proposals1700000000200 } from './migrations/1700000000200-proposals';
import { RECORDED_AT_FIRST, Record1700000000273 } from './migrations/1700000000273-record';
import { MissionEntity } from './monitoring/mission.entity';
import {
  AllowanceStatementEntity,
  ApplicationEntity,
  RecruitmentEntity,
  RecruitmentHistoryEntity,
} from './monitoring/recruitment.entity';
import { ObservationEntity, ReportEntity, ReportHistoryEntity, ReportVersionEntity } from './monitoring/report.entity';
import {
  AwardEntity,
  AwardGradeEntity,
  MilestoneEntity,
  OpinionEntity,
  ProgressReportEntity,
  ThresholdEntity,
} from './proposals/examination.entity';
import {
  EndorsementEntity,
  FollowEntity,
  JointAuthorEntity,
  ProposalEntity,
  ProposalHistoryEntity,
  ProposerEntity,
} from './proposals/proposal.entity';
import { KnownStandardEntity } from './standard.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [
    ...[ProposalEntity, ProposerEntity, JointAuthorEntity, EndorsementEntity, FollowEntity, ProposalHistoryEntity],
    ...[OpinionEntity, AwardEntity, AwardGradeEntity, ThresholdEntity, MilestoneEntity, ProgressReportEntity],
    ...[CommentEntity, CommentVersionEntity],
    ...[ContestEntity, ContestEntryEntity, ContestEntryVersionEntity, ContestEntrantEntity, ContestHistoryEntity],
    ...[ContestJudgeEntity, ContestConflictEntity, ContestScoreEntity, ContestObjectionEntity],
    ...[RecruitmentEntity, ApplicationEntity, RecruitmentHistoryEntity, AllowanceStatementEntity, MissionEntity],
    ...[ReportEntity, ObservationEntity, ReportVersionEntity, ReportHistoryEntity],
    ...[
      KnownDepartmentEntity,
      KnownStandardEntity,
      IdempotencyKeyEntity,
      ...deadlineEntities,
      ...outboxEntities,
      ...retentionEntities,
    ],
    ...attachmentEntities,
  ],
  migrations: [
    ...outboxMigrations,
    ...rotationMigrations,
    ...deadlineMigrations,
    CreateIdempotencyKey1700000000003,
    ...retentionMigrations,
    ...attachmentMigrations,
    Proposals1700000000200,
    Conversions1700000000210,
    Examination1700000000220,
    Contests1700000000230,
    KnownStandards1700000000240,
    Monitoring1700000000250,
    DepartmentNews1700000000260,
    Record1700000000273,
    Retention1700000000272,
  ],
  recorded: RECORDED_AT_FIRST,
};
