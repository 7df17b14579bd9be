import { atLocal, localDate } from '@charter/calendar';
import { type Language, type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Audience, NoticeEvent } from './audiences';
import { MAY_BREAK_QUIET } from './quiet-hours';
import { requiredBy } from './required';
import type { Template } from './texts/template-set';
import type { Words } from './words';

/** When digests go out, in Asia/Seoul: before work begins, and after it has ended. */
const TIMES = ['08:00', '18:00'] as const;
const DAY_MS = 86_400_000;
const MOST_A_DAY = 100;
/** How many notices one digest holds besides the one that carries it; more make another. */
export const DIGEST_HOLDS = 49;

/** Invitations carry a secret of their own in their link: in a digest it would be lost. */
const WITH_SECRET: ReadonlySet<NoticeEvent> = new Set(['survey.invited.v1', 'survey.asked.v1', 'survey.reminded.v1']);

/** Decides after how many notices a day and channel the further ones come together: 1 to 100, or null for never. */
export const decideDigestAfter = (wished: number | null): Outcome<number | null> =>
  wished === null || (wished >= 1 && wished <= MOST_A_DAY)
    ? accepted(wished)
    : refused(
        refusal(
          'INVALID_VALUE',
          `하루에 몇 건이 넘으면 모아 받으실지 1에서 ${MOST_A_DAY} 사이로 입력해 주십시오.`,
          `Please give after how many notices a day the further ones are put together: 1 to ${MOST_A_DAY}.`,
          'digestAfter',
        ),
      );

/** The next moment at which a digest goes out, later than `now`. */
export function nextDigest(now: Date): Date {
  const moments = [0, DAY_MS].flatMap((later) =>
    TIMES.map((time) => atLocal(localDate(new Date(now.getTime() + later)), time)),
  );
  return moments.find((moment) => moment > now)!;
}

/** The beginning of the day, in Asia/Seoul, whose notices are counted. */
export const dayBegan = (now: Date): Date => atLocal(localDate(now), '00:00');

/** Whether a notice may wait for a digest: not what the law requires, what has a date that would pass, or a secret link. */
export const mayWait = (notice: {
  readonly eventType: NoticeEvent;
  readonly audience: Audience;
  readonly words: Words;
}): boolean => requiredBy(notice) === null && !MAY_BREAK_QUIET[notice.eventType] && !WITH_SECRET.has(notice.eventType);

/** A digest as a notice: what each is about, one a line. The inbox has every one in full. @param titles one of each */
export function writeDigest(titles: readonly string[], language: Language): Template {
  const lines = titles.map((title, index) => `${index + 1}. ${title}`).join('\n');
  return language === 'ko'
    ? {
        subject: `[알림 모음] 알림 ${titles.length}건`,
        body: `오늘 알림이 많아 한 번에 모아 알려 드립니다.\n\n${lines}\n\n자세한 내용은 알림함에서 보실 수 있습니다. 하루에 몇 건부터 모아 받으실지는 알림 설정에서 바꾸실 수 있습니다.`,
      }
    : {
        subject: `[Digest] ${titles.length} notices`,
        body: `There were many notices today: here they are together.\n\n${lines}\n\nEach can be read in full in your inbox. After how many a day they come together can be changed in your profile.`,
      };
}
