import type { Failure } from './failure';
import type { Result, UserError } from './result';

/** `petitioner.name`: as forms name their fields. */
const nameOf = (path: readonly string[]): string => path.join('.');

/**
 * What to show beside each field of a form: by the field's name, `''` for what concerns no single field.
 * @param input where the form's own part of the input begins, such as `petitioner` for a form that asks for the petitioner alone
 */
export function messagesByField(
  userErrors: readonly UserError[],
  input = '',
): Readonly<Record<string, readonly string[]>> {
  const messages: Record<string, string[]> = {};
  for (const { path, message } of userErrors) {
    const whole = nameOf(path);
    const name = input !== '' && whole.startsWith(`${input}.`) ? whole.slice(input.length + 1) : whole;
    (messages[name] ??= []).push(message);
  }
  return messages;
}

/** What is missing at a place of the answer, or below it; undefined when all is there. @param path `complaint.notices` */
export function missingAt(result: Result<unknown>, path: string): Failure | undefined {
  const missing = result.kind === 'partial' || result.kind === 'refused' ? result.missing : [];
  return missing.find((failure) => failure.path === path || failure.path?.startsWith(`${path}.`));
}
