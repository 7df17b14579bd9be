import type { TemplateSet } from './template-set';

const OBJECT = `처리에 이의가 있으시면 헌장에 따라 언제든지 이의신청을 하실 수 있습니다. 법정민원을 거부하는 처분에 대해서는 통지를 받으신 날부터 60일 안에 하실 수 있습니다. (문의: 120)`;

/** 합쇼체. Dates bring their own “까지”, so that no particle depends on them. */
export const ko: TemplateSet = {
  salutation: '{name} 님, 안녕하십니까. 부산광역시입니다.',
  signature: '감사합니다.\n부산광역시 행정서비스헌장 담당 드림\n이 메일은 발신 전용입니다. 문의: 120',
  readMore: '확인하기',
  promises: { STATUTORY: '법정 처리기한', CHARTER: '헌장의 단축 처리기한' },
  noDue: '진행이 멈춘 상태입니다. 다시 시작되면 새 기한을 알려 드립니다.',
  noPreviousDue: '진행이 멈춘 상태였습니다.',
  notices: {
    'complaint.filed.v1/CITIZEN': {
      subject: '[접수 {receipt}] 민원이 접수되었습니다',
      body: `신청하신 민원이 접수되었습니다.

접수번호: {receipt}
담당 부서: {department}
답변 약속(헌장의 단축 처리기한): {charterDue}
법정 처리기한: {due}

담당 부서가 내용을 살펴본 뒤 약속한 기한까지 답변드리겠습니다. 담당자가 정해지거나 기한이 바뀌면 곧바로 알려 드리겠습니다.

${OBJECT}`,
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

${OBJECT}`,
    },
    'complaint.assigned.v1/OFFICER': {
      subject: '[지정 {receipt}] 담당 민원으로 지정되었습니다',
      body: `민원의 담당자로 지정되셨습니다.

접수번호: {receipt}
담당 부서: {department}

내용과 처리기한을 확인하시고 기한 안에 처리하여 주십시오.`,
    },
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

민원심사관이 담당 부서에 처리를 독촉하였으며, 처리되는 대로 알려 드리겠습니다. 보상 기준에 해당하면 따로 신청하지 않으셔도 보상 절차가 시작됩니다.

${OBJECT}`,
    },
    'complaint.overdue.v1/OFFICER': {
      subject: '[기한 초과 {receipt}] {promise}을 넘겼습니다',
      body: `민원이 기한을 넘겼습니다.

접수번호: {receipt}
담당 부서: {department}
{promise}: {due}

지체 없이 처리하여 주십시오. 민원인께 지연을 안내하였으며, 부서장께 독촉장을 보냈습니다.`,
    },
    'complaint.overdue.v1/MANAGER': {
      subject: '[독촉장 {receipt}] 처리기한을 넘긴 민원이 있습니다',
      body: `귀 부서의 민원이 기한 안에 처리되지 않아 민원심사관이 처리를 독촉합니다.

접수번호: {receipt}
담당 부서: {department}
넘긴 기한({promise}): {due}

즉시 처리하도록 조치하여 주시기 바랍니다. 지연이 계속되면 감사 부서에 통보됩니다.`,
    },
    'complaint.escalated.v1/MANAGER': {
      subject: '[재독촉 {receipt}] 지연이 계속되고 있습니다',
      body: `독촉한 뒤에도 귀 부서의 민원이 처리되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
넘긴 기한({promise}): {due}

즉시 처리하고 지연 사유를 확인하여 주시기 바랍니다. 이 지연은 민원심사관에게 보고되었습니다.`,
    },
    'complaint.escalated.v1/AUDITOR': {
      subject: '[지연 보고 {receipt}] 독촉 후에도 처리되지 않은 민원입니다',
      body: `독촉한 뒤에도 민원이 처리되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
넘긴 기한({promise}): {due}

부서장에게 다시 독촉하였습니다. 점검 대상에 포함하여 주시기 바랍니다.`,
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

${OBJECT}`,
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
    'complaint.answered.v1/CITIZEN': {
      subject: '[답변 {receipt}] 민원에 답변드렸습니다',
      body: `신청하신 민원에 답변을 등록하였습니다.

접수번호: {receipt}
담당 부서: {department}

내용을 확인하여 주십시오. 만족도 조사를 따로 보내 드리오니, 의견을 들려주시면 더 나은 서비스로 보답하겠습니다.

${OBJECT}`,
    },
    'complaint.withdrawn.v1/CITIZEN': {
      subject: '[취하 {receipt}] 민원이 취하되었습니다',
      body: `요청하신 대로 민원이 취하되었습니다.

접수번호: {receipt}
담당 부서: {department}

더 이상의 처리는 하지 않습니다. 필요하시면 언제든지 다시 신청하여 주십시오. (문의: 120)`,
    },
    'complaint.withdrawn.v1/OFFICER': {
      subject: '[취하 {receipt}] 민원인이 취하하였습니다',
      body: `민원인의 요청으로 민원이 취하되었습니다.

접수번호: {receipt}
담당 부서: {department}

처리를 마쳐 주십시오.`,
    },
    'claim.opened.v1/CITIZEN': {
      subject: '[보상 {receipt}] 서비스 보상 절차가 시작되었습니다',
      body: `약속한 기한을 지키지 못하여 헌장에 따른 보상 절차를 시작하였습니다.

접수번호: {receipt}
담당 부서: {department}
보상 예정 금액: {amount}

따로 신청하지 않으셔도 됩니다. 검토가 끝나는 대로 결과를 알려 드리겠습니다.

결과에 이의가 있으시면 통지를 받으신 뒤 이의를 신청하실 수 있습니다. (문의: 120)`,
    },
    'survey.invited.v1/CITIZEN': {
      subject: '[만족도 조사 {receipt}] 처리 결과에 만족하셨습니까?',
      body: `민원 처리가 어떠하였는지 의견을 듣고자 합니다.

접수번호: {receipt}
평가받는 부서: {department}
응답 기한: {expires}

응답은 누가 하였는지 알 수 없게 처리되며, 부서의 서비스 점수에 반영됩니다.`,
    },
    'proposal.submitted.v1/CITIZEN': {
      subject: '[제안] 제안이 접수되었습니다',
      body: `시정에 관심을 가지고 제안해 주셔서 감사합니다. 제안이 접수되어 공개되었습니다.

담당 부서: {department}

다른 시민들이 공감할 수 있으며, 접수된 날부터 한 달 안에(한 차례 연장될 수 있습니다) 담당 부서의 검토 결과를 알려 드리겠습니다. 결과에 이의가 있으실 때의 절차는 결과와 함께 안내해 드립니다. (문의: 120)`,
    },
  },
};
