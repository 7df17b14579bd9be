import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';

/** Whether everybody sees something: hidden with a reason, appealed against, and hidden for good. */
export const VISIBILITIES = ['VISIBLE', 'HIDDEN', 'APPEALED', 'CONFIRMED'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export type ModerationCommand =
  | { readonly type: 'hide'; readonly reason: string }
  | { readonly type: 'restore'; readonly reason: string }
  | { readonly type: 'appeal'; readonly text: string }
  | { readonly type: 'decideAppeal'; readonly restore: boolean; readonly reason: string };
export type ModerationCommandType = ModerationCommand['type'];

/** Who gives a command: the office, or whose text it is. */
export const MODERATES: Readonly<Record<ModerationCommandType, 'OFFICE' | 'AUTHOR' | 'MANAGER'>> = {
  hide: 'OFFICE',
  restore: 'OFFICE',
  appeal: 'AUTHOR',
  decideAppeal: 'MANAGER',
};

/** From where a command leads where. Where `decideAppeal` leads hangs on the decision. */
export const VISIBILITY_TRANSITIONS: Readonly<
  Record<ModerationCommandType, Readonly<Partial<Record<Visibility, Visibility>>>>
> = {
  hide: { VISIBLE: 'HIDDEN' },
  restore: { HIDDEN: 'VISIBLE', CONFIRMED: 'VISIBLE' },
  appeal: { HIDDEN: 'APPEALED' },
  decideAppeal: { APPEALED: 'CONFIRMED' },
};

const REASON_LIMIT = 2_000;

const wrongState = (already: boolean): Refusal =>
  already
    ? refusal('ALREADY_DONE', '이미 그렇게 처리되었습니다.', 'This was done already.')
    : refusal(
        'INVALID_STATE',
        '현재의 공개 상태에서는 할 수 없습니다. visibility를 확인해 주십시오.',
        'This cannot be done as it is shown or hidden now: please look at visibility.',
      );

const samePerson = (): Refusal =>
  refusal(
    'SAME_PERSON',
    '가린 사람이 아닌 다른 사람이 이의를 결정해야 합니다.',
    'Somebody else than the one who hid it decides the appeal.',
  );

/**
 * Decides a step of moderation. Pure.
 * @param hiddenBy who hid it; null while it is shown
 */
export function decideModeration(
  visibility: Visibility,
  hiddenBy: string | null,
  command: ModerationCommand,
  by: string,
): Outcome<Visibility> {
  const next = VISIBILITY_TRANSITIONS[command.type][visibility];
  if (!next)
    return refused(wrongState(command.type === 'appeal' ? visibility !== 'VISIBLE' : isDone(command, visibility)));
  if (command.type === 'decideAppeal' && hiddenBy === by) return refused(samePerson());
  const faults =
    command.type === 'appeal'
      ? textFaults(command.text, REASON_LIMIT, 'text')
      : textFaults(command.reason, REASON_LIMIT, 'reason');
  if (faults.length > 0) return refused(...faults);
  return accepted(command.type === 'decideAppeal' && command.restore ? 'VISIBLE' : next);
}

const isDone = ({ type }: ModerationCommand, visibility: Visibility): boolean =>
  (type === 'hide' && visibility !== 'VISIBLE') || (type === 'restore' && visibility === 'VISIBLE');
