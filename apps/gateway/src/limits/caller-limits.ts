import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Language, Message } from '@charter/contracts';
import type { Person } from '../caller/person';
import { publicError } from '../errors/public-error';
import type { Charge } from '../graph-pipeline';
import { limitedTotal } from '../observe/metrics';
import type { Budget, Verdict } from './budget';
import { addressKey, callerKey } from './caller-key';
import { guessesIn } from './guessable';
import { REQUEST_POINTS } from './limit-env';

const USED_UP: Readonly<Record<'points' | 'texts' | 'guesses' | 'misses', Message>> = {
  points: {
    ko: '짧은 시간에 너무 많은 자료를 요청하셨습니다. retryAfterSeconds초 뒤에 다시 시도하시고, 한 번에 필요한 항목만 조회해 주십시오.',
    en: 'You have asked for too much in a short time. Try again after retryAfterSeconds, and ask only for what you show.',
  },
  texts: {
    ko: '새로운 질의문을 짧은 시간에 너무 많이 보내셨습니다. 값은 변수(variables)로 보내 같은 질의문을 다시 쓰시고, retryAfterSeconds초 뒤에 다시 시도해 주십시오.',
    en: 'Too many new query texts in a short time. Send values as variables, so that the text stays the same, and try again after retryAfterSeconds.',
  },
  guesses: {
    ko: '접수번호나 초대 확인을 너무 자주 시도하셨습니다. retryAfterSeconds초 뒤에 다시 시도하거나 로그인해 주십시오.',
    en: 'Too many look-ups by receipt number or token. Try again after retryAfterSeconds, or sign in.',
  },
  misses: {
    ko: '올바르지 않은 로그인 정보나 주소가 너무 자주 사용되었습니다. retryAfterSeconds초 뒤에 다시 시도해 주십시오.',
    en: 'Too many tokens or addresses that are not valid. Try again after retryAfterSeconds.',
  },
};

/** The error for what somebody has used up. */
export function rateLimited(what: keyof typeof USED_UP, language: Language, retryAfterSeconds: number): GraphQLError {
  limitedTotal.inc({ limit: what });
  return publicError('RATE_LIMITED', USED_UP[what][language], { status: 429, retryAfterSeconds });
}

/** Who asks, as far as limits care. */
export interface Asking {
  readonly person?: Person;
  readonly address?: string;
  readonly language: Language;
}

export interface CallerBudgets {
  readonly anonymous: Budget;
  readonly citizen: Budget;
  readonly staff: Budget;
  /** Texts that have to be read, by caller of whatever kind. */
  readonly texts: Budget;
  readonly guessesOfPerson: Budget;
  readonly guessesOfAddress: Budget;
}

type OrLater<T> = T | Promise<T>;
const then = <A, B>(value: OrLater<A>, next: (value: A) => OrLater<B>): OrLater<B> =>
  value instanceof Promise ? value.then(next) : next(value);

const STAFF = new Set(['OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN']);

/** Limits by caller: a person has points of their own wherever they are, the anonymous share those of their network address. */
export class CallerLimits {
  readonly #guesses = new WeakMap<OperationDefinitionNode, number>();

  constructor(private readonly budgets: CallerBudgets) {}

  /** Before a body is read: what every request spends. @throws {GraphQLError} RATE_LIMITED, here or in the promise */
  enter(asking: Asking): OrLater<Verdict> {
    return this.#spend(asking, REQUEST_POINTS);
  }

  /** Before a text is read that this process has not read before. @throws {GraphQLError} RATE_LIMITED, here or in the promise */
  read({ person, address, language }: Asking): OrLater<Verdict> {
    const verdict = this.budgets.texts.spend(callerKey(person, address), 1);
    return then(verdict, (found) => orRefuse('texts', found, language));
  }

  /** Before an operation runs: its cost, and the secrets that it tries. @throws {GraphQLError} RATE_LIMITED, here or in the promise */
  admit(document: DocumentNode, operation: OperationDefinitionNode, cost: number, asking: Asking): OrLater<Charge> {
    return then(this.#tryGuesses(this.#guessesIn(document, operation), asking), () =>
      then(this.#spend(asking, cost), ({ remaining }) => ({
        ...{ requested: cost, limit: this.#budgetOf(asking.person).limit, remaining },
      })),
    );
  }

  #spend(asking: Asking, points: number): OrLater<Verdict> {
    const verdict = this.#budgetOf(asking.person).spend(callerKey(asking.person, asking.address), points);
    return then(verdict, (found) => orRefuse('points', found, asking.language));
  }

  #tryGuesses(guesses: number, { person, address, language }: Asking): OrLater<unknown> {
    if (guesses === 0) return undefined;
    const ofAddress = this.budgets.guessesOfAddress.spend(addressKey(address), guesses);
    return then(ofAddress, (found) => {
      orRefuse('guesses', found, language);
      if (!person) return undefined;
      const ofPerson = this.budgets.guessesOfPerson.spend(person.id, guesses);
      return then(ofPerson, (own) => orRefuse('guesses', own, language));
    });
  }

  #guessesIn(document: DocumentNode, operation: OperationDefinitionNode): number {
    const known = this.#guesses.get(operation);
    if (known !== undefined) return known;
    const guesses = guessesIn(document, operation);
    this.#guesses.set(operation, guesses);
    return guesses;
  }

  #budgetOf(person: Person | undefined): Budget {
    if (!person) return this.budgets.anonymous;
    return person.roles.some((role) => STAFF.has(role)) ? this.budgets.staff : this.budgets.citizen;
  }
}

function orRefuse(what: keyof typeof USED_UP, verdict: Verdict, language: Language): Verdict {
  if (!verdict.isAdmitted) throw rateLimited(what, language, verdict.retryAfterSeconds);
  return verdict;
}
