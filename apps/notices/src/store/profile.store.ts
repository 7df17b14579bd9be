import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Role } from '@charter/contracts';
import { type PrivacyKeys, lookupHash, open, seal } from '@charter/privacy';
import { type Contacts, type PersonKind } from '../domain/profile';
import { ProfileEntity } from './notice.entity';

const TABLE = 'profile';

/** A profile, opened. */
export interface Profile extends Contacts {
  readonly personId: string;
  readonly kind: PersonKind;
  readonly departmentCode: string | null;
  readonly roles: readonly Role[];
}

export class ProfileStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PrivacyKeys,
  ) {}

  async write(profile: Profile, at: Date): Promise<void> {
    await this.dataSource.manager.upsert(ProfileEntity, this.closed(profile, at), ['personId']);
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
  private closed({ personId, name, email, phone, roles, ...open }: Profile, updatedAt: Date): ProfileEntity {
    const sealed = (column: string, value: string) => seal(this.keys, { table: TABLE, column, row: personId }, value);
    return {
      ...{ ...open, personId, roles: [...roles], updatedAt, name: sealed('name', name) },
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
      name: opened('name')!,
      email: opened('email'),
      phone: opened('phone'),
    };
  }
}
