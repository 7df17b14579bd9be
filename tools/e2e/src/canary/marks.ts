import { randomBytes, randomInt } from 'node:crypto';

/**
 * What of a person something is. The first five are sealed wherever they are kept. WORDS are what people and officers write in a
 * case, for those whom it concerns; PUBLISHED words are meant for everybody.
 */
export const PERSONAL = ['NAME', 'PHONE', 'EMAIL', 'ADDRESS', 'ACCOUNT'] as const;
type Personal = (typeof PERSONAL)[number];
export type MarkKind = Personal | 'WORDS' | 'PUBLISHED';

export interface Mark {
  readonly kind: MarkKind;
  /** Where it was given in: `FileComplaintInput.title`. */
  readonly at: string;
  /** How it would be found again: the digits of a number also without hyphens. */
  readonly needles: readonly string[];
}

const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');
const word = (): string => randomBytes(6).toString('hex');

/** What every mark has in it, as a regular expression: a first look that is cheap. */
export const EVERY_MARK = '표식|mark-|010-?77|7700-?[0-9]';

const MAKE: Readonly<Record<MarkKind, () => { text: string; needles: string[] }>> = {
  NAME: () => {
    const name = `표식${word()}님`;
    return { text: name, needles: [name.slice(1, -1)] };
  },
  PHONE: () => {
    const [middle, last] = [`77${digits(2)}`, digits(4)];
    return { text: `010-${middle}-${last}`, needles: [`010-${middle}-${last}`, `010${middle}${last}`] };
  },
  EMAIL: () => {
    const box = `mark-${word()}`;
    return { text: `${box}@example.org`, needles: [box] };
  },
  ADDRESS: () => {
    const street = `표식로${word()}길`;
    return { text: `부산광역시 연제구 ${street} 7`, needles: [street] };
  },
  ACCOUNT: () => {
    const parts = ['7700', digits(4), digits(4)];
    return { text: parts.join('-'), needles: [parts.join('-'), parts.join('')] };
  },
  WORDS: () => {
    const said = `표식말${word()}`;
    return { text: `${said} 입니다.`, needles: [said] };
  },
  PUBLISHED: () => {
    const said = `표식글${word()}`;
    return { text: `${said} 입니다.`, needles: [said] };
  },
};

/** Makes marks, each of its own, and finds them again. */
export class Marks {
  readonly #made: Mark[] = [];

  /** @param at where it is given in @returns a text of this kind that stands nowhere else in the world */
  make(kind: MarkKind, at: string): string {
    const { text, needles } = MAKE[kind]();
    this.#made.push({ kind, at, needles });
    return text;
  }

  get count(): number {
    return this.#made.length;
  }

  of(kinds: readonly MarkKind[]): Mark[] {
    return this.#made.filter(({ kind }) => kinds.includes(kind));
  }

  /** Which marks of these kinds a text holds: `NAME PetitionerInput.name`, each once. */
  in(text: string, kinds: readonly MarkKind[]): string[] {
    const found = this.of(kinds).filter(({ needles }) => needles.some((needle) => text.includes(needle)));
    return [...new Set(found.map(({ kind, at }) => `${kind} ${at}`))];
  }
}
