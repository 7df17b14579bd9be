import DataLoader from 'dataloader';
import type { AttachmentEntity, AttachmentStore } from '@charter/attachments';
import type { Caller } from '@charter/service';
import type { DataSource } from 'typeorm';
import { type FiguresKey, type MonitoringFigures, monitoringFigures } from '../../store/monitoring/figures';
import type { MissionEntity } from '../../store/monitoring/mission.entity';
import type { MissionStore } from '../../store/monitoring/mission.store';
import type {
  ApplicationEntity,
  RecruitmentEntity,
  RecruitmentHistoryEntity,
} from '../../store/monitoring/recruitment.entity';
import type { RecruitmentStore } from '../../store/monitoring/recruitment.store';
import type {
  ObservationEntity,
  ReportEntity,
  ReportHistoryEntity,
  ReportVersionEntity,
} from '../../store/monitoring/report.entity';
import type { ReportStore } from '../../store/monitoring/report.store';
import type { StatementStore } from '../../store/monitoring/statement.store';

export interface MonitoringLoaders {
  readonly recruitments: DataLoader<string, RecruitmentEntity | undefined>;
  readonly recruitmentHistories: DataLoader<string, RecruitmentHistoryEntity[]>;
  /** How many serve in each district of a recruitment. */
  readonly serving: DataLoader<string, Readonly<Record<string, number>>>;
  readonly applications: DataLoader<string, ApplicationEntity | undefined>;
  /** The caller’s own application for a recruitment; null for an anonymous caller. */
  readonly myApplication: DataLoader<string, ApplicationEntity | null>;
  readonly missions: DataLoader<string, MissionEntity | undefined>;
  readonly reportCounts: DataLoader<string, { readonly received: number; readonly accepted: number }>;
  readonly myReport: DataLoader<string, ReportEntity | null>;
  readonly reports: DataLoader<string, ReportEntity | undefined>;
  readonly observations: DataLoader<string, ObservationEntity[]>;
  readonly reportVersions: DataLoader<string, ReportVersionEntity[]>;
  readonly reportHistories: DataLoader<string, ReportHistoryEntity[]>;
  readonly photos: DataLoader<string, AttachmentEntity[]>;
  /** The name of the monitor who wrote a report, by recruitment and citizen. */
  readonly monitorNames: DataLoader<MonitorKey, string | null, string>;
  readonly statedReports: DataLoader<string, ReportEntity[]>;
  readonly standardFigures: DataLoader<FiguresKey, MonitoringFigures, string>;
  readonly departmentFigures: DataLoader<FiguresKey, MonitoringFigures, string>;
}

interface MonitorKey {
  readonly recruitmentId: string;
  readonly citizenId: string;
}

export interface MonitoringStores {
  readonly dataSource: DataSource;
  readonly recruitments: RecruitmentStore;
  readonly missions: MissionStore;
  readonly monitoringReports: ReportStore;
  readonly statements: StatementStore;
  readonly attachments: AttachmentStore;
}

const nothing = <T>(ids: readonly string[]): Promise<(T | null)[]> => Promise.resolve(ids.map(() => null));

/** One statement for each entity type and level, however many rows ask. */
export function createMonitoringLoaders(
  { dataSource, recruitments, missions, monitoringReports: reports, statements, attachments }: MonitoringStores,
  { id }: Caller,
): MonitoringLoaders {
  const figures = (by: 'standard' | 'department') =>
    new DataLoader<FiguresKey, MonitoringFigures, string>((keys) => monitoringFigures(dataSource, by, keys), {
      cacheKeyFn: ({ code, from, to }) => `${code} ${from} ${to}`,
    });
  return {
    recruitments: new DataLoader((ids) => recruitments.byIds(ids)),
    recruitmentHistories: new DataLoader((ids) => recruitments.historyOf(ids)),
    serving: new DataLoader((ids) => recruitments.servingIn(ids)),
    applications: new DataLoader((ids) => recruitments.applications(ids)),
    myApplication: new DataLoader((ids) => (id ? recruitments.ownApplications(id, ids) : nothing(ids))),
    missions: new DataLoader((ids) => missions.byIds(ids)),
    reportCounts: new DataLoader((ids) => reports.countsOf(ids)),
    myReport: new DataLoader((ids) => (id ? reports.ownReports(id, ids) : nothing(ids))),
    reports: new DataLoader((ids) => reports.byIds(ids)),
    observations: new DataLoader((ids) => reports.observationsOf(ids)),
    reportVersions: new DataLoader((ids) => reports.versionsOf(ids)),
    reportHistories: new DataLoader((ids) => reports.historyOf(ids)),
    photos: new DataLoader((ids) => attachments.ofSubjects(ids)),
    monitorNames: new DataLoader((keys) => recruitments.namesOf(keys), {
      cacheKeyFn: ({ recruitmentId, citizenId }) => `${recruitmentId} ${citizenId}`,
    }),
    statedReports: new DataLoader((ids) => statements.reportsOf(ids)),
    standardFigures: figures('standard'),
    departmentFigures: figures('department'),
  };
}
