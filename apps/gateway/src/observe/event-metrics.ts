import { Counter, Gauge } from 'prom-client';

export const eventStreams = new Gauge({
  name: 'charter_gateway_event_streams',
  help: 'Streams of events that are open.',
});

export const eventStreamsEnded = new Counter({
  name: 'charter_gateway_event_streams_ended_total',
  help: 'Streams of events that have ended, by reason (client, service, token, stopping).',
  labelNames: ['reason'],
});
