import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type GivenPerson, inOneForm, personFaults, textFaults } from '@charter/privacy';
import { type KnownDepartment, departmentFaults } from '../department';
import { isWhole } from '../whole';

/** What a citizen hands in (국민제안; 국민 제안 규정 제5조: name and contact are required). */
export interface Submission {
  readonly title: string;
  readonly body: string;
  readonly departmentCode: string;
  readonly proposer: GivenPerson;
  /** The proposer's part of an award, in percent: 100 without joint authors. */
  readonly share: number;
  /** Who thought of it with the proposer (공동 제안자), each with an agreed part of an award. */
  readonly jointAuthors: readonly JointAuthor[];
}

/** `share`: percent of an award, agreed among the authors. */
interface JointAuthor {
  readonly name: string;
  readonly share: number;
}

const TITLE_LIMIT = 200;
const BODY_LIMIT = 10_000;
const MOST_JOINT_AUTHORS = 10;

const tooManyAuthors = (): Refusal =>
  refusal(
    'LIMIT_REACHED',
    `공동 제안자는 ${MOST_JOINT_AUTHORS}명까지 적을 수 있습니다.`,
    `A proposal has at most ${MOST_JOINT_AUTHORS} joint authors.`,
    'jointAuthors',
  );
const wrongShares = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '기여도는 사람마다 1 이상의 정수여야 하고, 모두 합하여 100이 되어야 합니다.',
    'Every share is a whole number from 1, and together they make 100.',
    'share',
  );

/** Every author has a part, and the parts make up the whole (제안 조례: joint authors are paid by agreed shares). */
function* shareFaults({ share, jointAuthors }: Submission): Generator<Refusal> {
  if (jointAuthors.length > MOST_JOINT_AUTHORS) yield tooManyAuthors();
  for (const [index, { name }] of jointAuthors.entries())
    yield* textFaults(name, 100, 'jointAuthors', String(index), 'name');
  const shares = [share, ...jointAuthors.map((author) => author.share)];
  const whole = shares.every((part) => isWhole(part, 1, 100));
  if (!whole || shares.reduce((sum, part) => sum + part, 0) !== 100) yield wrongShares();
}

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
    ...shareFaults(submission),
  ];
  if (faults.length > 0) return refused(...faults);
  return accepted({
    ...submission,
    title: title.trim(),
    body: body.trim(),
    proposer: inOneForm(proposer),
    jointAuthors: submission.jointAuthors.map(({ name, share }) => ({ name: name.trim(), share })),
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
