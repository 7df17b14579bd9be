import { citizen, officer } from '@charter/service/testing';
import { type Complaint, type MutationName, answer, file, step } from '../fixtures/complaints';
import type { Office } from '../fixtures/office';

/** Monday morning. */
export const NOW = new Date('2026-11-23T10:00:00+09:00');
const reason = '법령에 따라 처리합니다.';
const ask = { text: '위치도를 보내 주십시오.', days: 10 };

type Way = readonly [who: typeof citizen | typeof officer, name: MutationName, input?: object, at?: string];

/** How a complaint gets into each status, by real steps; two statuses in two forms, where that decides what may be done. */
const WAYS = {
  RECEIVED: [],
  ASSIGNED: [[officer, 'assignComplaint']],
  CONSENT_AWAITED: [
    [officer, 'assignComplaint'],
    [officer, 'extendComplaint', { length: 3, reason }],
    [officer, 'extendComplaint', { length: 2, reason }],
  ],
  SUPPLEMENT_REQUESTED: [[officer, 'requestSupplement', ask]],
  SUPPLEMENT_PASSED: [
    [officer, 'requestSupplement', ask],
    [officer, 'requestSupplement', ask, '2026-12-04T10:00:00+09:00'],
  ],
  SUSPENDED: [[officer, 'suspendComplaint', { suspension: 'FIELD_INVESTIGATION', days: 10, reason }]],
  ANSWERED: [[officer, 'answerComplaint', { answer: '보수를 마쳤습니다.' }]],
  REJECTED: [[officer, 'rejectComplaint', { reason }]],
  RETURNED: [
    [officer, 'requestSupplement', ask],
    [officer, 'requestSupplement', ask, '2026-12-04T10:00:00+09:00'],
    [officer, 'returnComplaint', { reason }, '2026-12-16T10:00:00+09:00'],
  ],
  TRANSFERRED: [[officer, 'transferComplaint', { body: '한국도로공사', reason }]],
  WITHDRAWN: [[citizen, 'withdrawComplaint']],
  CLOSED_AS_REPEAT: [[officer, 'closeRepeatedComplaint', { reason }]],
  CONVERTED: [[officer, 'convertComplaint', { reason }]],
} as const satisfies Record<string, readonly Way[]>;

export type Situation = keyof typeof WAYS;
export const SITUATIONS = Object.keys(WAYS) as Situation[];

/** The moment at which a situation is looked at. */
export const momentOf = (situation: Situation): Date =>
  situation === 'SUPPLEMENT_PASSED' || situation === 'RETURNED' ? new Date('2026-12-16T10:00:00+09:00') : NOW;

/** A complaint in each situation, of a citizen who had two results about the same before. */
export async function bringAbout(office: Office): Promise<Record<Situation, Complaint>> {
  for (const day of ['2026-11-18', '2026-11-19']) {
    office.clock.set(`${day}T10:00:00+09:00`);
    await answer(office, await file(office));
  }
  const found: Partial<Record<Situation, Complaint>> = {};
  for (const situation of SITUATIONS) {
    office.clock.set(NOW);
    let complaint = await file(office);
    for (const [who, name, input = {}, at = NOW] of WAYS[situation] as readonly Way[]) {
      office.clock.set(at);
      complaint = await step(office, who, name, complaint, input);
    }
    found[situation] = complaint;
  }
  return found as Record<Situation, Complaint>;
}
