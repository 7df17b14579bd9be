import { type Refusal, refusal } from '@charter/contracts';
import { STATUS_NAMES, type Status } from './status';

/** Why a step of a proposal is refused, and what to do instead. */
export const wrongStatus = (status: Status, already: boolean): Refusal =>
  already
    ? refusal(
        'ALREADY_DONE',
        `이미 ${STATUS_NAMES[status].ko} 상태인 제안입니다.`,
        `This proposal is ${STATUS_NAMES[status].en} already.`,
      )
    : refusal(
        'INVALID_STATE',
        `현재 상태(${STATUS_NAMES[status].ko})에서는 할 수 없습니다. 제안의 상태를 확인해 주십시오.`,
        `This cannot be done while a proposal is ${STATUS_NAMES[status].en}. Please look at its status.`,
      );

/** Nothing more is done with a proposal that is handled as a complaint. */
export const isComplaint = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '민원으로 전환되어 처리 중인 제안입니다. 전환된 민원에서 진행 상황을 확인해 주십시오.',
    'This proposal is handled as a complaint. Please look at the complaint for how far it is.',
  );

export const isMerged = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '다른 제안에 병합되었습니다. mergedInto의 제안에 공감해 주십시오.',
    'It was merged into another proposal: please endorse the one in mergedInto.',
  );

export const isDecided = (status: Status): Refusal =>
  refusal(
    'TOO_LATE',
    `이미 결정된 제안(${STATUS_NAMES[status].ko})이라 공감을 바꿀 수 없습니다.`,
    `This proposal is ${STATUS_NAMES[status].en}: endorsements no longer change.`,
  );

export const noDepartments = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '의견을 들을 부서는 10곳까지, 같은 부서는 한 번만 적어 주십시오.',
    'Please name up to 10 departments, each once.',
    'departmentCodes',
  );

export const ownDepartment = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '담당 부서 자신에게는 의견을 요청할 수 없습니다.',
    'The department in charge is not asked for its own opinion.',
    'departmentCodes',
  );

export const askedAlready = (code: string): Refusal =>
  refusal(
    'ALREADY_DONE',
    `${code}에는 이미 의견을 요청하였습니다.`,
    `${code} was asked for its opinion already.`,
    'departmentCodes',
  );

export const supplementStillRuns = (): Refusal =>
  refusal('TOO_EARLY', '보완 기간이 아직 지나지 않았습니다.', 'The period for the supplement has not passed yet.');

export const supplementAsked = (): Refusal =>
  refusal('LIMIT_REACHED', '보완은 한 번만 요청할 수 있습니다.', 'A supplement is asked once.');

export const expertWeeks = (): Refusal =>
  refusal('INVALID_VALUE', '1주 이상 3주 이하로 정해 주십시오.', 'Please give 1 to 3 weeks.', 'weeks');

export const expertHeard = (): Refusal =>
  refusal('LIMIT_REACHED', '전문가 의견은 한 번만 들을 수 있습니다.', 'An expert is heard once.');

export const extendedAlready = (): Refusal =>
  refusal('LIMIT_REACHED', '심사 기간은 한 번만 연장할 수 있습니다.', 'The review is extended once.');

export const noReview = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '심사 기한이 없는 옛 제안입니다. 바로 결정해 주십시오.',
    'This is an old proposal without a date for its review: please decide it.',
  );

export const lateAlready = (): Refusal =>
  refusal(
    'TOO_LATE',
    '심사 기간이 이미 지나 연장할 수 없습니다. 바로 결정해 주십시오.',
    'The review is late already: please decide now.',
  );

export const opinionsOwed = (codes: readonly string[]): Refusal =>
  refusal(
    'TOO_EARLY',
    `아직 의견이 오지 않은 부서가 있습니다: ${codes.join(', ')}. 의견을 받거나 기한이 지난 뒤 결정해 주십시오.`,
    `Opinions are still awaited: ${codes.join(', ')}. Please decide when they are in, or their time has passed.`,
  );

export const opinionGiven = (): Refusal =>
  refusal('ALREADY_DONE', '이 부서의 의견은 이미 제출되었습니다.', 'Your department’s opinion was given already.');

export const answeredAlready = (): Refusal =>
  refusal('ALREADY_DONE', '이미 답변하였습니다.', 'It was answered already.');

export const answerNotOwed = (): Refusal =>
  refusal(
    'TOO_EARLY',
    '공감 수가 답변 기준에 이르지 않았습니다.',
    'Not enough citizens have endorsed it for an answer of its own.',
  );

export const wrongSupplementGround = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '보완 기간이 지났을 때만 쓸 수 있는 사유입니다.',
    'This ground holds only when a supplement was asked and its period has passed.',
    'ground',
  );

export const awardedAlready = (): Refusal =>
  refusal('ALREADY_DONE', '이미 시상한 제안입니다.', 'This proposal was awarded already.');

export const gradeUnknown = (grade: string): Refusal =>
  refusal(
    'INVALID_VALUE',
    `‘${grade.slice(0, 64)}’은(는) 그날 유효한 시상 등급이 아닙니다. awardGrades에서 골라 주십시오.`,
    `“${grade.slice(0, 64)}” is no award grade of that day: please choose one of awardGrades.`,
    'grade',
  );

export const juryNumbers = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '위원 수를 확인해 주십시오. 참석은 정원을, 제척·회피는 참석을 넘을 수 없습니다.',
    'Please check the numbers: present is at most the seats, recused at most those present.',
    'jury',
  );

export const jurySize = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '위원회는 11명 이하이며 절반 이상이 외부 위원이어야 합니다.',
    'A jury has at most 11 members, at least half of them from outside.',
    'jury',
  );

export const juryQuorum = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '내부와 외부 위원이 각각 과반수 참석하여야 합니다(제척·회피한 위원은 세지 않습니다).',
    'More than half of the members from inside and of those from outside have to take part; who is recused does not.',
    'jury',
  );

export const juryDay = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '심사일은 오늘이나 그 이전이어야 합니다.',
    'The jury met today or before.',
    'jury',
    'heldOn',
  );

export const milestoneCount = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '추진 단계를 1개 이상 20개 이하로 적어 주십시오.',
    'Please give 1 to 20 milestones.',
    'milestones',
  );

export const milestoneDay = (index: number): Refusal =>
  refusal(
    'INVALID_VALUE',
    '완료 예정일은 오늘 이후 10년 안이어야 합니다.',
    'A milestone is due after today, within ten years.',
    ...['milestones', String(index), 'dueOn'],
  );

export const percentRange = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '0에서 100 사이의 정수로 적어 주십시오.',
    'Please give a whole number from 0 to 100.',
    'percent',
  );

export const milestoneUnknown = (): Refusal =>
  refusal('INVALID_VALUE', '이 제안의 추진 단계가 아닙니다.', 'This is no milestone of this proposal.', 'milestoneId');

export const milestoneDone = (): Refusal =>
  refusal('ALREADY_DONE', '이미 완료한 단계입니다.', 'This milestone is done already.', 'milestoneId');

export const reReviewedAlready = (): Refusal =>
  refusal(
    'LIMIT_REACHED',
    '같은 사유의 재심사는 한 번만 청구할 수 있습니다.',
    'A re-review is asked once on each basis.',
  );

export const reReviewLate = (until: string): Refusal =>
  refusal(
    'TOO_LATE',
    `재심사를 청구할 수 있는 기간(${until}까지)이 지났습니다.`,
    `The time to ask for a re-review has passed: it was until the end of ${until}.`,
  );
