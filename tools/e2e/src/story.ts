import { randomUUID } from 'node:crypto';
import { WorkingCalendar, atLocal, localDate } from '@charter/calendar';
import type { Person, RunningStack } from './running-stack';

export interface UserError {
  readonly code: string;
  readonly path: string[] | null;
}

const REGISTER = `mutation ($input: RegisterComplaintInput!) {
  result: registerComplaint(input: $input) { complaint { id receiptNumber } errors { code path } } }`;
const ANSWER = `mutation ($input: AnswerComplaintInput!) { result: answerComplaint(input: $input) { complaint { id } errors { code } } }`;

export interface Registered {
  readonly complaint: { id: string; receiptNumber: string } | null;
  readonly errors: UserError[];
}

/** Ten in the morning, so many working days ago. */
function workingDaysAgo(days: number): Date {
  return atLocal(new WorkingCalendar().addWorkingDays(localDate(new Date()), -days), '10:00');
}

/** The demo citizen, as the officer writes them down at the counter. */
export const PETITIONER = { name: '홍길동', phone: '010-2345-6781', email: 'gildong.hong@example.org' };

/** A service of the officer's own department whose period is seven days. */
export async function sevenDayService(stack: RunningStack): Promise<string> {
  const { serviceItems } = await stack.get<{
    serviceItems: { code: string; statutoryPeriod: { unit: string; length: number } }[];
  }>('officer', '{ serviceItems(filter: { departmentCode: "ROADS" }) { code statutoryPeriod { unit length } } }');
  const found = serviceItems.find(({ statutoryPeriod: { unit, length } }) => unit === 'DAYS' && length === 7);
  if (!found) throw new Error('The catalogue has no service of seven days for ROADS.');
  return found.code;
}

export const visit = (serviceCode: string, changes: object = {}) => ({
  ...{
    serviceCode,
    title: '보도블록이 깨져 있습니다',
    body: '시청역 3번 출구 앞입니다. 보수를 부탁드립니다.',
    petitioner: PETITIONER,
  },
  ...{ channel: 'VISIT', receivedAt: workingDaysAgo(20).toISOString(), ...changes },
});

export const register = async (stack: RunningStack, input: object, who: Person = 'officer'): Promise<Registered> =>
  (await stack.get<{ result: Registered }>(who, REGISTER, { input })).result;

/** Somebody who has never filed before: one citizen's claims of a year have a ceiling. */
export const stranger = () => ({ name: '김시험', email: `${randomUUID()}@example.org` });

/** Registers a complaint that is late already, unless the changes say otherwise. @returns its id */
export async function registerLate(stack: RunningStack, serviceCode: string, changes: object = {}): Promise<string> {
  const { complaint, errors } = await register(stack, visit(serviceCode, changes));
  if (!complaint) throw new Error(JSON.stringify(errors));
  return complaint.id;
}

export async function answer(stack: RunningStack, complaintId: string): Promise<void> {
  const { result } = await stack.get<{ result: { errors: UserError[] } }>('officer', ANSWER, {
    input: { complaintId, answer: '보수를 마쳤습니다.' },
  });
  if (result.errors.length > 0) throw new Error(JSON.stringify(result.errors));
}
