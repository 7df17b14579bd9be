import { type EntityManager, In } from 'typeorm';
import type { Words } from '../domain/notice-plan';
import { DepartmentEntity } from './department.entity';

/** Keeps what was told last: older news that comes late changes nothing. */
export async function rememberDepartment(
  tx: EntityManager,
  { code, nameKo, nameEn, toldAt }: DepartmentEntity,
): Promise<void> {
  await tx.query(
    `INSERT INTO "department" AS known ("code", "name_ko", "name_en", "told_at") VALUES ($1, $2, $3, $4)
     ON CONFLICT ("code") DO UPDATE SET "name_ko" = $2, "name_en" = $3, "told_at" = $4 WHERE known."told_at" <= $4`,
    [code, nameKo, nameEn, toldAt],
  );
}

type DepartmentWords = Pick<Words, 'departmentKo' | 'departmentEn'>;

/** The words for these departments, by code; none for one that was never told of. One statement. */
export async function departmentWords(
  tx: EntityManager,
  codes: readonly string[],
): Promise<(code: string) => DepartmentWords> {
  const found = await tx.findBy(DepartmentEntity, { code: In([...new Set(codes)]) });
  const known = new Map<string, DepartmentWords>(
    found.map(({ code, nameKo, nameEn }) => [code, { departmentKo: nameKo, departmentEn: nameEn }]),
  );
  return (code) => known.get(code) ?? {};
}
