import type { Texts } from '../template-set';

/** The department that was watched is told of what, never of whom. */
export const monitoringReports = {
  'monitoring.report-submitted.v1/CITIZEN': {
    subject: '[시정 모니터] 활동 보고가 접수되었습니다',
    body: `보내 주신 활동 보고가 접수되었습니다. 꼼꼼히 살펴봐 주셔서 감사합니다.

점검 과제: {title}
담당 부서: {department}
확인 기한: {due}

담당 부서가 그때까지 확인하고 결과를 알려 드리겠습니다. 보완할 내용이 있으면 먼저 여쭙겠습니다.

{objectMonitoring}`,
  },
  'monitoring.report-submitted.v1/OFFICER': {
    subject: '[시정 모니터] 확인할 활동 보고가 있습니다',
    body: `시정 모니터가 활동 보고를 제출하였습니다.

점검 과제: {title}
담당 부서: {department}
확인 기한: {due}

내용을 살펴보고 기한 안에 확인하여 주십시오.`,
  },
  'monitoring.report-returned.v1/CITIZEN': {
    subject: '[시정 모니터] 활동 보고를 보완하여 주십시오',
    body: `보내 주신 활동 보고에 보완할 내용이 있습니다.

점검 과제: {title}
담당 부서: {department}
보완 기한: {due}

[보완하실 내용]
{reason}

기한까지 보완하여 주시면 확인을 이어 가고 결과를 알려 드리겠습니다. 기한이 지나면 보완하실 수 없으며, 보고가 인정되지 않을 수 있습니다.

{objectToOffice}`,
  },
  'monitoring.report-revised.v1/OFFICER': {
    subject: '[시정 모니터] 활동 보고가 보완되었습니다',
    body: `시정 모니터가 활동 보고를 보완하였습니다.

점검 과제: {title}
담당 부서: {department}
확인 기한: {due}

보완된 내용을 살펴보고 확인을 이어 가 주십시오.`,
  },
  'monitoring.report-withdrawn.v1/OFFICER': {
    subject: '[시정 모니터] 활동 보고가 취하되었습니다',
    body: `시정 모니터가 활동 보고를 취하하였습니다.

점검 과제: {title}
담당 부서: {department}

이 활동 보고는 더 확인하지 않으셔도 됩니다.`,
  },
  'monitoring.report-accepted.v1/CITIZEN': {
    subject: '[시정 모니터] 활동 보고가 인정되었습니다',
    body: `보내 주신 활동 보고를 확인하고 인정하였습니다. 수고해 주셔서 감사합니다.

점검 과제: {title}
담당 부서: {department}
점검받은 부서의 답변 기한: {due}

점검받은 부서에 그때까지 답변하도록 하였으며, 답변이 오면 알려 드리겠습니다. 보고는 이름 없이 공개되며, 누가 보고하셨는지는 그 부서에도 알리지 않습니다.
{allowance}

{objectMonitoring}`,
  },
  'monitoring.report-rejected.v1/CITIZEN': {
    subject: '[시정 모니터] 활동 보고의 확인 결과를 알려 드립니다',
    body: `보내 주신 활동 보고를 살펴보았으나, 인정하지 않기로 하였습니다.

점검 과제: {title}
담당 부서: {department}

[까닭]
{reason}

이 보고에는 활동비를 드리지 못합니다. 다른 점검 과제에는 그대로 참여하실 수 있습니다.

{objectToOffice}`,
  },
  'monitoring.answer-owed.v1/OFFICER': {
    subject: '[시정 모니터] 답변해야 하는 활동 보고가 있습니다',
    body: `시정 모니터가 귀 부서의 서비스를 살펴보고 보고하였습니다.

점검 과제: {title}
답변할 부서: {department}
답변 기한: {due}

점검 결과를 살펴보고, 무엇을 어떻게 고칠지 기한 안에 답변하여 주십시오.`,
  },
  'monitoring.answer-owed.v1/MANAGER': {
    subject: '[시정 모니터] 귀 부서가 답변할 활동 보고가 있습니다',
    body: `시정 모니터가 귀 부서의 서비스를 살펴보고 보고하였습니다.

점검 과제: {title}
답변할 부서: {department}
답변 기한: {due}

기한 안에 답변되도록 챙겨 주십시오.`,
  },
  'monitoring.report-answered.v1/CITIZEN': {
    subject: '[시정 모니터] 활동 보고에 답변이 왔습니다',
    body: `보내 주신 활동 보고에 점검받은 부서가 답변하였습니다.
{lateAnswer}

점검 과제: {title}
담당 부서: {department}

답변은 활동 보고와 함께 읽으실 수 있습니다. 시정을 살펴 주셔서 감사합니다.

{objectMonitoring}`,
  },
  'monitoring.report-answered.v1/OFFICER': {
    subject: '[시정 모니터] 점검받은 부서가 답변하였습니다',
    body: `점검받은 부서가 활동 보고에 답변하였습니다.
{lateAnswer}

점검 과제: {title}
담당 부서: {department}

답변이 보고 내용에 맞는지 살펴 주십시오. 보고한 모니터에게도 알렸습니다.`,
  },
} as const satisfies Texts;
