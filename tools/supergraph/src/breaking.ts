import { buildSchema, findBreakingChanges } from 'graphql';

/** What clients of the old API would stumble over in the new one. */
export const breakingChanges = (oldApi: string, newApi: string): string[] =>
  findBreakingChanges(buildSchema(oldApi), buildSchema(newApi)).map(({ description }) => description);
