import { type Change, CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import { type GraphQLSchema, buildSchema } from 'graphql';

export interface ApiChanges {
  /** Requests that were right are refused, or answered in another shape. */
  readonly breaking: readonly Change[];
  /** Nothing is refused, but a client that did not expect it may stumble, as over a new value of an enum. */
  readonly dangerous: readonly Change[];
  /** All others; changed descriptions are not among them. */
  readonly harmless: readonly Change[];
}

export const readApi = (api: string): GraphQLSchema => buildSchema(api, { assumeValid: true });

/** What is different for clients between two states of the API. */
export async function changesBetween(before: GraphQLSchema, after: GraphQLSchema): Promise<ApiChanges> {
  const changes = await diff(before, after, [DiffRule.ignoreDescriptionChanges]);
  const at = (wanted: CriticalityLevel) => changes.filter(({ criticality }) => criticality.level === wanted);
  return {
    breaking: at(CriticalityLevel.Breaking),
    dangerous: at(CriticalityLevel.Dangerous),
    harmless: at(CriticalityLevel.NonBreaking),
  };
}
