import { type EntityManager, In } from 'typeorm';
import { type PrivacyKeys, lookupHash, open, seal } from '@charter/privacy';
import type { Petitioner } from '../domain/filing';
import { ComplaintEntity, PetitionerEntity } from './complaint.entity';

const TABLE = 'petitioner';

/** Seals, opens and finds those who filed. Nothing leaves the database readable without the keys. */
export class Petitioners {
  constructor(private readonly keys: PrivacyKeys) {}

  /** The row of a petitioner: sealed for this complaint, and findable by keyed hashes. */
  seal(complaintId: string, { name, phone, email }: Petitioner): PetitionerEntity {
    const sealed = (column: string, value: string | null) =>
      value === null ? null : seal(this.keys, { table: TABLE, column, row: complaintId }, value);
    return {
      complaintId,
      name: sealed('name', name)!,
      phone: sealed('phone', phone),
      email: sealed('email', email),
      ...this.hashes({ name, phone, email }),
    };
  }

  open({ complaintId, name, phone, email }: PetitionerEntity): Petitioner {
    const opened = (column: string, value: string | null) =>
      value === null ? null : open(this.keys, { table: TABLE, column, row: complaintId }, value);
    return { name: opened('name', name)!, phone: opened('phone', phone), email: opened('email', email) };
  }

  /** In the order of the complaints. One statement. */
  async of(tx: EntityManager, complaintIds: readonly string[]): Promise<Petitioner[]> {
    const found = await tx.findBy(PetitionerEntity, { complaintId: In([...complaintIds]) });
    return complaintIds.map((id) => this.open(found.find(({ complaintId }) => complaintId === id)!));
  }

  /** The citizen of an earlier filing under the same name and the same phone or e-mail. */
  async citizenOf(tx: EntityManager, petitioner: Petitioner): Promise<string | undefined> {
    const { nameHash, phoneHash, emailHash } = this.hashes(petitioner);
    const found = await tx
      .createQueryBuilder(ComplaintEntity, 'complaint')
      .innerJoin(PetitionerEntity, 'petitioner', 'petitioner.complaint_id = complaint.id')
      .where('petitioner.name_hash = :nameHash', { nameHash })
      .andWhere('(petitioner.phone_hash = :phoneHash OR petitioner.email_hash = :emailHash)', { phoneHash, emailHash })
      .orderBy('complaint.received_at', 'DESC')
      .limit(1)
      .getOne();
    return found?.citizenId;
  }

  private hashes({ name, phone, email }: Petitioner): Pick<PetitionerEntity, 'nameHash' | 'phoneHash' | 'emailHash'> {
    return {
      nameHash: lookupHash(this.keys, 'name', name),
      phoneHash: phone && lookupHash(this.keys, 'phone', phone),
      emailHash: email && lookupHash(this.keys, 'email', email),
    };
  }
}
