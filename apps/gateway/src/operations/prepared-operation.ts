import { operationFromDocument } from '@apollo/federation-internals';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type OperationDefinitionNode,
  Kind,
  type OperationTypeNode,
  type TypeNode,
  getVariableValues,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { askedOf } from '../execution/empty-places';
import { type Introspection, introspectionOf } from '../execution/introspection';
import { type Step, stepOf } from '../execution/plan';
import { type Shape, shapeOf } from '../execution/shape';
import { type Switched, switched, switchesOf } from '../execution/switches';
import { fetchStep } from '../execution/fetch';
import type { Variables } from '../execution/run';
import { costOf } from '../limits/cost';
import { checkDepth } from '../limits/nesting';
import type { LoadedGraph } from '../supergraph/loaded-graph';
import type { FitDocument } from './document';
import { DocumentRefused, MOST_FAULTS } from './refused';

/** Settings of `@skip` and `@include`, and of `first`, that are remembered for one operation. */
const MOST_VARIANTS = 16;

/** What subgraphs are given their entities in. */
const RESERVED = 'representations';
const RENAME = `A variable may not be called $${RESERVED}: give it another name.`;

let operations = 0;

const isInt = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE ? isInt(type.type) : type.kind === Kind.NAMED_TYPE && type.name.value === 'Int';

/** One operation of one schema, with everything about it that does not depend on the request. What costs is made at first use. */
export class PreparedOperation {
  /** Different for every operation that is prepared in this process: a schema that is taken anew prepares anew. */
  readonly id = (operations += 1);
  readonly kind: OperationTypeNode;
  readonly name: string | undefined;
  readonly introspects: boolean;
  readonly #switches: readonly string[];
  readonly #variables: readonly string[];
  /** Those that a `first` can be: whole numbers. */
  readonly #sizes: readonly string[];
  readonly #shapes = new LRUCache<string, Shape>({ max: MOST_VARIANTS });
  readonly #costs = new LRUCache<string, number>({ max: MOST_VARIANTS });
  #step?: Step;
  #unplannable?: Error;
  #introspection?: Introspection;

  constructor(
    private readonly graph: LoadedGraph,
    readonly source: FitDocument,
    readonly operation: OperationDefinitionNode,
  ) {
    this.kind = operation.operation;
    this.name = operation.name?.value;
    this.introspects = source.measures.introspections > 0;
    this.#switches = switchesOf(operation, this.#fragments.values());
    const { variableDefinitions = [] } = operation;
    this.#variables = variableDefinitions.map(({ variable }) => variable.name.value);
    this.#sizes = variableDefinitions.flatMap(({ variable, type }) => (isInt(type) ? [variable.name.value] : []));
  }

  get #fragments(): ReadonlyMap<string, FragmentDefinitionNode> {
    return this.source.fragments;
  }

  /** Objects that the answer may hold at most. */
  costOf(variables: Variables): number {
    const key = this.#sizes.map((name) => JSON.stringify(variables[name]) ?? '').join();
    const known = this.#costs.get(key);
    if (known !== undefined) return known;
    const cost = costOf(this.graph.schema, this.source.document, this.operation, variables);
    this.#costs.set(key, cost);
    return cost;
  }

  /**
   * @throws {DocumentRefused} for a value that does not fit its type, or is missing
   * @throws {TooComplex} for one that holds too many lists and objects inside each other
   */
  checkVariables(given: Variables): void {
    const { variableDefinitions } = this.operation;
    if (!variableDefinitions || variableDefinitions.length === 0) return;
    if (this.#variables.includes(RESERVED)) throw new DocumentRefused('BAD_USER_INPUT', [new GraphQLError(RENAME)]);
    for (const name of this.#variables) if (Object.hasOwn(given, name)) checkDepth(given[name]);
    const { errors } = getVariableValues(this.graph.schema, variableDefinitions, given, { maxErrors: MOST_FAULTS });
    if (errors) throw new DocumentRefused('BAD_USER_INPUT', errors);
  }

  /** The values of an operation's variables that it declares, in the order of its text: equal for equal requests. */
  variablesKey(given: Variables): string {
    return JSON.stringify(this.#variables.map((name) => (Object.hasOwn(given, name) ? [given[name]] : 0)));
  }

  switchesFor(given: Variables): Switched {
    return switched(this.#switches, this.operation, given);
  }

  /** Whether `plan` costs nothing any more. */
  get isPlanned(): boolean {
    return this.#step !== undefined || this.#unplannable !== undefined;
  }

  /** The plan, ready to run. Planning can take longer than answering, so it is left until the request is known to be admitted. */
  plan(): Step {
    if (this.#unplannable) throw this.#unplannable;
    try {
      this.#step ??= this.#planned();
      return this.#step;
    } catch (error) {
      this.#unplannable = error as Error; // trying again would cost as much, and end the same
      throw error;
    }
  }

  #planned(): Step {
    const { planner, federated, subgraphs, fits, known, isAbstract } = this.graph;
    const operation = operationFromDocument(federated, this.source.document, { operationName: this.name });
    const asked = () => askedOf(this.operation, this.#fragments);
    return stepOf(planner.buildQueryPlan(operation), (node, way) =>
      fetchStep(node, way, { fits, known, isAbstract, asked, subgraph: subgraphs.get(node.serviceName)! }),
    );
  }

  shapeFor(switches: Switched): Shape {
    const key = this.#switches.map((name) => (switches[name] ? '1' : '0')).join('');
    let shape = this.#shapes.get(key);
    if (!shape) {
      const { graph, operation } = this;
      shape = shapeOf({ schema: graph.schema, operation, fragments: this.#fragments, switches });
      this.#shapes.set(key, shape);
    }
    return shape;
  }

  introspect(node: FieldNode, variables: Variables): string {
    this.#introspection ??= introspectionOf(this.graph.schema, this.operation, [...this.#fragments.values()]);
    return this.#introspection(node, variables);
  }
}
