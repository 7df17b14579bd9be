import { SPAN_ATTRIBUTES, type Span, type TraceCollector, eventually } from '@charter/testkit';
import type { RunningStack } from './running-stack';

/** For two processes on a busy machine to work, and to send what they tell each second. */
const PATIENCE_MS = 60_000;
/** By OTLP: who waits has an answer from the other side, who publishes does not. */
const SPAN_KINDS = { server: 2, client: 3, producer: 4, consumer: 5 } as const;
const NAMES_OF_KINDS = Object.fromEntries(Object.entries(SPAN_KINDS).map(([name, kind]) => [kind, name]));

/** The name of the stack's process that made a span; who has died since has none. */
const processOf = ({ process: { pid } }: Span, { description }: RunningStack): string | undefined =>
  Object.entries(description.processes).find(([, one]) => one.pid === pid)?.[0];

/** Spans of a trace that go on from one which is not there. @param client the span of the client's own, whose trace it is */
const orphans = (trace: readonly Span[], client?: string): Span[] => {
  const there = new Set([...trace.map(({ spanId }) => spanId), client]);
  return trace.filter(({ parentSpanId }) => !there.has(parentSpanId || undefined));
};

/**
 * The whole trace of a request, once a way through it has come to this end and nothing on the way is missing.
 * @param end the name of the last span, and the event that it handles
 * @param client the span of the client's own that the request goes on from; without it, the trace begins in the gateway
 */
export async function wholeTrace(
  collector: TraceCollector,
  requestId: string,
  end: { readonly name: string; readonly type: string },
  client?: string,
): Promise<{ readonly trace: readonly Span[]; readonly way: readonly Span[] }> {
  const look = async () => {
    const trace = collector.traceOf(requestId);
    const last = trace.find(
      ({ name, attributes }) =>
        name === end.name && attributes.some(({ key, value }) => key === 'type' && value === end.type),
    );
    return { trace, way: last ? collector.wayTo(last) : [] };
  };
  return eventually(look, ({ trace, way }) => way.length > 0 && orphans(trace, client).length === 0, PATIENCE_MS);
}

/** `process kind span` for each span of a way: `complaints-worker producer publish complaint.filed.v1`. */
export const told = (way: readonly Span[], stack: RunningStack): string[] =>
  way.map((span) => `${processOf(span, stack)} ${NAMES_OF_KINDS[span['kind'] as number]} ${span.name}`);

/** What spans tell that they must not: attributes that are not known, and what nobody else may know. */
export function toldTooMuch(spans: readonly Span[], secrets: readonly string[]): string[] {
  const known: readonly string[] = SPAN_ATTRIBUTES;
  const keys = new Set(spans.flatMap(({ attributes }) => attributes.map(({ key }) => key)));
  const text = JSON.stringify(spans);
  return [...[...keys].filter((key) => !known.includes(key)), ...secrets.filter((secret) => text.includes(secret))];
}
