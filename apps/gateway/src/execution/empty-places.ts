import type { FetchNode } from '@apollo/query-planner';
import {
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  parse,
} from 'graphql';
import { type JsonObject, readerOf } from './json';
import type { Path, Way } from './places';
import type { Fits } from './rewrites';
import type { Run } from './run';
import { isOn } from './switches';

/** What a client asked for: names of the answer, one inside the other, whatever the conditions of their fragments. */
export interface Asked {
  readonly [name: string]: Asked;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const innerOf = (selection: SelectionNode, fragments: Fragments): SelectionSetNode | undefined =>
  selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value)?.selectionSet : selection.selectionSet;

/** @param operation which is within the limits: its fragments do not unfold without end */
export function askedOf({ selectionSet }: OperationDefinitionNode, fragments: Fragments): Asked {
  type Growing = { [name: string]: Growing };
  const gather = ({ selections }: SelectionSetNode, into: Growing): Growing => {
    for (const selection of selections) {
      let inside = into;
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        inside = into[name] ??= Object.create(null) as Growing;
      }
      const inner = innerOf(selection, fragments);
      if (inner) gather(inner, inside);
    }
    return into;
  };
  return gather(selectionSet, Object.create(null) as Growing);
}

/** A field that a fetch fills in each of its places. */
interface Filled {
  readonly name: string;
  /** The type that a place must have. */
  readonly on?: string;
  /** It is filled while all of these are asked for. */
  readonly within: readonly SelectionNode[];
}

/** The fields that a fetch fills in its places, under the names that they have in the answer. */
function filledBy({ operation, requires, outputRewrites = [] }: FetchNode): Filled[] {
  const { definitions } = parse(operation);
  const fragments: Fragments = new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const renamed = new Map(
    outputRewrites.flatMap((one) => (one.kind === 'KeyRenamer' ? [[one.path.at(-1)!, one.renameKeyTo] as const] : [])),
  );
  const found: Filled[] = [];
  const gather = ({ selections }: SelectionSetNode, on: string | undefined, outer: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      const within = [...outer, selection];
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        found.push({ name: renamed.get(name) ?? name, on, within });
        continue;
      }
      const named = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const inner = innerOf(selection, fragments);
      if (inner) gather(inner, named?.typeCondition?.name.value ?? on, within);
    }
  };
  const { selectionSet } = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  // Entities stand under one field, `_entities`, which is no part of the answer.
  const [first] = selectionSet.selections;
  gather(requires && first?.kind === Kind.FIELD ? first.selectionSet! : selectionSet, undefined, []);
  return found;
}

/**
 * Tells where the answer has nothing because a fetch failed: for each field that the client asked for, the first place that stays
 * empty. All its other places in the same lists are empty for the same reason.
 */
export function emptyPlacesOf(
  node: FetchNode,
  way: Way,
  asked: () => Asked,
  fits: Fits,
): (run: Run, at: readonly JsonObject[]) => readonly Path[] {
  let known: readonly Filled[] | undefined;
  /** Fields that are fetched for other services alone are none of the client's business. */
  const fields = (): readonly Filled[] => {
    const here = way.path.reduce<Asked | undefined>(
      (within, part) => (part === '@' ? within : within?.[part]),
      asked(),
    );
    return filledBy(node).filter(({ name }) => here?.[name] !== undefined && name !== '__typename');
  };
  return ({ switches, data }, at) => {
    const paths = way.pathsFrom(data);
    const found = new Map<string, Path>();
    for (const { name, on, within } of (known ??= fields())) {
      if (found.has(name) || !within.every((selection) => isOn(selection, switches))) continue;
      const read = readerOf(name);
      const first = at.findIndex((place) => {
        const { __typename: typename } = place;
        return (read(place) ?? null) === null && (!on || typeof typename !== 'string' || fits(on, typename));
      });
      const path = paths[first];
      if (path) found.set(name, [...path, name]);
    }
    return [...found.values()];
  };
}
