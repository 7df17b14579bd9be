import type { Texts } from '../template-set';

export const objections = {
  'objection.assigned.v1/CITIZEN': {
    subject: '[이의신청 진행 {receipt}] 다시 살펴볼 담당자가 지정되었습니다',
    body: `이의신청을 결정할 담당자가 지정되었습니다. 처음 처리한 담당자가 아닙니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

위 기한까지 결과와 그 이유를 알려 드리겠습니다.

{objectFurther}`,
  },
  'objection.assigned.v1/OFFICER': {
    subject: '[이의신청 지정 {receipt}] 결정할 이의신청이 있습니다',
    body: `이의신청을 결정할 담당자로 지정되셨습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

처음의 처리와 이의신청의 이유를 살펴보고, 기한 안에 이유를 갖추어 결정하여 주십시오.`,
  },
  'objection.decided.v1/CITIZEN': {
    subject: '[이의신청 결과 {receipt}] 이의신청의 결과를 알려 드립니다',
    body: `{decision}

접수번호: {receipt}
담당 부서: {department}
근거: {basis}

[이유]
{reason}

{decisionNext}

[이의를 제기하시는 방법]
{remedies}`,
  },
  'objection.decided.v1/OFFICER': {
    subject: '[이의신청 결과 {receipt}] 이의신청이 결정되었습니다',
    body: `{decision}

접수번호: {receipt}
담당 부서: {department}
근거: {basis}

[이유]
{reason}

결정의 이유를 읽고 앞으로의 처리에 반영하여 주십시오.`,
  },
  'objection.due-soon.v1/OFFICER': {
    subject: '[이의신청 기한 임박 {receipt}] 결정 기한이 다가옵니다',
    body: `이의신청의 결정 기한이 다가오고 있습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

기한 안에 결정하여 주십시오. 어려우면 기한이 지나기 전에 사유를 들어 한 차례 연장하고 신청인께 알려 주십시오.`,
  },
  'objection.due-soon.v1/MANAGER': {
    subject: '[이의신청 기한 임박 {receipt}] 결정할 담당자가 없습니다',
    body: `이의신청의 결정 기한이 다가오는데 아직 담당자가 없습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

처음 처리한 담당자가 아닌 다른 담당자를 곧바로 지정하여 주십시오.`,
  },
  'objection.extended.v1/CITIZEN': {
    subject: '[이의신청 연장 {receipt}] 결정 기한이 연장되었습니다',
    body: `부득이한 사유로 이의신청의 결정 기한을 연장하였습니다. 기다리시게 하여 죄송합니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
종전 기한: {previousDue}
새 기한: {due}

[연장 사유]
{reason}

새 기한까지 결과와 그 이유를 알려 드리겠습니다. 더는 연장하지 않습니다.

{objectFurther}`,
  },
  'objection.filed.v1/CITIZEN': {
    subject: '[이의신청 접수 {receipt}] 이의신청이 접수되었습니다',
    body: `이의신청이 접수되었습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

처음 처리한 담당자가 아닌 다른 담당자가 다시 살펴보고, 위 기한까지 결과와 그 이유를 알려 드리겠습니다.

{objectFurther}`,
  },
  'objection.filed.v1/MANAGER': {
    subject: '[이의신청 {receipt}] 결정할 담당자를 지정하여 주십시오',
    body: `귀 부서의 민원 처리에 이의신청이 들어왔습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

처음 처리한 담당자가 아닌 다른 담당자를 지정하여 주십시오.`,
  },
  'objection.overdue.v1/CITIZEN': {
    subject: '[이의신청 지연 {receipt}] 결정 기한을 지키지 못하여 죄송합니다',
    body: `약속드린 기한까지 이의신청을 결정하지 못하였습니다. 머리 숙여 사과드립니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
지키지 못한 결정 기한: {due}

부서장에게 지연을 알렸으며, 결정되는 대로 알려 드리겠습니다.

{objectFurther}`,
  },
  'objection.overdue.v1/OFFICER': {
    subject: '[이의신청 기한 초과 {receipt}] 결정 기한을 넘겼습니다',
    body: `이의신청의 결정 기한이 지났습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

지체 없이 결정하여 주십시오. 신청인과 부서장께도 지연을 알렸습니다.`,
  },
  'objection.overdue.v1/MANAGER': {
    subject: '[이의신청 기한 초과 {receipt}] 결정 기한을 넘겼습니다',
    body: `귀 부서의 민원에 대한 이의신청이 기한 안에 결정되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

즉시 결정되도록 조치하여 주시기 바랍니다. 신청인께도 지연을 알렸습니다.`,
  },
  'objection.withdrawn.v1/CITIZEN': {
    subject: '[이의신청 취하 {receipt}] 이의신청이 취하되었습니다',
    body: `요청하신 대로 이의신청이 취하되었습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}

이의신청은 더 이상 처리하지 않으며, 처음의 처리 결과가 그대로 유지됩니다.

{object}`,
  },
  'objection.withdrawn.v1/MANAGER': {
    subject: '[이의신청 취하 {receipt}] 이의신청이 취하되었습니다',
    body: `신청인의 요청으로 이의신청이 취하되었습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}

이의신청의 처리를 마쳐 주십시오.`,
  },
  'objection.escalated.v1/MANAGER': {
    subject: '[이의신청 재촉구 {receipt}] 결정이 계속 늦어지고 있습니다',
    body: `귀 부서의 민원에 대한 이의신청이 기한이 지난 뒤에도 결정되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

즉시 결정되도록 조치하고 지연 사유를 확인하여 주시기 바랍니다. 이 지연은 민원심사관에게도 알렸습니다.`,
  },
  'objection.escalated.v1/AUDITOR': {
    subject: '[이의신청 지연 보고 {receipt}] 결정되지 않은 이의신청입니다',
    body: `이의신청이 기한이 지난 뒤에도 결정되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
결정 기한: {due}

부서장에게 다시 촉구하였습니다. 점검 대상에 포함하여 주시기 바랍니다.`,
  },
  'objection.due-date-moved.v1/CITIZEN': {
    subject: '[이의신청 기한 변경 {receipt}] 결정 기한이 바뀌었습니다',
    body: `이의신청의 결정 기한이 바뀌었습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
종전 기한: {previousDue}
새 기한: {due}
사유: {reason}

새 기한까지 결과와 그 이유를 알려 드리겠습니다.

{objectFurther}`,
  },
  'objection.due-date-moved.v1/MANAGER': {
    subject: '[이의신청 기한 변경 {receipt}] 결정 기한이 바뀌었습니다',
    body: `귀 부서의 민원에 대한 이의신청의 결정 기한이 바뀌었습니다.

접수번호: {receipt}
담당 부서: {department}
근거: {basis}
종전 기한: {previousDue}
새 기한: {due}
사유: {reason}

신청인께도 알렸습니다. 새 기한에 맞추어 결정되도록 하여 주십시오.`,
  },
} as const satisfies Texts;
