import { Counter, Gauge } from 'prom-client';

export const eventStreams = new Gauge({
  name: 'charter_gateway_event_streams',
  help: 'Streams of events that are open.',
});

export const eventStreamsRefused = new Counter({
  name: 'charter_gateway_event_streams_refused_total',
  help: 'Streams of events that were not opened, by reason (full: as many are open as may be, caller: this caller has as many, service: it did not answer).',
  labelNames: ['reason'],
});
for (const reason of ['full', 'caller', 'service']) eventStreamsRefused.inc({ reason }, 0);

export const eventStreamsEnded = new Counter({
  name: 'charter_gateway_event_streams_ended_total',
  help: 'Streams of events that have ended, by reason (client, service, token, stopping).',
  labelNames: ['reason'],
});
