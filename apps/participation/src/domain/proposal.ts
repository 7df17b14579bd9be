import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { containsResidentNumber, normaliseEmail, normaliseName, normalisePhone } from '@charter/privacy';

/** A department as proposals need to know it. */
export interface KnownDepartment {
  readonly code: string;
  readonly closedOn: string | null;
  readonly successorCode: string | null;
}

/** What a citizen hands in (국민제안; 국민 제안 규정 제5조: name and contact are required). */
export interface Submission {
  readonly title: string;
  readonly body: string;
  readonly departmentCode: string;
  readonly proposer: { readonly name: string; readonly phone: string | null; readonly email: string | null };
}

const TITLE_LIMIT = 200;
const BODY_LIMIT = 10_000;

const text = (value: string, limit: number, ...path: string[]): Refusal[] => {
  if (!value.trim() || value.length > limit) {
    return [
      refusal(
        'INVALID_VALUE',
        `1자 이상 ${limit.toLocaleString('en')}자 이하로 입력해 주십시오.`,
        `Please enter 1 to ${limit.toLocaleString('en')} characters.`,
        ...path,
      ),
    ];
  }
  if (containsResidentNumber(value)) {
    return [
      refusal(
        'RESIDENT_NUMBER_PRESENT',
        '주민등록번호가 들어 있습니다. 번호를 지우고 다시 제출해 주십시오. 저희는 주민등록번호를 받지 않습니다.',
        'This text contains a resident registration number. Please remove it: we never take such numbers.',
        ...path,
      ),
    ];
  }
  return [];
};

function* contactFaults({ name, phone, email }: Submission['proposer']): Generator<Refusal> {
  yield* text(name, 100, 'proposer', 'name');
  if (phone === null && email === null) {
    yield refusal(
      'INVALID_VALUE',
      '답변을 드릴 전화번호나 전자우편 주소를 입력해 주십시오.',
      'Please give a phone number or an e-mail address for the answer.',
      'proposer',
    );
  }
  if (phone !== null && !normalisePhone(phone)) {
    yield refusal(
      'INVALID_VALUE',
      '전화번호를 확인해 주십시오. 예: 010-1234-5678',
      'Please check the phone number, such as 010-1234-5678.',
      'proposer',
      'phone',
    );
  }
  if (email !== null && !normaliseEmail(email)) {
    yield refusal(
      'INVALID_VALUE',
      '전자우편 주소를 확인해 주십시오. 예: hong@example.kr',
      'Please check the e-mail address, such as hong@example.kr.',
      'proposer',
      'email',
    );
  }
}

function* departmentFaults(code: string, department: KnownDepartment | undefined, today: string): Generator<Refusal> {
  if (!department) {
    yield refusal(
      'INVALID_VALUE',
      `부서 ${code}을(를) 찾을 수 없습니다.`,
      `There is no department ${code}.`,
      'departmentCode',
    );
  } else if (department.closedOn !== null && department.closedOn <= today) {
    const { successorCode } = department;
    const to = successorCode
      ? { ko: ` ${successorCode}(으)로 제출해 주십시오.`, en: ` Please submit to ${successorCode}.` }
      : { ko: '', en: '' };
    yield refusal(
      'INVALID_VALUE',
      `폐지된 부서입니다.${to.ko}`,
      `This department was closed.${to.en}`,
      'departmentCode',
    );
  }
}

/** @param today the day in Asia/Seoul. @returns the submission with name and contacts in one form */
export function decideSubmission(
  submission: Submission,
  department: KnownDepartment | undefined,
  today: string,
): Outcome<Submission> {
  const { title, body, proposer, departmentCode } = submission;
  const faults = [
    ...text(title, TITLE_LIMIT, 'title'),
    ...text(body, BODY_LIMIT, 'body'),
    ...contactFaults(proposer),
    ...departmentFaults(departmentCode, department, today),
  ];
  if (faults.length > 0) return refused(...faults);
  return accepted({
    ...submission,
    title: title.trim(),
    body: body.trim(),
    proposer: {
      name: normaliseName(proposer.name),
      phone: proposer.phone && normalisePhone(proposer.phone)!,
      email: proposer.email && normaliseEmail(proposer.email)!,
    },
  });
}

/** Endorsing (공감): once each, not one's own. The database makes "once" hold when two come together. */
export function decideEndorsement(proposerId: string, endorserId: string, already: boolean): Outcome<null> {
  if (proposerId === endorserId) {
    return refused(
      refusal(
        'CONFLICT_OF_INTEREST',
        '본인이 제출한 제안에는 공감할 수 없습니다.',
        'You cannot endorse your own proposal.',
      ),
    );
  }
  if (already)
    return refused(refusal('ALREADY_DONE', '이미 공감하신 제안입니다.', 'You endorsed this proposal already.'));
  return accepted(null);
}
