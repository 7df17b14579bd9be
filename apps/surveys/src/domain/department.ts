import { type Refusal, refusal } from '@charter/contracts';

/** A department as surveys need to know it. */
export interface KnownDepartment {
  readonly code: string;
  /** From this day on it is closed. */
  readonly closedOn: string | null;
  readonly successorCode: string | null;
}

/** Why a department cannot ask anybody today. @param today in Asia/Seoul */
export function departmentFaults(code: string, department: KnownDepartment | undefined, today: string): Refusal[] {
  const fault = (ko: string, en: string): Refusal[] => [refusal('INVALID_VALUE', ko, en, 'departmentCode')];
  if (!department) return fault(`부서 ${code}을(를) 찾을 수 없습니다.`, `There is no department ${code}.`);
  if (department.closedOn === null || department.closedOn > today) return [];
  const { successorCode: to } = department;
  return fault(
    `폐지된 부서입니다.${to ? ` 조사는 ${to}에서 합니다.` : ''}`,
    `This department was closed.${to ? ` It is for ${to} to ask.` : ''}`,
  );
}
