import type { Texts } from '../template-set';

export const proposalDates = {
  'proposal.task-due-soon.v1/CITIZEN': {
    subject: '[제안] 보완 기한이 다가옵니다',
    body: `제안의 보완 기한이 다가오고 있습니다.

제안: {title}
담당 부서: {department}
기한: {due}

기한까지 보완해 주십시오. 이미 보완하셨다면 이 알림은 지나쳐 주십시오.

{objectProposal}`,
  },
  'proposal.task-due-soon.v1/OFFICER': {
    subject: '[제안 기한 임박] 기한이 다가옵니다',
    body: `제안에 대하여 할 일의 기한이 다가오고 있습니다.

제안: {title}
담당 부서: {department}
할 일: {task}
기한: {due}

기한 안에 마쳐 주십시오.`,
  },
  'proposal.task-overdue.v1/CITIZEN': {
    subject: '[제안] 기한이 지났습니다',
    body: `제안에 대하여 정해진 기한이 지났습니다.

제안: {title}
담당 부서: {department}
일: {task}
지난 기한: {due}

{overdueNext}

{objectProposal}`,
  },
  'proposal.task-overdue.v1/OFFICER': {
    subject: '[제안 기한 초과] 기한을 넘겼습니다',
    body: `제안에 대하여 할 일의 기한이 지났습니다.

제안: {title}
담당 부서: {department}
할 일: {task}
지난 기한: {due}

지체 없이 마쳐 주십시오. 부서장께도 지연을 알렸습니다.`,
  },
  'proposal.task-overdue.v1/MANAGER': {
    subject: '[제안 기한 초과] 부서가 기한을 넘겼습니다',
    body: `귀 부서가 제안에 대하여 할 일의 기한이 지났습니다.

제안: {title}
담당 부서: {department}
할 일: {task}
지난 기한: {due}

즉시 처리되도록 조치하여 주시기 바랍니다.`,
  },
  'proposal.task-escalated.v1/MANAGER': {
    subject: '[제안 재촉구] 계속 늦어지고 있습니다',
    body: `귀 부서가 제안에 대하여 할 일이 기한이 지난 뒤에도 끝나지 않았습니다.

제안: {title}
담당 부서: {department}
할 일: {task}
지난 기한: {due}

즉시 처리되도록 조치하여 주시기 바랍니다. 이 지연은 감사 부서에도 알렸습니다.`,
  },
  'proposal.task-escalated.v1/AUDITOR': {
    subject: '[제안 지연 보고] 처리되지 않은 제안이 있습니다',
    body: `제안에 대하여 할 일이 기한이 지난 뒤에도 끝나지 않았습니다.

제안: {title}
담당 부서: {department}
할 일: {task}
지난 기한: {due}

부서장에게 다시 촉구하였습니다. 점검에 포함하여 주십시오.`,
  },
  'proposal.due-date-moved.v1/CITIZEN': {
    subject: '[제안 기한 변경] 기한이 바뀌었습니다',
    body: `제안에 대하여 정해진 기한이 바뀌었습니다.

제안: {title}
담당 부서: {department}
일: {task}
종전 기한: {previousDue}
새 기한: {due}
사유: {reason}

새 기한에 맞추어 진행하고 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.due-date-moved.v1/OFFICER': {
    subject: '[제안 기한 변경] 기한이 바뀌었습니다',
    body: `제안에 대하여 정해진 기한이 바뀌었습니다.

제안: {title}
담당 부서: {department}
일: {task}
종전 기한: {previousDue}
새 기한: {due}
사유: {reason}

새 기한을 지켜 주십시오. 제안자께도 알렸습니다.`,
  },
  'comment.written.v1/CITIZEN': {
    subject: '[제안] 새 의견이 달렸습니다',
    body: `{spoken}

제안: {title}
담당 부서: {department}

의견은 제안 화면에서 확인하고 답하실 수 있습니다.

{objectProposal}`,
  },
  'moderation.hidden.v1/CITIZEN': {
    subject: '[제안] 올리신 글이 가려졌습니다',
    body: `올리신 글이 운영 기준에 따라 다른 시민에게 보이지 않게 되었습니다.

제안: {title}
담당 부서: {department}
대상: {thing}

[이유]
{reason}

이의가 있으시면 제안 화면에서 이의를 제기하실 수 있습니다. 가린 사람이 아닌 다른 사람이 7일(근무일) 안에 결정합니다.

{objectProposal}`,
  },
  'moderation.appealed.v1/CITIZEN': {
    subject: '[제안] 이의를 접수하였습니다',
    body: `가려진 글에 대한 이의를 접수하였습니다.

제안: {title}
담당 부서: {department}
대상: {thing}
결정 기한: {due}

가린 사람이 아닌 다른 사람이 살펴보고 결과를 알려 드리겠습니다.

{objectProposal}`,
  },
  'moderation.appealed.v1/MANAGER': {
    subject: '[제안] 가려진 글에 이의가 제기되었습니다',
    body: `가려진 글을 쓴 사람이 이의를 제기하였습니다.

제안: {title}
담당 부서: {department}
대상: {thing}
결정 기한: {due}

가린 사람이 아닌 다른 사람이 기한 안에 결정하여 주십시오.`,
  },
  'moderation.decided.v1/CITIZEN': {
    subject: '[제안] 가려진 글의 결과를 알려 드립니다',
    body: `{restoredOrNot}

제안: {title}
담당 부서: {department}
대상: {thing}

[이유]
{reason}

자세한 내용은 제안 화면에서 확인하여 주십시오.

{objectProposal}`,
  },
} as const satisfies Texts;
