import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type OperationDefinitionNode,
  buildSchema,
  getNamedType,
  isInputObjectType,
  parse,
} from 'graphql';
import { GUESSABLE, NOT_GUESSABLE, guessesIn } from './guessable';

const schema = buildSchema(readFileSync(join(__dirname, '../../schema.graphql'), 'utf8'));
/** What a secret that is told to somebody is called in this graph, and might be called. */
const SECRET = /receipt|last4|token|secret|password|passcode|otp$|pin$|^number$|invitationId|verification/i;
const TEXTS = new Set(['String', 'ID', 'ReceiptNumber']);

/** Whether an argument is, or holds at any depth, something that looks like a secret. */
function takesSecret(input: GraphQLArgument | GraphQLInputField, seen: ReadonlySet<string> = new Set()): boolean {
  const type = getNamedType(input.type);
  if (!isInputObjectType(type)) return SECRET.test(input.name) && TEXTS.has(type.name);
  if (seen.has(type.name)) return false;
  return Object.values(type.getFields()).some((field) => takesSecret(field, new Set([...seen, type.name])));
}

const rootFields = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
  Object.values(type.getFields()),
);

describe('the fields with a secret that could be guessed', () => {
  it('are all known: each is limited, or named with the reason why not', () => {
    const found = rootFields.filter(({ args }) => args.some((arg) => takesSecret(arg))).map(({ name }) => name);
    expect(found.sort()).toEqual([...GUESSABLE, ...Object.keys(NOT_GUESSABLE)].sort());
  });

  it('exist in the graph', () => {
    const names = rootFields.map(({ name }) => name);
    for (const name of [...GUESSABLE, ...Object.keys(NOT_GUESSABLE)]) expect(names).toContain(name);
  });

  it.each([
    ['{ complaintByReceipt(receiptNumber: "a", phoneLast4: "1") { id } }', 1],
    ['{ a: complaintByReceipt { id } b: complaintByReceipt { id } me { id } }', 2],
    ['{ ... { ...F } ...F } fragment F on Query { surveyInvitation { id } }', 2],
    ['{ me { complaintByReceipt } }', 0],
    ['mutation { a: submitResponse { id } b: submitResponse { id } }', 2],
    ['subscription { submitResponse }', 0],
  ])('%s tries %d', (text, expected) => {
    const document = parse(text);
    expect(guessesIn(document, document.definitions[0] as OperationDefinitionNode)).toBe(expected);
  });
});
