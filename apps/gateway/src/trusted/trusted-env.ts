import { z } from 'zod';
import { PERSON_ROLES } from '../caller/person';
import { commaSeparated } from '../comma-separated';

const roles = commaSeparated.pipe(z.array(z.enum(PERSON_ROLES)));

/** The variables that say which operations may run, and who may look at the graph. */
export const trustedEnv = {
  TRUSTED_DOCUMENTS: z.enum(['off', 'also', 'only']).default('off'),
  /** Manifests of registered operations, or folders of them. */
  TRUSTED_DOCUMENTS_PATH: commaSeparated.prefault(''),
  /** Who may send any operation where only registered ones run. */
  TRUSTED_DOCUMENTS_EXEMPT: roles.prefault('ADMIN'),
  /** Who may introspect; left out: everybody who is signed in, in production administrators. */
  INTROSPECTION_ROLES: roles.optional(),
  /** Whether the playground is served; left out: except in production. */
  PLAYGROUND: z.enum(['on', 'off']).optional(),
} as const;
