import { isDeepStrictEqual } from 'node:util';
import { WHOLE } from './subgraphs/subgraphs';
import { tinyExecutor } from './subgraphs/tiny-executor';

export interface Shape {
  readonly name: string;
  readonly query: string;
  /** Of the request with this number: another number asks for other things. */
  readonly variables: (request: number) => Readonly<Record<string, unknown>>;
  /** How many times a stock gateway's requests a second ours has to reach. */
  readonly floor: number;
}

const LIST = 50;
const KINDS = 100_000;

export const SHAPES: readonly Shape[] = [
  {
    name: 'one subgraph',
    query: 'query One($id: ID!) { complaint(id: $id) { id receiptNumber title status } }',
    variables: (request) => ({ id: String(request % KINDS) }),
    floor: 5,
  },
  {
    name: 'three hops',
    query:
      'query Hops($id: ID!) { complaint(id: $id) { id title department { name phone head { name desk } } lastNotice { kind state } } }',
    variables: (request) => ({ id: String(request % KINDS) }),
    floor: 6,
  },
  {
    name: 'heavy list',
    query: `query List($from: Int!) { complaints(first: ${LIST}, from: $from) { receiptNumber title department { name } lastNotice { kind state } } }`,
    variables: (request) => ({ from: (request % KINDS) * LIST }),
    floor: 4,
  },
];

const truth = tinyExecutor(WHOLE);

/** The body of the request with this number. */
export const bodyOf = ({ query, variables }: Shape, request: number): string =>
  JSON.stringify({ query, variables: variables(request) });

/** Whether an answer is what the subgraphs know, whole and without errors. */
export const isRight = (shape: Shape, request: number, answer: unknown): boolean =>
  isDeepStrictEqual(answer, truth(shape.query, shape.variables(request)));
