import { type AuthCheckerFn, Extensions, getMetadataStorage } from 'type-graphql';
import type { Role } from '@charter/contracts';
import { hasRole } from '../identity/caller';
import type { RequestContext } from './context';
import { forbidden, unauthenticated } from './errors';

const PUBLIC = 'public';

/**
 * Marks a root field that anonymous callers may ask. Every root field carries this or `@Authorized(…roles)`; without one the
 * schema is not built. Rules about rows are in each service's `domain/access.ts`.
 */
export const Public = () => Extensions({ [PUBLIC]: true });

/** Carries out `@Authorized(…roles)`; without roles anybody who has signed in passes. */
export const checkAccess: AuthCheckerFn<RequestContext, Role> = ({ context: { caller } }, roles) => {
  if (!caller.id && !hasRole(caller, 'SERVICE')) throw unauthenticated(caller.language);
  if (roles.length > 0 && !hasRole(caller, ...roles)) throw forbidden(caller.language);
  return true;
};

/**
 * The queries of these resolvers that may be refused and cannot be null: refused, such a field would take with it every other
 * one that was asked for at once.
 */
export function refusableWithoutNull(resolvers: readonly unknown[]): string[] {
  return getMetadataStorage()
    .queries.filter((field) => resolvers.includes(field.target) && field.roles !== undefined)
    .filter((field) => !field.returnTypeOptions.nullable)
    .map((field) => field.schemaName);
}

/** The root fields of these resolvers that neither name roles nor are marked public. */
export function fieldsWithoutRule(resolvers: readonly unknown[]): string[] {
  const { queries, mutations } = getMetadataStorage();
  return [...queries, ...mutations]
    .filter((field) => resolvers.includes(field.target))
    .filter((field) => field.roles === undefined && !field.extensions?.[PUBLIC])
    .map((field) => field.schemaName);
}
