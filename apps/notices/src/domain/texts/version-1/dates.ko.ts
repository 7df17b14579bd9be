import type { Texts } from '../template-set';

export const dates = {
  'complaint.due-soon.v1/OFFICER': {
    subject: '[기한 임박 {receipt}] {promise}이 다가옵니다',
    body: `민원의 기한이 다가오고 있습니다.

접수번호: {receipt}
담당 부서: {department}
{promise}: {due}

기한 안에 답변하여 주십시오. 어려우면 기한이 지나기 전에 필요한 조치를 하고 민원인께 사유를 알려 주십시오.`,
  },
  'complaint.overdue.v1/CITIZEN': {
    subject: '[지연 안내 {receipt}] 약속한 기한을 지키지 못하여 죄송합니다',
    body: `약속드린 기한까지 답변을 드리지 못하였습니다. 머리 숙여 사과드립니다.

접수번호: {receipt}
담당 부서: {department}
지키지 못한 기한({promise}): {due}

부서장에게도 지연을 알렸으며, 처리되는 대로 알려 드리겠습니다. 보상 기준에 해당하면 따로 신청하지 않으셔도 보상 절차가 시작됩니다.

{object}`,
  },
  'complaint.overdue.v1/OFFICER': {
    subject: '[기한 초과 {receipt}] {promise}을 넘겼습니다',
    body: `민원이 기한을 넘겼습니다.

접수번호: {receipt}
담당 부서: {department}
{promise}: {due}

지체 없이 처리하여 주십시오. 민원인과 부서장께도 지연을 알렸습니다.`,
  },
  'complaint.overdue.v1/MANAGER': {
    subject: '[기한 초과 {receipt}] 기한을 넘긴 민원이 있습니다',
    body: `귀 부서의 민원이 약속한 기한 안에 처리되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
넘긴 기한({promise}): {due}

즉시 처리하도록 조치하여 주시기 바랍니다. 법정 처리기한까지 넘기면 민원심사관이 독촉장을 보냅니다.`,
  },
  'complaint.escalated.v1/MANAGER': {
    subject: '[재촉구 {receipt}] 지연이 계속되고 있습니다',
    body: `기한이 지난 뒤에도 귀 부서의 민원이 처리되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
넘긴 기한({promise}): {due}

즉시 처리하고 지연 사유를 확인하여 주시기 바랍니다. 이 지연은 민원심사관에게 보고되었습니다.`,
  },
  'complaint.escalated.v1/AUDITOR': {
    subject: '[지연 보고 {receipt}] 아직 처리되지 않은 민원입니다',
    body: `기한이 지난 뒤에도 민원이 처리되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
넘긴 기한({promise}): {due}

부서장에게 다시 촉구하였습니다. 점검 대상에 포함하여 주시기 바랍니다.`,
  },
  'complaint.dunned.v1/MANAGER': {
    subject: '[독촉장 {receipt}] 처리기한을 넘긴 민원이 있습니다',
    body: `귀 부서의 민원이 기한 안에 처리되지 않아 민원심사관이 처리를 독촉합니다.

접수번호: {receipt}
담당 부서: {department}
넘긴 기한({promise}): {due}

지체 없이 처리하도록 조치하여 주시기 바랍니다. 지연이 계속되면 감사 부서에 통보됩니다.`,
  },
  'complaint.dunned.v1/AUDITOR': {
    subject: '[감사 통보 {receipt}] 독촉 후에도 처리되지 않은 민원입니다',
    body: `부서장에게 독촉장을 보낸 뒤에도 민원이 처리되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
넘긴 기한({promise}): {due}

지연 사유를 확인하고 점검 대상에 포함하여 주시기 바랍니다.`,
  },
  'complaint.due-date-moved.v1/CITIZEN': {
    subject: '[기한 변경 {receipt}] 처리기한이 바뀌었습니다',
    body: `신청하신 민원의 기한이 바뀌었습니다.

접수번호: {receipt}
담당 부서: {department}
기한의 종류: {promise}
종전 기한: {previousDue}
새 기한: {due}
사유: {reason}

새 기한까지 답변드리겠습니다. 처음 안내해 드린 날짜도 함께 보관됩니다.

{object}`,
  },
  'complaint.due-date-moved.v1/OFFICER': {
    subject: '[기한 변경 {receipt}] {promise}이 바뀌었습니다',
    body: `민원의 기한이 바뀌었습니다.

접수번호: {receipt}
담당 부서: {department}
기한의 종류: {promise}
종전 기한: {previousDue}
새 기한: {due}
사유: {reason}

민원인께도 알렸습니다. 새 기한에 맞추어 처리하여 주십시오.`,
  },
  'complaint.task-due-soon.v1/OFFICER': {
    subject: '[기한 임박 {receipt}] {task} 기한이 다가옵니다',
    body: `민원을 처리하면서 하셔야 할 일의 기한이 다가오고 있습니다.

접수번호: {receipt}
담당 부서: {department}
할 일: {task}
기한: {due}

기한 안에 마치고 민원인께 알려 주십시오.`,
  },
  'complaint.task-overdue.v1/OFFICER': {
    subject: '[기한 초과 {receipt}] {task} 기한을 넘겼습니다',
    body: `민원을 처리하면서 하셔야 할 일의 기한이 지났습니다.

접수번호: {receipt}
담당 부서: {department}
할 일: {task}
기한: {due}

지체 없이 마치고 민원인께 알려 주십시오. 부서장께도 알렸습니다.`,
  },
  'complaint.task-overdue.v1/MANAGER': {
    subject: '[기한 초과 {receipt}] {task} 기한을 넘겼습니다',
    body: `귀 부서의 민원에서 하여야 할 일의 기한이 지났습니다.

접수번호: {receipt}
담당 부서: {department}
할 일: {task}
기한: {due}

지체 없이 마치도록 조치하여 주시기 바랍니다. 담당자에게도 알렸습니다.`,
  },
} as const satisfies Texts;
