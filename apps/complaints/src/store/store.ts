import { attachmentEntities } from '@charter/attachments';
import { deadlineEntities, deadlineMigrations } from '@charter/deadlines';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { retentionEntities, retentionMigrations, rotationMigrations } from '@charter/personal-data';
import { CreateIdempotencyKey1700000000003, IdempotencyKeyEntity, type Store } from '@charter/service';
import { RECORDED_AT_FIRST, Record1700000000463 } from './migrations/1700000000463-record';
import { GuessCountEntity } from './guesses/guess.entity';
import {
  KnownDepartmentEntity,
  ServiceCodeEntity,
  ServiceItemEntity,
  ServiceItemHistoryEntity,
} from './catalogue.entity';
import { ComplaintEntity, ComplaintHistoryEntity, ComplaintOpinionEntity, PetitionerEntity } from './complaint.entity';
import { ComplaintExportEntity } from './exports/export.entity';
import { SavedFilterEntity } from './filters/saved-filter.entity';
import { DunningEntity, InspectionCaseEntity, InspectionEntity } from './dunning/dunning.entity';
import { Dunning1700000000390 } from './migrations/1700000000390-dunning';
import { Complaints1700000000300 } from './migrations/1700000000300-complaints';
import { Handling1700000000310 } from './migrations/1700000000310-handling';
import { ConversionEntity } from './conversions/conversion.entity';
import { Knowledge1700000000360 } from './migrations/1700000000360-knowledge';
import { Objections1700000000370 } from './migrations/1700000000370-objections';
import { Conversions1700000000380 } from './migrations/1700000000380-conversions';
import { ArticleEntity, ArticleVersionEntity } from './knowledge/article.entity';
import { ObjectionEntity, ObjectionHistoryEntity, ObjectionRuleEntity } from './objections/objection.entity';
import { ConsultationEntity, ConsultationSlotEntity } from './consultations/consultation.entity';
import { Consultations1700000000350 } from './migrations/1700000000350-consultations';
import { ConfirmedFaultEntity } from './faults/fault.entity';
import { ConfirmedFaults1700000000450 } from './migrations/1700000000450-confirmed-faults';
import { NoteEntity } from './notes/note.entity';
import { Publication1700000000410 } from './migrations/1700000000410-publication';
import { ExportRoles1700000000471 } from './migrations/1700000000471-export-roles';
import { Notes1700000000400 } from './migrations/1700000000400-notes';
import { Retention1700000000462 } from './migrations/1700000000462-retention';
import { Statistics1700000000340 } from './migrations/1700000000340-statistics';
import { ComplaintDayEntity, ComplaintSpeedEntity, ComplaintTallyEntity } from './statistics/statistics.entity';
import { CatalogueAndBulk1700000000330 } from './migrations/1700000000330-catalogue-and-bulk';
import { AttachmentSubject1700000000420 } from './migrations/1700000000420-attachment-subject';
import { FilingAndAttachments1700000000320 } from './migrations/1700000000320-filing-and-attachments';
import { Origins1700000000430 } from './migrations/1700000000430-origins';
import { OriginEntity } from './origins/origin.entity';
import { CoPetitionerEntity, ComplaintPlaceEntity, JointPetitionEntity } from './parties/parties.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [
    ...[ComplaintEntity, PetitionerEntity, ComplaintHistoryEntity, ComplaintOpinionEntity],
    ...[ObjectionEntity, ObjectionHistoryEntity, ObjectionRuleEntity],
    ...[DunningEntity, InspectionEntity, InspectionCaseEntity],
    GuessCountEntity,
    ...[...attachmentEntities, JointPetitionEntity, CoPetitionerEntity, ComplaintPlaceEntity],
    ...[ConversionEntity, OriginEntity],
    ...[NoteEntity, ConfirmedFaultEntity],
    ComplaintExportEntity,
    SavedFilterEntity,
    ...[ConsultationSlotEntity, ConsultationEntity],
    ...[ComplaintTallyEntity, ComplaintDayEntity, ComplaintSpeedEntity],
    ...[ServiceCodeEntity, ServiceItemEntity, ServiceItemHistoryEntity, KnownDepartmentEntity],
    ...[ArticleEntity, ArticleVersionEntity],
    ...[IdempotencyKeyEntity, ...deadlineEntities, ...outboxEntities],
    ...retentionEntities,
  ],
  migrations: [
    ...outboxMigrations,
    ...rotationMigrations,
    ...deadlineMigrations,
    CreateIdempotencyKey1700000000003,
    ...retentionMigrations,
    Complaints1700000000300,
    Handling1700000000310,
    FilingAndAttachments1700000000320,
    CatalogueAndBulk1700000000330,
    Knowledge1700000000360,
    Objections1700000000370,
    Dunning1700000000390,
    Statistics1700000000340,
    Consultations1700000000350,
    Notes1700000000400,
    Publication1700000000410,
    Conversions1700000000380,
    AttachmentSubject1700000000420,
    Origins1700000000430,
    ConfirmedFaults1700000000450,
    Retention1700000000462,
    Record1700000000463,
    ExportRoles1700000000471,
  ],
  recorded: RECORDED_AT_FIRST,
};
