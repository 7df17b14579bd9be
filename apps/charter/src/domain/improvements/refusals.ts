import { type Message, type Refusal, refusal } from '@charter/contracts';
import type { ImprovementStatus } from './action';

const STATUS_NAMES: Readonly<Record<ImprovementStatus, Message>> = {
  OPEN: { ko: '계획 수립 전', en: 'without a plan' },
  IN_PROGRESS: { ko: '추진 중', en: 'in progress' },
  COMPLETED: { ko: '완료', en: 'completed' },
  CANCELLED: { ko: '취소', en: 'cancelled' },
};

export const wrongStatus = (status: ImprovementStatus): Refusal =>
  refusal(
    'INVALID_STATE',
    `현재 상태(${STATUS_NAMES[status].ko})에서는 할 수 없습니다.`,
    `This cannot be done while the improvement action is ${STATUS_NAMES[status].en}.`,
  );

export const notPlanned = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '추진 계획이 없습니다. 먼저 updateImprovementAction으로 계획을 입력해 주십시오.',
    'There is no plan yet: please enter one with updateImprovementAction first.',
  );

export const doneAlready = (): Refusal => refusal('ALREADY_DONE', '이미 처리되었습니다.', 'This was done already.');

export const planNeeded = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '추진 중인 과제의 계획은 지울 수 없습니다. 바뀐 계획을 입력해 주십시오.',
    'The plan of an action in progress cannot be taken out: please enter the changed one.',
    'plan',
  );

export const nothingChanged = (): Refusal =>
  refusal('INVALID_VALUE', '바꿀 내용을 입력해 주십시오.', 'Please give something to change.');

export const dueDay = (latest: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    `기한은 오늘보다 뒤이고 ${latest}을 넘지 않아야 합니다.`,
    `The due day has to be later than today, and ${latest} at the latest.`,
    'dueOn',
  );

export const notLater = (dueOn: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    `새 기한은 지금 기한(${dueOn})보다 뒤여야 합니다.`,
    `The new due day has to be later than the present one, ${dueOn}.`,
    'dueOn',
  );

export const extendedAlready = (): Refusal =>
  refusal('LIMIT_REACHED', '기한은 한 번만 연장할 수 있습니다.', 'The due date can be extended once, and it has been.');

export const lateAlready = (): Refusal =>
  refusal(
    'TOO_LATE',
    '기한이 지나 연장할 수 없습니다. 늦어진 사유를 추진 상황에 적어 주십시오.',
    'The due date has passed and cannot be extended: please report why it is late.',
  );

export const percentRange = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '추진율은 0에서 100까지의 정수입니다.',
    'Progress is a whole number of percent, from 0 to 100.',
    'percent',
  );

export const unknownStandard = (code: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    `이행기준 ‘${code.slice(0, 64)}’을(를) 찾을 수 없습니다.`,
    `There is no standard “${code.slice(0, 64)}”.`,
    'standardCode',
  );

export const foreignStandard = (departmentCode: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    `이 이행기준은 ${departmentCode} 부서의 것입니다. 공통이행기준이나 과제 부서의 이행기준을 골라 주십시오.`,
    `This standard is ${departmentCode}’s own: choose one of the whole city or of the action’s department.`,
    'standardCode',
  );

/** For what is absent and for what the caller may not know of: both look the same. */
export const unknownSource = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '과제의 계기를 찾을 수 없습니다. 종류와 id를 확인하고, 볼 수 있는 것인지 확인해 주십시오.',
    'What the action should come from was not found: check its kind and id, and whether you may see it.',
    'source',
    'id',
  );

export const foreignSource = (departmentCode: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    `${departmentCode} 부서의 일입니다. 그 부서에서 과제를 열어야 합니다.`,
    `This is a matter of ${departmentCode}: that department has to open the action.`,
    'source',
    'id',
  );

export const noSuchDepartment = (code: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    `부서 ${code.slice(0, 64)}을(를) 찾을 수 없습니다.`,
    `There is no department ${code.slice(0, 64)}.`,
    'departmentCode',
  );

export const closedDepartment = (successor: string | null): Refusal =>
  refusal(
    'INVALID_VALUE',
    `폐지된 부서입니다.${successor ? ` ${successor} 부서에서 과제를 열어 주십시오.` : ''}`,
    `This department was closed.${successor ? ` Please open the action in ${successor}.` : ''}`,
    'departmentCode',
  );
