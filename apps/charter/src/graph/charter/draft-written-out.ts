import { type CharterDraft, type CharterText, standardCodesOf } from '../../domain/charter/charter';
import { writtenOut } from '../../domain/charter/publication';
import { toStandard } from '../../store/standard.entity';
import type { CharterContext } from '../context';

/** A draft as it would be written out now. */
export async function draftWrittenOut(
  draft: CharterDraft,
  { standards, departments }: CharterContext,
): Promise<CharterText> {
  const [promised, named] = await Promise.all([
    Promise.all(standardCodesOf(draft).map((code) => standards.load(code))),
    Promise.all(draft.departments.map(({ departmentCode }) => departments.load(departmentCode))),
  ]);
  const standardsByCode = new Map(promised.map((row) => [row?.code, row && toStandard(row)]));
  const departmentsByCode = new Map(named.map((row) => [row?.code, row]));
  return writtenOut(draft, {
    standard: (code) => standardsByCode.get(code),
    department: (code) => departmentsByCode.get(code),
  });
}
