import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { type Deadline, type Deadlines, deadlinesOf } from '@charter/deadlines';
import {
  type Clock,
  type Connection,
  type DeadlineContext,
  type Page,
  type RequestContext,
  deadlineContext,
} from '@charter/service';
import { objectUntil } from '../domain/objections/period';
import type { ObjectionStore } from '../store/objections/objection.store';
import type { Petitioner } from '../domain/filing';
import { type DunningLoaders, dunningLoaders } from './dunning/dunning.loaders';
import type { RepeatService } from '../repeat.service';
import type { ServiceItem } from '../domain/service-item';
import type { CatalogueStore } from '../store/catalogue.store';
import type { ComplaintEntity, ComplaintHistoryEntity, ComplaintOpinionEntity } from '../store/complaint.entity';
import type { ComplaintStore } from '../store/complaint.store';
import type { Concerned } from '../store/knowledge/concerned';
import type { FaultsService } from '../faults.service';
import type { NotesService } from '../notes.service';
import type { ConfirmedFaultEntity } from '../store/faults/fault.entity';
import type { NoteEntity } from '../store/notes/note.entity';
import type { ConsultationStore } from '../store/consultations/consultation.store';
import { type ConsultationLoaders, consultationLoaders } from './consultations/consultation.loaders';
import type { DunningStore } from '../store/dunning/dunning.store';
import type { ConversionEntity } from '../store/conversions/conversion.entity';
import type { ConversionStore } from '../store/conversions/conversion.store';
import type { OriginKind } from '../domain/origins/origin';
import type { OriginEntity } from '../store/origins/origin.entity';
import type { OriginStore } from '../store/origins/origin.store';
import { type Performance, performanceOf } from '../store/performance';
import type { ArticleStore } from '../store/knowledge/article.store';
import { type KnowledgeLoaders, knowledgeLoaders } from './knowledge/loaders';
import type { Petitioners } from '../store/petitioners';
import { type ObjectionLoaders, objectionLoaders } from './objections/loaders';
import { type FiledLoaders, type FiledStores, filedLoaders } from './parties/loaders';

/** A department in a period: what its performance is asked for. */
interface PerformanceKey {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

export interface ComplaintsContext
  extends DeadlineContext, ObjectionLoaders, DunningLoaders, ConsultationLoaders, KnowledgeLoaders, FiledLoaders {
  readonly complaints: DataLoader<string, ComplaintEntity | undefined>;
  readonly petitioners: DataLoader<string, Petitioner>;
  /** Every version of a service, the first first. */
  readonly serviceItems: DataLoader<string, readonly ServiceItem[]>;
  readonly deadlines: DataLoader<string, readonly Deadline[]>;
  readonly steps: DataLoader<string, readonly ComplaintHistoryEntity[]>;
  /** Of a receipt number and a phone that belong together; undefined for every other pair. */
  readonly byReceipt: (receiptNumber: string, phoneLast4: string) => Promise<ComplaintEntity | undefined>;
  readonly notes: DataLoader<string, readonly NoteEntity[]>;
  readonly faults: DataLoader<string, readonly ConfirmedFaultEntity[]>;
  /** Of whom a complaint is, the filer first: to keep them out of what is published. */
  readonly names: DataLoader<string, readonly string[]>;
  readonly opinions: DataLoader<string, ComplaintOpinionEntity | undefined>;
  /** The earlier complaints that one repeats. */
  readonly earlier: DataLoader<string, readonly ComplaintEntity[]>;
  readonly conversions: DataLoader<string, readonly ConversionEntity[]>;
  /** What each complaint comes from. */
  readonly origins: DataLoader<string, OriginEntity | null>;
  /** The complaints that came of something, by its kind. */
  readonly cameOf: Readonly<Record<OriginKind, DataLoader<string, string[]>>>;
  /** Until when a decision told at a moment can be objected to by law. */
  readonly objectUntil: (toldAt: Date) => Promise<Date>;
  readonly performance: DataLoader<PerformanceKey, Performance, string>;
  /** The caller's own complaints, newest first: one page for however many rows ask for it. */
  readonly ownComplaints: DataLoader<Page, Connection<ComplaintEntity>, string>;
}

export interface ContextParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly catalogue: CatalogueStore;
  readonly petitioners: Petitioners;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly repeats: RepeatService;
  readonly objections: ObjectionStore;
  readonly dunnings: DunningStore;
  readonly consultations: ConsultationStore;
  readonly notes: NotesService;
  readonly faults: FaultsService;
  readonly concerned: Concerned;
  readonly filed: FiledStores;
  readonly conversions: ConversionStore;
  readonly origins: OriginStore;
  readonly articles: ArticleStore;
}

