import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Language, Message } from '@charter/contracts';
import type { Person } from '../caller/person';
import { publicError } from '../errors/public-error';
import { limitedTotal } from '../observe/metrics';
import type { Budget, Verdict } from './budget';
import { addressKey, callerKey } from './caller-key';
import { guessesIn } from './guessable';
import { REQUEST_POINTS } from './limit-env';

/** What is told of each limit, with the seconds until it can be tried again. */
const USED_UP = {
  points: (seconds) => ({
    ko: `짧은 시간에 너무 많은 자료를 요청하셨습니다. ${seconds}초 뒤에 다시 시도하시고, 필요한 항목만 조회해 주십시오.`,
    en: `Too much was asked for in a short time. Try again in ${seconds} s, and ask only for what you show.`,
  }),
  texts: (seconds) => ({
    ko: `새로운 질의문을 짧은 시간에 너무 많이 보내셨습니다. 값은 변수(variables)로 보내어 같은 질의문을 다시 쓰시고, ${seconds}초 뒤에 다시 시도해 주십시오.`,
    en: `Too many new query texts in a short time. Send values as variables, so that the text stays the same, and try again in ${seconds} s.`,
  }),
  guesses: (seconds) => ({
    ko: `접수번호나 설문 초대를 너무 자주 조회하셨습니다. ${seconds}초 뒤에 다시 시도하거나 로그인해 주십시오.`,
    en: `Too many look-ups by receipt number or invitation. Try again in ${seconds} s, or sign in.`,
  }),
  misses: (seconds) => ({
    ko: `올바르지 않은 로그인 정보나 주소를 너무 많이 보내셨습니다. ${seconds}초 뒤에 다시 시도해 주십시오.`,
    en: `Too many tokens or addresses that are not valid. Try again in ${seconds} s.`,
  }),
} as const satisfies Record<string, (seconds: number) => Message>;

type Used = keyof typeof USED_UP;

/** The error for what somebody has used up. */
export function rateLimited(what: Used, language: Language, retryAfterSeconds: number): GraphQLError {
  limitedTotal.inc({ limit: what });
  return publicError('RATE_LIMITED', USED_UP[what](retryAfterSeconds)[language], { status: 429, retryAfterSeconds });
}

/** Who asks, as far as limits care. */
export interface Asking {
  readonly person?: Person;
  readonly address?: string;
  readonly language: Language;
}

/** What an operation costs its caller, of what they have. */
export interface Charge {
  /** Objects that the answer may hold. */
  readonly requested: number;
  /** What they may spend in a minute. */
  readonly limit: number;
  readonly remaining: number;
}

/** Where each kind of limit is counted. */
export interface CallerBudgets {
  readonly anonymous: Budget;
  readonly citizen: Budget;
  readonly staff: Budget;
  /** Texts that have to be read, by caller of whatever kind. */
  readonly texts: Budget;
  readonly guessesOfPerson: Budget;
  readonly guessesOfAddress: Budget;
}

/** What is counted beside requests and objects, in points. */
export interface Prices {
  /** Of a MB (1,048,576 bytes) of a file. */
  readonly perMb: number;
  /** Of a stream of events that is opened. */
  readonly perStream: number;
}

const MB = 1024 * 1024;

type OrLater<T> = T | Promise<T>;
const then = <A, B>(value: OrLater<A>, next: (value: A) => OrLater<B>): OrLater<B> =>
  value instanceof Promise ? value.then(next) : next(value);

const STAFF = new Set(['OFFICER', 'MANAGER', 'AUDITOR', 'ADMIN']);

/** Limits by caller: a person has points of their own wherever they are, the anonymous share those of their network address. */
export class CallerLimits {
  readonly #guesses = new WeakMap<OperationDefinitionNode, number>();

  constructor(
    private readonly budgets: CallerBudgets,
    private readonly prices: Prices,
  ) {}

  /** Before a body is read: what every request spends, or what one is known to cost. @throws {GraphQLError} RATE_LIMITED, here or in the promise */
  enter(asking: Asking, points = REQUEST_POINTS): OrLater<Verdict> {
    return this.#spend(asking, points);
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

  /** Before a file passes whose length is known, in bytes. @throws {GraphQLError} RATE_LIMITED, here or in the promise */
  pass(asking: Asking, bytes: number): OrLater<Verdict> {
    return this.#spend(asking, this.#priceOf(bytes, asking));
  }

  /** When a file has passed whose length was not known before: spends what it cost, or what is left. Refuses nothing. */
  async notePassed(asking: Asking, bytes: number): Promise<void> {
    const [budget, key] = [this.#budgetOf(asking.person), callerKey(asking.person, asking.address)];
    const { isAdmitted, remaining } = await budget.spend(key, this.#priceOf(bytes, asking));
    if (!isAdmitted) await budget.spend(key, remaining);
  }

  /** Before a stream of events is opened. @throws {GraphQLError} RATE_LIMITED, here or in the promise */
  watch(asking: Asking): OrLater<Verdict> {
    return this.#spend(asking, this.prices.perStream);
  }

  /** Half of a minute's points at most: a file that costs more could never be had. */
  #priceOf(bytes: number, { person }: Asking): number {
    return Math.min(Math.ceil((bytes / MB) * this.prices.perMb), Math.floor(this.#budgetOf(person).limit / 2));
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

function orRefuse(what: Used, verdict: Verdict, language: Language): Verdict {
  if (!verdict.isAdmitted) throw rateLimited(what, language, verdict.retryAfterSeconds);
  return verdict;
}
