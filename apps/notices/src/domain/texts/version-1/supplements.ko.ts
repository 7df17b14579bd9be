import type { Texts } from '../template-set';

export const supplements = {
  'complaint.supplement-due-soon.v1/CITIZEN': {
    subject: '[보완 기한 임박 {receipt}] 보완 기한이 다가옵니다',
    body: `부탁드린 보완의 기한이 다가오고 있습니다.

접수번호: {receipt}
담당 부서: {department}
보완 기한: {due}

[보완하실 내용]
{supplement}

보완해 주시면 처리기간이 다시 흐르고 처리를 이어 갑니다. 시간이 더 필요하시면 기한이 지나기 전에 두 번까지 연장을 요청하실 수 있습니다.

{object}`,
  },
  'complaint.supplement-extended.v1/CITIZEN': {
    subject: '[보완 기한 변경 {receipt}] 보완 기한이 바뀌었습니다',
    body: `부탁드린 보완의 기한이 바뀌었습니다.

접수번호: {receipt}
담당 부서: {department}
종전 기한: {previousDue}
새 기한: {due}

[보완하실 내용]
{supplement}

새 기한까지 보완해 주시면 처리를 이어 갑니다. 그동안 처리기간은 멈추어 있습니다.

{object}`,
  },
  'complaint.supplement-extended.v1/OFFICER': {
    subject: '[보완 기한 변경 {receipt}] 보완 기한이 바뀌었습니다',
    body: `민원인께 요청한 보완의 기한이 바뀌었습니다.

접수번호: {receipt}
담당 부서: {department}
종전 기한: {previousDue}
새 기한: {due}

보완이 들어오면 알려 드립니다. 그동안 처리기간은 멈추어 있습니다.`,
  },
  'complaint.supplement-given.v1/CITIZEN': {
    subject: '[보완 접수 {receipt}] 보완하신 내용을 받았습니다',
    body: `보완하신 내용을 받았습니다. 감사합니다.

접수번호: {receipt}
담당 부서: {department}
법정 처리기한: {due}

담당 부서가 보완하신 내용을 살펴보고 처리를 이어 갑니다. 답변이 준비되면 곧바로 알려 드리겠습니다.

{object}`,
  },
  'complaint.supplement-given.v1/OFFICER': {
    subject: '[보완 접수 {receipt}] 보완이 들어왔습니다',
    body: `요청한 보완이 들어와 처리기간이 다시 흐릅니다.

접수번호: {receipt}
담당 부서: {department}
법정 처리기한: {due}

보완된 내용을 확인하고 기한 안에 처리하여 주십시오.`,
  },
  'complaint.supplement-overdue.v1/CITIZEN': {
    subject: '[보완 기한 지남 {receipt}] 보완하실 내용을 아직 받지 못하였습니다',
    body: `부탁드린 보완의 기한이 지났으나 아직 받지 못하였습니다.

접수번호: {receipt}
담당 부서: {department}
보완 기한: {due}

[보완하실 내용]
{supplement}

지금이라도 보완하실 수 있습니다. 보완되지 않으면, 첫 번째 요청인 경우에는 10일을 정하여 한 번 더 요청드리고 두 번째 요청인 경우에는 민원을 돌려드릴 수 있습니다(반려).

{object}`,
  },
  'complaint.supplement-overdue.v1/OFFICER': {
    subject: '[보완 기한 지남 {receipt}] 보완이 들어오지 않았습니다',
    body: `민원인께 요청한 보완의 기한이 지났습니다.

접수번호: {receipt}
담당 부서: {department}
보완 기한: {due}

첫 번째 요청이었으면 10일을 정하여 다시 요청하고, 두 번째 요청이었으면 반려할 수 있습니다. 민원인께도 기한이 지났음을 알렸습니다.`,
  },
  'complaint.supplement-requested.v1/CITIZEN': {
    subject: '[보완 요청 {receipt}] 자료를 보완하여 주십시오',
    body: `신청하신 민원을 처리하는 데 더 필요한 것이 있어 보완을 부탁드립니다.
{apology}

접수번호: {receipt}
담당 부서: {department}
보완 기한: {due}

[보완하실 내용]
{supplement}

보완하시는 동안 처리기간은 멈추며, 보완해 주시면 다시 흐릅니다. 시간이 더 필요하시면 기한이 지나기 전에 두 번까지 연장을 요청하실 수 있습니다. {supplementNext}

{object}`,
  },
} as const satisfies Texts;
