import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager, In, Not } from 'typeorm';
import { type PrivacyKeys, lookupHash, open, seal } from '@charter/privacy';
import { type PushPlatform, PushDeviceEntity } from './push-device.entity';

/** More than this nobody carries: a further one is refused, so that nobody’s notices go out a thousandfold. */
export const MOST_DEVICES = 10;

export interface PushDevice {
  readonly id: string;
  readonly platform: PushPlatform;
  readonly registeredAt: Date;
}

const placeOf = (row: string) => ({ table: 'push_device', column: 'token', row });

export class PushDeviceStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PrivacyKeys,
  ) {}

  /**
   * Keeps a device for somebody. The address names the device: registered again it stays the same device, and registered by
   * somebody else it is theirs from now on.
   * @returns undefined when they have too many already
   */
  async register(personId: string, token: string, platform: PushPlatform, at: Date): Promise<PushDevice | undefined> {
    const tokenHash = lookupHash(this.keys, 'push', token);
    return this.dataSource.transaction(async (tx) => {
      // One at a time for a person, so that the number holds.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('push_device ' || $1::text, 0))`, [personId]);
      const others = await tx.countBy(PushDeviceEntity, { personId, tokenHash: Not(tokenHash) });
      if (others >= MOST_DEVICES) return undefined;
      const id = randomUUID();
      const row = { id, personId, platform, token: seal(this.keys, placeOf(id), token), tokenHash, registeredAt: at };
      await tx.createQueryBuilder().insert().into(PushDeviceEntity).values(row).orIgnore().execute();
      const known = { tokenHash };
      const kept = await tx.findOneOrFail(PushDeviceEntity, { where: known, lock: { mode: 'pessimistic_write' } });
      const changed = kept.personId === personId ? { platform } : { personId, platform, registeredAt: at };
      await tx.update(PushDeviceEntity, { id: kept.id }, changed);
      return { ...kept, ...changed };
    });
  }

  /** @returns the device, or undefined when it is not one of theirs */
  async remove(personId: string, id: string): Promise<PushDevice | undefined> {
    return this.dataSource.transaction(async (tx) => {
      const device = await tx.findOneBy(PushDeviceEntity, { id, personId });
      const { affected } = device ? await tx.delete(PushDeviceEntity, { id, personId }) : { affected: 0 };
      return affected ? device! : undefined;
    });
  }

  /** Each person's devices, oldest first. One statement. */
  async ofPeople(personIds: readonly string[]): Promise<PushDevice[][]> {
    const found = await this.dataSource.manager.find(PushDeviceEntity, {
      select: { id: true, personId: true, platform: true, registeredAt: true },
      where: { personId: In([...personIds]) },
      order: { registeredAt: 'ASC', id: 'ASC' },
    });
    return personIds.map((personId) => found.filter((device) => device.personId === personId));
  }

  /** Who of these people has a device. */
  async owners(tx: EntityManager, personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await tx.find(PushDeviceEntity, {
      select: { personId: true },
      where: { personId: In([...personIds]) },
    });
    return new Set(found.map(({ personId }) => personId));
  }

  /** The addresses of somebody's devices, opened. */
  async tokensOf(personId: string): Promise<string[]> {
    const found = await this.dataSource.manager.find(PushDeviceEntity, { where: { personId }, order: { id: 'ASC' } });
    return found.map(({ id, token }) => open(this.keys, placeOf(id), token));
  }

  /** Forgets devices whose addresses lead nowhere any more. */
  async forget(tokens: readonly string[]): Promise<void> {
    const hashes = tokens.map((token) => lookupHash(this.keys, 'push', token));
    await this.dataSource.manager.delete(PushDeviceEntity, { tokenHash: In(hashes) });
  }
}
