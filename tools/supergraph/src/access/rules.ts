import type { ServiceName } from '@charter/contracts';
import { ENTITIES } from './entities';
import { FIELDS } from './fields';
import { charter } from './roots/charter';
import { compensation } from './roots/compensation';
import { complaints } from './roots/complaints';
import { notices } from './roots/notices';
import { participation } from './roots/participation';
import { surveys } from './roots/surveys';
import type { EntityRules, ServiceRules } from './rule';

export interface AccessRules {
  readonly roots: Readonly<Partial<Record<ServiceName, ServiceRules>>>;
  readonly entities: EntityRules;
  /** Class by type and field. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/**
 * Who may see and do what, said a second time, apart from the code that holds to it: every query, mutation, entity and field has
 * a line, and the test against a running platform asks each of them as every role.
 */
export const ACCESS: AccessRules = {
  roots: { charter, complaints, participation, surveys, compensation, notices },
  entities: ENTITIES,
  fields: FIELDS,
};
