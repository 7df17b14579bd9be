import { colleague } from '@charter/service/testing';
import type { EventType } from '@charter/contracts';
import type { CommandType } from '../../src/domain/handling';
import type { MutationName } from '../fixtures/complaints';
import type { Situation } from './situations';

/** What a command does where it is allowed: the status that it leads to. Where it is not, why: the code. */
type Does = Readonly<Partial<Record<Situation, string>>>;

export interface Row {
  readonly mutation: MutationName;
  /** EITHER: the citizen, and the office for what was brought to the counter. */
  readonly who: 'OFFICE' | 'CITIZEN' | 'EITHER';
  readonly input: object;
  readonly tells: EventType;
  readonly to: Does;
  /** Why it is refused; INVALID_STATE where nothing stands. */
  readonly refused?: Does;
}

const AT_WORK = (status: string): Does => ({ RECEIVED: status, ASSIGNED: status, CONSENT_AWAITED: status });
/** Where it stays as it is. */
const OPEN: Does = {
  ...{ RECEIVED: 'RECEIVED', ASSIGNED: 'ASSIGNED', CONSENT_AWAITED: 'ASSIGNED', SUSPENDED: 'SUSPENDED' },
  ...{ SUPPLEMENT_REQUESTED: 'SUPPLEMENT_REQUESTED', SUPPLEMENT_PASSED: 'SUPPLEMENT_REQUESTED' },
};
const ALL_OPEN = (status: string): Does => Object.fromEntries(Object.keys(OPEN).map((name) => [name, status]));
const already = (...situations: Situation[]): Does =>
  Object.fromEntries(situations.map((situation) => [situation, 'ALREADY_DONE']));

const reason = '법령에 따라 처리합니다.';
const office = { who: 'OFFICE' } as const;
const citizen = { who: 'CITIZEN' } as const;

/** Written down by hand from the charter and the law, not taken from the code that it is compared with. */
export const COMMANDS: Readonly<Record<Exclude<CommandType, 'reopen'>, Row>> = {
  assign: {
    ...{ ...office, mutation: 'assignComplaint', input: { officerId: colleague.id }, tells: 'complaint.assigned.v1' },
    to: { ...OPEN, RECEIVED: 'ASSIGNED' },
  },
  move: {
    ...{ ...office, mutation: 'transferComplaint', input: { departmentCode: 'WATER', reason } },
    ...{ tells: 'complaint.moved.v1', to: AT_WORK('RECEIVED') },
  },
  transfer: {
    ...{ ...office, mutation: 'transferComplaint', input: { body: '한국도로공사', reason } },
    ...{ tells: 'complaint.transferred.v1', to: AT_WORK('TRANSFERRED'), refused: already('TRANSFERRED') },
  },
  requestSupplement: {
    ...{ ...office, mutation: 'requestSupplement', input: { text: '위치도를 보내 주십시오.', days: 10 } },
    ...{ tells: 'complaint.supplement-requested.v1', to: AT_WORK('SUPPLEMENT_REQUESTED') },
    refused: { SUPPLEMENT_REQUESTED: 'TOO_EARLY', SUPPLEMENT_PASSED: 'LIMIT_REACHED' },
  },
  extendSupplement: {
    ...{ ...citizen, mutation: 'extendSupplement', input: { days: 5, reason } },
    ...{ tells: 'complaint.supplement-extended.v1', to: { SUPPLEMENT_REQUESTED: 'SUPPLEMENT_REQUESTED' } },
    refused: { SUPPLEMENT_PASSED: 'TOO_LATE' },
  },
  submitSupplement: {
    ...{ who: 'EITHER', mutation: 'submitSupplement', input: { text: '위치도입니다.' } },
    ...{ tells: 'complaint.supplement-given.v1' },
    to: { SUPPLEMENT_REQUESTED: 'ASSIGNED', SUPPLEMENT_PASSED: 'ASSIGNED' },
  },
  return: {
    ...{ ...office, mutation: 'returnComplaint', input: { reason }, tells: 'complaint.returned.v1' },
    to: { SUPPLEMENT_PASSED: 'RETURNED' },
    refused: { SUPPLEMENT_REQUESTED: 'TOO_EARLY', RETURNED: 'ALREADY_DONE' },
  },
  suspend: {
    ...{ ...office, mutation: 'suspendComplaint', input: { suspension: 'HEARING', days: 5, reason } },
    ...{ tells: 'complaint.suspended.v1', to: AT_WORK('SUSPENDED'), refused: already('SUSPENDED') },
  },
  extendSuspension: {
    ...{ ...office, mutation: 'extendSuspension', input: { days: 3, reason } },
    ...{ tells: 'complaint.suspended.v1', to: { SUSPENDED: 'SUSPENDED' } },
  },
  resume: {
    ...{ ...office, mutation: 'resumeComplaint', input: { result: '현장을 확인하였습니다.' } },
    ...{ tells: 'complaint.resumed.v1', to: { SUSPENDED: 'ASSIGNED' } },
  },
  extend: {
    ...{ ...office, mutation: 'extendComplaint', input: { length: 3, reason }, tells: 'complaint.extended.v1' },
    to: { RECEIVED: 'RECEIVED', ASSIGNED: 'ASSIGNED' },
    refused: { CONSENT_AWAITED: 'CONSENT_REQUIRED' },
  },
  consent: {
    ...{ ...citizen, mutation: 'consentToExtension', input: { consent: true }, tells: 'complaint.extended.v1' },
    to: { CONSENT_AWAITED: 'ASSIGNED' },
  },
  reportInterim: {
    ...{ ...office, mutation: 'reportInterim', input: { progress: '현장 조사를 준비하고 있습니다.' } },
    ...{ tells: 'complaint.interim-reported.v1', to: OPEN },
  },
  requestInterim: {
    ...{ ...citizen, mutation: 'requestInterimReport', input: {}, tells: 'complaint.interim-requested.v1', to: OPEN },
  },
  answer: {
    ...{ ...office, mutation: 'answerComplaint', input: { answer: '보수를 마쳤습니다.' } },
    ...{ tells: 'complaint.answered.v1', to: AT_WORK('ANSWERED'), refused: already('ANSWERED') },
  },
  reject: {
    ...{ ...office, mutation: 'rejectComplaint', input: { reason }, tells: 'complaint.rejected.v1' },
    ...{ to: AT_WORK('REJECTED'), refused: already('REJECTED') },
  },
  withdraw: {
    ...{ ...citizen, mutation: 'withdrawComplaint', input: {}, tells: 'complaint.withdrawn.v1' },
    ...{ to: ALL_OPEN('WITHDRAWN'), refused: already('WITHDRAWN') },
  },
  closeRepeated: {
    ...{ ...office, mutation: 'closeRepeatedComplaint', input: { reason }, tells: 'complaint.closed-as-repeat.v1' },
    ...{ to: AT_WORK('CLOSED_AS_REPEAT'), refused: already('CLOSED_AS_REPEAT') },
  },
  convert: {
    ...{ ...office, mutation: 'convertComplaint', input: { reason }, tells: 'complaint.converted.v1' },
    ...{ to: AT_WORK('CONVERTED'), refused: already('CONVERTED') },
  },
  giveOpinion: {
    ...{ ...citizen, mutation: 'giveOpinion', input: { satisfied: true, text: '고맙습니다.' } },
    ...{ tells: 'complaint.opinion-given.v1' },
    to: { ANSWERED: 'ANSWERED', REJECTED: 'REJECTED', CLOSED_AS_REPEAT: 'CLOSED_AS_REPEAT' },
  },
};
