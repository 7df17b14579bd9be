import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Role } from '@charter/contracts';
import { type PrivacyKeys, lookupHash, open, seal } from '@charter/privacy';
import { NO_PREFERENCES, type Preferences } from '../domain/preferences';
import { type Contacts, type PersonKind } from '../domain/profile';
import { ProfileEntity } from './notice.entity';

const TABLE = 'profile';

/** A profile, opened. */
export interface Profile extends Contacts {
  readonly personId: string;
  readonly kind: PersonKind;
  readonly departmentCode: string | null;
  readonly roles: readonly Role[];
  readonly preferences: Preferences;
}

type KeptPreferences = Pick<ProfileEntity, 'channels' | 'quietFrom' | 'quietTo' | 'digestAfter'>;

const preferencesIn = ({ channels, quietFrom, quietTo, digestAfter }: KeptPreferences): Preferences => ({
  ...{ channels, digestAfter },
  quietHours: quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null,
});

/** The addresses of a profile, sealed. */
export type Addresses = Pick<ProfileEntity, 'email' | 'phone'>;

export class ProfileStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PrivacyKeys,
  ) {}

  async write(tx: EntityManager, profile: Profile, at: Date): Promise<void> {
    await tx.upsert(ProfileEntity, this.closed(profile, at), ['personId']);
  }

  /** Writes profiles of people who have none. */
  async add(tx: EntityManager, profiles: readonly { profile: Profile; at: Date }[]): Promise<void> {
    const rows = profiles.map(({ profile, at }) => this.closed(profile, at));
    if (rows.length > 0) await tx.createQueryBuilder().insert().into(ProfileEntity).values(rows).orIgnore().execute();
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(Profile | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ProfileEntity, { personId: In([...ids]) });
    const byId = new Map(found.map((row) => [row.personId, row]));
    return ids.map((id) => {
      const row = byId.get(id);
      return row && this.opened(row);
    });
  }

  /** How somebody wishes to be told, for this transaction to change; undefined without a profile. */
  async lockPreferences(tx: EntityManager, personId: string): Promise<Preferences | undefined> {
    const row = await tx.findOne(ProfileEntity, { where: { personId }, lock: { mode: 'pessimistic_write' } });
    return row ? preferencesIn(row) : undefined;
  }

  /** How each of them wishes to be told. One statement. */
  async preferencesOf(tx: EntityManager, ids: readonly string[]): Promise<(personId: string) => Preferences> {
    const found = await tx.find(ProfileEntity, {
      select: { personId: true, channels: true, quietFrom: true, quietTo: true, digestAfter: true },
      where: { personId: In([...ids]) },
    });
    const byId = new Map(found.map((row) => [row.personId, preferencesIn(row)]));
    return (personId) => byId.get(personId) ?? NO_PREFERENCES;
  }

  /** Which of these people have which address; the addresses stay sealed, since only that they are there is asked. */
  async addresses(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, Addresses>> {
    const found = await tx.find(ProfileEntity, {
      select: { personId: true, email: true, phone: true },
      where: { personId: In([...ids]) },
    });
    return new Map(found.map(({ personId, email, phone }) => [personId, { email, phone }]));
  }

  /** The ids of a department's staff in a role; without a department, of everybody in that role. */
  async staff(tx: EntityManager, role: Role, departmentCode?: string): Promise<string[]> {
    const query = tx
      .createQueryBuilder(ProfileEntity, 'profile')
      .select('profile.personId')
      .where(`profile.kind = 'STAFF' AND :role = ANY(profile.roles)`, { role });
    if (departmentCode) query.andWhere('profile.department_code = :departmentCode', { departmentCode });
    return (await query.orderBy('profile.personId').getMany()).map(({ personId }) => personId);
  }

  /** The row: contacts sealed for its place, and hashed to be found. */
  private closed(
    { personId, name, email, phone, roles, preferences, ...open }: Profile,
    updatedAt: Date,
  ): ProfileEntity {
    const sealed = (column: string, value: string) => seal(this.keys, { table: TABLE, column, row: personId }, value);
    return {
      ...{ ...open, personId, roles: [...roles], updatedAt, name: sealed('name', name) },
      ...{ channels: preferences.channels && [...preferences.channels], digestAfter: preferences.digestAfter },
      ...{ quietFrom: preferences.quietHours?.from ?? null, quietTo: preferences.quietHours?.to ?? null },
      ...{ email: email && sealed('email', email), emailHash: email && lookupHash(this.keys, 'email', email) },
      ...{ phone: phone && sealed('phone', phone), phoneHash: phone && lookupHash(this.keys, 'phone', phone) },
    };
  }

  private opened({ personId, kind, departmentCode, roles, language, ...sealed }: ProfileEntity): Profile {
    const opened = (column: 'name' | 'email' | 'phone') => {
      const value = sealed[column];
      return value === null ? null : open(this.keys, { table: TABLE, column, row: personId }, value);
    };
    return {
      personId,
      kind,
      departmentCode,
      roles,
      language,
      preferences: preferencesIn(sealed),
      name: opened('name')!,
      email: opened('email'),
      phone: opened('phone'),
    };
  }
}
