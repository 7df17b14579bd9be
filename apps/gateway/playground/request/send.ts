import type { Language, Texts } from '../texts';
import { operationToRun } from '../workbench/operation-facts';
import { type Answer, type Trouble, troubleIn } from './trouble';
import { Missing, filled, keep } from './values';

export interface Asked {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null;
}

export interface Sender {
  /** Undefined for an anonymous caller. */
  readonly token: string | undefined;
  /** Another token for the same demo person, when theirs is refused; undefined for a token that the user brought. */
  readonly renew: (() => Promise<string | undefined>) | undefined;
  readonly language: Language;
  readonly texts: Texts;
  /** Told after each request: what is wrong, or that nothing is. */
  readonly tell: (trouble: Trouble | undefined) => void;
}

const failure = (message: string): Answer => ({ errors: [{ message }] });

async function post(body: string, token: string | undefined, language: Language): Promise<Answer> {
  const headers = {
    'content-type': 'application/json',
    'accept-language': language,
    ...(token && { authorization: `Bearer ${token}` }),
  };
  return (await (await fetch('/graphql', { method: 'POST', headers, body })).json()) as Answer;
}

/** Sends a request of the editor as the chosen person, and remembers the ids in the answer. */
export async function send({ query, variables, operationName: chosen }: Asked, sender: Sender): Promise<Answer> {
  const operationName = operationToRun(query, chosen);
  const { token, renew, language, texts, tell } = sender;
  let body: string;
  try {
    body = JSON.stringify({ query, variables: filled(variables ?? {}), operationName });
  } catch (error) {
    if (error instanceof Missing) return failure(texts.missing(error.message));
    throw error;
  }
  try {
    let answer = await post(body, token, language);
    let trouble = troubleIn(answer, token !== undefined);
    if (trouble?.kind === 'expired' && renew) {
      const another = await renew();
      if (another && another !== token) {
        answer = await post(body, another, language);
        trouble = troubleIn(answer, true);
      }
      if (trouble?.kind === 'expired') trouble = { kind: 'expiredPerson' };
    }
    tell(trouble);
    keep(operationName, answer.data);
    return answer;
  } catch {
    tell({ kind: 'unreachable' });
    return failure(texts.trouble.unreachable);
  }
}
