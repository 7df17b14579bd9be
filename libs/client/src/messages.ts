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

const withoutIndexes = (path: string): string[] => path.split('.').filter((part) => !/^\d+$/.test(part));

/**
 * What is missing at a place of the answer, or below it; undefined when all is there. A service that is away is told once for all things
 * of a list, with the place of the first; and without any where that cannot be said: then it is what keeps a place empty.
 * @param path `complaint.notices`; through a list without or with an index: `complaints.edges.node.citizen`
 */
export function missingAt(result: Result<unknown>, path: string): Failure | undefined {
  if (result.kind !== 'partial' && result.kind !== 'refused') return undefined;
  const { missing, data } = result;
  const told = missing.find((failure) => failure.path === path || failure.path?.startsWith(`${path}.`));
  if (told) return told;
  const place = withoutIndexes(path);
  const isLostHere = (lost: string): boolean => {
    const parts = withoutIndexes(lost);
    const isWithin = place.every((part, index) => parts[index] === part);
    return isWithin && isEmptyAt(data, [...path.split('.'), ...parts.slice(place.length)]);
  };
  const away = missing.filter(({ code }) => code === 'SERVICE_UNAVAILABLE');
  const alike = away.find((failure) => failure.path !== undefined && isLostHere(failure.path));
  if (alike || !isEmptyAt(data, path.split('.'))) return alike;
  return away.find((failure) => failure.path === undefined);
}
