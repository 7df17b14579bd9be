import { badInput } from '@charter/service';

/** @throws BAD_USER_INPUT for what is no code of a department */
export function departmentCodeOf({ departmentCode }: { readonly departmentCode: string }): string {
  if (!/^[A-Z][A-Z0-9_]{0,63}$/.test(departmentCode)) throw badInput('`departmentCode` is no code of a department.');
  return departmentCode;
}
