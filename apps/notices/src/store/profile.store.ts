import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Role } from '@charter/contracts';
import { type PrivacyKeys, open, seal } from '@charter/privacy';
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

  async write(
    { personId, kind, departmentCode, roles, name, email, phone, language }: Profile,
    at: Date,
  ): Promise<void> {
    const sealed = (column: string, value: string | null) =>
      value === null ? null : seal(this.keys, { table: TABLE, column, row: personId }, value);
    const row = { personId, kind, departmentCode, roles: [...roles], language, updatedAt: at };
    await this.dataSource.manager.upsert(
      ProfileEntity,
      { ...row, name: sealed('name', name)!, email: sealed('email', email), phone: sealed('phone', phone) },
      ['personId'],
    );
  }

  /** In the order of the ids; undefined where there is none. One statement. */
  async byIds(ids: readonly string[]): Promise<(Profile | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ProfileEntity, { personId: In([...ids]) });
    return ids.map((id) => {
      const row = found.find(({ personId }) => personId === id);
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
