import type { Texts } from '../template-set';

export const proposalResults = {
  'proposal.threshold-reached.v1/OFFICER': {
    subject: '[제안] 답변해야 하는 제안이 있습니다',
    body: `귀 부서의 제안에 공감한 시민의 수가 답변 기준에 이르렀습니다.

제안: {title}
담당 부서: {department}
공감한 시민: {count}
답변 기한: {due}

기한 안에 답변을 공개하여 주십시오.`,
  },
  'proposal.threshold-reached.v1/MANAGER': {
    subject: '[제안] 많은 시민이 공감한 제안입니다',
    body: `귀 부서의 제안에 공감한 시민의 수가 답변 기준에 이르렀습니다.

제안: {title}
담당 부서: {department}
공감한 시민: {count}
답변 기한: {due}

기한 안에 답변이 공개되도록 챙겨 주십시오.`,
  },
  'proposal.answered.v1/CITIZEN': {
    subject: '[제안] 담당 부서가 답변하였습니다',
    body: `공감해 주신 시민들께 담당 부서가 답변하였습니다.

제안: {title}
담당 부서: {department}

[답변]
{reason}

심사 결과는 결정되는 대로 따로 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.decided.v1/CITIZEN': {
    subject: '[제안 결과] 심사 결과를 알려 드립니다',
    body: `제안의 심사 결과를 알려 드립니다.

제안: {title}
담당 부서: {department}
결과: {outcome}

[이유]
{reason}

{proposalNext}

{objectProposal}`,
  },
  'proposal.excluded.v1/CITIZEN': {
    subject: '[제안 결과] 제안에서 제외되었습니다',
    body: `보내 주신 내용은 규정에서 정한 제안에 해당하지 않아 제외되었습니다.

제안: {title}
담당 부서: {department}

[이유]
{reason}

내용을 보완하여 다시 제안하실 수 있습니다.

{objectProposal}`,
  },
  'proposal.withdrawn.v1/OFFICER': {
    subject: '[제안] 제안이 취하되었습니다',
    body: `제안자가 제안을 취하하였습니다.

제안: {title}
담당 부서: {department}

제안의 처리를 마쳐 주십시오.`,
  },
  'proposal.merged.v1/CITIZEN': {
    subject: '[제안] 비슷한 제안과 합쳐졌습니다',
    body: `보내 주신 제안이 같은 내용의 다른 제안과 합쳐졌습니다. 받으신 공감은 한 사람에 한 번씩 그대로 이어집니다.

제안: {title}
담당 부서: {department}

[이유]
{reason}

합쳐진 제안의 소식을 계속 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.awarded.v1/CITIZEN': {
    subject: '[제안] 제안이 시상되었습니다',
    body: `축하드립니다. 보내 주신 제안에 상을 드리기로 하였습니다.

제안: {title}
담당 부서: {department}
부상금: {amount}

공동 제안자에게는 정하신 기여도에 따라 나누어 드립니다. 지급 방법은 담당 부서가 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.planned.v1/CITIZEN': {
    subject: '[제안] 실시 계획이 마련되었습니다',
    body: `채택된 제안을 실시하기 위한 계획이 마련되었습니다.

제안: {title}
담당 부서: {department}
마지막 단계의 기한: {due}

단계마다 추진 상황을 공개하고 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.progressed.v1/CITIZEN': {
    subject: '[제안] 추진 상황을 알려 드립니다',
    body: `제안의 추진 상황을 알려 드립니다.

제안: {title}
담당 부서: {department}

[내용]
{reason}

다음 단계가 진행되는 대로 다시 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.implemented.v1/CITIZEN': {
    subject: '[제안] 제안이 실현되었습니다',
    body: `보내 주신 제안을 모두 실시하였습니다. 함께해 주셔서 감사합니다.

제안: {title}
담당 부서: {department}

[내용]
{reason}

결과는 제안 화면에서 언제든지 확인하실 수 있습니다.

{objectProposal}`,
  },
  'proposal.re-review-requested.v1/CITIZEN': {
    subject: '[제안] 재심사를 접수하였습니다',
    body: `재심사 청구를 접수하였습니다.

제안: {title}
담당 부서: {department}
검토 기한: {due}

제안을 다시 살펴보고 위 기한까지 결과와 이유를 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.re-review-requested.v1/MANAGER': {
    subject: '[제안] 재심사가 청구되었습니다',
    body: `채택되지 않은 제안에 재심사가 청구되었습니다.

제안: {title}
담당 부서: {department}
검토 기한: {due}

[청구 이유]
{reason}

기한 안에 다시 심사되도록 챙겨 주십시오.`,
  },
  'proposal.news.v1/CITIZEN': {
    subject: '[제안 소식] 관심을 두신 제안의 소식입니다',
    body: `소식을 받고 계신 제안에 변화가 있습니다.

제안: {title}
담당 부서: {department}
소식: {news}

자세한 내용은 제안 화면에서 확인하여 주십시오. 소식 받기는 언제든지 그만두실 수 있습니다.

{objectProposal}`,
  },
} as const satisfies Texts;
