import type { Texts } from '../template-set';

export const periods = {
  'complaint.suspended.v1/CITIZEN': {
    subject: '[절차 안내 {receipt}] 처리에 필요한 절차를 진행합니다',
    body: `신청하신 민원을 처리하는 데 필요한 절차를 진행하고 있습니다.

접수번호: {receipt}
담당 부서: {department}
절차: {suspension}
끝낼 기한: {due}

[이유]
{reason}

이 절차를 하는 동안 처리기간은 멈춥니다. 끝나면 결과와 새 처리기한을 알려 드리겠습니다.

{object}`,
  },
  'complaint.resumed.v1/CITIZEN': {
    subject: '[절차 종료 {receipt}] 처리기간이 다시 흐릅니다',
    body: `민원을 처리하는 데 필요한 절차가 끝나 처리를 이어 갑니다.

접수번호: {receipt}
담당 부서: {department}
끝난 절차: {suspension}
법정 처리기한: {due}

[절차의 결과]
{result}

결과를 바탕으로 처리를 이어 가며, 답변이 준비되면 곧바로 알려 드리겠습니다.

{object}`,
  },
  'complaint.extended.v1/CITIZEN': {
    subject: '[기간 연장 {receipt}] 처리기간이 연장되었습니다',
    body: `{extended}

접수번호: {receipt}
담당 부서: {department}
종전 기한: {previousDue}
새 기한: {due}

[연장 사유]
{reason}

새 기한까지 답변드리겠습니다. 처음 안내해 드린 날짜도 함께 보관됩니다.

{object}`,
  },
  'complaint.extended.v1/OFFICER': {
    subject: '[기간 연장 {receipt}] 처리기간이 연장되었습니다',
    body: `민원의 처리기간이 연장되었습니다.

접수번호: {receipt}
담당 부서: {department}
종전 기한: {previousDue}
새 기한: {due}

민원인께도 사유와 새 기한을 알렸습니다. 새 기한 안에 처리하여 주십시오.`,
  },
  'complaint.extension-declined.v1/CITIZEN': {
    subject: '[기한 유지 {receipt}] 처리기한이 그대로 유지됩니다',
    body: `재연장에 동의하지 않으셔서 처리기간을 더 연장하지 않습니다.

접수번호: {receipt}
담당 부서: {department}
법정 처리기한: {due}

담당 부서가 처리를 이어 가며, 답변이 준비되면 곧바로 알려 드리겠습니다.

{object}`,
  },
  'complaint.extension-declined.v1/OFFICER': {
    subject: '[기한 유지 {receipt}] 민원인이 재연장에 동의하지 않았습니다',
    body: `민원인이 처리기간의 재연장에 동의하지 않아 기한이 그대로 유지됩니다.

접수번호: {receipt}
담당 부서: {department}
법정 처리기한: {due}

기한 안에 처리하여 주십시오.`,
  },
  'complaint.extension-proposed.v1/CITIZEN': {
    subject: '[연장 동의 요청 {receipt}] 처리기간의 재연장에 동의하시는지 여쭙니다',
    body: `처리에 시간이 더 필요하여, 처리기간을 한 번 더 연장하는 데 동의하시는지 여쭙니다.

접수번호: {receipt}
담당 부서: {department}
지금의 법정 처리기한: {due}
연장하려는 기간: {extension}

[연장 사유]
{reason}

지금의 기한이 지나기 전에 동의하시는지 알려 주십시오. 동의하시면 새 기한을 알려 드리고, 동의하지 않으시거나 답이 없으시면 지금의 기한이 그대로 유지됩니다.

{object}`,
  },
  'complaint.interim-reported.v1/CITIZEN': {
    subject: '[중간 통지 {receipt}] 처리 상황을 알려 드립니다',
    body: `신청하신 민원이 어디까지 처리되었는지 알려 드립니다.

접수번호: {receipt}
담당 부서: {department}
법정 처리기한: {due}

[처리 상황]
{progress}

답변이 준비되면 곧바로 알려 드리겠습니다. 처리가 더 길어지면 30일마다, 그리고 요청하실 때 처리 상황을 다시 알려 드립니다.

{object}`,
  },
  'complaint.interim-requested.v1/CITIZEN': {
    subject: '[처리 상황 요청 {receipt}] 처리 상황을 알려 드리겠습니다',
    body: `민원의 처리 상황을 알려 달라는 요청을 받았습니다.

접수번호: {receipt}
담당 부서: {department}
알려 드릴 기한: {due}

담당 부서가 위 기한까지 처리 상황을 알려 드리겠습니다.

{object}`,
  },
  'complaint.interim-requested.v1/OFFICER': {
    subject: '[중간 통지 요청 {receipt}] 민원인이 처리 상황을 물었습니다',
    body: `민원인이 처리 상황의 통지를 요청하였습니다.

접수번호: {receipt}
담당 부서: {department}
알릴 기한: {due}

기한 안에 어디까지 처리되었고 언제 끝나는지 알려 주십시오.`,
  },
} as const satisfies Texts;
