import type { EventEnvelope } from '@charter/contracts';
import type { EventHandler } from '@charter/outbox';
import { rememberDepartment } from '../store/department.store';

/** Keeps the names of departments: a notice says who is responsible. */
export const departmentsConsumer = (): EventHandler => ({
  consumer: 'notices-charter',
  async handle(tx, event) {
    const { code, nameKo, nameEn, phone = null } = (event as EventEnvelope<'department.saved.v1'>).payload;
    await rememberDepartment(tx, { code, nameKo, nameEn, phone, toldAt: new Date(event.occurredAt) });
  },
});
