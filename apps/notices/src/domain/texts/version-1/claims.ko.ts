import type { Texts } from '../template-set';

export const claims = {
  'complaint.fault-confirmed.v1/CITIZEN': {
    subject: '[민원 {receipt}] 저희의 잘못을 확인하였습니다',
    body: `귀하의 민원을 처리하면서 있었던 일을 살펴, 저희의 잘못을 확인하였습니다. 깊이 사과드립니다.

접수번호: {receipt}
담당 부서: {department}
확인한 일: {fault}

헌장에 보상 기준이 있으면 따로 신청하지 않으셔도 보상 절차가 시작되며, 그때 다시 알려 드립니다.

처리에 이의가 있으시면 헌장에 따라 언제든지 말씀하실 수 있습니다. (문의: 120)`,
  },
  'complaint.fault-confirmed.v1/OFFICER': {
    subject: '[민원 {receipt}] 부서의 잘못이 확인되었습니다',
    body: `부서장 또는 민원심사관이 이 민원의 처리에 잘못이 있었음을 확인하였습니다.

접수번호: {receipt}
담당 부서: {department}
확인한 일: {fault}

같은 일이 되풀이되지 않도록 바로잡아 주십시오. 보상 기준이 있으면 보상 절차가 시작됩니다.`,
  },
  'claim.opened.v1/CITIZEN': {
    subject: '[보상 {receipt}] 서비스 보상 절차가 시작되었습니다',
    body: `시가 헌장의 약속을 지키지 못한 일이 있어 보상 절차를 시작하였습니다. 불편을 드려 죄송합니다.

접수번호: {receipt}
담당 부서: {department}
보상 예정 금액: {amount}
결정 기한: {due}

따로 신청하지 않으셔도 됩니다. 검토가 끝나는 대로 결과를 알려 드리겠습니다.

결과에 이의가 있으시면 통지를 받으신 뒤 이의를 신청하실 수 있습니다. (문의: 120)`,
  },
  'claim.filed.v1/CITIZEN': {
    subject: '[보상 {receipt}] 보상 청구를 접수하였습니다',
    body: `청구하신 서비스 보상을 접수하였습니다.

접수번호: {receipt}
담당 부서: {department}
보상 예정 금액: {amount}
결정 기한: {due}

한 사람이 검토하고 다른 사람이 결정하며, 결과를 알려 드리겠습니다.

결과에 이의가 있으시면 통지를 받으신 뒤 이의를 신청하실 수 있습니다. (문의: 120)`,
  },
  'claim.filed.v1/OFFICER': {
    subject: '[보상 {receipt}] 검토할 보상 청구가 들어왔습니다',
    body: `민원인이 서비스 보상을 청구하였습니다.

접수번호: {receipt}
담당 부서: {department}
보상 예정 금액: {amount}
결정 기한: {due}

청구 내용과 증빙을 확인하고 검토 결과를 적어 주십시오. 결정은 다른 사람이 합니다.`,
  },
  'claim.reviewed.v1/MANAGER': {
    subject: '[보상 {receipt}] 결정할 보상 청구가 있습니다',
    body: `보상 청구의 검토가 끝났습니다.

접수번호: {receipt}
담당 부서: {department}
보상 금액: {amount}

검토 결과를 읽고 승인하거나 거절하여 주십시오. 검토한 사람은 결정할 수 없습니다.`,
  },
  'claim.approved.v1/CITIZEN': {
    subject: '[보상 {receipt}] 보상을 지급하기로 결정하였습니다',
    body: `약속을 지키지 못하여 진심으로 사과드립니다. 헌장에 따라 보상을 지급하기로 결정하였습니다.

접수번호: {receipt}
담당 부서: {department}
보상 금액: {amount}

현금 보상은 등록하신 계좌로 그 달 마지막 근무일에 보내 드립니다. 계좌를 아직 알려 주지 않으셨으면 등록하여 주십시오. 상품권과 지역화폐는 담당 부서에서 드립니다. 지급되면 알려 드리겠습니다. 같은 일이 다시 생기지 않도록 바로잡겠습니다.

결정에 이의가 있으시면 헌장에 따라 언제든지 말씀하실 수 있습니다. (문의: 120)`,
  },
  'claim.apologised.v1/CITIZEN': {
    subject: '[보상 {receipt}] 사과 및 시정 공문을 보내 드립니다',
    body: `지키지 못한 약속과 바로잡는 일, 보상 내용을 적은 사과 및 시정 공문을 보내 드립니다. 다시 한번 사과드립니다.

접수번호: {receipt}
담당 부서: {department}
보상 금액: {amount}

공문은 보상 청구 화면에서 읽고 PDF로 내려받으실 수 있습니다. 내려받는 주소는 5분 동안 쓰실 수 있으며, 언제든지 다시 받으실 수 있습니다.

내용에 이의가 있으시면 공문에 적힌 담당자에게 언제든지 말씀하실 수 있습니다. (문의: 120)`,
  },
  'claim.refused.v1/CITIZEN': {
    subject: '[보상 {receipt}] 보상을 지급하지 않기로 결정하였습니다',
    body: `서비스 보상을 검토하였으나 지급하지 않기로 결정하였습니다. 뜻에 따르지 못하여 송구합니다.

접수번호: {receipt}
담당 부서: {department}
이의신청 기한: {objectUntil}

[이유]
{reason}

이의신청 기한이 적혀 있으면 그때까지 한 번 이의를 신청하실 수 있으며, 다른 사람이 다시 결정합니다.

이와 별도로 국민권익위원회나 시민고충처리위원회에 고충민원을 신청하실 수 있습니다. (문의: 120)`,
  },
  'claim.revoked.v1/CITIZEN': {
    subject: '[보상 {receipt}] 보상을 다시 결정하게 되었습니다',
    body: `알려 드린 보상 결정에 바로잡을 점이 있어 다시 결정하게 되었습니다. 혼란을 드려 죄송합니다.

접수번호: {receipt}
담당 부서: {department}

결정되는 대로 다시 알려 드리겠습니다. 따로 하실 일은 없습니다.

결과에 이의가 있으시면 통지를 받으신 뒤 이의를 신청하실 수 있습니다. (문의: 120)`,
  },
  'claim.paid.v1/CITIZEN': {
    subject: '[보상 {receipt}] 보상을 지급하였습니다',
    body: `보상을 등록하신 계좌로 보내 드렸습니다. 다시 한번 사과드립니다.

접수번호: {receipt}
담당 부서: {department}
보상 금액: {amount}

이것으로 보상 절차가 끝납니다. 입금되지 않았으면 담당 부서로 알려 주십시오.

이의가 있으시면 헌장에 따라 언제든지 말씀하실 수 있습니다. (문의: 120)`,
  },
  'claim.returned.v1/CITIZEN': {
    subject: '[보상 {receipt}] 보상을 보내지 못하였습니다',
    body: `보상을 보내 드리려 하였으나 은행에서 처리되지 않았습니다.

접수번호: {receipt}
담당 부서: {department}
보상 금액: {amount}

계좌를 확인하여 다시 등록하여 주십시오. 다음 지급 때 다시 보내 드리며, 보상을 받으실 권리는 그대로입니다.

이의가 있으시면 헌장에 따라 언제든지 말씀하실 수 있습니다. (문의: 120)`,
  },
  'claim.handed-over.v1/CITIZEN': {
    subject: '[보상 {receipt}] 보상을 지급하였습니다',
    body: `보상을 드렸습니다. 다시 한번 사과드립니다.

접수번호: {receipt}
담당 부서: {department}
지급 방법: {thing}
보상 금액: {amount}

이것으로 보상 절차가 끝납니다. 받지 못하셨으면 바로 담당 부서로 알려 주십시오.

이의가 있으시면 헌장에 따라 언제든지 말씀하실 수 있습니다. (문의: 120)`,
  },
  'claim.taken-back.v1/CITIZEN': {
    subject: '[보상 {receipt}] 드린 보상이 되돌아왔습니다',
    body: `보상으로 드린 것이 담당 부서로 되돌아왔습니다.

접수번호: {receipt}
담당 부서: {department}
지급 방법: {thing}
보상 금액: {amount}

담당 부서에서 연락드려 다시 지급하며, 보상을 받으실 권리는 그대로입니다.

이의가 있으시면 헌장에 따라 언제든지 말씀하실 수 있습니다. (문의: 120)`,
  },
  'claim.objected.v1/CITIZEN': {
    subject: '[보상 {receipt}] 이의신청을 접수하였습니다',
    body: `보상 거절에 대한 이의신청을 접수하였습니다.

접수번호: {receipt}
담당 부서: {department}
결정 기한: {due}

처음에 거절하지 않은 다른 사람이 다시 결정하며, 결과를 알려 드리겠습니다.

결과에 동의하지 않으시면 행정심판이나 고충민원을 따로 제기하실 수 있습니다. (문의: 120)`,
  },
  'claim.objected.v1/MANAGER': {
    subject: '[보상 {receipt}] 보상 거절에 이의신청이 들어왔습니다',
    body: `민원인이 보상 거절에 이의를 신청하였습니다.

접수번호: {receipt}
담당 부서: {department}
결정 기한: {due}

다시 검토하게 하여 주십시오. 처음에 거절한 사람은 결정할 수 없습니다.`,
  },
  'claim.task-due-soon.v1/OFFICER': {
    subject: '[보상 {receipt}] 보상 결정 기한이 다가옵니다',
    body: `아래 일의 기한이 다가옵니다.

할 일: {task}
접수번호: {receipt}
담당 부서: {department}
기한: {due}

기한 안에 검토하고 결정을 받아 주십시오.`,
  },
  'claim.task-overdue.v1/CITIZEN': {
    subject: '[보상 {receipt}] 보상 결정이 늦어지고 있습니다',
    body: `약속드린 기한까지 보상을 결정하지 못하여 죄송합니다.

접수번호: {receipt}
담당 부서: {department}
지난 기한: {due}

부서장에게 지연을 알렸으며, 결정되는 대로 알려 드리겠습니다.

이의가 있으시면 헌장에 따라 언제든지 말씀하실 수 있습니다. (문의: 120)`,
  },
  'claim.task-overdue.v1/OFFICER': {
    subject: '[보상 {receipt}] 보상 결정 기한이 지났습니다',
    body: `아래 일의 기한이 지났습니다.

할 일: {task}
접수번호: {receipt}
담당 부서: {department}
지난 기한: {due}

지체 없이 마쳐 주십시오. 부서장께도 지연을 알렸습니다.`,
  },
  'claim.task-overdue.v1/MANAGER': {
    subject: '[보상 {receipt}] 보상 결정 기한이 지났습니다',
    body: `아래 일의 기한이 지났습니다.

할 일: {task}
접수번호: {receipt}
담당 부서: {department}
지난 기한: {due}

검토와 결정을 서둘러 주십시오.`,
  },
  'claim.task-escalated.v1/MANAGER': {
    subject: '[보상 {receipt}] 보상 결정이 계속 늦어지고 있습니다',
    body: `아래 일이 기한이 지난 뒤에도 끝나지 않았습니다.

할 일: {task}
접수번호: {receipt}
담당 부서: {department}
지난 기한: {due}

검토와 결정을 서둘러 주십시오.`,
  },
  'claim.task-escalated.v1/AUDITOR': {
    subject: '[보상 {receipt}] 보상 결정이 계속 늦어지고 있습니다',
    body: `아래 일이 기한이 지난 뒤에도 끝나지 않았습니다.

할 일: {task}
접수번호: {receipt}
담당 부서: {department}
지난 기한: {due}

까닭을 확인하여 주십시오.`,
  },
  'claim.date-moved.v1/CITIZEN': {
    subject: '[보상 {receipt}] 보상 결정 기한이 바뀌었습니다',
    body: `공휴일이 바뀌어 보상을 결정하는 기한이 달라졌습니다.

접수번호: {receipt}
담당 부서: {department}
새 기한: {due}
이전 기한: {previousDue}
사유: {reason}

결정되는 대로 알려 드리겠습니다.

결과에 이의가 있으시면 통지를 받으신 뒤 이의를 신청하실 수 있습니다. (문의: 120)`,
  },
  'claim.date-moved.v1/OFFICER': {
    subject: '[보상 {receipt}] 보상 결정 기한이 바뀌었습니다',
    body: `공휴일이 바뀌어 보상을 결정하는 기한이 달라졌습니다.

접수번호: {receipt}
담당 부서: {department}
새 기한: {due}
이전 기한: {previousDue}
사유: {reason}

새 기한 안에 결정을 받아 주십시오.`,
  },
} as const satisfies Texts;
