import { graphEnum } from '@charter/service';
import { APPLICATION_STATUSES } from '../../domain/monitoring/application';
import { MISSION_STATUSES } from '../../domain/monitoring/mission';
import { RECRUITMENT_STATUSES } from '../../domain/monitoring/recruitment';
import { ANSWER_OUTCOMES, FINDINGS, REPORT_STATUSES, VERDICTS } from '../../domain/monitoring/report';

export const RecruitmentStatusEnum = graphEnum(
  'MonitorRecruitmentStatus',
  'How far a recruitment of monitors is.',
  RECRUITMENT_STATUSES,
  {
    RECRUITING: { description: 'Open for applications (모집 중).' },
    SELECTING: { description: 'Applications are closed; the department appoints (선정 중).' },
    SERVING: { description: 'Monitors are appointed; missions can be opened (활동 중).' },
    ENDED: { description: 'The term is over (활동 종료).' },
    CANCELLED: { description: 'Called off, or nobody applied (취소).' },
  },
);

export const ApplicationStatusEnum = graphEnum(
  'MonitorApplicationStatus',
  'What became of an application.',
  APPLICATION_STATUSES,
  {
    APPLIED: { description: 'Not decided yet (신청).' },
    APPOINTED: { description: 'Appointed: a monitor for the term (위촉).' },
    NOT_APPOINTED: { description: 'Not appointed; may become a substitute (미선정).' },
    WITHDRAWN: { description: 'Taken back (취하).' },
    RESIGNED: { description: 'The monitor gave it up (사임).' },
    DISMISSED: { description: 'The department ended it, with a reason (해촉).' },
  },
);

export const MissionStatusEnum = graphEnum('MonitoringMissionStatus', 'How far a mission is.', MISSION_STATUSES, {
  OPEN: { description: 'Reports are taken from startsAt until endsAt (진행 중).' },
  ENDED: { description: 'No report is taken any more (종료).' },
  CANCELLED: { description: 'Called off (취소).' },
});

export const ReportStatusEnum = graphEnum('MonitoringReportStatus', 'How far a report is.', REPORT_STATUSES, {
  SUBMITTED: { description: 'Being verified (확인 중).' },
  RETURNED: { description: 'Sent back: the monitor is to add something (보완 요청).' },
  ACCEPTED: { description: 'Verified; the department that was watched owes an answer (인정).' },
  ANSWERED: { description: 'Answered (답변 완료).' },
  REJECTED: { description: 'Not accepted, with a reason (불인정).' },
  WITHDRAWN: { description: 'Taken back by the monitor (취하).' },
});

export const FindingEnum = graphEnum('MonitoringFinding', 'What was found of a standard.', FINDINGS, {
  KEPT: { description: 'The promise is kept (이행).' },
  NOT_KEPT: { description: 'It is not (미이행).' },
  NOT_APPLICABLE: { description: 'It could not be seen here (해당 없음).' },
});

export const VerdictEnum = graphEnum(
  'ReportVerdict',
  'What the department that verifies makes of a report.',
  VERDICTS,
  {
    ACCEPT: { description: 'It counts, and earns its allowance (인정).' },
    RETURN: { description: 'Something is missing (보완 요청).' },
    REJECT: { description: 'It does not count (불인정).' },
  },
);

export const AnswerOutcomeEnum = graphEnum(
  'ReportAnswerOutcome',
  'What the department that was watched does about a report.',
  ANSWER_OUTCOMES,
  {
    CORRECTED: { description: 'It was corrected (조치 완료).' },
    PLANNED: { description: 'It will be, as the answer says (조치 예정).' },
    NO_FAULT: { description: 'Nothing is to be done, as the answer says (조치할 것 없음).' },
  },
);
