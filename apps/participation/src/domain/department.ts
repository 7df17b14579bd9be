import { type Refusal, refusal } from '@charter/contracts';

/** A department as participation needs to know it. */
export interface KnownDepartment {
  readonly code: string;
  /** From this day on it is closed. */
  readonly closedOn: string | null;
  readonly successorCode: string | null;
}

/** Why a department takes nothing new today. @param path where its code stands in the input */
export function departmentFaults(
  code: string,
  department: KnownDepartment | undefined,
  today: string,
  ...path: string[]
): Refusal[] {
  const where = path.length > 0 ? path : ['departmentCode'];
  const shown = code.slice(0, 64);
  if (!department) {
    return [
      refusal('INVALID_VALUE', `부서 ${shown}을(를) 찾을 수 없습니다.`, `There is no department ${shown}.`, ...where),
    ];
  }
  if (department.closedOn === null || department.closedOn > today) return [];
  const { successorCode } = department;
  const to = successorCode
    ? { ko: ` ${successorCode}(으)로 제출해 주십시오.`, en: ` Please submit to ${successorCode}.` }
    : { ko: '', en: '' };
  return [refusal('INVALID_VALUE', `폐지된 부서입니다.${to.ko}`, `This department was closed.${to.en}`, ...where)];
}
