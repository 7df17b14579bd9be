import { GraphQLError } from 'graphql';
import { DocumentRefused } from './refused';

it('looks once for names that are alike, however often a refused text comes again', () => {
  let searches = 0;
  const suggestion = new GraphQLError('Did you mean "complaint"?');
  const refused = new DocumentRefused('GRAPHQL_VALIDATION_FAILED', [new GraphQLError('No.')], () => {
    searches += 1;
    return [suggestion];
  });
  expect([refused.withSuggestions(), refused.withSuggestions()]).toEqual([[suggestion], [suggestion]]);
  expect(searches).toBe(1);
});

it('has nothing to suggest where nobody could', () => {
  const fault = new GraphQLError('Syntax Error');
  expect(new DocumentRefused('GRAPHQL_PARSE_FAILED', [fault]).withSuggestions()).toEqual([fault]);
});
