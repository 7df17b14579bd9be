import { timingSafeEqual } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import type { Language } from '@charter/contracts';
import { type PrivacyKeys, lookupHash, open, seal } from '@charter/privacy';
import type { Petitioner } from '../domain/filing';
import { ComplaintEntity, PetitionerEntity } from './complaint.entity';

const TABLE = 'petitioner';
/** Opened when a receipt number is not known, so that the answer takes as long as for one that is. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A petitioner, opened, and in which language to write to them. */
export interface Contact extends Petitioner {
  readonly language: Language;
}

/** Seals, opens and finds those who filed. Nothing leaves the database readable without the keys. */
export class Petitioners {
  private readonly decoy: string;

  constructor(private readonly keys: PrivacyKeys) {
    this.decoy = seal(keys, { table: TABLE, column: 'phone', row: NOBODY }, 'no phone at all');
  }

  /** The row of a petitioner: sealed for this complaint, and findable by keyed hashes. */
  seal(complaintId: string, { name, phone, email }: Petitioner, language: Language): PetitionerEntity {
    const sealed = (column: string, value: string | null) =>
      value === null ? null : seal(this.keys, { table: TABLE, column, row: complaintId }, value);
    return {
      complaintId,
      name: sealed('name', name)!,
      phone: sealed('phone', phone),
      email: sealed('email', email),
      language,
      ...this.hashes({ name, phone, email }),
    };
  }

  open({ complaintId, name, phone, email, language }: PetitionerEntity): Contact {
    const opened = (column: string, value: string | null) =>
      value === null ? null : open(this.keys, { table: TABLE, column, row: complaintId }, value);
    return { name: opened('name', name)!, phone: opened('phone', phone), email: opened('email', email), language };
  }

  /** In the order of the complaints. One statement. */
  async of(tx: EntityManager, complaintIds: readonly string[]): Promise<Contact[]> {
    const found = await tx.findBy(PetitionerEntity, { complaintId: In([...complaintIds]) });
    const byComplaint = new Map(found.map((row) => [row.complaintId, row]));
    return complaintIds.map((id) => this.open(byComplaint.get(id)!));
  }

  /**
   * The complaint with this receipt number, if it was filed with a phone that ends in these digits. A number that is absent
   * and one with another phone cost the same: one statement, one opening, one comparison.
   */
  async byReceipt(tx: EntityManager, receiptNumber: string, phoneLast4: string): Promise<ComplaintEntity | undefined> {
    const { entities, raw } = await tx
      .createQueryBuilder(ComplaintEntity, 'complaint')
      .innerJoin(PetitionerEntity, 'petitioner', 'petitioner.complaint_id = complaint.id')
      .addSelect('petitioner.phone', 'sealed_phone')
      .where('complaint.receipt_number = :receiptNumber', { receiptNumber })
      .getRawAndEntities<{ sealed_phone: string | null }>();
    const [complaint] = entities;
    const sealed = raw[0]?.sealed_phone;
    const row = complaint && sealed ? complaint.id : NOBODY;
    const phone = open(this.keys, { table: TABLE, column: 'phone', row }, sealed ?? this.decoy);
    const fits = timingSafeEqual(Buffer.from(phone.slice(-4).padStart(4)), Buffer.from(phoneLast4));
    return fits ? complaint : undefined;
  }

  /**
   * The citizen of earlier filings under the same name and the same phone or e-mail; undefined when there is none, or when
   * these name more than one: a contact that somebody else has used opens nobody's file.
   */
  async citizenOf(tx: EntityManager, petitioner: Petitioner): Promise<string | undefined> {
    const { nameHash, phoneHash, emailHash } = this.hashes(petitioner);
    const found = await tx
      .createQueryBuilder(ComplaintEntity, 'complaint')
      .select('DISTINCT complaint.citizen_id', 'citizenId')
      .innerJoin(PetitionerEntity, 'petitioner', 'petitioner.complaint_id = complaint.id')
      .where('petitioner.name_hash = :nameHash', { nameHash })
      .andWhere('(petitioner.phone_hash = :phoneHash OR petitioner.email_hash = :emailHash)', { phoneHash, emailHash })
      .limit(2)
      .getRawMany<{ citizenId: string }>();
    return found.length === 1 ? found[0]!.citizenId : undefined;
  }

  private hashes({ name, phone, email }: Petitioner): Pick<PetitionerEntity, 'nameHash' | 'phoneHash' | 'emailHash'> {
    return {
      nameHash: lookupHash(this.keys, 'name', name),
      phoneHash: phone && lookupHash(this.keys, 'phone', phone),
      emailHash: email && lookupHash(this.keys, 'email', email),
    };
  }
}
