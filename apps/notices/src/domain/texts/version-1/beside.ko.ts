import type { Texts } from '../template-set';

export const beside = {
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

응답은 누가 하였는지 알 수 없게 처리되며, 부서의 서비스 점수에 반영됩니다.

{object}`,
  },
  'proposal.submitted.v1/CITIZEN': {
    subject: '[제안] 제안이 접수되었습니다',
    body: `시정에 관심을 가지고 제안해 주셔서 감사합니다. 제안이 접수되어 공개되었습니다.

담당 부서: {department}

다른 시민들이 공감할 수 있으며, 접수된 날부터 한 달 안에(한 차례 연장될 수 있습니다) 담당 부서의 검토 결과를 알려 드리겠습니다.

결과에 이의가 있으실 때의 절차는 결과와 함께 안내해 드립니다. (문의: 120)`,
  },
  'proposal.opened-from-complaint.v1/CITIZEN': {
    subject: '[제안] 보내 주신 민원이 제안으로 접수되었습니다',
    body: `보내 주신 내용이 제안으로 접수되었습니다. 민원의 공개에 동의하지 않으셨다면, 따로 동의하시기 전에는 다른 시민에게 공개되지 않습니다.

담당 부서: {department}

접수된 날부터 한 달 안에(한 차례 연장될 수 있습니다) 담당 부서의 검토 결과를 알려 드리겠습니다. 공개에 동의하시면 다른 시민들이 공감할 수 있습니다.

결과에 이의가 있으실 때의 절차는 결과와 함께 안내해 드립니다. (문의: 120)`,
  },
} as const satisfies Texts;
