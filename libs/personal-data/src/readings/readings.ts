import type { PersonalDataKind, ReadingPurpose, ReadingSubject } from '@charter/contracts';

/** Whose data, about what. */
export interface ReadingOf {
  readonly subjectType: ReadingSubject;
  readonly subjectId: string;
  /** Null where the person has no account. */
  readonly citizenId: string | null;
}

/** What was read of one subject. */
export interface ReadSubject extends ReadingOf {
  readonly kinds: readonly PersonalDataKind[];
}

/** What was read for one purpose, with the reader’s reason where one was asked for. */
export interface Reading {
  readonly purpose: ReadingPurpose;
  readonly reason: string | null;
  readonly subjects: readonly ReadSubject[];
}

interface Why {
  readonly purpose: ReadingPurpose;
  readonly reason: string | null;
}

const HANDLING: Why = { purpose: 'HANDLING', reason: null };

/**
 * What one request shows of other people. Resolvers hand out persons through {@link Readings.shown}; before the answer leaves, what
 * was noted is written to the log, or nothing is answered.
 */
export class Readings {
  private readonly noted = new Map<string, { why: Why; of: ReadingOf; kinds: Set<PersonalDataKind> }>();

  /** @param readerId who asks; what people read of themselves is no reading */
  constructor(private readonly readerId: string | undefined) {}

  /**
   * A person’s data as an object whose fields note that they were read when they are: what a query does not ask for is not noted.
   * @param kinds of what kind each field is
   */
  shown<K extends string, T extends Readonly<Record<K, unknown>>>(
    of: ReadingOf,
    values: T,
    kinds: Readonly<Record<K, PersonalDataKind>>,
    why: Why = HANDLING,
  ): T {
    if (this.isOwn(of)) return values;
    const note = (kind: PersonalDataKind): void => this.note(of, [kind], why);
    return Object.defineProperties(
      {},
      Object.fromEntries(
        Object.entries(values).map(([field, value]) => {
          const kind = (kinds as Readonly<Record<string, PersonalDataKind | undefined>>)[field];
          const get = (): unknown => {
            if (kind !== undefined && value !== null) note(kind);
            return value;
          };
          return [field, { get, enumerable: true }];
        }),
      ),
    ) as T;
  }

  /** Notes what is handed out in another way. */
  note(of: ReadingOf, kinds: readonly PersonalDataKind[], why: Why = HANDLING): void {
    if (this.isOwn(of)) return;
    const key = JSON.stringify([why.purpose, why.reason, of.subjectType, of.subjectId, of.citizenId]);
    const entry = this.noted.get(key) ?? { why, of, kinds: new Set() };
    for (const kind of kinds) entry.kinds.add(kind);
    this.noted.set(key, entry);
  }

  /** What has been noted, by purpose and reason. */
  taken(): Reading[] {
    const readings = new Map<string, { why: Why; subjects: ReadSubject[] }>();
    for (const { why, of, kinds } of this.noted.values()) {
      const key = JSON.stringify(why);
      const reading = readings.get(key) ?? { why, subjects: [] };
      reading.subjects.push({ ...of, kinds: [...kinds].sort() });
      readings.set(key, reading);
    }
    return [...readings.values()].map(({ why, subjects }) => ({ ...why, subjects }));
  }

  private isOwn({ citizenId }: ReadingOf): boolean {
    return this.readerId === undefined || citizenId === this.readerId;
  }
}
