import type { Texts } from '../template-set';

export const monitoring = {
  'monitoring.applied.v1/CITIZEN': {
    subject: '[시정 모니터] 모니터 신청이 접수되었습니다',
    body: `시정 모니터에 신청해 주셔서 감사합니다. 신청이 접수되었습니다.

모집: {title}
담당 부서: {department}
신청 기한: {due}

결과가 정해지기 전까지는 신청을 취하하실 수 있습니다. 신청이 마감되면 담당 부서가 위촉할 분을 정하고 결과를 알려 드리겠습니다.

{objectMonitoring}`,
  },
  'monitoring.applications-closed.v1/OFFICER': {
    subject: '[시정 모니터] 모니터 신청이 마감되었습니다',
    body: `시정 모니터 신청이 마감되었습니다.

모집: {title}
담당 부서: {department}
위촉 기한: {due}

신청하신 분들을 살펴보고, 기한 안에 위촉되도록 준비하여 주십시오. 결과는 신청하신 모든 분께 알려 드립니다.`,
  },
  'monitoring.applications-closed.v1/MANAGER': {
    subject: '[시정 모니터] 위촉할 때가 되었습니다',
    body: `귀 부서의 시정 모니터 신청이 마감되었습니다.

모집: {title}
담당 부서: {department}
위촉 기한: {due}

기한 안에 위촉되도록 챙겨 주십시오. 결과는 신청하신 모든 분께 알려 드립니다.`,
  },
  'monitoring.appointed.v1/CITIZEN': {
    subject: '[시정 모니터] 시정 모니터로 위촉되셨습니다',
    body: `축하드립니다. 시정 모니터로 위촉되셨습니다.

모집: {title}
담당 부서: {department}
임기: {starts}부터 {due}

점검 과제가 열리면 알려 드리겠습니다. 사정이 생기면 언제든지 그만두실 수 있습니다.

{objectMonitoring}`,
  },
  'monitoring.not-appointed.v1/CITIZEN': {
    subject: '[시정 모니터] 모니터 신청 결과를 알려 드립니다',
    body: `시정 모니터에 신청해 주셔서 감사합니다. 아쉽게도 이번에는 모시지 못하게 되었습니다.

모집: {title}
담당 부서: {department}

임기 중에 자리가 나면 위촉해 드릴 수 있으며, 다음 모집에 다시 신청하실 수 있습니다.

{objectToOffice}`,
  },
  'monitoring.cancelled.v1/CITIZEN': {
    subject: '[시정 모니터] 모니터 모집이 취소되었습니다',
    body: `신청하신 시정 모니터 모집이 취소되었습니다. 불편을 드려 죄송합니다.

모집: {title}
담당 부서: {department}

[까닭]
{reason}

신청을 따로 취하하지 않으셔도 됩니다. 다음 모집에 다시 신청하실 수 있습니다.

{objectToOffice}`,
  },
  'monitoring.resigned.v1/OFFICER': {
    subject: '[시정 모니터] 시정 모니터 한 분이 그만두었습니다',
    body: `시정 모니터 한 분이 활동을 그만두었습니다.

모집: {title}
담당 부서: {department}

남은 점검 과제에 지장이 없는지 살펴 주십시오. 신청하셨던 다른 분을 위촉할 수 있습니다.`,
  },
  'monitoring.dismissed.v1/CITIZEN': {
    subject: '[시정 모니터] 시정 모니터에서 해촉되셨습니다',
    body: `시정 모니터에서 해촉하게 되어 알려 드립니다.

모집: {title}
담당 부서: {department}

[까닭]
{reason}

앞으로는 새 활동 보고를 받지 않습니다. 그동안 함께해 주셔서 감사합니다.

{objectToOffice}`,
  },
  'monitoring.term-ended.v1/CITIZEN': {
    subject: '[시정 모니터] 시정 모니터 임기가 끝났습니다',
    body: `시정 모니터 임기가 끝났습니다. 그동안 시정을 살펴 주셔서 감사합니다.

모집: {title}
담당 부서: {department}

이미 보내 주신 활동 보고는 끝까지 확인하고 결과를 알려 드리겠습니다. 다음 모집에 다시 신청하실 수 있습니다.

{objectMonitoring}`,
  },
  'monitoring.allowance-stated.v1/CITIZEN': {
    subject: '[시정 모니터] 활동비를 알려 드립니다',
    body: `인정된 활동 보고에 따른 한 달 활동비를 알려 드립니다.

모집: {title}
담당 부서: {department}
해당 월: {month}
인정된 보고: {count}건
활동비: {amount}

{payment}

{objectMonitoring}`,
  },
  'monitoring.mission-opened.v1/CITIZEN': {
    subject: '[시정 모니터] 새 점검 과제가 열렸습니다',
    body: `시정 모니터의 점검 과제가 새로 열렸습니다.

점검 과제: {title}
담당 부서: {department}
장소: {place}
활동 기간: {starts}부터 {due}

점검할 항목을 먼저 읽어 보시고, 살펴보신 내용을 활동 기간 안에 보고하여 주십시오.

{objectMonitoring}`,
  },
  'monitoring.mission-due-soon.v1/CITIZEN': {
    subject: '[시정 모니터] 활동 보고 기한이 다가옵니다',
    body: `아직 보고하지 않으신 점검 과제가 있습니다. 활동 기간이 곧 끝납니다.

점검 과제: {title}
담당 부서: {department}
장소: {place}
활동 기간: {starts}부터 {due}

기한이 지나면 보고를 받지 못합니다. 그 전에 활동 보고를 제출하여 주십시오. 이미 보고하셨다면 이 알림은 지나쳐 주십시오.

{objectMonitoring}`,
  },
  'monitoring.mission-cancelled.v1/CITIZEN': {
    subject: '[시정 모니터] 점검 과제가 취소되었습니다',
    body: `시정 모니터의 점검 과제가 취소되었습니다. 불편을 드려 죄송합니다.

점검 과제: {title}
담당 부서: {department}
장소: {place}
활동 기간: {starts}부터 {due}

[까닭]
{reason}

이 점검 과제의 활동 보고는 더 받지 않습니다. 다른 점검 과제에는 그대로 참여하실 수 있습니다.

{objectToOffice}`,
  },
} as const satisfies Texts;
