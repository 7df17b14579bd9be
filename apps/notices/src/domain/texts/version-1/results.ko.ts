import type { Texts } from '../template-set';

export const results = {
  'complaint.answered.v1/CITIZEN': {
    subject: '[답변 {receipt}] 민원에 답변드렸습니다',
    body: `신청하신 민원에 답변을 등록하였습니다.

접수번호: {receipt}
담당 부서: {department}

내용을 확인하여 주십시오. 만족도 조사를 따로 보내 드리오니, 의견을 들려주시면 더 나은 서비스로 보답하겠습니다.

{object}`,
  },
  'complaint.rejected.v1/CITIZEN': {
    subject: '[처리 결과 {receipt}] 신청하신 내용을 받아들이지 못하였습니다',
    body: `신청하신 내용을 검토하였으나 받아들이지 못하였습니다. 뜻에 따르지 못하여 송구합니다.

접수번호: {receipt}
담당 부서: {department}
법정 이의신청 기한: {objectUntil}

[이유]
{reason}

이의를 제기하지 않으시면 처리는 이것으로 끝납니다. 결과에 대한 의견은 민원 화면에 남기실 수 있습니다. (문의: 120)

[이의를 제기하시는 방법]
{remedies}`,
  },
  'complaint.returned.v1/CITIZEN': {
    subject: '[반려 {receipt}] 보완되지 않아 민원을 돌려드립니다',
    body: `두 차례 부탁드린 보완이 이루어지지 않아 민원을 돌려드립니다(반려).

접수번호: {receipt}
담당 부서: {department}

[이유]
{reason}

처리는 이것으로 끝납니다. 자료를 갖추어 언제든지 다시 신청하실 수 있습니다.

{object}`,
  },
  'complaint.closed-as-repeat.v1/CITIZEN': {
    subject: '[종결 {receipt}] 같은 내용의 민원이어서 종결하였습니다',
    body: `같은 내용의 민원에 이미 두 번 이상 결과를 알려 드려, 민원 처리에 관한 법률 제23조에 따라 종결하였습니다.

접수번호: {receipt}
담당 부서: {department}

[이유]
{reason}

이 민원에는 따로 답변드리지 않습니다. 새로운 사실이나 자료가 있으면 언제든지 다시 신청하여 주십시오.

{object}`,
  },
  'complaint.converted.v1/CITIZEN': {
    subject: '[제안 전환 {receipt}] 보내 주신 내용을 제안으로 다룹니다',
    body: `보내 주신 내용은 시정을 더 낫게 하는 제안으로 다루는 것이 알맞아 제안으로 넘겼습니다.

접수번호: {receipt}
담당 부서: {department}

[이유]
{reason}

민원으로서의 처리는 여기서 끝나고, 앞으로는 제안 절차에 따라 검토합니다. 제안이 접수되면 따로 알려 드리겠습니다.

{object}`,
  },
  'complaint.reopened.v1/CITIZEN': {
    subject: '[재처리 {receipt}] 민원을 다시 처리합니다',
    body: `이의신청이 받아들여져 민원을 다시 처리합니다.

접수번호: {receipt}
담당 부서: {department}
법정 처리기한: {due}

[이유]
{reason}

위 기한까지 다시 답변드리겠습니다.

{object}`,
  },
  'complaint.reopened.v1/OFFICER': {
    subject: '[재처리 {receipt}] 다시 처리할 민원입니다',
    body: `이의신청이 받아들여져 민원을 다시 처리하게 되었습니다.

접수번호: {receipt}
담당 부서: {department}
법정 처리기한: {due}

[이유]
{reason}

결정의 이유를 읽고 기한 안에 다시 처리하여 주십시오.`,
  },
  'complaint.opinion-given.v1/OFFICER': {
    subject: '[결과 의견 {receipt}] 민원인이 결과에 의견을 남겼습니다',
    body: `{opinion}

접수번호: {receipt}
담당 부서: {department}

의견을 읽고 앞으로의 처리에 반영하여 주십시오.`,
  },
} as const satisfies Texts;
