import type { Texts } from '../template-set';

export const contests = {
  'contest.entered.v1/CITIZEN': {
    subject: '[공모전] 작품이 접수되었습니다',
    body: `공모전에 참가하셨습니다. 작품이 접수되었습니다.

공모전: {title}
담당 부서: {department}
고칠 수 있는 때: {due}

그때까지 제출하신 분이 작품을 고치거나 거두어들일 수 있습니다. 팀원으로 이름이 올랐으나 참가하지 않으시려면 팀에서 나가실 수 있습니다.

{objectContest}`,
  },
  'contest.judge-assigned.v1/CITIZEN': {
    subject: '[공모전] 심사위원으로 지정되셨습니다',
    body: `공모전의 심사위원으로 지정되셨습니다.

공모전: {title}
담당 부서: {department}

심사가 시작되면 알려 드립니다. 작품은 이름을 가리고 보여 드립니다. 이해관계가 있는 작품은 심사하지 말고 회피를 신청해 주십시오.

{objectContest}`,
  },
  'contest.judging-begun.v1/CITIZEN': {
    subject: '[공모전] 심사가 시작되었습니다',
    body: `접수가 마감되어 심사가 시작되었습니다.

공모전: {title}
담당 부서: {department}
심사 기한: {due}

모든 작품에 심사 기준마다 점수를 주십시오. 점수는 모두 모일 때까지 공개되지 않습니다.

{objectContest}`,
  },
  'contest.judging-due-soon.v1/CITIZEN': {
    subject: '[공모전] 심사 기한이 다가옵니다',
    body: `아직 점수를 주지 않으신 작품이 있습니다.

공모전: {title}
담당 부서: {department}
심사 기한: {due}

기한 안에 마쳐 주십시오. 마치지 않은 심사위원의 점수는 반영되지 않을 수 있습니다.

{objectContest}`,
  },
  'contest.judging-overdue.v1/OFFICER': {
    subject: '[공모전 지연] 심사가 끝나지 않았습니다',
    body: `심사 기한이 지났으나 심사를 마치지 않은 심사위원이 있습니다.

공모전: {title}
담당 부서: {department}
심사 기한: {due}

심사위원 절반을 넘게 마치면 순위가 공개됩니다. 심사를 재촉하거나 심사위원을 더 지정해 주십시오.`,
  },
  'contest.judging-overdue.v1/MANAGER': {
    subject: '[공모전 지연] 심사가 끝나지 않았습니다',
    body: `심사 기한이 지났으나 심사를 마치지 않은 심사위원이 있습니다.

공모전: {title}
담당 부서: {department}
심사 기한: {due}

심사를 마치게 하시거나, 까닭을 밝혀 공모전을 취소해 주십시오.`,
  },
  'contest.judging-escalated.v1/MANAGER': {
    subject: '[공모전 지연 계속] 심사가 아직 끝나지 않았습니다',
    body: `공모전의 심사가 아직 끝나지 않았습니다.

공모전: {title}
담당 부서: {department}
심사 기한: {due}

곧바로 마치게 해 주십시오. 이 지연은 감사 부서에도 알렸습니다.`,
  },
  'contest.judging-escalated.v1/AUDITOR': {
    subject: '[공모전 지연 보고] 심사가 아직 끝나지 않았습니다',
    body: `공모전의 심사가 기한이 지나도 끝나지 않았습니다.

공모전: {title}
담당 부서: {department}
심사 기한: {due}

부서장에게 다시 재촉하였습니다. 점검에 포함해 주십시오.`,
  },
  'contest.ranked.v1/CITIZEN': {
    subject: '[공모전] 순위가 공개되었습니다',
    body: `심사가 끝나 순위와 채점표가 공개되었습니다.

공모전: {title}
담당 부서: {department}
이의신청 기한: {due}

참가할 수 없는 작품이 있다고 생각하시면 그때까지 이의를 신청해 주십시오. 그 뒤에는 순위가 확정됩니다.

{objectContest}`,
  },
  'contest.objected.v1/OFFICER': {
    subject: '[공모전] 순위에 이의가 들어왔습니다',
    body: `참가자가 순위에 오른 작품에 이의를 신청하였습니다.

공모전: {title}
담당 부서: {department}

내용을 살펴 주십시오. 이의가 모두 결정되어야 시상할 수 있습니다.`,
  },
  'contest.objected.v1/MANAGER': {
    subject: '[공모전] 결정할 이의가 있습니다',
    body: `참가자가 순위에 오른 작품에 이의를 신청하였습니다.

공모전: {title}
담당 부서: {department}

결정해 주십시오. 이의가 모두 결정되어야 시상할 수 있습니다.`,
  },
  'contest.objection-decided.v1/CITIZEN': {
    subject: '[공모전] 이의신청 결과를 알려 드립니다',
    body: `{decision}

공모전: {title}
담당 부서: {department}

[까닭]
{reason}

이의가 받아들여지면 그 작품은 제외되고 다음 순위가 올라갑니다.

{objectContest}`,
  },
  'contest.entry-excluded.v1/CITIZEN': {
    subject: '[공모전] 작품이 제외되었습니다',
    body: `제출하신 작품이 공모전에서 제외되었습니다.

공모전: {title}
담당 부서: {department}

[까닭]
{reason}

이 작품은 더 심사하지 않으며 시상하지 않습니다.

{objectContest}`,
  },
  'contest.confirmed.v1/OFFICER': {
    subject: '[공모전] 순위가 확정되었습니다',
    body: `이의신청 기간이 끝나 공모전의 순위가 확정되었습니다.

공모전: {title}
담당 부서: {department}

부서장이 시상을 결정합니다. 상장과 시상식을 준비해 주십시오.`,
  },
  'contest.confirmed.v1/MANAGER': {
    subject: '[공모전] 시상할 수 있습니다',
    body: `이의신청 기간이 끝나 공모전의 순위가 확정되었습니다.

공모전: {title}
담당 부서: {department}

시상을 결정해 주십시오.`,
  },
  'contest.awarded.v1/CITIZEN': {
    subject: '[공모전] 시상이 결정되었습니다',
    body: `{wonOrNot}

공모전: {title}
담당 부서: {department}

순위와 수상작은 언제든지 보실 수 있습니다.

{objectContest}`,
  },
  'contest.cancelled.v1/CITIZEN': {
    subject: '[공모전] 공모전이 취소되었습니다',
    body: `참여하신 공모전이 취소되었습니다. 불편을 드려 죄송합니다.

공모전: {title}
담당 부서: {department}

[까닭]
{reason}

시상하지 않으며, 제출하신 작품은 공개하지 않습니다.

{objectContest}`,
  },
  'contest.date-moved.v1/CITIZEN': {
    subject: '[공모전 일정 변경] 기한이 바뀌었습니다',
    body: `참여하신 공모전의 기한이 바뀌었습니다.

공모전: {title}
담당 부서: {department}
무엇: {task}
바뀌기 전: {previousDue}
바뀐 뒤: {due}
까닭: {reason}

바뀐 기한을 확인해 주십시오.

{objectContest}`,
  },
  'contest.date-moved.v1/OFFICER': {
    subject: '[공모전 일정 변경] 기한이 바뀌었습니다',
    body: `공모전의 기한이 바뀌었습니다.

공모전: {title}
담당 부서: {department}
무엇: {task}
바뀌기 전: {previousDue}
바뀐 뒤: {due}
까닭: {reason}

참여하신 분들께도 알렸습니다.`,
  },
} as const satisfies Texts;
