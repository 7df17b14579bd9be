import { createParser } from 'eventsource-parser';
import type { CharterClient } from '../client';
import { CharterError } from '../failure';
import type { ComplaintStatus } from '../generated/graphql';
import { pause, pauseBefore } from '../retry';
import { readUntilSilent } from './read';

/** A step of handling, as `Complaint.timeline` shows it. */
export interface TimelineStep {
  readonly at: string;
  readonly recordedAt: string;
  readonly status: ComplaintStatus;
  /** In plain words. */
  readonly text: string;
  readonly detail: string | null;
  readonly dueAt: string | null;
}

/** What of a complaint moves while it is handled, as it stands with the news. */
export interface LiveComplaint {
  readonly id: string;
  readonly status: ComplaintStatus;
  readonly statusText: string;
  readonly version: number;
  readonly closedAt: string | null;
  readonly dueAt: string | null;
  readonly charterDueAt: string | null;
  readonly overdueAt: string | null;
  readonly charterOverdueAt: string | null;
}

interface Told {
  /** Give it as `after` to go on from here, in another visit too. */
  readonly id: string;
  readonly complaint: LiveComplaint;
}

/** The whole timeline, in place of all that you show: at the beginning, and when one cannot go on from what you have. */
export interface WholeTimeline extends Told {
  readonly kind: 'whole';
  readonly steps: readonly TimelineStep[];
}

/** Something has happened: new steps, or none, such as when it becomes late. */
export interface TimelineChange extends Told {
  readonly kind: 'change';
  readonly at: string;
  /** `complaint.answered`, `objection.filed` …: for an icon. There may be words that are newer than this package. */
  readonly what: readonly string[];
  readonly steps: readonly TimelineStep[];
}

export type TimelineNews = WholeTimeline | TimelineChange;

export interface WatchOptions {
  readonly complaintId: string;
  /** Ends it; so does leaving the loop. */
  readonly signal?: AbortSignal;
  /** The id of the last news that you have. */
  readonly after?: string;
  /** How long the line may be silent before it counts as broken, in milliseconds; 45 s without it. */
  readonly silenceMs?: number;
}

/** It never gives up while there is hope: pauses grow to half a minute. */
const PATIENCE = { tries: Number.MAX_SAFE_INTEGER, firstPauseMs: 500, longestPauseMs: 30_000, longestWaitMs: 60_000 };
const AGAIN_MS = 2_000;

function newsOf(event: string | undefined, id: string, data: string): TimelineNews | undefined {
  if (event === 'timeline' || event === 'reset') return { ...(JSON.parse(data) as WholeTimeline), kind: 'whole', id };
  if (event === 'change') return { ...(JSON.parse(data) as TimelineChange), kind: 'change', id };
  return undefined; // newer than this package
}

/**
 * Tells what happens with a complaint, as it happens. A line that breaks is opened again from the last news: nothing is missed, nothing comes twice.
 * @throws CharterError when it may not be watched (any more): `UNAUTHENTICATED`, `NOT_FOUND`; the signal's reason when it is aborted
 */
export async function* watchTimeline(
  client: CharterClient,
  { complaintId, signal, after, silenceMs = 45_000 }: WatchOptions,
): AsyncGenerator<TimelineNews, void, undefined> {
  const left = new AbortController();
  const ended = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  let last = after;
  let againMs = AGAIN_MS;
  try {
    for (let tried = 1; ; tried += 1) {
      const headers = { accept: 'text/event-stream', ...(last !== undefined && { 'last-event-id': last }) };
      const path = `/events?complaint=${encodeURIComponent(complaintId)}`;
      const opened = await client.open(path, { headers, signal: ended });
      if (opened.kind === 'failed') {
        const wait = pauseBefore(opened, tried, PATIENCE, Math.random());
        if (wait === undefined) throw new CharterError(opened.failure);
        await pause(wait, ended);
        continue;
      }
      tried = 0;
      const news: TimelineNews[] = [];
      const parser = createParser({
        onEvent: ({ event, id, data }) => {
          const one = newsOf(event, id ?? '', data);
          if (one) news.push(one);
        },
        onRetry: (ms) => (againMs = ms),
      });
      for await (const text of readUntilSilent(opened.body, silenceMs, ended)) {
        parser.feed(text);
        for (const one of news.splice(0)) {
          last = one.id;
          yield one;
        }
      }
      await pause(againMs, ended);
    }
  } finally {
    left.abort();
  }
}
