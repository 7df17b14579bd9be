import { type DocumentNode, Kind, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/** The most that one request may be. The largest screen of the city's sites needs about a third of each. */
export const LIMITS = {
  /** Bytes of an HTTP body. */
  body: 256 * 1024,
  /** Words and signs of the query text. */
  tokens: 4_000,
  /** Fields and fragments, counted wherever a fragment is used. */
  selections: 3_000,
  /** Fields inside fields. */
  depth: 15,
  /** Brackets of any kind inside each other. */
  nesting: 60,
  /** Lists and objects inside each other in a variable. */
  values: 30,
  aliases: 20,
  directives: 40,
  /** Times the same field may stand at one place. */
  repeats: 20,
  /** Uses of `__schema` and `__type`. */
  introspections: 4,
  /** Objects that the answer may hold, by its lists' `first`. */
  cost: 20_000,
} as const;

export type Limit = keyof typeof LIMITS;

export class TooComplex extends Error {
  constructor(
    readonly limit: Limit,
    readonly found?: number,
  ) {
    super(`The query is over the limit of ${limit}.`);
  }
}

export interface Measures {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly repeats: number;
  readonly selections: number;
  readonly introspections: number;
}

interface Slot {
  times: number;
  readonly fields: Map<string, Slot>;
}

/**
 * Measures a parsed document before anything costly reads it: standard validation and planning grow with the square, or worse,
 * of what a small text can unfold to. One walk, which ends at the first limit it passes.
 * @throws {TooComplex}
 */
export function measure(document: DocumentNode): Measures {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const found = { depth: 0, aliases: 0, directives: 0, repeats: 0, selections: 0, introspections: 0 };

  const reach = (limit: keyof typeof found, value: number): void => {
    if (value > found[limit]) found[limit] = value;
    if (value > LIMITS[limit]) throw new TooComplex(limit, value);
  };

  function walk(set: SelectionSetNode, depth: number, fields: Map<string, Slot>): void {
    for (const selection of set.selections) {
      reach('selections', found.selections + 1);
      reach('directives', found.directives + (selection.directives?.length ?? 0));
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, depth, fields);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(fragment.selectionSet, depth, fields);
      } else {
        const name = selection.name.value;
        const metadata = name === '__schema' || name === '__type';
        if (metadata) reach('introspections', found.introspections + 1);
        if (selection.alias) reach('aliases', found.aliases + 1);
        const key = selection.alias?.value ?? name;
        const slot = fields.get(key) ?? { times: 0, fields: new Map<string, Slot>() };
        fields.set(key, slot);
        reach('repeats', (slot.times += 1));
        // The standard introspection query is deep and harmless: graphql-js limits what in it can multiply.
        if (!metadata) reach('depth', depth);
        if (selection.selectionSet) walk(selection.selectionSet, metadata ? -Infinity : depth + 1, slot.fields);
      }
    }
  }

  for (const definition of document.definitions) {
    if ('selectionSet' in definition) walk(definition.selectionSet, 1, new Map());
  }
  return found;
}
