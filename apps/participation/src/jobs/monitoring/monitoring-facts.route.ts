import type { DataSource } from 'typeorm';
import { type NoticeFacts, type NoticeFactsRequest, noticeFactsRequest } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import type { InternalRoute } from '@charter/service';
import type { MissionStore } from '../../store/monitoring/mission.store';
import type { RecruitmentStore } from '../../store/monitoring/recruitment.store';
import type { ReportStore } from '../../store/monitoring/report.store';

const NOTHING: NoticeFacts = { stillTrue: false, contact: null, words: {} };

/** Notices whose reason ends with a state of their deadline, with the states in which they still hold. */
const HOLDS_IN: Readonly<Record<string, readonly string[]>> = {
  'monitoring.applications-closed.v1': ['RUNNING', 'MISSED'],
  'monitoring.report-returned.v1': ['RUNNING', 'MISSED'],
  'monitoring.answer-owed.v1': ['RUNNING', 'MISSED'],
  'monitoring.task-due-soon.v1': ['RUNNING'],
  'monitoring.task-overdue.v1': ['MISSED'],
  'monitoring.task-escalated.v1': ['MISSED'],
};
const WITH_VERDICT = ['monitoring.report-returned.v1', 'monitoring.report-rejected.v1'];

export interface MonitoringFactsParts {
  readonly dataSource: DataSource;
  readonly recruitments: RecruitmentStore;
  readonly missions: MissionStore;
  readonly reports: ReportStore;
}

type Facts = Pick<NoticeFacts, 'stillTrue' | 'words'> & { readonly recruitmentId: string; readonly monitorId?: string };

/** What the notices service asks before it sends anything about monitoring. */
export function monitoringFactsRoutes(
  parts: MonitoringFactsParts,
): Record<'RECRUITMENT' | 'MISSION' | 'MONITORING_REPORT', InternalRoute> {
  const { dataSource, recruitments, missions, reports } = parts;

  const answering =
    (read: (asked: NoticeFactsRequest) => Promise<Facts | undefined>): InternalRoute =>
    async (body): Promise<NoticeFacts> => {
      const asked = noticeFactsRequest.parse(body);
      const facts = await read(asked);
      if (!facts) return NOTHING;
      const { recruitmentId, monitorId, stillTrue, words } = facts;
      const { recipientId } = asked;
      // A report’s contact is its monitor’s alone; of the rest, each of those who applied has their own.
      const theirs = recipientId !== null && (monitorId === undefined || monitorId === recipientId);
      const contact = theirs ? await recruitments.contactIn(recruitmentId, recipientId) : null;
      return { stillTrue, words, contact: contact && { ...contact, language: 'ko' } };
    };

  const holds = async ({ eventType, deadlineId }: NoticeFactsRequest): Promise<boolean> => {
    const states = HOLDS_IN[eventType];
    if (!states) return true;
    const deadline = deadlineId ? await findDeadline(dataSource.manager, deadlineId) : undefined;
    return deadline !== undefined && states.includes(deadline.state);
  };

  return {
    RECRUITMENT: answering(async (asked) => {
      const [recruitment] = await recruitments.byIds([asked.subjectId]);
      if (!recruitment) return undefined;
      const dismissed =
        asked.eventType === 'monitoring.dismissed.v1' && asked.recipientId
          ? await recruitments.endedReasonOf(recruitment.id, asked.recipientId)
          : null;
      const reason = dismissed ?? recruitment.cancelledReason;
      return {
        ...{ recruitmentId: recruitment.id, stillTrue: await holds(asked) },
        words: { title: recruitment.title, ...(reason && { reason }) },
      };
    }),
    MISSION: answering(async ({ eventType, subjectId, recipientId }) => {
      const [mission] = await missions.byIds([subjectId]);
      if (!mission) return undefined;
      const cancelled = eventType === 'monitoring.mission-cancelled.v1';
      const [waiting] = eventType === 'monitoring.mission-due-soon.v1' ? await missions.withoutReport([subjectId]) : [];
      const stillTrue = cancelled || (mission.status === 'OPEN' && (waiting?.includes(recipientId!) ?? true));
      const reason = mission.cancelledReason;
      const place = `${mission.placeName} (${mission.placeAddress})`;
      return {
        ...{ recruitmentId: mission.recruitmentId, stillTrue },
        words: { title: mission.title, place, ...(cancelled && reason && { reason }) },
      };
    }),
    MONITORING_REPORT: answering(async (asked) => {
      const [report] = await reports.byIds([asked.subjectId]);
      const [mission] = report ? await missions.byIds([report.missionId]) : [];
      if (!report || !mission) return undefined;
      const reason = WITH_VERDICT.includes(asked.eventType) ? report.verdictReason : null;
      return {
        ...{ recruitmentId: report.recruitmentId, monitorId: report.citizenId, stillTrue: await holds(asked) },
        words: { title: mission.title, ...(reason && { reason }) },
      };
    }),
  };
}
