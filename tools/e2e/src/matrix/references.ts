import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, buildASTSchema, parse } from 'graphql';
import { readSigningKey, signIdentity } from '@charter/service';
import { Looks } from '../canary/views';
import { type Answer, REPOSITORY, type RunningStack } from '../running-stack';
import type { Caller } from './callers';

const schemaOf = (service: string): GraphQLSchema =>
  buildASTSchema(parse(readFileSync(join(REPOSITORY, `apps/${service}/schema.graphql`), 'utf8')), {
    assumeValid: true,
    assumeValidSDL: true,
  });

export interface Reference {
  readonly service: string;
  readonly entity: string;
  readonly id: string;
}

/** Asks a subgraph for an entity as the gateway does, with its signature, and for every field that can be asked for. */
export async function refersTo(
  stack: RunningStack,
  { id: sub, role, department }: Caller,
  { service, entity, id }: Reference,
): Promise<Answer<{ result: readonly (object | null)[] }>> {
  const fields = new Looks(schemaOf(service), () => undefined).part(entity, 2);
  const query = `query ($of: [_Any!]!) { result: _entities(representations: $of) { ... on ${entity} ${fields} } }`;
  const body = JSON.stringify({ query, variables: { of: [{ __typename: entity, id }] } });
  const claims = { aud: service, sub, roles: role ? [role] : [], dep: department, rid: 'matrix', lang: 'en' as const };
  const identity = await signIdentity(await readSigningKey(stack.signer('gateway')), claims, body);
  const response = await fetch(`${stack.description.processes[service]!.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-charter-identity': identity },
    body,
  });
  return (await response.json()) as Answer<{ result: readonly (object | null)[] }>;
}
