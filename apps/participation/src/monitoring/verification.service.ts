import { accepted, refused } from '@charter/contracts';
import { type Deadline, granted } from '@charter/deadlines';
import { textFaults } from '@charter/privacy';
import type { Person } from '@charter/service';
import { examines } from '../domain/access';
import { PERIODS, REPORT_ANSWER, REPORT_REVISION, REPORT_VERIFICATION } from '../domain/deadline-kinds';
import { isWatched } from '../domain/monitoring/access';
import type { AnswerOutcome, Verdict } from '../domain/monitoring/report';
import { reportPayload } from '../event-payload';
import type { Handled } from '../proposal-desk';
import type { ReportEntity } from '../store/monitoring/report.entity';
import type { ReportDesk, ReportStep } from './report-desk';

const REASON_LIMIT = 2_000;
const ANSWER_LIMIT = 10_000;

export interface Verification {
  readonly reportId: string;
  readonly verdict: Verdict;
  /** What is missing, or why it is rejected; needed for these. */
  readonly reason: string | null;
  readonly version: number | null;
}

const verifies = (by: Person) => (report: ReportEntity) => examines(by, report);

/** What departments do with reports: the one that recruited verifies, the one that was watched answers. */
export class VerificationService {
  constructor(private readonly desk: ReportDesk) {}

  verify({ reportId: id, verdict, reason, version }: Verification, by: Person): Promise<Handled> {
    const command = ({ ACCEPT: 'accept', RETURN: 'return', REJECT: 'reject' } as const)[verdict];
    return this.desk.handle(command, { id, version, by, may: verifies(by) }, async (step) => {
      const faults = verdict === 'ACCEPT' && reason === null ? [] : textFaults(reason ?? '', REASON_LIMIT, 'reason');
      if (faults.length > 0) return refused(...faults);
      const said = reason?.trim() ?? null;
      if (verdict === 'ACCEPT') await this.accept(step, said);
      else if (verdict === 'RETURN') await this.sendBack(step, said!);
      else await this.reject(step, said!);
      return accepted(id);
    });
  }

  /** It earns its allowance, everybody may read it, and the department that was watched owes an answer. */
  private async accept(step: ReportStep, reason: string | null): Promise<void> {
    const { tx, report, mission, to, now, act } = step;
    const { reports, recruitments, deadlines } = this.desk.parts;
    await this.desk.close(step, REPORT_VERIFICATION);
    const answer = await deadlines.open(
      tx,
      {
        ...{ kind: REPORT_ANSWER, subjectType: 'MONITORING_REPORT', subjectId: report.id, ownerId: null },
        ...{
          departmentCode: report.watchedCode,
          receivedAt: now,
          period: { unit: 'DAYS', length: mission.answerDays },
        },
      },
      act,
    );
    const [recruitment] = await recruitments.byIds([report.recruitmentId], tx);
    const allowance = recruitment!.allowancePerReport;
    const verified = { verifiedAt: now, verifiedBy: act.by, allowance, answerId: answer.id, verdictReason: reason };
    await reports.step(tx, report, 'accept', act, { status: to, ...verified }, reason);
    const dueAt = answer.dueAt!.toISOString();
    const payload = reportPayload(report);
    await this.desk.tell(
      tx,
      { type: 'monitoring.report-accepted.v1', payload: { ...payload, amount: allowance, dueAt } },
      {
        type: 'monitoring.answer-owed.v1',
        payload: { ...payload, departmentCode: report.watchedCode, citizenId: null, deadlineId: answer.id, dueAt },
      },
    );
  }

  /** The monitor adds what is missing; verifying stands still meanwhile. */
  private async sendBack(step: ReportStep, reason: string): Promise<void> {
    const { tx, report, to, now, act, open } = step;
    const { reports, deadlines } = this.desk.parts;
    const verification = open.find((each): each is Deadline => each.kind === REPORT_VERIFICATION);
    // Everybody reads the history of a date: what the office wrote to the monitor stays between them.
    const paused = { ...act, reason: '보완 요청' };
    if (verification?.state === 'RUNNING') granted(await deadlines.pause(tx, verification.id, now, paused));
    const revision = await deadlines.open(
      tx,
      {
        ...{ kind: REPORT_REVISION, subjectType: 'MONITORING_REPORT', subjectId: report.id, ownerId: report.citizenId },
        ...{ departmentCode: report.departmentCode, receivedAt: now, period: PERIODS.REVISION },
      },
      act,
    );
    const changes = { status: to, revisionId: revision.id, returns: report.returns + 1, verdictReason: reason };
    await reports.step(tx, report, 'return', act, changes, reason);
    const date = { deadlineId: revision.id, dueAt: revision.dueAt!.toISOString() };
    await this.desk.tell(tx, {
      type: 'monitoring.report-returned.v1',
      payload: { ...reportPayload(report), ...date },
    });
  }

  private async reject(step: ReportStep, reason: string): Promise<void> {
    const { tx, report, to, now, act } = step;
    await this.desk.close(step, REPORT_VERIFICATION);
    await this.desk.close(step, REPORT_REVISION, 'cancel');
    const verified = { verifiedAt: now, verifiedBy: act.by, verdictReason: reason };
    await this.desk.parts.reports.step(tx, report, 'reject', act, { status: to, ...verified }, reason);
    await this.desk.tell(tx, { type: 'monitoring.report-rejected.v1', payload: reportPayload(report) });
  }

  /** The department that was watched says what it does about it. Everybody may read that. */
  answer(
    id: string,
    answer: { readonly outcome: AnswerOutcome; readonly text: string },
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const may = (report: ReportEntity) => isWatched(by, report);
    return this.desk.handle('answer', { id, version, by, may }, async (step) => {
      const faults = textFaults(answer.text, ANSWER_LIMIT, 'text');
      if (faults.length > 0) return refused(...faults);
      const { tx, report, to, now, act } = step;
      const met = await this.desk.close(step, REPORT_ANSWER);
      const answered = { answerOutcome: answer.outcome, answerText: answer.text.trim(), answeredAt: now };
      await this.desk.parts.reports.step(tx, report, 'answer', act, { status: to, ...answered });
      await this.desk.tell(tx, {
        type: 'monitoring.report-answered.v1',
        payload: { ...reportPayload(report), late: Boolean(met?.missedAt) },
      });
      return accepted(id);
    });
  }
}
