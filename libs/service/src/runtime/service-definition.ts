import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { ServiceName } from '@charter/contracts';
import type { EventHandler, QueueBackend } from '@charter/outbox';
import type { SealedColumn } from '@charter/personal-data';
import type { RequestContext } from '../graph/context';
import type { Cursors } from '../graph/cursor';
import type { ServiceClient } from '../http/service-client';
import type { Live } from '../http/live-routes';
import type { InternalRoute, StreamedRoutes } from '../http/subgraph-server';
import type { Store } from '../store/data-source';
import type { Clock } from './clock';
import type { ServiceEnv } from './env';
import type { Logger } from './logger';

/** What the platform hands to a service: connected, configured, ready to be wired by hand in the service's compose.ts. */
export interface Platform<E extends ServiceEnv> {
  readonly env: E;
  readonly log: Logger;
  readonly dataSource: DataSource;
  readonly queues: QueueBackend;
  readonly services: ServiceClient;
  readonly cursors: Cursors;
  readonly clock: Clock;
}

/** Something that runs in the background of a worker until it is stopped: a sweep, a delivery loop. */
export interface Loop {
  start(): Promise<void>;
  /** Finishes what runs; gives up after `graceMs` milliseconds. */
  stop(graceMs: number): Promise<void>;
}

/** A wired service. */
export interface Composition<C extends RequestContext> {
  /** One instance of each resolver class. */
  readonly resolvers: readonly object[];
  /** Adds the service's loaders to what every request has. */
  readonly context: (base: RequestContext) => C;
  /** Reactions to events, one for each consumer that the contracts give this service. */
  readonly handlers: readonly EventHandler[];
  readonly loops: readonly Loop[];
  readonly internal?: Readonly<Record<string, InternalRoute>>;
  /** Internal routes that the gateway calls for itself. */
  readonly forGateway?: Readonly<Record<string, InternalRoute>>;
  readonly streamed?: StreamedRoutes;
  readonly live?: Live;
  /** Figures for Prometheus: help by name, and how they are read. */
  readonly gauges?: {
    readonly help: Readonly<Record<string, string>>;
    readonly read: () => Promise<Readonly<Record<string, number>>>;
  };
}

/** Everything that makes a service, as its main.ts gives it to `runService`. */
export interface ServiceDefinition<S extends z.ZodType<ServiceEnv>, C extends RequestContext> {
  readonly name: ServiceName;
  readonly env: S;
  readonly store: Store;
  /** Every column with sealed values, so that keys can be rotated: tests look through the database for one that is missing. */
  readonly sealed: readonly SealedColumn[];
  readonly schema: (container: ContainerType) => Promise<GraphQLSchema>;
  readonly compose: (platform: Platform<z.output<S>>) => Promise<Composition<C>>;
  /** Takes one record of `import`, a line of JSON on standard input, in batches; resumable, since a record's id decides. */
  readonly importRecords?: (
    platform: { readonly env: z.output<S>; readonly dataSource: DataSource },
    records: readonly unknown[],
  ) => Promise<void>;
}

/** Keeps the types of a definition together. */
export const defineService = <S extends z.ZodType<ServiceEnv>, C extends RequestContext>(
  definition: ServiceDefinition<S, C>,
): ServiceDefinition<S, C> => definition;
