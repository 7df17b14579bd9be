import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { type GivenPerson, inOneForm, personFaults, textFaults } from '@charter/privacy';
import { type KnownDepartment, departmentFaults } from './department';

/** What a citizen hands in (국민제안; 국민 제안 규정 제5조: name and contact are required). */
export interface Submission {
  readonly title: string;
  readonly body: string;
  readonly departmentCode: string;
  readonly proposer: GivenPerson;
}

const TITLE_LIMIT = 200;
const BODY_LIMIT = 10_000;

/** @param today the day in Asia/Seoul. @returns the submission with name and contacts in one form */
export function decideSubmission(
  submission: Submission,
  department: KnownDepartment | undefined,
  today: string,
): Outcome<Submission> {
  const { title, body, proposer, departmentCode } = submission;
  const faults = [
    ...textFaults(title, TITLE_LIMIT, 'title'),
    ...textFaults(body, BODY_LIMIT, 'body'),
    ...personFaults(proposer, 'proposer'),
    ...departmentFaults(departmentCode, department, today),
  ];
  if (faults.length > 0) return refused(...faults);
  return accepted({
    ...submission,
    title: title.trim(),
    body: body.trim(),
    proposer: inOneForm(proposer),
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
