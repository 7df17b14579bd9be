import { type Refusal, refusal } from '@charter/contracts';
import type { Question } from '../questionnaires/question';
import type { Audience } from '../questionnaires/questionnaire';
import type { Schedule } from './steps';

const DAY_MS = 86_400_000;

/** When the steps of a campaign are, in days from its start. */
export interface CampaignDays {
  readonly firstReminderAfter: number;
  readonly secondReminderAfter: number;
  readonly closesAfter: number;
}

/** What of a questionnaire decides whether a campaign can ask it. */
export interface CampaignFacts {
  readonly audience: Audience;
  readonly questions: readonly Pick<Question, 'kind'>[];
  readonly answerDays: number;
  /** Whether another campaign asks it. */
  readonly asked: boolean;
}

export const scheduleOf = (
  { firstReminderAfter, secondReminderAfter, closesAfter }: CampaignDays,
  startsAt: Date,
): Schedule => {
  const after = (days: number): Date => new Date(startsAt.getTime() + days * DAY_MS);
  return {
    startsAt,
    firstReminderAt: after(firstReminderAfter),
    secondReminderAt: after(secondReminderAfter),
    closesAt: after(closesAfter),
  };
};

const invalid = (ko: string, en: string, field: string): Refusal => refusal('INVALID_VALUE', ko, en, field);

/** Why a campaign cannot be started so. Whether people can be invited is asked beside. */
export function* campaignFaults(facts: CampaignFacts, days: CampaignDays): Generator<Refusal> {
  const { firstReminderAfter: first, secondReminderAfter: second, closesAfter: end } = days;
  if (facts.asked) {
    yield refusal(
      'ALREADY_DONE',
      '이미 이 설문으로 조사를 시작하였습니다.',
      'A campaign asks this questionnaire already.',
    );
  }
  if (!facts.questions.some(({ kind }) => kind === 'SCALE_5' || kind === 'SCALE_7')) {
    yield refusal(
      'INVALID_STATE',
      '만족도를 매길 척도 문항이 없습니다.',
      'No question of it has a scale, so nothing could be scored.',
    );
  }
  if (first < 1)
    yield invalid(
      '첫 독려는 시작한 다음 날부터 할 수 있습니다.',
      'The first reminder comes after a day at the earliest.',
      'firstReminderAfter',
    );
  if (second <= first)
    yield invalid(
      '두 번째 독려는 첫 독려보다 뒤여야 합니다.',
      'The second reminder comes after the first one.',
      'secondReminderAfter',
    );
  if (end <= second)
    yield invalid('마감은 두 번째 독려보다 뒤여야 합니다.', 'It closes after the second reminder.', 'closesAfter');
  if (end > facts.answerDays) {
    const [ko, en] = [
      `마감은 설문의 응답 기간(${facts.answerDays}일) 안이어야 합니다.`,
      `It closes within the questionnaire’s time to answer, ${facts.answerDays} days.`,
    ];
    yield invalid(ko, en, 'closesAfter');
  }
}
