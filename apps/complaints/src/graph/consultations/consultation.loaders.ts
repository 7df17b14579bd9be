import DataLoader from 'dataloader';
import { type Connection, type Page } from '@charter/service';
import type { ConsultationEntity, ConsultationSlotEntity } from '../../store/consultations/consultation.entity';
import type { ConsultationStore } from '../../store/consultations/consultation.store';

export interface ConsultationLoaders {
  readonly slots: DataLoader<string, ConsultationSlotEntity>;
  readonly slotsTaken: DataLoader<string, boolean>;
  readonly waitingPositions: DataLoader<string, number | null>;
  readonly openConsultation: (row: ConsultationEntity) => ReturnType<ConsultationStore['opened']>;
  /** The caller's own, by time: one page for however many rows ask for it. */
  readonly ownConsultations: DataLoader<Page, Connection<ConsultationEntity>, string>;
}

/** One statement for each, however many rows ask. */
export const consultationLoaders = (store: ConsultationStore, callerId: string | undefined): ConsultationLoaders => ({
  slots: new DataLoader((ids) => store.slotsById(ids)),
  slotsTaken: new DataLoader((ids) => store.taken(ids)),
  waitingPositions: new DataLoader((ids) => store.positions(ids)),
  openConsultation: (row) => store.opened(row),
  ownConsultations: new DataLoader(
    (pages) => Promise.all(pages.map((page) => store.page({ citizenId: callerId! }, page))),
    { cacheKeyFn: ({ first, after }) => `${first} ${after ?? ''}` },
  ),
});
