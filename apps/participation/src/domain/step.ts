import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';

/** From where a command leads where. */
export type Transitions<S extends string, C extends string> = Readonly<Record<C, Readonly<Partial<Record<S, S>>>>>;

type Names<S extends string> = Readonly<Record<S, { readonly ko: string; readonly en: string }>>;

const alreadyDone = (): Refusal => refusal('ALREADY_DONE', '이미 처리되었습니다.', 'This was done already.');

/**
 * Decides whether a table allows a command. Pure.
 * @param done the statuses that say that it was carried out
 */
export function decideByTable<S extends string, C extends string>(
  {
    transitions,
    names,
    done,
  }: { transitions: Transitions<S, C>; names: Names<S>; done: Partial<Record<C, readonly S[]>> },
  status: S,
  command: C,
): Outcome<S> {
  const next = transitions[command][status];
  if (next !== undefined) return accepted(next);
  if (done[command]?.includes(status)) return refused(alreadyDone());
  const { ko, en } = names[status];
  return refused(
    refusal('INVALID_STATE', `현재 상태(${ko})에서는 할 수 없습니다.`, `This cannot be done while it is ${en}.`),
  );
}
