import type { DataSource } from 'typeorm';
import { type NoticeFacts, noticeFactsRequest } from '@charter/contracts';
import { type InternalRoute, isUuid } from '@charter/service';
import type { ConsultationEntity } from '../store/consultations/consultation.entity';
import type { ConsultationStore } from '../store/consultations/consultation.store';

/** In which status a notice about a consultation still holds. */
const HOLDS_IN: Readonly<Record<string, ConsultationEntity['status']>> = {
  'consultation.booked.v1': 'BOOKED',
  'consultation.moved-up.v1': 'BOOKED',
  'consultation.reminder.v1': 'BOOKED',
  'consultation.cancelled.v1': 'CANCELLED',
  'consultation.missed.v1': 'MISSED',
};

/** What the notices service asks about a consultation before it sends: whether it still holds, where, and to whom. */
export const consultationFactsRoute =
  (dataSource: DataSource, consultations: ConsultationStore): InternalRoute =>
  async (body): Promise<NoticeFacts> => {
    const { eventType, subjectId, recipientId } = noticeFactsRequest.parse(body);
    const found = isUuid(subjectId) ? await consultations.byId(dataSource.manager, subjectId) : null;
    if (!found) return { stillTrue: false, contact: null, words: {} };
    const [slot] = await consultations.slotsById([found.slotId]);
    const words: Record<string, string> = {
      ...(found.status === 'BOOKED' && { place: slot!.place }),
      ...(found.reason !== null && { reason: found.reason }),
    };
    const stillTrue = HOLDS_IN[eventType] === found.status;
    const contact = recipientId === found.citizenId ? consultations.opened(found) : null;
    return { stillTrue, contact, words };
  };
