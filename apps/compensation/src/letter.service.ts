import { createHash, randomUUID } from 'node:crypto';
import type { SignedAddresses } from '@charter/attachments';
import { type WorkingCalendar, localDate } from '@charter/calendar';
import { LETTER_ADDRESSEE_PATH, type Language, type Refusal, letterAddressee } from '@charter/contracts';
import type { Act, Deadlines } from '@charter/deadlines';
import { appendEvents } from '@charter/outbox';
import { type ReadingLog, Readings } from '@charter/personal-data';
import { type Clock, type Person, readerOf, type ServiceClient } from '@charter/service';
import { ERASED } from '@charter/privacy';
import type { DataSource, EntityManager } from 'typeorm';
import type { LetterPeople, LetterText } from './domain/letters/letter';
import { type LetterTerms, termsFaults, tidyTerms } from './domain/letters/terms';
import { TEXT_VERSION, writeLetter } from './domain/letters/versions';
import { nextPayDay } from './domain/payouts/pay-day';
import { isLateness } from './domain/rule';
import { claimPayload } from './event-payload';
import { letterPdf } from './render/letter-pdf';
import type { ClaimStore } from './store/claim.store';
import type { ClaimEntity } from './store/compensation.entity';
import type { LetterEntity } from './store/letters/letter.entity';
import { type LetterStore, type SentLetter, factsOf, letterNumber, shaOf } from './store/letters/letter.store';
import type { RuleStore } from './store/rule.store';

/** Working days in which something is put right, where the office says nothing else. */
const CORRECTION_DAYS = 10;
const ADDRESS_MS = 5 * 60_000;
/** While an approval holds. */
const APPROVED: readonly string[] = ['APPROVED', 'PAYING', 'PAID', 'RETURNED'];

export interface LetterServiceParts {
  readonly dataSource: DataSource;
  readonly letters: LetterStore;
  readonly claims: ClaimStore;
  readonly rules: RuleStore;
  readonly deadlines: Deadlines;
  readonly services: Pick<ServiceClient, 'post'>;
  readonly addresses: SignedAddresses;
  readonly readings: ReadingLog;
  readonly clock: Clock;
}

/** Where a letter is fetched as PDF. */
export interface LetterAddress {
  readonly name: string;
  readonly downloadUrl: string;
  readonly expiresAt: Date;
  readonly sha256: string;
}

/** What came of trying to send a letter. */
export type Sending = 'SENT' | 'CANCELLED' | 'DONE_ALREADY';

/** Letters of apology and correction: written with the approval, sent by a worker, and never changed after that. */
export class LetterService {
  constructor(private readonly parts: LetterServiceParts) {}

  /** What of it cannot stand in a letter; nothing where nothing is given. */
  faultsOf(given: LetterTerms | null): Refusal[] {
    return given ? [...termsFaults(tidyTerms(given), localDate(this.parts.clock.now()))] : [];
  }

  /** Keeps what the office gives for the letter of a claim, in place of what it gave before. */
  async keepTerms(tx: EntityManager, claimId: string, given: LetterTerms | null, { by, at }: Act): Promise<void> {
    if (given) await this.parts.letters.keepTerms(tx, claimId, tidyTerms(given), by, at);
  }

  /** Writes the letter of a claim that was just approved: what is true now stands in it. A worker sends it. */
  async write(tx: EntityManager, claim: ClaimEntity, now: Date): Promise<void> {
    const { letters, claims, rules, deadlines } = this.parts;
    const { breach, departmentCode, lateWorkingDays, lateWorkingHours } = claim;
    const calendar = await deadlines.calendar(tx);
    const terms = await letters.terms(tx, claim.id);
    const department = await letters.department(tx, departmentCode);
    const rule = await rules.version(claim.ruleCode, claim.ruleVersion, tx);
    const ended = isLateness(breach) ? await claims.endingOf(tx, claim.complaintId) : null;
    const facts = {
      ...{ receiptNumber: claim.receiptNumber, breach, brokenAt: claim.missedAt.toISOString() },
      ...{ departmentKo: department?.nameKo ?? departmentCode, departmentEn: department?.nameEn ?? departmentCode },
      phone: terms?.phone ?? department?.phone ?? null,
      late: isLateness(breach) ? { days: lateWorkingDays!, hours: lateWorkingHours! } : null,
      endedAt: ended?.toISOString() ?? null,
      ...{ amount: claim.amount, form: claim.form },
      payOn: claim.form === 'CASH' ? nextPayDay(localDate(now), calendar) : null,
      ...{ ruleCode: rule.code, ruleVersion: rule.version, ruleNameKo: rule.nameKo, ruleNameEn: rule.nameEn },
      ...{ correctionKo: terms?.correctionKo ?? null, correctionEn: terms?.correctionEn ?? null },
      correctBy: terms?.correctBy ?? correctionDay(now, calendar),
      decidedAt: now.toISOString(),
    };
    const letter = { id: randomUUID(), claimId: claim.id, textVersion: TEXT_VERSION, facts, writtenAt: now };
    await letters.add(tx, letter, { addressee: null, handler: terms?.handler ?? null });
  }

