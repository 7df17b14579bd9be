import type { Texts } from '../texts';

/** What went wrong with a request that the user can do something about. */
export type Trouble =
  | { readonly kind: 'unreachable' | 'expired' | 'expiredPerson' | 'signIn' }
  | { readonly kind: 'limited'; readonly seconds: number | undefined }
  | { readonly kind: 'unavailable'; readonly services: string };

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** What an answer says is wrong; undefined when the answer itself tells the user all there is. */
export function troubleIn(answer: Answer, withToken: boolean): Trouble | undefined {
  const found = (answer.errors ?? []).map(({ extensions = {} }) => extensions);
  const first = (code: string) => found.find((extensions) => extensions.code === code);
  if (first('UNAUTHENTICATED')) return { kind: withToken ? 'expired' : 'signIn' };
  const limited = first('RATE_LIMITED');
  if (limited) {
    const { retryAfterSeconds: seconds } = limited;
    return { kind: 'limited', seconds: typeof seconds === 'number' ? seconds : undefined };
  }
  const away = found.flatMap(({ code, service }) => (code === 'SERVICE_UNAVAILABLE' ? [String(service)] : []));
  return away.length > 0 ? { kind: 'unavailable', services: [...new Set(away)].join(', ') } : undefined;
}

export function troubleText(trouble: Trouble, { trouble: texts }: Texts): string {
  if (trouble.kind === 'limited') return texts.limited(trouble.seconds);
  if (trouble.kind === 'unavailable') return texts.unavailable(trouble.services);
  return texts[trouble.kind];
}
