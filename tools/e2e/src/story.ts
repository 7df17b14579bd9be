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

/** Where the demo people get their mail. */
export const EMAIL_OF: Readonly<Partial<Record<Person, string>>> = {
  citizen: 'gildong.hong@example.org',
  officer: 'minsu.park@city.example',
};

/** The demo citizen, as the officer writes them down at the counter. */
export const PETITIONER = { name: '홍길동', phone: '010-2345-6781', email: EMAIL_OF.citizen! };

/** A service of the officer's own department whose period is seven days. */
export async function sevenDayService(stack: RunningStack): Promise<string> {
  const { serviceItems } = await stack.get<{
    serviceItems: { code: string; statutoryPeriod: { unit: string; length: number } }[];
  }>('officer', '{ serviceItems(filter: { departmentCode: "ROADS" }) { code statutoryPeriod { unit length } } }');
  const found = serviceItems.find(({ statutoryPeriod: { unit, length } }) => unit === 'DAYS' && length === 7);
  if (!found) throw new Error('The catalogue has no service of seven days for ROADS.');
  return found.code;
}

/** What the demo citizen asks for. */
export const request = (serviceCode: string) => ({
  serviceCode,
  title: '보도블록이 깨져 있습니다',
  body: '시청역 3번 출구 앞입니다. 보수를 부탁드립니다.',
  petitioner: PETITIONER,
});

/** The same, asked at the counter twenty working days ago, and written down only now. */
export const visit = (serviceCode: string, changes: object = {}) => ({
  ...request(serviceCode),
  channel: 'VISIT',
  receivedAt: workingDaysAgo(20).toISOString(),
  ...changes,
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

/** Answers a complaint. One that is answered already is as it should be: the answer to an earlier try was lost. */
export async function answer(stack: RunningStack, complaintId: string): Promise<void> {
  const { result } = await stack.get<{ result: { errors: UserError[] } }>('officer', ANSWER, {
    input: { complaintId, answer: '보수를 마쳤습니다.' },
  });
  const refusals = result.errors.filter(({ code }) => code !== 'ALREADY_DONE');
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals));
}

/** One query that reaches every service. */
export const WHOLE = `query ($id: ID!) { complaint(id: $id) {
  receiptNumber status overdue citizen { id name } department { code name }
  deadline { state dueAt missedAt segments { kind } history { change } } timeline { text }
  compensationClaims { amount ruleCode } survey { state token } notices { kind channel state } } }`;

export interface Whole {
  complaint: {
    receiptNumber: string;
    status: string;
    overdue: boolean;
    citizen: { name: string } | null;
    deadline: { state: string; dueAt: string; missedAt: string | null };
    compensationClaims: { amount: number }[] | null;
    survey: { state: string; token: string | null } | null;
    notices: { kind: string; channel: string; state: string }[] | null;
    department: { name: string | null } | null;
  } | null;
}

/** The demo citizen's complaint with all that every service knows of it. */
export async function readWhole(stack: RunningStack, id: string): Promise<NonNullable<Whole['complaint']>> {
  const { complaint } = await stack.get<Whole>('citizen', WHOLE, { id });
  if (!complaint) throw new Error(`The citizen does not see the complaint ${id}.`);
  return complaint;
}

/** Whether an answered complaint has something from every service. */
export const stillWhole = ({
  compensationClaims,
  survey,
  notices,
  department,
}: NonNullable<Whole['complaint']>): boolean =>
  compensationClaims?.length === 1 && survey !== null && (notices ?? []).length > 0 && Boolean(department?.name);
