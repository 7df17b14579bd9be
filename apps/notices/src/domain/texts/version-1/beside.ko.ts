import type { Texts } from '../template-set';

export const beside = {
  'survey.invited.v1/CITIZEN': {
    subject: '[만족도 조사 {receipt}] 처리 결과에 만족하셨습니까?',
    body: `민원 처리가 어떠하였는지 의견을 듣고자 합니다.

접수번호: {receipt}
평가받는 부서: {department}
응답 기한: {expires}

응답은 누가 하였는지 알 수 없게 처리되며, 부서의 서비스 점수에 반영됩니다.

{object}`,
  },
  'survey.asked.v1/CITIZEN': {
    subject: '[설문] 시의 서비스에 대한 의견을 들려주십시오',
    body: `시의 행정서비스를 이용하신 분들 가운데 무작위로 뽑히거나 초대를 받으셨습니다.

설문: {title}
묻는 부서: {department}
응답 기한: {expires}

응답은 누가 하였는지 알 수 없게 처리되며, 결과는 누구나 볼 수 있게 공개합니다. 참여하지 않으셔도 불이익은 없습니다.

이 조사에 이의가 있으시면 120으로 말씀해 주십시오.`,
  },
  'survey.reminded.v1/CITIZEN': {
    subject: '[설문] 아직 응답하지 않으신 설문이 있습니다',
    body: `아직 응답하지 않으신 설문이 있어 다시 알려 드립니다.

설문: {title}
묻는 부서: {department}
응답 기한: {expires}

응답은 누가 하였는지 알 수 없게 처리됩니다. 참여하지 않으셔도 불이익은 없습니다.

이 조사에 이의가 있으시면 120으로 말씀해 주십시오.`,
  },
  'survey.task-overdue.v1/OFFICER': {
    subject: '[만족도 조사 지연] {task}',
    body: `만족도 조사의 한 단계가 기한이 지나도록 끝나지 않았습니다.

설문: {title}
단계: {task}
담당 부서: {department}
기한: {due}

막힌 까닭을 조사 화면에서 확인해 주십시오. 원인이 없어지면 이어서 진행됩니다.`,
  },
  'survey.task-overdue.v1/MANAGER': {
    subject: '[만족도 조사 지연] {task}',
    body: `만족도 조사의 한 단계가 기한이 지나도록 끝나지 않았습니다.

설문: {title}
단계: {task}
담당 부서: {department}
기한: {due}

막힌 까닭을 확인하게 하여 주십시오. 원인이 없어지면 이어서 진행됩니다.`,
  },
  'survey.date-moved.v1/OFFICER': {
    subject: '[만족도 조사] {task} 기한이 바뀌었습니다',
    body: `공휴일이 바뀌어 만족도 조사의 한 단계의 기한이 달라졌습니다.

설문: {title}
단계: {task}
담당 부서: {department}
새 기한: {due}
이전 기한: {previousDue}
사유: {reason}

따로 하실 일은 없습니다. 조사는 새 기한에 맞추어 진행됩니다.`,
  },
  'department.succeeded.v1/OFFICER': {
    subject: '[조직 개편] 폐지된 부서의 일이 우리 부서로 넘어왔습니다',
    body: `조직 개편에 따라 폐지된 부서의 일을 우리 부서가 이어서 합니다.

폐지된 부서: {previousDepartment}
승계 부서: {department}

끝나지 않은 민원, 제안, 보상, 개선과제와 그 기한이 그대로 넘어왔습니다. 부서의 목록에서 확인하고 기한 안에 처리하여 주십시오.`,
  },
  'department.succeeded.v1/MANAGER': {
    subject: '[조직 개편] 폐지된 부서의 일이 귀 부서로 넘어왔습니다',
    body: `조직 개편에 따라 폐지된 부서의 일을 귀 부서가 이어서 합니다.

폐지된 부서: {previousDepartment}
승계 부서: {department}

끝나지 않은 민원, 제안, 보상, 개선과제와 그 기한이 그대로 넘어왔습니다. 담당자가 함께 옮기지 않은 일은 새 담당자를 지정하여 주십시오.`,
  },
} as const satisfies Texts;
