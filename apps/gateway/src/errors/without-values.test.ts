import { buildSchema, getVariableValues, parse, type OperationDefinitionNode } from 'graphql';
import * as fc from 'fast-check';
import { withoutValues } from './without-values';

const schema = buildSchema(`
  type Query { file(input: FileInput!): Int }
  enum Kind { VISIT PHONE }
  input PersonInput { name: String!, phone: String }
  input FileInput { title: String!, count: Int, kind: Kind, person: PersonInput }`);
const [operation] = parse('query ($input: FileInput!) { file(input: $input) }').definitions;

/** What graphql-js says of an input, and what is left of it. */
function told(input: unknown): string[] {
  const definitions = (operation as OperationDefinitionNode).variableDefinitions!;
  return (getVariableValues(schema, definitions, { input }).errors ?? []).map(({ message }) => withoutValues(message));
}

it.each<[string, unknown, string[]]>([
  [
    'a field that is not there, and one that is missing',
    { title: '홍길동', person: { phonez: '010-1234-5678' } },
    [
      'Variable "$input" got an invalid value at "input.person"; Field "name" of required type "String!" was not provided.',
      'Variable "$input" got an invalid value at "input.person"; Field "phonez" is not defined by type "PersonInput". Did you mean "phone"?',
    ],
  ],
  [
    'a scalar',
    { title: 'a', count: '홍길동: 1; 2' },
    ['Variable "$input" got an invalid value at "input.count"; Int cannot represent non-integer value.'],
  ],
  [
    'an enum',
    { title: 'a', kind: 'VISI' },
    [
      'Variable "$input" got an invalid value at "input.kind"; The value does not exist in "Kind" enum. Did you mean the enum value "VISIT"?',
    ],
  ],
  ['nothing', null, ['Variable "$input" of non-null type "FileInput!" must not be null.']],
])('says of %s what is wrong, and not what was given', (_name, input, messages) =>
  expect(told(input)).toEqual(messages),
);

it('never repeats a text, whatever it looks like', () => {
  const secret = fc.string({ unit: 'grapheme' }).map((text) => `표식${text}표식`);
  const written = fc
    .tuple(secret, fc.constantFrom('; ', ' at "input"; ', '"', '\\"; ', '\n'))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(written, (text) => {
      const faults = [
        ...told({ title: text, count: text, kind: text }),
        ...told({ person: { name: text, other: text }, title: { deep: text } }),
        ...told(text),
      ];
      expect(faults.length).toBeGreaterThan(3);
      expect(faults.join('\n')).not.toContain('표식');
    }),
    { numRuns: 40 },
  );
});
