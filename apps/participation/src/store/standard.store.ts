import { type EntityManager, In } from 'typeorm';
import { KnownStandardEntity } from './standard.entity';

/** What this service knows of the charter's standards: told by the charter service. */
export class StandardStore {
  /** In the order of the codes; undefined where there is none. One statement. */
  async find(tx: EntityManager, codes: readonly string[]): Promise<(KnownStandardEntity | undefined)[]> {
    const found = await tx.findBy(KnownStandardEntity, { code: In([...codes]) });
    return codes.map((code) => found.find((standard) => standard.code === code));
  }

  /** Keeps what the charter service said, unless it has said something newer. */
  async remember(tx: EntityManager, standard: KnownStandardEntity): Promise<void> {
    const { code, departmentCode, nameKo, nameEn, validFrom, validTo, asOf } = standard;
    await tx.query(
      `INSERT INTO "known_standard" ("code", "department_code", "name_ko", "name_en", "valid_from", "valid_to", "as_of")
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT ("code") DO UPDATE SET "department_code" = excluded."department_code",
         "name_ko" = excluded."name_ko", "name_en" = excluded."name_en", "valid_from" = excluded."valid_from",
         "valid_to" = excluded."valid_to", "as_of" = excluded."as_of"
       WHERE "known_standard"."as_of" <= excluded."as_of"`,
      [code, departmentCode, nameKo, nameEn, validFrom, validTo, asOf],
    );
  }
}
