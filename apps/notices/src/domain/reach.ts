import { OUTGOING, type OutgoingChannel } from './channels';

/** What is known of where somebody can be reached when a notice is planned. */
export interface Reach {
  /** The addresses of their profile; undefined without one: only the filing service knows, when the notice is sent. */
  readonly profile?: { readonly email: string | null; readonly phone: string | null };
  readonly hasDevice: boolean;
}

/** By what people are told who have not said: on the devices that they registered, and by mail, or else by text message. */
function usualFor({ profile }: Reach, offered: ReadonlySet<OutgoingChannel>): readonly OutgoingChannel[] {
  const byText = offered.has('SMS') && Boolean(profile?.phone) && !profile?.email;
  return [byText ? 'SMS' : 'EMAIL', 'PUSH'];
}

/**
 * By which channels, besides the inbox, a notice goes to somebody.
 * @param wished what they said; null while they have not
 * @param offered what this city has a provider for
 */
export function outgoingFor(
  wished: readonly OutgoingChannel[] | null,
  reach: Reach,
  offered: ReadonlySet<OutgoingChannel>,
): OutgoingChannel[] {
  const channels = wished ?? usualFor(reach, offered);
  return OUTGOING.filter(
    (channel) => channels.includes(channel) && offered.has(channel) && (channel !== 'PUSH' || reach.hasDevice),
  );
}
