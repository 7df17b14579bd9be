import type { Logger } from '../runtime/logger';

export interface TracingSettings {
  /** Where spans go, by OTLP over HTTP: `/v1/traces` is added. Nothing is traced without it, and nothing of it is loaded. */
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  /** Which share of the traces that begin here is kept, 0 to 1. */
  readonly OTEL_TRACES_SAMPLER_ARG: number;
}

/** What Apollo, TypeORM and others would tell of themselves is left off: spans are made by hand, so it is known what is in them. */
export async function startTracing(
  service: string,
  role: string,
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share }: TracingSettings,
  log: Logger,
): Promise<() => Promise<void>> {
  if (!endpoint) return async () => undefined;
  const [sdk, { resourceFromAttributes }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: 5_000 });
  const provider = new sdk.NodeTracerProvider({
    resource: resourceFromAttributes({
      'service.name': `charter-${service}`,
      'charter.role': role,
      'process.pid': process.pid, // several processes of a gateway have one name
    }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter, { scheduledDelayMillis: 1_000 })],
  });
  provider.register();
  log.info({ endpoint, share }, 'traces are sent');
  return async () => {
    await provider.shutdown().catch((error: unknown) => log.warn({ err: error }, 'the last traces were not sent'));
  };
}