  /**
   * Asks for the name, writes the letter out in both languages, keeps the hashes and tells. An approval that was taken back
   * meanwhile gives no letter. Two workers send it once.
   * @throws {ServiceUnavailable} when nobody says who it is for: it is tried again later
   */
  async send(letter: LetterEntity): Promise<Sending> {
    const { dataSource, letters, claims, services, clock } = this.parts;
    const [claim] = await claims.byIds([letter.claimId]);
    const { complaintId, citizenId } = claim!;
    const { addressee } = letterAddressee.parse(
      await services.post('complaints', LETTER_ADDRESSEE_PATH, { complaintId, citizenId }, letter.id),
    );
    const sentAt = clock.now();
    const dated = localDate(sentAt);
    const people = { addressee, handler: letters.peopleOf(letter).handler };
    const [sha256Ko, sha256En] = await Promise.all(
      (['ko', 'en'] as const).map(async (language) =>
        sha256(await this.print(letter, language, people, { dated, sentAt })),
      ),
    );
    return dataSource.transaction(async (tx): Promise<Sending> => {
      const now = await claims.lock(tx, letter.claimId);
      const waiting = await letters.lockWaiting(tx, letter.id);
      if (!waiting) return 'DONE_ALREADY';
      if (!APPROVED.includes(now!.status) || !(await letters.isNewest(tx, waiting))) {
        await letters.cancel(tx, letter.id, sentAt);
        return 'CANCELLED';
      }
      await letters.send(tx, letter.id, people, { dated, sentAt, sha256Ko: sha256Ko!, sha256En: sha256En! });
      await appendEvents(tx, 'compensation', [
        { type: 'claim.apologised.v1', payload: { ...claimPayload(now!), letterId: letter.id } },
      ]);
      return 'SENT';
    });
  }

  /** One that was sent; undefined for any other. */
  sent(id: string): Promise<SentLetter | undefined> {
    return this.parts.letters.sent(id);
  }

  /** A letter that was sent, in words. @param masked how the addressee is written; undefined: in full */
  text(letter: SentLetter, language: Language, masked?: (name: string) => string): LetterText {
    const people = this.parts.letters.peopleOf(letter);
    const addressee = people.addressee !== null && masked ? masked(people.addressee) : people.addressee;
    return writeLetter(letter.textVersion, language, factsOf(letter, letter.dated), { ...people, addressee });
  }

  /** Where a letter can be fetched, for five minutes. Who of the office asks is written down. */
  async issue(letter: SentLetter, language: Language, by: Person, own: boolean): Promise<LetterAddress> {
    const { addresses, clock } = this.parts;
    const now = clock.now();
    if (!own) await this.log(letter, language, by, now);
    const expiresAt = new Date(now.getTime() + ADDRESS_MS);
    return {
      name: fileName(letter, language),
      downloadUrl: addresses.make('GET', letter.id, { language }, expiresAt),
      ...{ expiresAt, sha256: shaOf(letter, language) },
    };
  }

  /** That somebody of the office takes a letter: beside it, and in the log that the citizen reads. */
  private async log({ id: letterId, claimId }: SentLetter, language: Language, by: Person, at: Date): Promise<void> {
    const { dataSource, letters, claims, readings } = this.parts;
    const [claim] = await claims.byIds([claimId]);
    const noted = new Readings(by.id);
    const of = { subjectType: 'CLAIM', subjectId: claimId, citizenId: claim!.citizenId } as const;
    noted.note(of, ['NAME'], { purpose: 'LETTER', reason: null });
    await dataSource.transaction(async (tx) => {
      await letters.logAccess(tx, { letterId, language, readBy: by.id, readAt: at, address: by.address ?? null });
      await readings.write(tx, readerOf(by), 'letters', noted.taken(), at);
    });
  }

  /**
   * A letter as PDF, byte for byte as it was sent.
   * @returns undefined when there is none. @throws {LetterDiffers} when it does not come out as it was sent
   */
  async file(id: string, language: Language): Promise<{ readonly name: string; readonly content: Buffer } | undefined> {
    const letter = await this.parts.letters.sent(id);
    if (!letter || letter.people === ERASED) return undefined;
    const content = await this.print(letter, language, this.parts.letters.peopleOf(letter), letter);
    if (sha256(content) !== shaOf(letter, language)) throw new LetterDiffers(id);
    return { name: fileName(letter, language), content };
  }

  private print(
    letter: LetterEntity,
    language: Language,
    people: LetterPeople,
    { dated, sentAt }: Pick<SentLetter, 'dated' | 'sentAt'>,
  ): Promise<Buffer> {
    const text = writeLetter(letter.textVersion, language, factsOf(letter, dated), people);
    return letterPdf(text, { number: letterNumber(letter), sentAt });
  }
}

/** A letter does not come out as it was sent: it was changed past the database's triggers, or what writes PDFs has changed. */
class LetterDiffers extends Error {
  override readonly name = 'LetterDiffers';

  constructor(id: string) {
    super(`Letter ${id} does not come out with the hash that it was sent with.`);
  }
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const fileName = (letter: LetterEntity, language: Language): string => `${letterNumber(letter)}-${language}.pdf`;
const correctionDay = (now: Date, calendar: WorkingCalendar): string =>
  calendar.addWorkingDays(localDate(now), CORRECTION_DAYS);
