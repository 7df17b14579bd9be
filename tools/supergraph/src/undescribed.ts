import { buildSchema } from 'graphql';
import { elementsOf, typesOf } from './elements';

/** Everything in the public API without a description: the schema is the manual of the frontend teams. */
export function undescribed(api: string): string[] {
  const schema = buildSchema(api);
  const roots = [schema.getQueryType(), schema.getMutationType()].map((type) => type?.name);
  return typesOf(schema)
    .flatMap((type) => [...(roots.includes(type.name) ? [] : [type]), ...elementsOf(type)])
    .filter(({ description }) => !description?.trim())
    .map(({ name }) => name);
}
