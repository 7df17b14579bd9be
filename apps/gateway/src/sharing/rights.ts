import type { RequestContext } from '../caller/request-context';
import type { Person } from '../caller/person';

/** Who wrote something, for reading what one has written: a person wherever they are, the anonymous by their network address. */
export const writerOf = ({ person, address }: RequestContext): string =>
  person ? `person ${person.id}` : `address ${address ?? ''}`;

const known = new WeakMap<Person, string>();

function personKey(person: Person): string {
  const remembered = known.get(person);
  if (remembered !== undefined) return remembered;
  const { id, roles, departmentCode } = person;
  const key = JSON.stringify([id, [...roles].sort(), departmentCode ?? null]);
  known.set(person, key);
  return key;
}

/**
 * Everything about a caller that an answer can depend on, and all that a subgraph is told of one but the request id. Two callers
 * with the same rights would get the same answer.
 */
export const rightsOf = ({ person, address, language }: RequestContext): string =>
  JSON.stringify([person ? personKey(person) : null, address ?? null, language]);
