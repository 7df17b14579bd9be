import type { FetchNode } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Subgraph } from '../subgraphs/subgraph-call';
import type { SubgraphAnswer } from '../subgraphs/transport';
import { type Asked, emptyPlacesOf } from './empty-places';
import { type Json, type JsonObject, isObject } from './json';
import { merge } from './merge';
import type { Step } from './plan';
import type { Path, Way } from './places';
import { type Representation, representationOf } from './requires';
import { type Fits, type Rewrite, rewriterOf } from './rewrites';
import { type Run, type Variables, lessFresh } from './run';

export interface FetchParts {
  readonly subgraph: Subgraph;
  readonly fits: Fits;
  /** Whether the supergraph has a type of this name. */
  readonly known: (typename: string) => boolean;
  /** Whether a name is that of an interface or union. */
  readonly isAbstract: (typename: string) => boolean;
  /** What the client asked for. */
  readonly asked: () => Asked;
}

/** Makes the step of one fetch: root fields, or fields of entities that the steps before have found. */
export function fetchStep(node: FetchNode, way: Way, { subgraph, fits, known, isAbstract, asked }: FetchParts): Step {
  const { variableUsages = [], serviceName, operationKind } = node;
  if (node.contextRewrites?.length) throw new Error('Contexts are not run.');
  const call = {
    isMutation: operationKind === 'mutation',
    head: `${JSON.stringify({ query: node.requires ? nameless(node.operation) : node.operation }).slice(0, -1)},"variables":`,
  };
  const variablesOf = writerOfVariables(variableUsages);
  const rewriteOutput = rewriterOf(node.outputRewrites, fits);
  const emptyPlaces = emptyPlacesOf(node, way, asked, fits);

  const askAndMerge = node.requires
    ? entities(representationOf(node.requires, fits, known), rewriterOf(node.inputRewrites, fits))
    : roots();

  function roots(): Step {
    return async (run, at) => {
      const answer = await subgraph.ask({ ...call, variables: variablesOf(run.variables) }, run.context);
      noteAnswer(run, answer, (path) => path && [path]);
      const data = dataOf(answer);
      if (!data) return;
      rewriteOutput?.(data);
      at.forEach((place, index) => merge(place, data, index === 0));
    };
  }

  function entities(write: Representation, rewriteInput: Rewrite | undefined): Step {
    return async (run, at) => {
      const { texts, users } = distinct(at, rewriteInput ? rewritten(write, rewriteInput) : write);
      if (texts.length === 0) return;
      const answer = await subgraph.ask(
        { ...call, variables: variablesOf(run.variables), representations: texts },
        run.context,
      );
      noteAnswer(run, answer, (path) => pathsOf(path, users, way, run.data));
      const data = dataOf(answer);
      if (!data) return;
      const found = data._entities;
      if (!Array.isArray(found)) throw new Error('The subgraph gave no list of entities.');
      rewriteOutput?.(found as Json);
      users.forEach((places, index) => {
        const entity = found[index] as Json | undefined;
        if (!isObject(entity)) return;
        const { __typename: typename } = at[places[0]!]!;
        // A subgraph that knows an interface as one object says its name: what is known of the type is better than that.
        const { __typename: told } = entity;
        if (typename && (typeof told !== 'string' || isAbstract(told))) entity.__typename = typename;
        places.forEach((place, times) => merge(at[place]!, entity, times === places.length - 1));
      });
    };
  }

  /** A fault costs the fields of this fetch, each told once with the first place where it is missing, and the others go on. */
  return async (run, at) => {
    try {
      await askAndMerge(run, at);
    } catch (error) {
      run.freshness = 'private';
      const told = error instanceof GraphQLError ? error.toJSON() : faultOf(error as Error, serviceName);
      const places = emptyPlaces(run, at);
      if (places.length === 0) run.errors.push(told);
      else for (const path of places) run.errors.push({ ...told, path });
    }
  };

  function noteAnswer(
    run: Run,
    { errors, maxAge }: SubgraphAnswer,
    placesOf: (path: Path | undefined) => readonly Path[] | undefined,
  ): void {
    run.freshness = lessFresh(run.freshness, errors?.length ? 'private' : (maxAge ?? 'private'));
    for (const { message, path, extensions } of Array.isArray(errors) ? errors : []) {
      const error = { message: String(message), extensions: { ...extensions, serviceName } };
      const places = placesOf(Array.isArray(path) ? (path as Path) : undefined);
      if (!places) run.errors.push(error);
      else for (const place of places) run.errors.push({ ...error, path: place });
    }
  }
}

/** Entities are asked for alike whatever the operation is called: then one fetch does for several steps. */
const nameless = (query: string): string => query.replace(/^\s*query\s+[_A-Za-z]\w*/, 'query');

const faultOf = ({ message }: Error, serviceName: string): GraphQLFormattedError => ({
  message,
  extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName },
});

function dataOf({ data }: SubgraphAnswer): JsonObject | undefined {
  if (data === null || data === undefined) return undefined;
  if (!isObject(data)) throw new Error('The subgraph gave data that is no object.');
  return data;
}

/** Writes the variables that a fetch uses, as they were given: defaults stand in its text. */
function writerOfVariables(names: readonly string[]): (given: Variables) => string {
  if (names.includes('representations')) throw new Error('A variable is called representations.');
  const heads = names.map((name) => [name, `${JSON.stringify(name)}:`] as const);
  return (given) => {
    let text = '';
    for (const [name, head] of heads) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value !== undefined) text += `${text ? ',' : ''}${head}${JSON.stringify(value)}`;
    }
    return text;
  };
}

const rewritten =
  (write: Representation, rewrite: Rewrite): Representation =>
  (entity) => {
    const text = write(entity);
    if (text === undefined) return undefined;
    const value = JSON.parse(text) as Json;
    rewrite(value);
    return JSON.stringify(value);
  };

/** Each entity once, however often it stands in the answer, with the places where it does. */
function distinct(at: readonly JsonObject[], write: Representation): { texts: string[]; users: number[][] } {
  const known = new Map<string, number[]>();
  at.forEach((entity, place) => {
    const text = write(entity);
    if (text === undefined) return;
    const places = known.get(text);
    if (places) places.push(place);
    else known.set(text, [place]);
  });
  return { texts: [...known.keys()], users: [...known.values()] };
}

/** Where in the answer an error about an entity belongs: to each place of that entity. One about all of them, to what holds them. */
function pathsOf(
  path: Path | undefined,
  users: readonly (readonly number[])[],
  way: Way,
  data: JsonObject,
): readonly Path[] | undefined {
  if (!path) return undefined;
  const [, index, ...rest] = path;
  if (typeof index !== 'number') {
    const list = way.path.indexOf('@');
    return [list < 0 ? way.path : way.path.slice(0, list)];
  }
  const paths = way.pathsFrom(data);
  return users[index]?.flatMap((place) => (paths[place] ? [[...paths[place], ...rest]] : []));
}
