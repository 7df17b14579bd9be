import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { type Channel, OUTGOING, type OutgoingChannel } from './channels';
import { decideDigestAfter } from './digest';
import { type QuietHours, decideQuietHours } from './quiet-hours';

/** How somebody wishes to be told, besides in their inbox. */
export interface Preferences {
  /** Null while they have not said. */
  readonly channels: readonly OutgoingChannel[] | null;
  readonly quietHours: QuietHours | null;
  /** After how many notices a day and channel the further ones come together; null for never. */
  readonly digestAfter: number | null;
}

export const NO_PREFERENCES: Preferences = { channels: null, quietHours: null, digestAfter: null };

/** By what people are told who have not said. */
export const USUAL_CHANNELS: readonly OutgoingChannel[] = ['EMAIL'];

/** What somebody changes of it. Not given, it stays as it is; null takes it back. */
export interface WishedPreferences {
  readonly channels?: readonly Channel[] | null;
  readonly quietHours?: QuietHours | null;
  readonly digestAfter?: number | null;
}

type Addresses = Readonly<Record<'email' | 'phone', string | null>>;

/** The address that a channel needs, and how people are asked for it. Devices are registered by themselves, before or after. */
const NEEDS: Readonly<Partial<Record<OutgoingChannel, { of: keyof Addresses; ko: string; en: string }>>> = {
  EMAIL: {
    of: 'email',
    ko: '전자우편으로 받으시려면 전자우편 주소를 함께 입력해 주십시오.',
    en: 'Please give an e-mail address as well to be told by e-mail.',
  },
  SMS: {
    of: 'phone',
    ko: '문자로 받으시려면 휴대전화 번호를 함께 입력해 주십시오.',
    en: 'Please give a phone number as well to be told by text message.',
  },
};

/** Decides how somebody is told from now on: by channels for which there is an address, and outside of quiet hours. */
export function decidePreferences(
  { channels, quietHours, digestAfter }: WishedPreferences,
  before: Preferences,
  addresses: Addresses,
): Outcome<Preferences> {
  // The inbox is everybody's, wished or not.
  const wished = channels && OUTGOING.filter((channel) => channels.includes(channel));
  const missing = (wished ?? []).flatMap((channel) => {
    const need = NEEDS[channel];
    return need && addresses[need.of] === null ? [need] : [];
  });
  const quiet: Outcome<QuietHours | null> = quietHours
    ? decideQuietHours(quietHours)
    : accepted(quietHours === undefined ? before.quietHours : null);
  const faults = missing.map(({ ko, en }) => refusal('INVALID_VALUE', ko, en, 'channels'));
  const digest = decideDigestAfter(digestAfter === undefined ? before.digestAfter : digestAfter);
  const wrong = [...faults, ...(quiet.ok ? [] : quiet.refusals), ...(digest.ok ? [] : digest.refusals)];
  if (wrong.length > 0 || !quiet.ok || !digest.ok) return refused(...wrong);
  const kept = wished === undefined ? before.channels : wished;
  return accepted({ channels: kept, quietHours: quiet.value, digestAfter: digest.value });
}
