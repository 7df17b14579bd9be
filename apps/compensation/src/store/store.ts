import { deadlineEntities, deadlineMigrations } from '@charter/deadlines';
import { outboxEntities, outboxMigrations } from '@charter/outbox';
import { retentionEntities, retentionMigrations, rotationMigrations } from '@charter/personal-data';
import { CreateIdempotencyKey1700000000003, IdempotencyKeyEntity, type Store } from '@charter/service';
import {
  BrokenPromiseEntity,
  ClaimEntity,
  ClaimHistoryEntity,
  ComplaintEndingEntity,
  RuleEntity,
} from './compensation.entity';
import { Compensation1700000000400 } from './migrations/1700000000400-compensation';
import { LedgerAccountEntity, LedgerEntryEntity, LedgerHeadEntity, LedgerPostingEntity } from './ledger/ledger.entity';
import { ClaimsLife1700000000410 } from './migrations/1700000000410-claims-life';
import { HistoryChain1700000000470 } from './migrations/1700000000470-history-chain';
import { Retention1700000000502 } from './migrations/1700000000502-retention';
import { RulesOfStandards1700000000495 } from './migrations/1700000000495-rules-of-standards';
import { Letters1700000000480 } from './migrations/1700000000480-letters';
import { KnownDepartmentEntity, LetterAccessEntity, LetterEntity, LetterTermsEntity } from './letters/letter.entity';
import { Ledger1700000000420 } from './migrations/1700000000420-ledger';
import { Payouts1700000000430 } from './migrations/1700000000430-payouts';
import { LedgerRoles1700000000490 } from './migrations/1700000000490-ledger-roles';
import { Stock1700000000475 } from './migrations/1700000000475-stock';
import { DistanceAndExclusions1700000000440 } from './migrations/1700000000440-distance-and-exclusions';
import { RECORDED_AT_FIRST, Record1700000000499 } from './migrations/1700000000499-record';
import { LettersResealed1700000000501 } from './migrations/1700000000501-letters-resealed';
import { HandoutEntity, HandoutPieceEntity, StockAccountEntity } from './stock/stock.entity';
import {
  BankFileAccessEntity,
  PayoutAccountEntity,
  PayoutBatchEntity,
  PayoutConfirmationEntity,
  PayoutItemEntity,
  PayoutResultEntity,
} from './payouts/payout.entity';

/** What this service keeps: its own tables, and those of the mechanisms that it uses. */
export const store: Store = {
  entities: [
    ...[RuleEntity, ClaimEntity, ClaimHistoryEntity, BrokenPromiseEntity, ComplaintEndingEntity],
    ...[LedgerAccountEntity, LedgerEntryEntity, LedgerPostingEntity, LedgerHeadEntity],
    ...[PayoutAccountEntity, PayoutBatchEntity, PayoutItemEntity, PayoutConfirmationEntity, PayoutResultEntity],
    ...[StockAccountEntity, HandoutEntity, HandoutPieceEntity],
    ...[KnownDepartmentEntity, LetterTermsEntity, LetterEntity, LetterAccessEntity],
    ...[BankFileAccessEntity, IdempotencyKeyEntity, ...deadlineEntities, ...outboxEntities, ...retentionEntities],
  ],
  migrations: [
    ...outboxMigrations,
    ...rotationMigrations,
    ...deadlineMigrations,
    CreateIdempotencyKey1700000000003,
    ...retentionMigrations,
    Compensation1700000000400,
    ClaimsLife1700000000410,
    Ledger1700000000420,
    Payouts1700000000430,
    DistanceAndExclusions1700000000440,
    HistoryChain1700000000470,
    Stock1700000000475,
    LedgerRoles1700000000490,
    Letters1700000000480,
    RulesOfStandards1700000000495,
    Record1700000000499,
    LettersResealed1700000000501,
    Retention1700000000502,
  ],
  recorded: RECORDED_AT_FIRST,
};
