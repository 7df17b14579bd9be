import type { DataSource, EntityManager } from 'typeorm';
import { liveTimelineSchema } from '@charter/contracts';
import { deadlinesOf } from '@charter/deadlines';
import { type Feed, FeedTail, LAST_ONLY, readFeeds } from '@charter/outbox';
import { type Clock, EventStream, type Live, type LiveRoute, type Logger, type Person } from '@charter/service';
import { maySee } from '../../domain/access';
import type { ComplaintEntity } from '../../store/complaint.entity';
import type { ComplaintStore } from '../../store/complaint.store';
import { type Standing, changesIn, numberIn, wholeTimeline } from './timeline-news';

/** How often each stream shows that it is still there, and how long one may stay full, in milliseconds. */
const BEAT_MS = 15_000;
const SLOW_MS = 30_000;
const RETRY_MS = 2_000;
/** How long the look under way may take when the server stops, in milliseconds. */
const GRACE_MS = 2_000;

export interface TimelineStreamsParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** How often everything that is watched is looked at without being woken: rights that end do not wake. In milliseconds. */
  readonly pollMs?: number;
}

/** Somebody who watches a complaint. */
interface Watcher {
  readonly caller: Person;
  readonly stream: EventStream;
  /** The number of the last event that they have; undefined before the first look. */
  after: number | undefined;
  /** What they came with. */
  readonly lastEventId: string | null;
}

/**
 * The complaints that are watched live in this process: one look at the database for all that is new, whoever watches. Each look
 * asks again who may see what, as the graph would. Nothing is kept for a reader: one who is behind is read for again.
 */
export class TimelineStreams implements Pick<Live, 'close'> {
  readonly #watched = new Map<string, Set<Watcher>>();
  readonly #tail: FeedTail;
  #beat: NodeJS.Timeout | undefined;
  #isClosing = false;

  constructor(private readonly parts: TimelineStreamsParts) {
    const { dataSource, log, pollMs } = parts;
    const look = (ids: readonly string[]) => this.#look(ids);
    this.#tail = new FeedTail({ dataSource, logger: log, watched: this.#watched, look, pollMs });
  }

  /** Opens the timeline of a complaint: from an event on, or whole. */
  readonly open: LiveRoute = async (body, caller) => {
    const { complaintId, lastEventId } = liveTimelineSchema.parse(body);
    const [complaint] = await this.parts.complaints.byIds([complaintId]);
    if (!complaint || !maySee(caller, complaint)) return undefined;
    const onRoom = () => this.#tail.touch(complaintId);
    const stream = new EventStream({ retryMs: RETRY_MS, slowMs: SLOW_MS, onRoom });
    if (this.#isClosing) stream.finish();
    else this.#add(complaintId, { caller, stream, after: undefined, lastEventId });
    return stream;
  };

  /** Ends all streams: clients come again, and find another process. */
  async close(): Promise<void> {
    this.#isClosing = true;
    clearInterval(this.#beat);
    for (const watcher of this.#watchers()) watcher.stream.finish();
    await this.#tail.stop(GRACE_MS);
  }

  #add(complaintId: string, watcher: Watcher): void {
    const watchers = this.#watched.get(complaintId) ?? new Set();
    this.#watched.set(complaintId, watchers.add(watcher));
    watcher.stream.once('close', () => {
      watchers.delete(watcher);
      if (watchers.size === 0 && this.#watched.get(complaintId) === watchers) this.#watched.delete(complaintId);
    });
    this.#beat ??= setInterval(() => this.#beatAll(), BEAT_MS).unref();
    this.#tail.start();
    this.#tail.touch(complaintId);
  }

  #watchers(): Watcher[] {
    return [...this.#watched.values()].flatMap((watchers) => [...watchers]);
  }

  #beatAll(): void {
    for (const { stream } of this.#watchers()) stream.beat();
  }

  /** One moment of the database for all: a timeline and the number up to which it goes belong together. */
  #look(ids: readonly string[]): Promise<void> {
    const watchers = new Map(ids.map((id) => [id, [...(this.#watched.get(id) ?? [])]] as const));
    const after = new Map([...watchers].map(([id, all]) => [id, Math.min(LAST_ONLY, ...all.map(startOf(id)))]));
    return this.parts.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const feeds = await readFeeds(tx, after);
      const complaints = await this.parts.complaints.byIds(ids, tx);
      const open = complaints.filter((complaint) => complaint !== undefined);
      for (const [index, id] of ids.entries()) endWithoutRight(watchers.get(id)!, complaints[index]);
      const grown = open.filter(({ id }) => watchers.get(id)!.some((each) => isBehind(each, feeds.get(id)!)));
      const standings = await this.#standings(tx, grown);
      for (const standing of standings) {
        const { id } = standing.complaint;
        for (const watcher of watchers.get(id)!) tell(watcher, feeds.get(id)!, standing);
      }
    });
  }

  async #standings(tx: EntityManager, complaints: readonly ComplaintEntity[]): Promise<Standing[]> {
    if (complaints.length === 0) return [];
    const ids = complaints.map(({ id }) => id);
    const histories = await this.parts.complaints.historyOf(ids, tx);
    const writtenAt = await this.parts.complaints.writingOf(ids, tx);
    const deadlines = await deadlinesOf(tx, ids);
    const now = this.parts.clock.now();
    return complaints.map((complaint, index) => ({
      ...{ complaint, lines: histories[index]!, writtenAt, now },
      deadlines: deadlines.filter(({ subjectId }) => subjectId === complaint.id),
    }));
  }
}

/** After which number to read for somebody. */
const startOf =
  (complaintId: string) =>
  ({ after, lastEventId }: Watcher): number =>
    after ?? (lastEventId === null ? undefined : numberIn(complaintId, lastEventId)) ?? LAST_ONLY;

const isBehind = ({ after, stream }: Watcher, { last }: Feed): boolean =>
  !stream.destroyed && stream.hasRoom && (after === undefined || after < last);

function endWithoutRight(watchers: readonly Watcher[], complaint: ComplaintEntity | undefined): void {
  for (const { caller, stream } of watchers) if (!complaint || !maySee(caller, complaint)) stream.finish();
}

/** Sends what somebody does not have yet, as far as there is room for it. */
function tell(watcher: Watcher, feed: Feed, standing: Standing): void {
  const { caller, stream, lastEventId, after } = watcher;
  if (!maySee(caller, standing.complaint) || !isBehind(watcher, feed)) return;
  const { last, events } = feed;
  const start = startOf(standing.complaint.id)(watcher);
  const news = events.filter(({ number }) => number > start);
  if (start > last || news.length < last - start) {
    const name = after === undefined && lastEventId === null ? 'timeline' : 'reset';
    stream.send(wholeTimeline(name, standing, last, caller.language));
    watcher.after = last;
    return;
  }
  watcher.after = start;
  for (const { number, event } of changesIn(news, standing, caller.language)) {
    if (!stream.hasRoom) return;
    stream.send(event);
    watcher.after = number;
  }
}
