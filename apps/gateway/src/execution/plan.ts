import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { JsonObject } from './json';
import { type Way, wayOf } from './places';
import type { Run } from './run';

/** Part of a plan, ready to run. @param at objects that it fills */
export type Step = (run: Run, at: readonly JsonObject[]) => Promise<void>;
/** Makes the step of one fetch. @param way from the root of the answer to the objects that it fills */
export type CompileFetch = (node: FetchNode, way: Way) => Step;

const nothing: Step = async () => {};

/**
 * Compiles a query plan once into a function that runs it. What does not depend on the request is decided here.
 * @throws {Error} for what the planner makes only when told to: defer, subscriptions, conditions in paths
 */
export function stepOf({ node }: QueryPlan, compileFetch: CompileFetch): Step {
  if (!node) return nothing;
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not run.');
  return compile(node, wayOf([]), compileFetch);
}

function compile(node: PlanNode, way: Way, compileFetch: CompileFetch): Step {
  const inner = (one: PlanNode): Step => compile(one, way, compileFetch);
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, way);
    case 'Sequence':
      return inOrder(node.nodes.map(inner));
    case 'Parallel':
      return atOnce(node.nodes.map(inner));
    case 'Flatten': {
      const further = wayOf(node.path);
      const step = compile(node.node, wayOf([...way.path, ...node.path]), compileFetch);
      return async (run, at) => {
        const places = further.placesFrom(at);
        if (places.length > 0) await step(run, places);
      };
    }
    case 'Condition': {
      const [yes, no] = [node.ifClause, node.elseClause].map((branch) => (branch ? inner(branch) : nothing));
      return (run, at) => (run.switches[node.condition] === true ? yes! : no!)(run, at);
    }
    case 'Defer':
      throw new Error('Defer is not run.');
  }
}

const inOrder =
  (steps: readonly Step[]): Step =>
  async (run, at) => {
    for (const step of steps) await step(run, at);
  };

const atOnce =
  (steps: readonly Step[]): Step =>
  async (run, at) => {
    await Promise.all(steps.map((step) => step(run, at)));
  };
