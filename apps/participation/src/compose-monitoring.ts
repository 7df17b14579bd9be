import type { Attachments } from '@charter/attachments';
import type { Deadlines } from '@charter/deadlines';
import type { PrivacyKeys } from '@charter/privacy';
import type { Clock, Cursors, Logger } from '@charter/service';
import type { DataSource } from 'typeorm';
import { maySeePhotos } from './domain/monitoring/access';
import { DepartmentMonitoringResolver, StandardMonitoringResolver } from './graph/monitoring/figures.resolver';
import type { MonitoringStores } from './graph/monitoring/loaders';
import { MonitoringMissionResolver } from './graph/monitoring/mission.resolver';
import { MonitoringMutations } from './graph/monitoring/monitoring.mutations';
import {
  CitizenApplicationsResolver,
  MonitorApplicationResolver,
  MonitorRecruitmentResolver,
} from './graph/monitoring/recruitment.resolver';
import { ReportMutations } from './graph/monitoring/report.mutations';
import { CitizenReportsResolver, MonitoringReportResolver } from './graph/monitoring/report.resolver';
import { AllowanceStatementResolver, CitizenStatementsResolver } from './graph/monitoring/statement.resolver';
import type { SubjectRule } from './graph/uploads/download.rule';
import { monitoringReportSource } from './jobs/improvement-sources';
import { MonitoringClock } from './jobs/monitoring/monitoring-clock.job';
import { monitoringFactsRoutes } from './jobs/monitoring/monitoring-facts.route';
import { monitoringNews } from './jobs/monitoring/monitoring-news';
import { MissionService } from './monitoring/mission.service';
import { RecruitmentDesk } from './monitoring/recruitment-desk';
import { RecruitmentService } from './monitoring/recruitment.service';
import { ReportDesk } from './monitoring/report-desk';
import { ReportService } from './monitoring/report.service';
import { StatementService } from './monitoring/statement.service';
import { VerificationService } from './monitoring/verification.service';
import type { DepartmentStore } from './store/department.store';
import { MissionStore } from './store/monitoring/mission.store';
import { RecruitmentStore } from './store/monitoring/recruitment.store';
import { ReportStore } from './store/monitoring/report.store';
import { StatementStore } from './store/monitoring/statement.store';
import type { StandardStore } from './store/standard.store';

export interface MonitoringParts {
  readonly dataSource: DataSource;
  readonly cursors: Cursors;
  readonly clock: Clock;
  readonly log: Logger;
  readonly keys: PrivacyKeys;
  readonly secret: string;
  readonly deadlines: Deadlines;
  readonly departments: DepartmentStore;
  readonly standards: StandardStore;
  readonly attachments: Attachments;
}

/** Wires monitoring, which has as many parts as the rest of the service together. */
export function composeMonitoring(parts: MonitoringParts) {
  const { dataSource, cursors, clock, log, keys, secret, deadlines, departments, standards, attachments } = parts;
  const recruitments = new RecruitmentStore(dataSource, cursors, keys);
  const missions = new MissionStore(dataSource, cursors);
  const reports = new ReportStore(dataSource, cursors);
  const statements = new StatementStore(dataSource, cursors);
  const desk = new RecruitmentDesk({ dataSource, recruitments, deadlines, clock });
  const reportDesk = new ReportDesk({ dataSource, recruitments, missions, reports, deadlines, clock });
  const stores: MonitoringStores = {
    ...{ dataSource, recruitments, missions, monitoringReports: reports, statements },
    attachments: attachments.store,
  };
  const mayReadPhotos: SubjectRule = async (id, { caller, monitoring }) => {
    const report = await monitoring.reports.load(id);
    return report !== undefined && maySeePhotos(caller, report);
  };
  return {
    stores,
    mayReadPhotos,
    resolvers: [
      new MonitoringMutations(
        new RecruitmentService(desk, departments, secret),
        new MissionService({ desk, missions, departments, standards, secret }),
      ),
      new MonitorRecruitmentResolver(recruitments),
      new MonitorApplicationResolver(recruitments),
      new MonitoringMissionResolver(missions, reports),
      new ReportMutations(
        new ReportService({ desk: reportDesk, files: attachments.service, attachments: attachments.store, secret }),
        new VerificationService(reportDesk),
      ),
      new MonitoringReportResolver(reports),
      new AllowanceStatementResolver(statements),
      new CitizenApplicationsResolver(recruitments),
      new CitizenReportsResolver(reports),
      new CitizenStatementsResolver(statements),
      new StandardMonitoringResolver(),
      new DepartmentMonitoringResolver(),
    ],
    clock: new MonitoringClock({ desk, missions, statements: new StatementService(desk, statements), log }),
    news: monitoringNews({ recruitments, reports }),
    source: monitoringReportSource(reports),
    facts: monitoringFactsRoutes({ dataSource, recruitments, missions, reports }),
  };
}
