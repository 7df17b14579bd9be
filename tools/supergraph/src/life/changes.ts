import { type Change, ChangeType, CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
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

/** What a client may leave out, it need not know: an optional argument or field of an input is no danger. */
const isOptional = ({ type }: Change): boolean =>
  type === ChangeType.FieldArgumentAdded || type === ChangeType.InputFieldAdded;

/** What is different for clients between two states of the API. */
export async function changesBetween(before: GraphQLSchema, after: GraphQLSchema): Promise<ApiChanges> {
  const changes = await diff(before, after, [DiffRule.ignoreDescriptionChanges]);
  const { Breaking, Dangerous } = CriticalityLevel;
  const isBreaking = ({ criticality }: Change) => criticality.level === Breaking;
  const isDangerous = (change: Change) => change.criticality.level === Dangerous && !isOptional(change);
  return {
    breaking: changes.filter(isBreaking),
    dangerous: changes.filter(isDangerous),
    harmless: changes.filter((change) => !isBreaking(change) && !isDangerous(change)),
  };
}
