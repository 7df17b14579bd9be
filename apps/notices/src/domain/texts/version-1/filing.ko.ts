import type { Texts } from '../template-set';

export const filing = {
  'complaint.filed.v1/CITIZEN': {
    subject: '[접수 {receipt}] 민원이 접수되었습니다',
    body: `신청하신 민원이 접수되었습니다.

접수번호: {receipt}
담당 부서: {department}
답변 약속(헌장의 단축 처리기한): {charterDue}
법정 처리기한: {due}

담당 부서가 내용을 살펴본 뒤 약속한 기한까지 답변드리겠습니다. 담당자가 정해지거나 기한이 바뀌면 곧바로 알려 드리겠습니다.

{object}`,
  },
  'complaint.filed.v1/OFFICER': {
    subject: '[신규 {receipt}] 새 민원이 접수되었습니다',
    body: `부서에 새 민원이 접수되었습니다.

접수번호: {receipt}
담당 부서: {department}
헌장의 단축 처리기한: {charterDue}
법정 처리기한: {due}

담당자를 지정하고 처리를 시작하여 주십시오.`,
  },
  'complaint.assigned.v1/CITIZEN': {
    subject: '[진행 {receipt}] 담당자가 지정되었습니다',
    body: `신청하신 민원에 담당자가 지정되어 처리하고 있습니다.

접수번호: {receipt}
담당 부서: {department}

처리기한은 접수할 때 안내해 드린 날짜와 같으며, 답변이 준비되면 곧바로 알려 드리겠습니다.

{object}`,
  },
  'complaint.assigned.v1/OFFICER': {
    subject: '[지정 {receipt}] 담당 민원으로 지정되었습니다',
    body: `민원의 담당자로 지정되셨습니다.

접수번호: {receipt}
담당 부서: {department}

내용과 처리기한을 확인하시고 기한 안에 처리하여 주십시오.`,
  },
  'complaint.moved.v1/CITIZEN': {
    subject: '[이관 {receipt}] 담당 부서가 바뀌었습니다',
    body: `신청하신 민원을 이 일을 맡은 부서로 보냈습니다.

접수번호: {receipt}
담당 부서: {department}
이전 부서: {previousDepartment}

[보낸 이유]
{reason}

접수번호와 처리기한은 그대로이며, 담당 부서가 지금까지의 기록을 이어받아 처리합니다. 담당자가 정해지면 알려 드리겠습니다.

{object}`,
  },
  'complaint.moved.v1/OFFICER': {
    subject: '[이관 {receipt}] 다른 부서에서 온 민원입니다',
    body: `다른 부서에 있던 민원이 귀 부서로 넘어왔습니다.

접수번호: {receipt}
담당 부서: {department}
이전 부서: {previousDepartment}

[보낸 이유]
{reason}

담당자를 지정하고 처리를 시작하여 주십시오. 처리기한은 바뀌지 않습니다. 귀 부서의 일이 아니면 3근무시간 안에 다시 보내 주십시오.`,
  },
  'complaint.transferred.v1/CITIZEN': {
    subject: '[이송 {receipt}] 민원을 다른 기관으로 보냈습니다',
    body: `신청하신 민원은 다른 기관이 맡은 일이어서 그 기관으로 보냈습니다.

접수번호: {receipt}
보낸 부서: {department}
앞으로 답변할 기관: {transferredTo}

[보낸 이유]
{reason}

앞으로는 위 기관이 민원을 처리하고 답변드립니다. 지금까지의 처리 과정은 접수번호로 계속 확인하실 수 있습니다.

{object}`,
  },
  'complaint.withdrawn.v1/CITIZEN': {
    subject: '[취하 {receipt}] 민원이 취하되었습니다',
    body: `요청하신 대로 민원이 취하되었습니다.

접수번호: {receipt}
담당 부서: {department}

더 이상의 처리는 하지 않습니다. 필요하시면 언제든지 다시 신청하여 주십시오.

{object}`,
  },
  'complaint.withdrawn.v1/OFFICER': {
    subject: '[취하 {receipt}] 민원인이 취하하였습니다',
    body: `민원인의 요청으로 민원이 취하되었습니다.

접수번호: {receipt}
담당 부서: {department}

처리를 마쳐 주십시오.`,
  },
} as const satisfies Texts;
