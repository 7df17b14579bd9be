/** How a notice can reach somebody. */
export const CHANNELS = ['INBOX', 'EMAIL', 'SMS', 'PUSH'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The channels that go out to somebody. The inbox waits for its reader: it disturbs nobody, and everybody has it. */
export type OutgoingChannel = Exclude<Channel, 'INBOX'>;

export const isOutgoing = (channel: Channel): channel is OutgoingChannel => channel !== 'INBOX';
export const OUTGOING: readonly OutgoingChannel[] = CHANNELS.filter(isOutgoing);
