import DataLoader from 'dataloader';
import type { Clock, RequestContext } from '@charter/service';
import type { ScorecardContent } from '../../domain/scorecards/content';
import { type Days, type ScorecardPart, monthsIn } from '../../domain/scorecards/period';
import type { Compliance, ComplianceService } from '../../scorecards/compliance.service';
import type { ScorecardService } from '../../scorecards/scorecard.service';
import type { CountEntity } from '../../store/scorecards/count.entity';
import type { CountStore } from '../../store/scorecards/count.store';
import { type PublishedScorecard, type ScorecardStore, parseContent } from '../../store/scorecards/scorecard.store';
import { toStandard } from '../../store/standard.entity';
import type { StandardStore } from '../../store/standard.store';

/** A standard by code, in a period. */
interface StandardInPeriod {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

export interface ScorecardLoaders {
  readonly scorecards: DataLoader<string, PublishedScorecard | undefined>;
  readonly scorecardsReplacing: DataLoader<string, PublishedScorecard | undefined>;
  /** What published scorecards say, by id. */
  readonly scorecardContents: DataLoader<string, ScorecardContent | undefined>;
  /** How a part of a year stands now: asked of the owners once a request. */
  readonly scorecardDrafts: DataLoader<{ year: number; part: ScorecardPart }, ScorecardContent, string>;
  /** How a standard was kept, at each place where it is measured. */
  readonly compliance: DataLoader<StandardInPeriod, readonly Compliance[], string>;
  readonly standardCounts: DataLoader<StandardInPeriod, readonly CountEntity[], string>;
  readonly countsById: DataLoader<string, CountEntity | undefined>;
}

export interface ScorecardLoaderParts {
  readonly scorecards: ScorecardStore;
  readonly drafts: Pick<ScorecardService, 'draft'>;
  readonly compliances: ComplianceService;
  readonly counts: CountStore;
  readonly standards: StandardStore;
  readonly clock: Clock;
}

/** The loaders of scorecards and of how standards are kept. */
export function scorecardLoaders(
  { scorecards, drafts, compliances, counts, standards, clock }: ScorecardLoaderParts,
  { caller: { requestId }, log }: RequestContext,
): ScorecardLoaders {
  const asking = { requestId, log };
  return {
    scorecards: new DataLoader((ids) => scorecards.byIds(ids)),
    scorecardsReplacing: new DataLoader((ids) => scorecards.replacing(ids)),
    scorecardContents: new DataLoader(async (ids) =>
      (await scorecards.contentsOf(ids)).map((content) => (content === undefined ? undefined : parseContent(content))),
    ),
    scorecardDrafts: new DataLoader(
      (asked) => Promise.all(asked.map(({ year, part }) => drafts.draft(year, part, asking))),
      { cacheKeyFn: ({ year, part }) => `${year} ${part}` },
    ),
    compliance: inPeriods<readonly Compliance[]>(async (codes, period) => {
      const rows = await standards.byCodes(codes);
      return compliances.of(
        rows.map((row) => toStandard(row!)),
        period,
        clock.now(),
        asking,
      );
    }),
    standardCounts: inPeriods(async (codes, period) => {
      const found = await counts.inMonths(monthsIn(period), codes);
      return codes.map((code) => found.filter(({ standardCode }) => standardCode === code));
    }),
    countsById: new DataLoader((ids) => counts.byIds(ids)),
  };
}

/** Standards that are asked for the same days are read together. */
function inPeriods<T>(
  read: (codes: readonly string[], period: Days) => Promise<readonly (T | Error)[]>,
): DataLoader<StandardInPeriod, T, string> {
  const keyOf = ({ from, to }: Days): string => `${from} ${to}`;
  return new DataLoader(
    async (keys) => {
      const answers = new Map<StandardInPeriod, T | Error>();
      for (const period of new Map(keys.map((key) => [keyOf(key), key])).values()) {
        const asked = keys.filter((key) => keyOf(key) === keyOf(period));
        const found = await read(
          asked.map(({ code }) => code),
          { from: period.from, to: period.to },
        );
        asked.forEach((key, index) => answers.set(key, found[index]!));
      }
      return keys.map((key) => answers.get(key)!);
    },
    { cacheKeyFn: ({ code, ...period }) => `${code} ${keyOf(period)}` },
  );
}
