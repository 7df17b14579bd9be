import { type Json, type JsonObject, isObject, readerOf } from './json';

export type Path = readonly (string | number)[];

/** One step of a plan's path: into a field, or into each element of a list. */
type Part = { readonly read: (from: JsonObject) => Json | undefined; readonly name: string } | '@';

/** The way from some objects to those below them that a plan names, such as `complaints.edges.@.node`. */
export interface Way {
  readonly path: Path;
  /** Objects at the end of the way, in order. What is null or absent on the way is left out. */
  placesFrom(start: readonly JsonObject[]): JsonObject[];
  /** Where each of those objects is, with the numbers of the list elements. Only needed for errors. */
  pathsFrom(start: JsonObject): Path[];
}

/** @throws {Error} for a path with type conditions, which the planner makes only when told to */
export function wayOf(path: Path): Way {
  const parts = path.map((part): Part => {
    if (typeof part !== 'string' || part.includes('|['))
      throw new Error(`Paths such as ${path.join('.')} are not run.`);
    return part === '@' ? '@' : { name: part, read: readerOf(part) };
  });

  function walk(value: Json | undefined, at: number, found: (place: JsonObject) => void, trail?: (string | number)[]) {
    if (value === null || value === undefined) return;
    const part = parts[at];
    if (Array.isArray(value)) {
      if (part !== '@' && part !== undefined) return; // no list is expected here: the subgraph's fault, told by the shaper
      value.forEach((element, index) => {
        trail?.push(index);
        walk(element as Json, part === undefined ? at : at + 1, found, trail);
        trail?.pop();
      });
      return;
    }
    if (part === '@' || !isObject(value)) return;
    if (part === undefined) return found(value);
    trail?.push(part.name);
    walk(part.read(value), at + 1, found, trail);
    trail?.pop();
  }

  return {
    path,
    placesFrom: (start) => {
      const places: JsonObject[] = [];
      for (const one of start) walk(one, 0, (place) => places.push(place));
      return places;
    },
    pathsFrom: (start) => {
      const trail: (string | number)[] = [];
      const paths: Path[] = [];
      walk(start, 0, () => paths.push([...trail]), trail);
      return paths;
    },
  };
}
