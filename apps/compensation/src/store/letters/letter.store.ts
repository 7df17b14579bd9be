import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Language } from '@charter/contracts';
import { ERASED, type PrivacyKeys, open, seal } from '@charter/privacy';
import type { LetterFacts, LetterPeople } from '../../domain/letters/letter';
import { type LetterTerms } from '../../domain/letters/terms';
import { KnownDepartmentEntity, LetterAccessEntity, LetterEntity, LetterTermsEntity } from './letter.entity';

/** A letter that was sent: everything is there. */
export type SentLetter = LetterEntity & {
  readonly people: string;
  readonly dated: string;
  readonly sentAt: Date;
  readonly sha256Ko: string;
  readonly sha256En: string;
};

const termsPlace = (claimId: string) => ({ table: 'letter_terms', column: 'handler', row: claimId });
const peoplePlace = (id: string) => ({ table: 'compensation_letter', column: 'people', row: id });

/** The number of a letter: by the year in which it was written. */
export const letterNumber = ({ seq, writtenAt }: Pick<LetterEntity, 'seq' | 'writtenAt'>): string =>
  `COMP-${new Date(writtenAt.getTime() + 9 * 3_600_000).getUTCFullYear()}-${String(seq).padStart(6, '0')}`;

/** What a letter says in full. */
export const factsOf = (letter: LetterEntity, dated: string): LetterFacts => ({
  ...letter.facts,
  ...{ number: letterNumber(letter), dated },
});

export const shaOf = (letter: SentLetter, language: Language): string =>
  language === 'ko' ? letter.sha256Ko : letter.sha256En;

export class LetterStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PrivacyKeys,
  ) {}

  /** Keeps what a department is called, unless newer news came before. */
  async rememberDepartment(tx: EntityManager, row: KnownDepartmentEntity): Promise<void> {
    await tx.query(
      `INSERT INTO "known_department" ("code", "name_ko", "name_en", "phone", "as_of") VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ("code") DO UPDATE SET "name_ko" = $2, "name_en" = $3, "phone" = $4, "as_of" = $5
       WHERE "known_department"."as_of" <= $5`,
      [row.code, row.nameKo, row.nameEn, row.phone, row.asOf],
    );
  }

  async department(tx: EntityManager, code: string): Promise<KnownDepartmentEntity | undefined> {
    return (await tx.findOneBy(KnownDepartmentEntity, { code })) ?? undefined;
  }

  /** Keeps what the office gives for the letter of a claim, in place of what it gave before. */
  async keepTerms(tx: EntityManager, claimId: string, terms: LetterTerms, by: string, at: Date): Promise<void> {
    const { handler, ...rest } = terms;
    const sealed = handler === null ? null : seal(this.keys, termsPlace(claimId), handler);
    const row = { claimId, ...rest, handler: sealed, givenBy: by, givenAt: at };
    await tx.upsert(LetterTermsEntity, row, ['claimId']);
  }

  async terms(tx: EntityManager, claimId: string): Promise<LetterTerms | undefined> {
    const row = await tx.findOneBy(LetterTermsEntity, { claimId });
    if (!row) return undefined;
    const { handler, phone, correctionKo, correctionEn, correctBy } = row;
    const opened = handler === null ? null : open(this.keys, termsPlace(claimId), handler);
    return { handler: opened, phone, correctionKo, correctionEn, correctBy };
  }

  /** Writes the next letter of a claim, to be sent. The claim is locked. */
  async add(
    tx: EntityManager,
    letter: Pick<LetterEntity, 'id' | 'claimId' | 'textVersion' | 'facts' | 'writtenAt'>,
    people: LetterPeople,
  ): Promise<void> {
    const version = (await tx.countBy(LetterEntity, { claimId: letter.claimId })) + 1;
    await tx.insert(LetterEntity, {
      ...{ ...letter, version, tryAt: letter.writtenAt },
      people: seal(this.keys, peoplePlace(letter.id), JSON.stringify(people)),
    } as never);
  }

  /** The letters that are to be sent now, the oldest first. */
  waiting(now: Date, limit: number): Promise<LetterEntity[]> {
    return this.dataSource.manager
      .createQueryBuilder(LetterEntity, 'letter')
      .where('letter.sent_at IS NULL AND letter.cancelled_at IS NULL AND letter.try_at <= :now', { now })
      .orderBy('letter.try_at')
      .addOrderBy('letter.seq')
      .limit(limit)
      .getMany();
  }

  /** Locked; undefined when it was sent or given up meanwhile, or another worker sends it now. */
  async lockWaiting(tx: EntityManager, id: string): Promise<LetterEntity | undefined> {
    const found = await tx
      .createQueryBuilder(LetterEntity, 'letter')
      .where('letter.id = :id AND letter.sent_at IS NULL AND letter.cancelled_at IS NULL', { id })
      .setLock('pessimistic_write')
      .setOnLocked('skip_locked')
      .getOne();
    return found ?? undefined;
  }

  async isNewest(tx: EntityManager, { claimId, version }: LetterEntity): Promise<boolean> {
    return !(await tx.existsBy(LetterEntity, { claimId, version: version + 1 }));
  }

  peopleOf({ id, people }: Pick<LetterEntity, 'id' | 'people'>): LetterPeople {
    if (people === null || people === ERASED) return NOBODY;
    return JSON.parse(open(this.keys, peoplePlace(id), people)) as LetterPeople;
  }

  async send(
    tx: EntityManager,
    id: string,
    people: LetterPeople,
    sent: Pick<SentLetter, 'dated' | 'sentAt' | 'sha256Ko' | 'sha256En'>,
  ): Promise<void> {
    const sealed = seal(this.keys, peoplePlace(id), JSON.stringify(people));
    await tx.update(LetterEntity, { id }, { ...sent, people: sealed });
  }

  async cancel(tx: EntityManager, id: string, at: Date): Promise<void> {
    await tx.update(LetterEntity, { id }, { cancelledAt: at, people: null });
  }

  /** Tries it again later. */
  async postpone(id: string, until: Date): Promise<void> {
    await this.dataSource.query(
      `UPDATE "compensation_letter" SET "try_at" = $2 WHERE "id" = $1 AND "sent_at" IS NULL AND "cancelled_at" IS NULL`,
      [id, until],
    );
  }

  /** The letters of each claim that were sent, the newest first. One statement. */
  async sentOf(claimIds: readonly string[]): Promise<SentLetter[][]> {
    const found = (await this.dataSource.manager.find(LetterEntity, {
      where: { claimId: In([...claimIds]) },
      order: { version: 'DESC' },
    })) as SentLetter[];
    return claimIds.map((id) => found.filter(({ claimId, sentAt }) => claimId === id && sentAt !== null));
  }

  /** One that was sent; undefined for any other. */
  async sent(id: string): Promise<SentLetter | undefined> {
    const found = await this.dataSource.manager.findOneBy(LetterEntity, { id });
    return found?.sentAt ? (found as SentLetter) : undefined;
  }

  async logAccess(tx: EntityManager, row: Omit<LetterAccessEntity, 'id'>): Promise<void> {
    await tx.insert(LetterAccessEntity, row);
  }

  /** Who of the office took each letter, the oldest first. One statement. */
  async accessOf(letterIds: readonly string[]): Promise<LetterAccessEntity[][]> {
    const where = { letterId: In([...letterIds]) };
    const found = await this.dataSource.manager.find(LetterAccessEntity, { where, order: { id: 'ASC' } });
    return letterIds.map((id) => found.filter(({ letterId }) => letterId === id));
  }
}

const NOBODY: LetterPeople = { addressee: null, handler: null };
