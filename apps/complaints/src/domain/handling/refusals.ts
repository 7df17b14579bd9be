import { type Refusal, refusal } from '@charter/contracts';
import { STATUS_NAMES, type Status } from './status';

/** Why a step of handling is refused, and what to do instead. */
export const wrongStatus = (status: Status, already: boolean): Refusal =>
  already
    ? refusal(
        'ALREADY_DONE',
        `이미 ${STATUS_NAMES[status].ko} 상태인 민원입니다.`,
        `This complaint is ${STATUS_NAMES[status].en} already.`,
      )
    : refusal(
        'INVALID_STATE',
        `현재 상태(${STATUS_NAMES[status].ko})에서는 할 수 없는 처리입니다. 민원의 상태를 확인해 주십시오.`,
        `This cannot be done while a complaint is ${STATUS_NAMES[status].en}. Please look at its status.`,
      );

export const sameOfficer = (): Refusal =>
  refusal(
    'ALREADY_DONE',
    '이미 이 담당자에게 지정되어 있습니다.',
    'It is assigned to this officer already.',
    'officerId',
  );

export const sameDepartment = (): Refusal =>
  refusal('ALREADY_DONE', '이미 이 부서의 민원입니다.', 'It is this department’s complaint already.', 'departmentCode');

export const departmentUnknown = (code: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    `부서 코드 ‘${code.slice(0, 64)}’에 해당하는 운영 중인 부서가 없습니다. departments에서 골라 주십시오.`,
    `There is no department at work with the code “${code.slice(0, 64)}”: please choose one of departments.`,
    'departmentCode',
  );

export const days = (most: number): Refusal =>
  refusal('INVALID_VALUE', `1일 이상 ${most}일 이하로 정해 주십시오.`, `Please give 1 to ${most} days.`, 'days');

export const secondRoundDays = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '다시 요구하는 보완 기간은 10일입니다.',
    'A supplement asked again is given 10 days.',
    'days',
  );

export const supplementAskedTwice = (): Refusal =>
  refusal(
    'LIMIT_REACHED',
    '보완은 두 번까지 요구할 수 있습니다. 받은 자료로 처리하거나, 기간이 지났으면 반려해 주십시오.',
    'A supplement is asked twice at most. Please decide on what there is, or return the complaint when the period has passed.',
  );

export const supplementStillRuns = (): Refusal =>
  refusal('TOO_EARLY', '보완 기간이 아직 지나지 않았습니다.', 'The period for the supplement has not passed yet.');

export const supplementPassed = (): Refusal =>
  refusal(
    'TOO_LATE',
    '보완 기간이 지나 연장할 수 없습니다. 자료가 준비되었으면 지금 바로 제출해 주십시오.',
    'The period has passed and cannot be lengthened. If you have it, please submit the supplement now.',
  );

export const supplementExtendedTwice = (): Refusal =>
  refusal(
    'LIMIT_REACHED',
    '보완 기간은 두 번까지만 연장을 요청할 수 있습니다.',
    'A longer period for a supplement can be asked twice at most.',
  );

export const askAgainFirst = (): Refusal =>
  refusal(
    'TOO_EARLY',
    '반려하기 전에 10일의 기간을 주어 한 번 더 보완을 요구해야 합니다.',
    'Before a complaint is returned, the supplement has to be asked once more for 10 days.',
  );

export const investigationOfGrievances = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '현장조사로 기간을 멈추는 것은 고충민원에만 할 수 있습니다.',
    'Only a grievance is suspended for a field investigation.',
    'suspension',
  );

export const onlyInvestigations = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '현장조사 기간만 연장할 수 있습니다. 다른 절차는 끝낸 뒤 다시 시작해 주십시오.',
    'Only a field investigation is extended. Please end the other procedure and begin it again.',
  );

export const investigationExtended = (): Refusal =>
  refusal(
    'LIMIT_REACHED',
    '현장조사 기간은 한 번만 연장할 수 있습니다.',
    'A field investigation is extended once only.',
  );

export const investigationLate = (): Refusal =>
  refusal(
    'TOO_LATE',
    '현장조사 기간이 이미 지났습니다. 조사를 끝내고 처리를 다시 시작해 주십시오.',
    'The period of the investigation has passed. Please end it and go on.',
  );

export const extensionLength = (most: number): Refusal =>
  refusal(
    'INVALID_VALUE',
    `연장은 처리기간의 범위인 1 이상 ${most} 이하로 정해 주십시오(처리기간과 같은 단위).`,
    `An extension is 1 to ${most}, in the unit of the period: never longer than the period itself.`,
    'length',
  );

export const lateAlready = (): Refusal =>
  refusal(
    'TOO_LATE',
    '처리기한이 이미 지나 연장할 수 없습니다. 지체 없이 처리해 주십시오.',
    'The date has passed and cannot be extended any more. Please deal with the complaint without delay.',
  );

export const extendedTwice = (): Refusal =>
  refusal('LIMIT_REACHED', '처리기간은 두 번까지만 연장할 수 있습니다.', 'A period is extended twice at most.');

export const consentAwaited = (): Refusal =>
  refusal(
    'CONSENT_REQUIRED',
    '두 번째 연장은 민원인의 동의를 기다리고 있습니다.',
    'A second extension is waiting for the citizen’s consent.',
  );

export const nothingProposed = (): Refusal =>
  refusal('INVALID_STATE', '동의를 기다리는 연장이 없습니다.', 'No extension is waiting for consent.');

export const interimAsked = (): Refusal =>
  refusal(
    'ALREADY_DONE',
    '이미 중간 통지를 요청하셨습니다. 곧 알려 드리겠습니다.',
    'An interim report was asked for already. You will have it soon.',
  );

export const neverStatutory = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '법정민원은 반복민원으로 종결할 수 없습니다. 답변하거나 거부해 주십시오.',
    'A statutory complaint is never closed as a repeat: please answer or reject it.',
  );

export const notYetTold = (told: number): Refusal =>
  refusal(
    'TOO_EARLY',
    `같은 내용의 민원에 결과를 두 번 이상 통지한 뒤에 종결할 수 있습니다(지금까지 ${told}번).`,
    `It can be closed as a repeat after two results were told for the same matter (so far: ${told}).`,
  );

export const mediationFirst = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '다수인관련민원은 민원조정위원회의 심의를 거친 뒤에 종결할 수 있습니다.',
    'A complaint of many people is closed only after the mediation committee has considered it.',
    'mediated',
  );

export const statutoryIsNoProposal = (): Refusal =>
  refusal('INVALID_STATE', '법정민원은 제안으로 바꿀 수 없습니다.', 'A statutory complaint cannot become a proposal.');

export const opinionGiven = (): Refusal =>
  refusal('ALREADY_DONE', '이미 의견을 주셨습니다.', 'You have given your opinion already.');
