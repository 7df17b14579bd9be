import type { Texts } from '../template-set';

export const monitoringDates = {
  'monitoring.task-due-soon.v1/CITIZEN': {
    subject: '[시정 모니터] 보완 기한이 다가옵니다',
    body: `활동 보고를 보완하실 기한이 다가오고 있습니다.

대상: {title}
담당 부서: {department}
보완 기한: {due}

기한까지 보완하여 주십시오. 이미 보완하셨다면 이 알림은 지나쳐 주십시오.

{objectMonitoring}`,
  },
  'monitoring.task-due-soon.v1/OFFICER': {
    subject: '[시정 모니터 기한 임박] 기한이 다가옵니다',
    body: `시정 모니터링에서 할 일의 기한이 다가오고 있습니다.

대상: {title}
담당 부서: {department}
할 일: {task}
기한: {due}

기한 안에 마쳐 주십시오.`,
  },
  'monitoring.task-overdue.v1/CITIZEN': {
    subject: '[시정 모니터] 기한이 지났습니다',
    body: `보내 주신 활동 보고에 대하여 정해진 기한이 지났습니다.

대상: {title}
담당 부서: {department}
일: {task}
지난 기한: {due}

{overdueNext}

{objectMonitoring}`,
  },
  'monitoring.task-overdue.v1/OFFICER': {
    subject: '[시정 모니터 기한 초과] 기한이 지났습니다',
    body: `시정 모니터링에서 정해진 기한이 지났습니다.

대상: {title}
담당 부서: {department}
일: {task}
지난 기한: {due}

{overdueDuty}`,
  },
  'monitoring.task-overdue.v1/MANAGER': {
    subject: '[시정 모니터 기한 초과] 부서가 기한을 넘겼습니다',
    body: `귀 부서가 시정 모니터링에서 할 일의 기한이 지났습니다.

대상: {title}
담당 부서: {department}
할 일: {task}
지난 기한: {due}

즉시 처리되도록 조치하여 주시기 바랍니다.`,
  },
  'monitoring.task-escalated.v1/MANAGER': {
    subject: '[시정 모니터 재촉구] 계속 늦어지고 있습니다',
    body: `귀 부서가 시정 모니터링에서 할 일이 기한이 지난 뒤에도 끝나지 않았습니다.

대상: {title}
담당 부서: {department}
할 일: {task}
지난 기한: {due}

즉시 처리되도록 조치하여 주시기 바랍니다. 이 지연은 감사 부서에도 알렸습니다.`,
  },
  'monitoring.task-escalated.v1/AUDITOR': {
    subject: '[시정 모니터 지연 보고] 끝나지 않은 일이 있습니다',
    body: `시정 모니터링에서 할 일이 기한이 지난 뒤에도 끝나지 않았습니다.

대상: {title}
담당 부서: {department}
할 일: {task}
지난 기한: {due}

부서장에게 다시 촉구하였습니다. 점검에 포함하여 주십시오.`,
  },
  'monitoring.date-moved.v1/CITIZEN': {
    subject: '[시정 모니터 일정 변경] 기한이 바뀌었습니다',
    body: `참여하고 계신 시정 모니터링의 기한이 바뀌었습니다.

대상: {title}
담당 부서: {department}
일: {task}
종전 기한: {previousDue}
새 기한: {due}
사유: {reason}

새 기한을 확인하여 주십시오.

{objectMonitoring}`,
  },
  'monitoring.date-moved.v1/OFFICER': {
    subject: '[시정 모니터 일정 변경] 기한이 바뀌었습니다',
    body: `시정 모니터링의 기한이 바뀌었습니다.

대상: {title}
담당 부서: {department}
일: {task}
종전 기한: {previousDue}
새 기한: {due}
사유: {reason}

새 기한에 맞추어 진행하여 주십시오. 신청하신 분이나 모니터가 지킬 기한이면 그분들께도 알렸습니다.`,
  },
} as const satisfies Texts;
