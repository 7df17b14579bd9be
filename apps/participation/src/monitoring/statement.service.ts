import { randomUUID } from 'node:crypto';
import { atLocal, localDate } from '@charter/calendar';
import type { EntityManager } from 'typeorm';
import { stateAllowance } from '../domain/monitoring/allowance';
import { monitoringPayload } from '../event-payload';
import type { RecruitmentEntity } from '../store/monitoring/recruitment.entity';
import type { StatementStore, UnstatedReport } from '../store/monitoring/statement.store';
import type { RecruitmentDesk } from './recruitment-desk';

/** States what the accepted reports of months that are over have earned (활동비 내역): once for each monitor and month. */
export class StatementService {
  constructor(
    private readonly desk: RecruitmentDesk,
    private readonly statements: StatementStore,
  ) {}

  /** Issues what is due for one recruitment. @returns how many statements were issued; undefined when nothing is due */
  async issueNext(): Promise<number | undefined> {
    const { dataSource, recruitments, clock } = this.desk.parts;
    return dataSource.transaction(async (tx) => {
      const found = await this.statements.due(tx, this.monthBegan());
      // Locked, nobody accepts a report of it; the clock is read after that, so that no month grows once it is stated.
      const recruitment = found && (await recruitments.lock(tx, found));
      if (!recruitment) return undefined;
      const months = new Map<string, UnstatedReport[]>();
      for (const report of await this.statements.unstated(tx, recruitment.id, this.monthBegan())) {
        const key = `${report.citizenId} ${report.month}`;
        months.set(key, [...(months.get(key) ?? []), report]);
      }
      for (const reports of months.values()) await this.issue(tx, recruitment, reports, clock.now());
      return months.size;
    });
  }

  private async issue(
    tx: EntityManager,
    recruitment: RecruitmentEntity,
    reports: readonly UnstatedReport[],
    issuedAt: Date,
  ): Promise<void> {
    const { citizenId, month } = reports[0]!;
    const stated = stateAllowance(reports, recruitment.allowanceMonthlyCap);
    await this.statements.issue(
      tx,
      { id: randomUUID(), recruitmentId: recruitment.id, citizenId, month, ...stated, issuedAt },
      reports.map(({ reportId }) => reportId),
    );
    const { reports: count, amount } = stated;
    const payload = { ...monitoringPayload(recruitment, citizenId), month, count, amount };
    await this.desk.tell(tx, [{ type: 'monitoring.allowance-stated.v1', payload }]);
  }

  private monthBegan(): Date {
    return atLocal(`${localDate(this.desk.parts.clock.now()).slice(0, 7)}-01`, '00:00');
  }
}
