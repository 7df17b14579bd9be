import type { Schema } from '@apollo/federation-internals';
import type { QueryPlanner } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { Fits } from '../execution/rewrites';
import { OperationStore } from '../operations/operation-store';
import type { Subgraph, SubgraphFor } from '../subgraphs/subgraph-call';
import { type FieldsByType, keyFieldsOf } from './key-fields';
import { type SupergraphParts, readSupergraph } from './supergraph-parts';

export interface GraphSettings {
  readonly subgraphFor: SubgraphFor;
  /** What prepared operations may hold together, in bytes, by estimate. */
  readonly operationBytes: number;
}

/** One supergraph, loaded. It never changes: a new file makes a new one, and what runs on the old one ends there. */
export class LoadedGraph {
  /** The public schema, as clients see it. */
  readonly schema: GraphQLSchema;
  /** The same, as the planner reads operations by it. */
  readonly federated: Schema;
  readonly planner: QueryPlanner;
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  readonly operations: OperationStore;
  readonly #whole: GraphQLSchema;
  readonly #keys: FieldsByType;

  /**
   * @param parts what the text was read into, where that was done before
   * @throws {Error} when the text is no valid supergraph
   */
  constructor(
    readonly text: string,
    { subgraphFor, operationBytes }: GraphSettings,
    { supergraph, federated, schema, whole, planner }: SupergraphParts = readSupergraph(text),
  ) {
    this.federated = federated;
    this.schema = schema;
    this.planner = planner;
    this.subgraphs = new Map(supergraph.subgraphsMetadata().map((one) => [one.name, subgraphFor(one)]));
    this.operations = new OperationStore(this, operationBytes);
    this.#whole = whole;
    this.#keys = keyFieldsOf(text);
  }

  /** Whether a type is an entity: one that a service refers to by its key, and another answers for, or does not. */
  isEntity(type: string): boolean {
    return this.#keys.has(type);
  }

  /** Whether the planner may ask a type for a field of this name on its own, to go from one service to the next. */
  readonly isKeyField = (type: string, field: string): boolean => this.#keys.get(type)?.has(field) ?? false;

  /** Whether the supergraph has a type, also one that is not for the public. */
  readonly known = (type: string): boolean => this.#whole.getType(type) !== undefined;

  readonly isAbstract = (type: string): boolean => isAbstractType(this.#whole.getType(type));

  /** Whether an object of a type fits a condition, both of the supergraph: what subgraphs say of each other's entities. */
  readonly fits: Fits = (condition, type) => {
    if (condition === type) return true;
    const [outer, inner] = [this.#whole.getType(condition), this.#whole.getType(type)];
    return (
      isAbstractType(outer) && (isObjectType(inner) || isInterfaceType(inner)) && this.#whole.isSubType(outer, inner)
    );
  };
}
