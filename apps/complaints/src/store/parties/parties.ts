import { randomUUID } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import { type PrivacyKeys, open, seal } from '@charter/privacy';
import { type CoPetitioner, type JointPetition, signersOf } from '../../domain/parties/joint-petition';
import type { Place } from '../../domain/parties/place';
import { CoPetitionerEntity, ComplaintPlaceEntity, JointPetitionEntity } from './parties.entity';

const SIGNERS = 'co_petitioner';
const PLACES = 'complaint_place';

/** Seals and opens those who file together, and where the matter is. */
export class Parties {
  constructor(private readonly keys: PrivacyKeys) {}

  async keepJoint(tx: EntityManager, complaintId: string, joint: JointPetition): Promise<void> {
    const { households, coPetitioners } = joint;
    await tx.insert(JointPetitionEntity, { complaintId, households, signers: signersOf(joint) });
    const rows = coPetitioners.map((signer, position) => this.sealSigner(complaintId, position, signer));
    if (rows.length > 0) await tx.insert(CoPetitionerEntity, rows);
  }

  /** Of each complaint; null for one that a single person filed. Two statements. */
  async jointOf(tx: EntityManager, complaintIds: readonly string[]): Promise<(JointPetition | null)[]> {
    const where = { complaintId: In([...complaintIds]) };
    const joints = new Map((await tx.findBy(JointPetitionEntity, where)).map((row) => [row.complaintId, row]));
    const signers = joints.size > 0 ? await tx.find(CoPetitionerEntity, { where, order: { position: 'ASC' } }) : [];
    return complaintIds.map((id) => {
      const joint = joints.get(id);
      if (!joint) return null;
      const own = signers.filter(({ complaintId }) => complaintId === id);
      return { households: joint.households, coPetitioners: own.map((row) => this.openSigner(row)) };
    });
  }

  async keepPlace(tx: EntityManager, complaintId: string, place: Place): Promise<void> {
    const sealed = seal(this.keys, { table: PLACES, column: 'place', row: complaintId }, JSON.stringify(place));
    await tx.insert(ComplaintPlaceEntity, { complaintId, place: sealed });
  }

  /** Of each complaint; null where none was given. One statement. */
  async placesOf(tx: EntityManager, complaintIds: readonly string[]): Promise<(Place | null)[]> {
    const found = await tx.findBy(ComplaintPlaceEntity, { complaintId: In([...complaintIds]) });
    const places = new Map(found.map(({ complaintId, place }) => [complaintId, place]));
    return complaintIds.map((row) => {
      const sealed = places.get(row);
      return sealed ? (JSON.parse(open(this.keys, { table: PLACES, column: 'place', row }, sealed)) as Place) : null;
    });
  }

  private sealSigner(complaintId: string, position: number, signer: CoPetitioner): CoPetitionerEntity {
    const id = randomUUID();
    const sealed = (column: string, value: string | null) =>
      value === null ? null : seal(this.keys, { table: SIGNERS, column, row: id }, value);
    const { name, phone, email, representative } = signer;
    return {
      ...{ id, complaintId, position, representative, name: sealed('name', name)! },
      ...{ phone: sealed('phone', phone), email: sealed('email', email) },
    };
  }

  private openSigner({ id, name, phone, email, representative }: CoPetitionerEntity): CoPetitioner {
    const opened = (column: string, value: string | null) =>
      value === null ? null : open(this.keys, { table: SIGNERS, column, row: id }, value);
    return {
      name: opened('name', name)!,
      phone: opened('phone', phone),
      email: opened('email', email),
      representative,
    };
  }
}
