import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { retentionEntities, retentionMigrations, rotationMigrations } from '@charter/personal-data';
import { CreateIdempotencyKey1700000000003, IdempotencyKeyEntity, type Store } from '@charter/service';
import { AccessLogEntity, AccessLogSubjectEntity, AccessReviewEntity } from './access-log/access-log.entity';
import { DepartmentEntity } from './department.entity';
import { LogoutEntity } from './logout.entity';
import { DataRequests1700000000642 } from './migrations/1700000000642-data-requests';
import { AccessLog1700000000651 } from './migrations/1700000000651-access-log';
import { Notices1700000000600 } from './migrations/1700000000600-notices';
import { Channels1700000000644 } from './migrations/1700000000644-channels';
import { LanesAndDepartments1700000000610 } from './migrations/1700000000610-lanes-and-departments';
import { Logouts1700000000647 } from './migrations/1700000000647-logouts';
import { Lanes1700000000654 } from './migrations/1700000000654-lanes';
import { NoticesOfSubject1700000000630 } from './migrations/1700000000630-notices-of-subject';
import { Preferences1700000000645 } from './migrations/1700000000645-preferences';
import { Settings1700000000646 } from './migrations/1700000000646-settings';
import { Unsubscription1700000000664 } from './migrations/1700000000664-unsubscription';
import { Retention1700000000652 } from './migrations/1700000000652-retention';
import { TemplateDraftEntity, TemplateEntity } from './template.entity';
import { Ways1700000000655 } from './migrations/1700000000655-ways';
import { Templates1700000000665 } from './migrations/1700000000665-templates';
import { Digests1700000000675 } from './migrations/1700000000675-digests';
import { ToldWords1700000000620 } from './migrations/1700000000620-told-words';
import { RECORDED_AT_FIRST, Record1700000000643 } from './migrations/1700000000643-record';
import { RECORDED_READINGS, RecordOfReadings1700000000653 } from './migrations/1700000000653-record-of-readings';
import { AdminActionEntity, DeliveryAttemptEntity, NoticeEntity, ProfileEntity } from './notice.entity';
import { LaneEntity } from './lane.entity';
import { PausedAddressEntity } from './paused-address.entity';
import { UnsubscriptionEntity } from './unsubscription.entity';
import { PushDeviceEntity } from './push-device.entity';
import {
  DataArchiveEntity,
  DataPageEntity,
  DataRequestEntity,
  DataRequestServiceEntity,
} from './rights/data-request.entity';
import { SettingEntity } from './setting.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [
    SettingEntity,
    ...[ProfileEntity, DepartmentEntity, NoticeEntity, DeliveryAttemptEntity, AdminActionEntity],
    ...[PushDeviceEntity, PausedAddressEntity, LogoutEntity, LaneEntity, UnsubscriptionEntity],
    ...[TemplateEntity, TemplateDraftEntity],
    ...[DataRequestEntity, DataRequestServiceEntity, DataPageEntity, DataArchiveEntity],
    ...[AccessLogEntity, AccessLogSubjectEntity, AccessReviewEntity],
    ...[IdempotencyKeyEntity, ...retentionEntities, ...outboxEntities],
  ],
  migrations: [
    ...outboxMigrations,
    CreateIdempotencyKey1700000000003,
    ...rotationMigrations,
    ...retentionMigrations,
    Notices1700000000600,
    LanesAndDepartments1700000000610,
    ToldWords1700000000620,
    NoticesOfSubject1700000000630,
    DataRequests1700000000642,
    Channels1700000000644,
    Retention1700000000652,
    Preferences1700000000645,
    Settings1700000000646,
    Logouts1700000000647,
    Record1700000000643,
    AccessLog1700000000651,
    Lanes1700000000654,
    RecordOfReadings1700000000653,
    Unsubscription1700000000664,
    Ways1700000000655,
    Templates1700000000665,
    Digests1700000000675,
  ],
  recorded: [...RECORDED_AT_FIRST, ...RECORDED_READINGS],
};
