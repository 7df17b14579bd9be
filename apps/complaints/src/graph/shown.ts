import { maskEmail, maskName, maskPhone } from '@charter/privacy';
import type { ReadingOf, Readings } from '@charter/personal-data';
import type { Petitioner } from '../domain/filing';

const KINDS = { name: 'NAME', phone: 'PHONE', email: 'EMAIL' } as const;

export const ofComplaint = ({ id, citizenId }: { id: string; citizenId: string }): ReadingOf => ({
  ...{ subjectType: 'COMPLAINT', subjectId: id, citizenId },
});

export const ofConsultation = ({ id, citizenId }: { id: string; citizenId: string }): ReadingOf => ({
  ...{ subjectType: 'CONSULTATION', subjectId: id, citizenId },
});

/** Somebody’s name and contacts as a caller may see them: in full, which is put on record, or masked. */
export function shownPerson<T extends Petitioner>(full: boolean, of: ReadingOf, person: T, readings: Readings): T {
  if (full) return readings.shown(of, person, KINDS);
  const { name, phone, email } = person;
  return { ...person, name: maskName(name), phone: phone && maskPhone(phone), email: email && maskEmail(email) };
}
