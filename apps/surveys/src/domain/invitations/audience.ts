import { type Refusal, refusal } from '@charter/contracts';
import type { Audience } from '../questionnaires/questionnaire';

/** A random sample of the citizens served in a period, both days included. */
export interface SampleOf {
  readonly from: string;
  readonly to: string;
  readonly size: number;
  /** What makes the draw the same again; anything. */
  readonly seed: string;
}

/** Whom to invite: those on a list, or a sample. */
export type Invitees = { readonly citizenIds: readonly string[] } | { readonly sample: SampleOf };

/** What of a questionnaire decides whether people can be invited to it. */
export interface InvitingFacts {
  readonly audience: Audience;
  readonly status: 'DRAFT' | 'PUBLISHED' | 'REPLACED' | 'CLOSED';
  readonly closesAt: Date | null;
}

const MOST_LISTED = 5_000;
const MOST_DRAWN = 1_000_000;

/** Why these people cannot be invited to this questionnaire now. */
export function* invitingFaults(
  { audience, status, closesAt }: InvitingFacts,
  invitees: Invitees,
  now: Date,
): Generator<Refusal> {
  if (status !== 'PUBLISHED' || (closesAt && closesAt <= now)) {
    yield refusal(
      'INVALID_STATE',
      '게시되어 진행 중인 설문에만 초대할 수 있습니다.',
      'Only to a survey that is published and open can people be invited.',
    );
    return;
  }
  const wanted = 'sample' in invitees ? 'SAMPLE' : 'LIST';
  if (audience !== wanted) {
    const [ko, en] = [`이 설문의 대상은 ${audience}입니다.`, `This survey asks another audience: ${audience}.`];
    yield refusal('INVALID_STATE', ko, en);
    return;
  }
  if ('sample' in invitees) {
    const { from, to, size, seed } = invitees.sample;
    if (to < from)
      yield refusal(
        'INVALID_VALUE',
        '기간의 끝이 시작보다 앞섭니다.',
        'The period ends before it begins.',
        'sample',
        'to',
      );
    if (size < 1 || size > MOST_DRAWN)
      yield refusal(
        'INVALID_VALUE',
        `표본은 1~${MOST_DRAWN}명입니다.`,
        `A sample has 1 to ${MOST_DRAWN} people.`,
        'sample',
        'size',
      );
    if (!seed.trim() || seed.length > 100)
      yield refusal('INVALID_VALUE', '난수 씨앗은 1~100자입니다.', 'A seed has 1 to 100 characters.', 'sample', 'seed');
  } else if (invitees.citizenIds.length < 1 || invitees.citizenIds.length > MOST_LISTED) {
    const [ko, en] = [
      `한 번에 1~${MOST_LISTED}명을 초대하십시오.`,
      `Please invite 1 to ${MOST_LISTED} people at a time.`,
    ];
    yield refusal('INVALID_VALUE', ko, en, 'citizenIds');
  }
}
