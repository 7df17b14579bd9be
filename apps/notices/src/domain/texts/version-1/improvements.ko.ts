import type { Texts } from '../template-set';

export const improvements = {
  'improvement.opened.v1/CITIZEN': {
    subject: '[개선과제] 보내 주신 의견이 개선과제가 되었습니다',
    body: `보내 주신 {source}에서 시작하여 개선과제를 열었습니다. 시정을 함께 살펴 주셔서 감사합니다.

개선과제: {title}
담당 부서: {department}
추진 기한: {due}

추진 상황을 알려 드리고, 마치면 결과를 알려 드리겠습니다.

{objectImprovement}`,
  },
  'improvement.opened.v1/OFFICER': {
    subject: '[개선과제] 담당하실 개선과제가 열렸습니다',
    body: `담당하실 개선과제가 열렸습니다.

개선과제: {title}
담당 부서: {department}
계기: {origin}
추진 기한: {due}

추진 계획을 세우고 기한 안에 마쳐 주십시오.`,
  },
  'improvement.opened.v1/MANAGER': {
    subject: '[개선과제] 담당자를 지정할 개선과제가 열렸습니다',
    body: `부서의 개선과제가 열렸습니다. 아직 담당자가 없습니다.

개선과제: {title}
담당 부서: {department}
계기: {origin}
추진 기한: {due}

담당자를 지정해 주십시오.`,
  },
  'improvement.assigned.v1/OFFICER': {
    subject: '[개선과제] 개선과제를 맡게 되셨습니다',
    body: `부서장이 개선과제의 담당자로 지정하였습니다.

개선과제: {title}
담당 부서: {department}
계기: {origin}
추진 기한: {due}

추진 상황을 확인하고 기한 안에 마쳐 주십시오.`,
  },
  'improvement.progressed.v1/CITIZEN': {
    subject: '[개선과제] 추진 상황을 알려 드립니다',
    body: `보내 주신 {source}에서 시작한 개선과제의 추진 상황을 알려 드립니다.

개선과제: {title}
담당 부서: {department}
추진율: {percent}

[추진 상황]
{reason}

이어서 추진하고, 마치면 결과를 알려 드리겠습니다.

{objectImprovement}`,
  },
  'improvement.completed.v1/CITIZEN': {
    subject: '[개선과제] 개선과제를 마쳤습니다',
    body: `보내 주신 {source}에서 시작한 개선과제를 마쳤습니다.
{lateResult}

개선과제: {title}
담당 부서: {department}

[추진 결과]
{reason}

이 과제는 이것으로 마칩니다. 달라진 점이 느껴지지 않으시면 담당 부서에 알려 주십시오.

{objectImprovement}`,
  },
  'improvement.completed.v1/MANAGER': {
    subject: '[개선과제] 부서의 개선과제가 끝났습니다',
    body: `담당자가 개선과제를 마쳤습니다.
{lateResult}

개선과제: {title}
담당 부서: {department}
계기: {origin}

[추진 결과]
{reason}

아직 공개하지 않았으면 시민에게 공개할지 정하여 주십시오.`,
  },
  'improvement.cancelled.v1/CITIZEN': {
    subject: '[개선과제] 개선과제가 취소되었습니다',
    body: `보내 주신 {source}에서 시작한 개선과제를 취소하였습니다.

개선과제: {title}
담당 부서: {department}

[까닭]
{reason}

이 과제는 더 추진하지 않습니다.

{objectImprovement}`,
  },
  'improvement.cancelled.v1/OFFICER': {
    subject: '[개선과제] 담당하신 개선과제가 취소되었습니다',
    body: `부서장이 개선과제를 취소하였습니다.

개선과제: {title}
담당 부서: {department}
계기: {origin}

[까닭]
{reason}

이 과제는 더 추진하지 않으셔도 됩니다.`,
  },
  'improvement.date-moved.v1/CITIZEN': {
    subject: '[개선과제 기한 변경] 추진 기한이 바뀌었습니다',
    body: `보내 주신 {source}에서 시작한 개선과제의 추진 기한이 바뀌었습니다.

개선과제: {title}
담당 부서: {department}
바뀌기 전: {previousDue}
바뀐 뒤: {due}
까닭: {reason}

바뀐 기한까지 마치고 결과를 알려 드리겠습니다.

{objectImprovement}`,
  },
  'improvement.date-moved.v1/OFFICER': {
    subject: '[개선과제 기한 변경] 추진 기한이 바뀌었습니다',
    body: `담당하신 개선과제의 추진 기한이 바뀌었습니다.

개선과제: {title}
담당 부서: {department}
바뀌기 전: {previousDue}
바뀐 뒤: {due}
까닭: {reason}

바뀐 기한 안에 마쳐 주십시오.`,
  },
  'improvement.due-soon.v1/OFFICER': {
    subject: '[개선과제] 추진 기한이 다가옵니다',
    body: `담당하신 개선과제의 추진 기한이 다가옵니다.

개선과제: {title}
담당 부서: {department}
추진 기한: {due}

기한 안에 마치고 결과를 입력해 주십시오. 어려우면 기한이 지나기 전에 부서장에게 연장을 요청해 주십시오.`,
  },
  'improvement.overdue.v1/OFFICER': {
    subject: '[개선과제 지연] 추진 기한이 지났습니다',
    body: `담당하신 개선과제의 추진 기한이 지났습니다.

개선과제: {title}
담당 부서: {department}
추진 기한: {due}

늦어진 까닭을 추진 상황에 적고 곧바로 마쳐 주십시오. 부서장께도 알렸습니다.`,
  },
  'improvement.overdue.v1/MANAGER': {
    subject: '[개선과제 지연] 부서의 개선과제가 늦어졌습니다',
    body: `부서의 개선과제가 추진 기한까지 끝나지 않았습니다.

개선과제: {title}
담당 부서: {department}
추진 기한: {due}

곧바로 마치게 하시거나, 까닭을 밝혀 과제를 취소해 주십시오.`,
  },
  'improvement.escalated.v1/MANAGER': {
    subject: '[개선과제 지연 계속] 개선과제가 아직 끝나지 않았습니다',
    body: `부서의 개선과제가 추진 기한이 지나도 끝나지 않았습니다.

개선과제: {title}
담당 부서: {department}
추진 기한: {due}

곧바로 마치게 해 주십시오. 이 지연은 감사 부서에도 알렸습니다.`,
  },
  'improvement.escalated.v1/AUDITOR': {
    subject: '[개선과제 지연 보고] 개선과제가 아직 끝나지 않았습니다',
    body: `개선과제가 추진 기한이 지나도 끝나지 않았습니다.

개선과제: {title}
담당 부서: {department}
추진 기한: {due}

부서장에게 다시 재촉하였습니다. 점검에 포함해 주십시오.`,
  },
} as const satisfies Texts;
