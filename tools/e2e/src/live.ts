import type { RunningStack } from './running-stack';

/** How long somebody listens who may have missed nothing, in milliseconds. */
const LISTEN_MS = 10_000;

/** What the gateway answers to somebody who wants to watch a complaint. */
export interface Heard {
  readonly status: number;
  /** The first so many messages as they come over the wire, or the refusal. */
  readonly text: string;
  readonly ids: readonly string[];
}

/**
 * Opens the live timeline of a complaint, by hand, and hears so many messages.
 * @param token undefined for somebody who has not signed in
 * @param after the id of the last message that they have
 */
export async function hear(
  stack: Pick<RunningStack, 'description'>,
  token: string | undefined,
  complaintId: string,
  { count = 1, after }: { readonly count?: number; readonly after?: string } = {},
): Promise<Heard> {
  const url = new URL(`/events?complaint=${complaintId}`, stack.description.endpoint);
  const hangUp = new AbortController();
  const limit = AbortSignal.any([hangUp.signal, AbortSignal.timeout(LISTEN_MS)]);
  const headers = {
    accept: 'text/event-stream',
    'accept-language': 'en',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(after !== undefined && { 'last-event-id': after }),
  };
  const response = await fetch(url, { headers, signal: limit });
  if (response.status !== 200) return { status: response.status, text: await response.text(), ids: [] };
  let text = '';
  const messages = () =>
    text
      .split('\n\n')
      .slice(0, -1)
      .filter((message) => message.startsWith('event:'));
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (messages().length >= count) break;
  }
  hangUp.abort();
  const ids = messages().map((message) => /^id: (.*)$/m.exec(message)![1]!);
  return { status: 200, text, ids };
}
