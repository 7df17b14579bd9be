import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  context,
  propagation,
  trace,
} from '@opentelemetry/api';

/**
 * What a span is. Attributes are codes, ids of things and names of programs: never variables, texts, or whom something is about.
 */
export interface SpanIs {
  readonly kind: 'server' | 'client' | 'producer' | 'consumer' | 'internal';
  /** The `traceparent` (W3C Trace Context) that it goes on from; what runs now, without. An empty one begins a trace. */
  readonly from?: string | null | undefined;
  readonly attributes?: Attributes;
}

/** A span under way whose work is not one function. */
export interface OpenSpan {
  /** For whoever goes on from it; undefined while nothing is traced. */
  readonly traceparent: string | undefined;
  /** @param error what it failed of: its class is noted, and none of its words */
  end(error?: unknown): void;
}

const tracer = trace.getTracer('charter');

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const;

function traceparentOf(one: Context): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(one, carrier);
  return carrier.traceparent;
}

/** Where the trace stands now, to be sent along: undefined while nothing is traced. */
export const traceparentNow = (): string | undefined => traceparentOf(context.active());

const parentOf = ({ from }: SpanIs): Context =>
  from === undefined ? context.active() : propagation.extract(ROOT_CONTEXT, { traceparent: from ?? '' });

function begin(name: string, is: SpanIs): { readonly within: Context; readonly open: OpenSpan } {
  const parent = parentOf(is);
  const span = tracer.startSpan(name, { kind: KINDS[is.kind], attributes: is.attributes }, parent);
  const within = trace.setSpan(parent, span);
  const end = (error?: unknown): void => {
    if (error !== undefined) {
      const type = error instanceof Error ? error.name : 'Error';
      span.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end();
  };
  return { within, open: { traceparent: traceparentOf(within), end } };
}

/** Begins a span that does not become the active one. */
export const beginSpan = (name: string, is: SpanIs): OpenSpan => begin(name, is).open;

/** Runs work as a span, which what the work does goes on from. Nothing but a call while nothing is traced. */
export async function traced<T>(name: string, is: SpanIs, work: () => Promise<T>): Promise<T> {
  const { within, open } = begin(name, is);
  try {
    const done = await context.with(within, work);
    open.end();
    return done;
  } catch (error) {
    open.end(error);
    throw error;
  }
}
