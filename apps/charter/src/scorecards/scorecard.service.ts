import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted } from '@charter/contracts';
import { type Clock, type Logger, type Person, StaleVersion, once, wasDone } from '@charter/service';
import type { Answers, Owner } from '../domain/scorecards/answers';
import { canonicalJson, sha256 } from '../domain/scorecards/canonical';
import { type ScorecardContent, composeScorecard } from '../domain/scorecards/content';
import { addUp } from '../domain/scorecards/count';
import { type ScorecardPart, daysOf, monthsIn } from '../domain/scorecards/period';
import type { ToldPart } from '../domain/scorecards/parts-told';
import { type PublicationRequest, decidePeriod, decidePublication } from '../domain/scorecards/publish';
import type { DepartmentStore } from '../store/department.store';
import type { CountStore } from '../store/scorecards/count.store';
import type { ScorecardStore } from '../store/scorecards/scorecard.store';
import { toStandard } from '../store/standard.entity';
import type { StandardStore } from '../store/standard.store';
import type { Owners } from './owners';

export interface ScorecardServiceParts {
  readonly dataSource: DataSource;
  readonly scorecards: ScorecardStore;
  readonly departments: DepartmentStore;
  readonly standards: StandardStore;
  readonly counts: CountStore;
  readonly owners: Owners;
  readonly clock: Clock;
  readonly secret: string;
}

/** Services that keep figures did not answer: nothing is published with a figure missing. */
export class FiguresMissing extends Error {
  constructor(readonly owners: readonly Owner[]) {
    super(`No figures of ${owners.join(', ')}.`);
  }
}

/** Who asks, for the log and for the services that are asked. */
interface Asking {
  readonly requestId: string;
  readonly log: Logger;
}

/** Draws up scorecards (이행실적) from what the owners of the figures say, and publishes them for good. */
export class ScorecardService {
  constructor(private readonly parts: ScorecardServiceParts) {}

  /** How a part of a year stands now; what an owner does not answer is missing in it, by its name. */
  async draft(year: number, part: ScorecardPart, { requestId, log }: Asking): Promise<ScorecardContent> {
    const { scorecards, departments, standards, counts, owners, clock } = this.parts;
    const period = daysOf(year, part);
    const takenAt = clock.now();
    const measured = (await departments.all()).filter(({ closedOn }) => closedOn === null || closedOn > period.from);
    const promised = (await standards.heldIn(period)).map(toStandard);
    const codes = { departments: measured.map(({ code }) => code), standards: promised.map(({ code }) => code) };
    const found = await owners.ask({ period, ...codes, requestId }, log);
    const byHand = promised.filter(({ measuredBy }) => measuredBy === 'MANUAL').map(({ code }) => code);
    const counted = addUp(await counts.inMonths(monthsIn(period), byHand));
    const told = toldIn(await scorecards.contentsOfParts(year, part));
    const of = { takenAt: { ...found.takenAt, charter: takenAt.toISOString() }, counts: counted, part, told };
    const answers = { ...found, ...of };
    const [newest] = await scorecards.editionsOf(year, part);
    const succession = { edition: (newest?.edition ?? 0) + 1, replaces: newest?.id ?? null, reason: null };
    const today = localDate(takenAt);
    const head = { year, part, takenAt, today, ...succession };
    return composeScorecard({ ...head, departments: measured, standards: promised, answers });
  }

  /** Whether there can be a scorecard of these days yet. */
  period(year: number, part: ScorecardPart): Outcome<null> {
    return decidePeriod(year, part, localDate(this.parts.clock.now()));
  }

  /** Whether a period that ends on this day is over. */
  isOver(lastDay: string): boolean {
    return localDate(this.parts.clock.now()) > lastDay;
  }

  /**
   * Publishes how a part of a year stands now.
   * @returns the scorecard's id
   * @throws {StaleVersion} when something else of the year was published meanwhile
   * @throws {FiguresMissing} when an owner of figures does not answer: nothing is published then
   */
  async publish(
    request: PublicationRequest,
    idempotencyKey: string | null,
    by: Person,
    log: Logger,
  ): Promise<Outcome<string>> {
    const { dataSource, scorecards, clock, secret } = this.parts;
    const { year, part, replaces, reason } = request;
    const input = { year, part, replaces, reason };
    const command = { callerId: by.id, operation: 'publishScorecard', key: idempotencyKey, input, secret };
    const period = this.period(year, part);
    if (!period.ok) return period;
    const again = await wasDone(dataSource.manager, command);
    const seen = await this.publishedIn(year);
    const content = again ? undefined : await this.draft(year, part, { requestId: by.requestId, log });
    return dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const newest = await scorecards.lockNewest(tx, year, part);
        const now = clock.now();
        const decided = decidePublication(request, newest?.id ?? null, localDate(now));
        if (!decided.ok) return decided;
        // What was published meanwhile decides, too, what can be shown of this.
        if ((await this.publishedIn(year, tx)) !== seen) throw new StaleVersion();
        const missing = missingIn(content!);
        if (missing.length > 0) throw new FiguresMissing(missing);
        const id = randomUUID();
        const succession = { edition: (newest?.edition ?? 0) + 1, replaces, reason: reason?.trim() ?? null };
        const text = canonicalJson({ ...content!, ...succession });
        await scorecards.insert(tx, {
          ...{ id, year, part, ...succession, complete: content!.complete, takenAt: new Date(content!.takenAt) },
          ...{ publishedBy: by.id, publishedAt: now, content: text, contentHash: sha256(text) },
        });
        return accepted(id);
      }),
    );
  }

  /** What of a year is published, to see whether anything came to it. */
  private async publishedIn(year: number, tx?: EntityManager): Promise<string> {
    return (await this.parts.scorecards.ofYear(year, null, tx)).map(({ id }) => id).join();
  }
}

/** In which of these a figure is shown, and in which it is hidden. */
function toldIn(contents: readonly ScorecardContent[]): NonNullable<Answers['told']> {
  const keyOf = (measure: string, departmentCode: string | null): string => `${measure} ${departmentCode ?? ''}`;
  const found = new Map<string, ToldPart[]>();
  for (const { part, figures } of contents)
    for (const { measure, departmentCode, standardCode, state } of figures) {
      if (standardCode !== null) continue;
      const key = keyOf(measure, departmentCode);
      found.set(key, [...(found.get(key) ?? []), { part, shown: state !== 'SUPPRESSED' }]);
    }
  return (measure, departmentCode) => found.get(keyOf(measure, departmentCode)) ?? [];
}

/** The owners whose figures a scorecard lacks. */
const missingIn = ({ sources }: ScorecardContent): Owner[] =>
  sources.filter(({ takenAt }) => takenAt === null).map(({ service }) => service as Owner);
