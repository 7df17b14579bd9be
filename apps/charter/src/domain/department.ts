import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';

/** A department of the city (부서). Days are in Asia/Seoul. */
export interface Department {
  readonly code: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly phone: string | null;
  readonly dutiesKo: string | null;
  readonly dutiesEn: string | null;
  readonly parentCode: string | null;
  /** From this day on it takes no new work. */
  readonly closedOn: string | null;
  /** Who carries on what a closed department had. */
  readonly successorCode: string | null;
}

/** How the other departments stand to each other, as a decision needs it. */
export interface DepartmentTree {
  exists(code: string): boolean;
  closedOn(code: string): string | null;
  parentOf(code: string): string | null;
  successorOf(code: string): string | null;
  /** Whether its day has come and its work has passed to its successor. */
  isSucceeded(code: string): boolean;
}

const CODE = /^[A-Z][A-Z0-9_]{1,31}$/;

/** Whether following `next` from `start` comes back to `code`. */
function leadsBackTo(code: string, start: string, next: (code: string) => string | null): boolean {
  const seen = new Set<string>();
  for (let at: string | null = start; at !== null && !seen.has(at); at = next(at)) {
    if (at === code) return true;
    seen.add(at);
  }
  return false;
}

function* faults(department: Department, tree: DepartmentTree): Generator<Refusal> {
  const { code, parentCode, successorCode, closedOn } = department;
  if (!CODE.test(code)) {
    yield refusal(
      'INVALID_VALUE',
      '부서 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
      'A department code has 2 to 32 capitals, digits or underscores and starts with a capital.',
      'code',
    );
  }
  for (const [field, name] of [
    ['nameKo', department.nameKo],
    ['nameEn', department.nameEn],
  ] as const) {
    if (!name.trim() || name.length > 100)
      yield refusal('INVALID_VALUE', '부서 이름은 1~100자입니다.', 'A department name has 1 to 100 characters.', field);
  }
  if (parentCode !== null && !tree.exists(parentCode)) {
    yield refusal(
      'INVALID_VALUE',
      `상위 부서 ${parentCode}이(가) 없습니다.`,
      `There is no department ${parentCode} to be the parent.`,
      'parentCode',
    );
  } else if (parentCode !== null && leadsBackTo(code, parentCode, (at) => tree.parentOf(at))) {
    yield refusal(
      'INVALID_VALUE',
      '부서는 자신이나 자신의 하위 부서에 속할 수 없습니다.',
      'A department cannot stand below itself.',
      'parentCode',
    );
  }
  if (tree.isSucceeded(code) && (closedOn !== tree.closedOn(code) || successorCode !== tree.successorOf(code))) {
    yield refusal(
      'INVALID_STATE',
      '이 부서의 일은 이미 승계되었습니다. 승계 부서를 폐지하고 다른 부서가 승계하게 할 수는 있습니다.',
      'The work of this department has passed to its successor. You can close the successor, and let another carry on.',
      closedOn !== tree.closedOn(code) ? 'closedOn' : 'successorCode',
    );
    return;
  }
  if (successorCode === null) return;
  if (closedOn === null) {
    yield refusal(
      'INVALID_VALUE',
      '승계 부서는 폐지일과 함께 입력해 주십시오.',
      'Give closedOn together with a successor.',
      'successorCode',
    );
  } else if (!tree.exists(successorCode)) {
    yield refusal(
      'INVALID_VALUE',
      `승계 부서 ${successorCode}이(가) 없습니다.`,
      `There is no department ${successorCode} to be the successor.`,
      'successorCode',
    );
  } else if (leadsBackTo(code, successorCode, (at) => tree.successorOf(at))) {
    yield refusal(
      'INVALID_VALUE',
      '승계 관계가 되돌아옵니다.',
      'A department cannot succeed itself, directly or through others.',
      'successorCode',
    );
  } else if ((tree.closedOn(successorCode) ?? '9999-12-31') <= closedOn) {
    yield refusal(
      'INVALID_VALUE',
      '폐지된 부서는 승계할 수 없습니다.',
      'The successor is closed by then: name one that stays open.',
      'successorCode',
    );
  }
}

/** Decides whether a department may be written so: its tree has no loop, its successor is open and real. */
export function decideDepartment(department: Department, tree: DepartmentTree): Outcome<Department> {
  const found = [...faults(department, tree)];
  return found.length > 0 ? refused(...found) : accepted(department);
}