const keyOf = ({ code, from, to }: PerformanceKey): string => `${code} ${from} ${to}`;

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  ({
    dataSource,
    complaints,
    catalogue,
    petitioners,
    deadlines,
    clock,
    repeats,
    objections,
    dunnings,
    consultations,
    notes,
    faults,
    concerned,
    filed,
    conversions,
    origins,
    articles,
  }: ContextParts) =>
  (base: RequestContext): ComplaintsContext => ({
    ...base,
    ...deadlineContext(dataSource, deadlines, clock),
    ...objectionLoaders(dataSource, objections),
    ...dunningLoaders(dunnings),
    ...consultationLoaders(consultations, base.caller.id),
    ...filedLoaders(dataSource, filed),
    ...knowledgeLoaders(articles),
    complaints: new DataLoader((ids) => complaints.byIds(ids)),
    names: new DataLoader((ids) => concerned.namesOf(dataSource.manager, ids)),
    notes: new DataLoader((ids) => notes.of(ids)),
    faults: new DataLoader((ids) => faults.of(ids)),
    opinions: new DataLoader((ids) => complaints.opinionsOf(ids)),
    earlier: new DataLoader(async (ids) => repeats.earlier((await complaints.byIds(ids)).map((each) => each!))),
    conversions: new DataLoader((ids) => conversions.of(ids)),
    origins: new DataLoader((ids) => origins.of(ids)),
    cameOf: {
      CONTEST_ENTRY: new DataLoader((ids) => origins.complaintsFrom('CONTEST_ENTRY', ids)),
      MONITORING_REPORT: new DataLoader((ids) => origins.complaintsFrom('MONITORING_REPORT', ids)),
    },
    objectUntil: async (toldAt) => objectUntil(toldAt, await deadlines.calendar(dataSource.manager)),
    petitioners: new DataLoader((ids) => petitioners.of(dataSource.manager, ids)),
    serviceItems: new DataLoader((codes) => catalogue.versionsOf(codes)),
    deadlines: new DataLoader(async (ids) => {
      const found = await deadlinesOf(dataSource.manager, ids);
      return ids.map((id) => found.filter(({ subjectId }) => subjectId === id));
    }),
    steps: new DataLoader((ids) => complaints.historyOf(ids)),
    byReceipt: (receiptNumber, phoneLast4) =>
      filed.guesses.attempt({ RECEIPT: receiptNumber, ADDRESS: base.caller.address, PERSON: base.caller.id }, () =>
        petitioners.byReceipt(dataSource.manager, receiptNumber, phoneLast4),
      ),
    performance: new DataLoader(
      async (keys) => {
        const answers = new Map<string, Performance>();
        for (const period of new Set(keys.map(({ from, to }) => `${from} ${to}`))) {
          const [from, to] = period.split(' ') as [string, string];
          const codes = keys.filter((key) => key.from === from && key.to === to).map(({ code }) => code);
          const found = await performanceOf(dataSource, codes, from, to);
          codes.forEach((code, index) => answers.set(keyOf({ code, from, to }), found[index]!));
        }
        return keys.map((key) => answers.get(keyOf(key))!);
      },
      { cacheKeyFn: keyOf },
    ),
    ownComplaints: new DataLoader((pages) => ownPages(complaints, base.caller.id!, pages), {
      cacheKeyFn: ({ first, after }) => `${first} ${after ?? ''}`,
    }),
  });

async function ownPages(
  complaints: ComplaintStore,
  citizenId: string,
  pages: readonly Page[],
): Promise<Connection<ComplaintEntity>[]> {
  const found: Connection<ComplaintEntity>[] = [];
  for (const page of pages) {
    const connection = await complaints.page({ citizenId }, 'NEWEST', page);
    let count: Promise<number> | undefined;
    found.push({ ...connection, totalCount: () => (count ??= connection.totalCount()) });
  }
  return found;
}
