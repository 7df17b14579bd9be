import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const attributes = z
  .array(z.object({ key: z.string(), value: z.looseObject({}).transform((one) => String(Object.values(one)[0])) }))
  .default([]);
const sentSpan = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes,
});
const sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(sentSpan) })),
    }),
  ),
});

/** What a span may tell: codes, names of programs and ids of requests, and nothing of what was asked or of anybody. */
export const SPAN_ATTRIBUTES = [
  'attempts',
  'charter.request_id',
  'error.type',
  'generation',
  'http.route',
  'path',
  'queue',
  'service',
  'subgraph',
  'type',
] as const;

/** A span as it was sent, with every field that came along. */
export interface Span extends z.infer<typeof sentSpan> {
  /** Of the process that made it. */
  readonly process: { readonly service: string; readonly role: string; readonly pid: number };
}

/** What traces are sent to, by OTLP over HTTP in JSON, on loopback. */
export class TraceCollector {
  readonly spans: Span[] = [];
  #server?: Server;
  #isKeeping = true;

  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server!.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      // Never, where the process that sends is killed meanwhile.
      request.on('end', () => {
        const { resourceSpans } = sent.parse(JSON.parse(Buffer.concat(chunks).toString()));
        if (this.#isKeeping) this.spans.push(...resourceSpans.flatMap(spansOf));
        response.setHeader('content-type', 'application/json').end('{}');
      });
    });
    await new Promise<void>((resolve) => this.#server!.listen(0, '127.0.0.1', resolve));
    return this;
  }

  /** Forgets what has come, and from now on keeps what comes, or only takes it. */
  forget(isKeeping = true): void {
    this.spans.length = 0;
    this.#isKeeping = isKeeping;
  }

  /** The trace of the request with this id (`x-request-id`), as far as it has arrived. */
  traceOf(requestId: string): Span[] {
    const first = this.spans.find(({ name, attributes: told }) =>
      told.some(({ key, value }) => name === 'answer request' && key === 'charter.request_id' && value === requestId),
    );
    return this.spans.filter(({ traceId }) => traceId === first?.traceId);
  }

  /** A span and those that it goes on from, the first of its trace first; as far as they have arrived. @param name of the span, or the span */
  wayTo(name: string | Span): Span[] {
    const way: Span[] = [];
    let span = typeof name === 'string' ? this.spans.find((one) => one.name === name) : name;
    while (span) {
      way.unshift(span);
      const { parentSpanId, traceId } = span;
      span = this.spans.find((one) => one.spanId === parentSpanId && one.traceId === traceId);
    }
    return way;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => {
      this.#server!.close(resolve);
      this.#server!.closeAllConnections();
    });
  }
}

function spansOf({ resource, scopeSpans }: z.infer<typeof sent>['resourceSpans'][number]): Span[] {
  const {
    'service.name': service = '',
    'charter.role': role = '',
    'process.pid': pid = NaN,
  } = Object.fromEntries(resource.attributes.map(({ key, value }) => [key, value])) as Record<string, string>;
  const process = { service, role, pid: Number(pid) };
  return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, process })));
}
