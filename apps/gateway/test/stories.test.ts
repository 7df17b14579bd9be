import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, buildSchema, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { STORIES } from '../playground/stories';
import { storyText } from '../playground/story';
import { costOf } from '../src/limits/cost';
import { LIMITS, measure } from '../src/limits/measure';
import { filled } from './fixtures/story-variables';

const read = (name: string): string => readFileSync(join(__dirname, '..', name), 'utf8');
const schema = buildSchema(read('schema.graphql'));

const operationOf = (document: DocumentNode) => {
  const [operation] = document.definitions;
  if (operation?.kind !== 'OperationDefinition') throw new Error('A story begins with its operation.');
  return operation;
};
describe.each(STORIES.map((story) => [story.name, story] as const))('the story %s', (name, story) => {
  const document = parse(storyText(story));
  const operation = operationOf(document);
  const variables = filled(story.variables ?? {});

  it('fits the public API', () => {
    expect(validate(schema, document)).toEqual([]);
    expect(getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors).toBeUndefined();
  });

  it('is within the limits', () => {
    expect(() => measure(document)).not.toThrow();
    expect(costOf(schema, document, operation, variables)).toBeLessThan(LIMITS.cost);
  });

  it('is named as its tab, and uses only what a story before it keeps', () => {
    expect(operation.name?.value).toBe(name);
    const before = STORIES.slice(0, STORIES.indexOf(story)).flatMap(({ keeps = {} }) => Object.keys(keeps));
    const used = [...JSON.stringify(story.variables ?? {}).matchAll(/\{\{(\w+)\}\}/g)].map(([, what]) => what);
    expect(before).toEqual(expect.arrayContaining(used));
  });
});

it('the canary fits the public API', () => {
  expect(validate(schema, parse(read('canary.graphql')))).toEqual([]);
});
