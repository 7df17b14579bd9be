import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Json, type JsonObject, isObject, quote, readerOf } from './json';
import type { Fits } from './rewrites';

/** Writes as JSON what a subgraph needs to know of an entity. Undefined where that is missing, or the type is none that it answers for. */
export type Representation = (entity: JsonObject) => string | undefined;

interface Field {
  readonly name: string;
  readonly inner: QueryPlanSelectionNode[];
}

/**
 * Compiles what a fetch requires of each entity into a writer of JSON, once for each type of entity.
 * @param known whether the supergraph has a type of this name
 */
export function representationOf(
  selections: readonly QueryPlanSelectionNode[],
  fits: Fits,
  known: (typename: string) => boolean,
): Representation {
  return writerOf(selections, fits, known, true);
}

function writerOf(
  selections: readonly QueryPlanSelectionNode[],
  fits: Fits,
  known: (typename: string) => boolean,
  isEntity: boolean,
): Representation {
  const byType = new Map<string, Representation>();
  return (entity) => {
    const { __typename: given } = entity;
    const typename = typeof given === 'string' && known(given) ? given : '';
    let write = byType.get(typename);
    if (!write) {
      const fields = fieldsFor(selections, typename, fits);
      write = isEntity && !fields.has('__typename') ? none : objectWriter([...fields.values()], fits, known);
      byType.set(typename, write);
    }
    return write(entity);
  };
}

/** The fields that stand for one type: fragments that fit it are unfolded, and what is asked twice is asked once. */
function fieldsFor(
  selections: readonly QueryPlanSelectionNode[],
  typename: string,
  fits: Fits,
  fields = new Map<string, Field>(),
): Map<string, Field> {
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = selection.alias ?? selection.name;
      const field = fields.get(name) ?? { name, inner: [] };
      field.inner.push(...(selection.selections ?? []));
      fields.set(name, field);
    } else if (selection.typeCondition && typename && fits(selection.typeCondition, typename)) {
      fieldsFor(selection.selections, typename, fits, fields);
    }
  }
  return fields;
}

function objectWriter(fields: readonly Field[], fits: Fits, known: (typename: string) => boolean): Representation {
  const parts = fields.map(({ name, inner }, index) => ({
    head: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    read: readerOf(name),
    write: inner.length > 0 ? nested(writerOf(inner, fits, known, false)) : leaf,
  }));
  if (parts.length === 0) return () => '{}';
  return (entity) => {
    let text = '';
    for (const { head, read, write } of parts) {
      const value = read(entity);
      if (value === undefined) return undefined; // it could not be had, and an error says so already
      text += head + write(value);
    }
    return `${text}}`;
  };
}

const none: Representation = () => undefined;

const leaf = (value: Json): string => (typeof value === 'string' ? quote(value) : JSON.stringify(value));

const nested = (write: Representation) => {
  const one = (value: Json | undefined): string => {
    if (Array.isArray(value)) return `[${value.map((element) => one(element as Json)).join(',')}]`;
    return (isObject(value) && write(value)) || 'null';
  };
  return one;
};
