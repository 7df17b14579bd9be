import { type DataSource, type EntityManager, In } from 'typeorm';
import { type PrivacyKeys, lookupHash } from '@charter/privacy';
import { PausedAddressEntity } from './paused-address.entity';

/** The channels that lead to an address which can be wrong. */
type AddressChannel = 'EMAIL' | 'SMS';

export interface Address {
  readonly channel: AddressChannel;
  /** In its one form, as profiles keep it. */
  readonly address: string;
}

export interface Pause {
  readonly reason: string;
  readonly pausedAt: Date;
}

/** The addresses of a profile. */
export const addressesOf = ({ email, phone }: Readonly<Record<'email' | 'phone', string | null>>): Address[] => [
  ...(email ? [{ channel: 'EMAIL' as const, address: email }] : []),
  ...(phone ? [{ channel: 'SMS' as const, address: phone }] : []),
];

const KIND = { EMAIL: 'email', SMS: 'phone' } as const;

/** Which addresses are left alone because they were refused, until their owner saves them again. */
export class PausedAddressStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PrivacyKeys,
  ) {}

  /** Pauses an address; one that is paused already keeps its first reason. */
  async pause(address: Address, reason: string, at: Date): Promise<void> {
    const row = { channel: address.channel, addressHash: this.hash(address), reason, pausedAt: at };
    await this.dataSource.createQueryBuilder().insert().into(PausedAddressEntity).values(row).orIgnore().execute();
  }

  /** Lets addresses be tried again. */
  async resume(tx: EntityManager, addresses: readonly Address[]): Promise<void> {
    const addressHash = In(addresses.map((address) => this.hash(address)));
    await tx.delete(PausedAddressEntity, { addressHash });
  }

  /** In the order of the addresses; undefined for one that is in use. One statement. */
  async of(addresses: readonly Address[]): Promise<(Pause | undefined)[]> {
    const hashes = addresses.map((address) => this.hash(address));
    const found = await this.dataSource.manager.findBy(PausedAddressEntity, { addressHash: In(hashes) });
    return hashes.map((hash) => found.find(({ addressHash }) => addressHash === hash));
  }

  private hash({ channel, address }: Address): string {
    return lookupHash(this.keys, KIND[channel], address);
  }
}
