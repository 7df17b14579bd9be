import { type EntityManager, In } from 'typeorm';
import type { Words } from '../domain/words';
import { DepartmentEntity } from './department.entity';

/** Keeps what was told last: older news that comes late changes nothing. */
export async function rememberDepartment(
  tx: EntityManager,
  { code, nameKo, nameEn, phone, toldAt }: DepartmentEntity,
): Promise<void> {
  await tx.query(
    `INSERT INTO "department" AS known ("code", "name_ko", "name_en", "phone", "told_at") VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ("code") DO UPDATE SET "name_ko" = $2, "name_en" = $3, "phone" = $4, "told_at" = $5
     WHERE known."told_at" <= $5`,
    [code, nameKo, nameEn, phone, toldAt],
  );
}

type DepartmentWords = Pick<Words, 'departmentKo' | 'departmentEn' | 'departmentPhone'>;

/** The words for these departments, by code; none for one that was never told of. One statement. */
export async function departmentWords(
  tx: EntityManager,
  codes: readonly string[],
): Promise<(code: string) => DepartmentWords> {
  const found = await tx.findBy(DepartmentEntity, { code: In([...new Set(codes)]) });
  const known = new Map<string, DepartmentWords>(
    found.map(({ code, nameKo, nameEn, phone }) => [
      code,
      { departmentKo: nameKo, departmentEn: nameEn, ...(phone && { departmentPhone: phone }) },
    ]),
  );
  return (code) => known.get(code) ?? {};
}
