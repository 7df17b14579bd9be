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

/** Whether a place of the data is empty; a list on the way stands for each of its elements. */
function isEmptyAt(data: unknown, [name, ...rest]: readonly string[]): boolean {
  if (data === null || data === undefined) return true;
  if (name === undefined) return false;
  if (Array.isArray(data) && !/^\d+$/.test(name)) return data.some((element) => isEmptyAt(element, [name, ...rest]));
  return isEmptyAt((data as Readonly<Record<string, unknown>>)[name], rest);
}

/**
 * What is missing at a place of the answer, or below it; undefined when all is there. A service that is away is told without a place where
 * it would have added to many things at once: then it is what keeps a place empty.
 * @param path `complaint.notices`; through a list without or with an index: `complaints.edges.node.citizen`
 */
export function missingAt(result: Result<unknown>, path: string): Failure | undefined {
  if (result.kind !== 'partial' && result.kind !== 'refused') return undefined;
  const { missing, data } = result;
  const told = missing.find((failure) => failure.path === path || failure.path?.startsWith(`${path}.`));
  if (told || !isEmptyAt(data, path.split('.'))) return told;
  return missing.find((failure) => failure.code === 'SERVICE_UNAVAILABLE' && failure.path === undefined);
}
