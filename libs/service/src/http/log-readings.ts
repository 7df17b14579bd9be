import type { GraphQLFormattedError } from 'graphql';
import type { DataSource } from 'typeorm';
import type { Role, ServiceName } from '@charter/contracts';
import { type Reader, type Reading, ReadingLog } from '@charter/personal-data';
import type { PrivacyKeys } from '@charter/privacy';
import { type Caller, type Person, hasRole } from '../identity/caller';
import type { RequestContext } from '../graph/context';
import { maskError } from '../graph/errors';
import type { Clock } from '../runtime/clock';

/** Writes down what a request shows of other people. Rejects when that cannot be done. */
export type LogReadings = (caller: Caller, operation: string, readings: readonly Reading[]) => Promise<void>;

/** As whom somebody with several roles reads: the first of these. */
const READING_ROLES: readonly Role[] = ['MANAGER', 'OFFICER', 'AUDITOR', 'ADMIN', 'CITIZEN'];

export const readerOf = (caller: Person): Reader => ({
  id: caller.id,
  role: READING_ROLES.find((role) => hasRole(caller, role)) ?? 'CITIZEN',
  departmentCode: caller.departmentCode ?? null,
  address: caller.address ?? null,
});

/** The log of a service’s readings: one statement for each request that shows something. */
export function logReadings(
  service: ServiceName,
  keys: PrivacyKeys | undefined,
  { dataSource, clock }: { readonly dataSource: DataSource; readonly clock: Clock },
): LogReadings {
  const log = keys && new ReadingLog(service, keys);
  return async (caller, operation, readings) => {
    if (!log) throw new Error(`${service} reads personal data, but has no PRIVACY_KEYS to log it with.`);
    await log.write(dataSource.manager, readerOf(caller as Person), operation, readings, clock.now());
  };
}

interface Answer {
  readonly contextValue: RequestContext;
  readonly response: { body: { readonly kind: string } };
  readonly operation?: {
    readonly selectionSet: { readonly selections: readonly { readonly name?: { readonly value: string } }[] };
  };
}

/**
 * Logs what an answer shows of other people before it leaves. What cannot be logged is not shown: the whole answer goes.
 * @returns whether the answer may go out
 */
export async function loggedOrWithheld(
  write: LogReadings,
  { contextValue, response, operation }: Answer,
): Promise<boolean> {
  const { caller, readings, log } = contextValue;
  const taken = readings.taken();
  if (taken.length === 0) return true;
  const fields = (operation?.selectionSet.selections ?? []).flatMap(({ name }) => name?.value ?? []);
  try {
    await write(caller, [...new Set(fields)].join(',').slice(0, 200) || 'graph', taken);
    return true;
  } catch (err) {
    log.error({ err }, 'a reading could not be logged, and nothing was shown');
    const errors: GraphQLFormattedError[] = [maskError({ message: '' }, caller.requestId)];
    response.body = { kind: 'single', singleResult: { data: null, errors } } as Answer['response']['body'];
    return false;
  }
}
