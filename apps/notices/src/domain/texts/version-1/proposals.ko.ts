import type { Texts } from '../template-set';

export const proposals = {
  'proposal.submitted.v1/CITIZEN': {
    subject: '[제안] 제안이 접수되었습니다',
    body: `시정에 관심을 가지고 제안해 주셔서 감사합니다. 제안이 접수되어 공개되었습니다.

제안: {title}
담당 부서: {department}
검토 기한: {due}

다른 시민들이 공감할 수 있으며, 위 기한까지(한 차례 연장될 수 있습니다) 담당 부서의 검토 결과를 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.submitted.v1/OFFICER': {
    subject: '[제안] 새 제안이 접수되었습니다',
    body: `귀 부서에 새 제안이 접수되었습니다.

제안: {title}
담당 부서: {department}
검토 기한: {due}

제안을 살펴보고 기한 안에 심사하여 주십시오.`,
  },
  'proposal.opened-from-complaint.v1/CITIZEN': {
    subject: '[제안] 보내 주신 민원이 제안으로 접수되었습니다',
    body: `보내 주신 내용이 제안으로 접수되었습니다. 민원의 공개에 동의하지 않으셨다면, 따로 동의하시기 전에는 다른 시민에게 공개되지 않습니다.

제안: {title}
담당 부서: {department}
검토 기한: {due}

위 기한까지(한 차례 연장될 수 있습니다) 담당 부서의 검토 결과를 알려 드리겠습니다. 공개에 동의하시면 다른 시민들이 공감할 수 있습니다.

{objectProposal}`,
  },
  'proposal.opened-from-complaint.v1/OFFICER': {
    subject: '[제안] 민원이 제안으로 접수되었습니다',
    body: `민원으로 들어온 내용이 귀 부서의 제안으로 접수되었습니다.

제안: {title}
담당 부서: {department}
검토 기한: {due}

제안을 살펴보고 기한 안에 심사하여 주십시오.`,
  },
  'proposal.examined.v1/CITIZEN': {
    subject: '[제안] 제안의 심사를 시작하였습니다',
    body: `보내 주신 제안의 심사를 시작하였습니다.

제안: {title}
담당 부서: {department}

관련 부서의 의견을 들어 결정하고, 그 결과와 이유를 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.opinion-asked.v1/OFFICER': {
    subject: '[제안] 귀 부서의 의견을 요청합니다',
    body: `다른 부서의 제안에 귀 부서의 의견을 요청합니다.

제안: {title}
의견을 낼 부서: {department}
의견 제출 기한: {due}

제안을 살펴보고 기한 안에 의견을 제출하여 주십시오.`,
  },
  'proposal.opinion-given.v1/OFFICER': {
    subject: '[제안] 요청한 의견이 도착했습니다',
    body: `의견을 요청한 부서가 의견을 제출하였습니다.

제안: {title}
담당 부서: {department}

의견을 살펴보고 심사를 이어 가 주십시오.`,
  },
  'proposal.expert-asked.v1/CITIZEN': {
    subject: '[제안] 전문가의 의견을 듣고 있습니다',
    body: `제안을 심사하기 위하여 전문가의 의견을 듣고 있습니다. 그동안 심사 기간은 멈춥니다.

제안: {title}
담당 부서: {department}
의견 청취 기한: {due}

[이유]
{reason}

의견을 들은 뒤 심사를 이어 가고 새 기한을 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.expert-heard.v1/CITIZEN': {
    subject: '[제안] 전문가의 의견을 들었습니다',
    body: `제안에 대한 전문가의 의견을 들어 심사를 다시 시작하였습니다.

제안: {title}
담당 부서: {department}
검토 기한: {due}

위 기한까지 결과와 이유를 알려 드리겠습니다.

{objectProposal}`,
  },
  'proposal.supplement-requested.v1/CITIZEN': {
    subject: '[제안] 보완이 필요합니다',
    body: `제안을 심사하는 데 보완할 내용이 있습니다.

제안: {title}
담당 부서: {department}
보완 기한: {due}

[보완하실 내용]
{reason}

기한까지 보완해 주시면 심사를 이어 갑니다. 보완되지 않으면 지금 내용으로 결정하거나 제안에서 제외할 수 있습니다.

{objectProposal}`,
  },
  'proposal.supplement-given.v1/OFFICER': {
    subject: '[제안] 보완이 제출되었습니다',
    body: `제안자가 요청한 내용을 보완하였습니다. 심사 기간이 다시 시작됩니다.

제안: {title}
담당 부서: {department}
검토 기한: {due}

보완된 내용을 살펴보고 심사를 이어 가 주십시오.`,
  },
  'proposal.review-extended.v1/CITIZEN': {
    subject: '[제안] 심사 기간이 연장되었습니다',
    body: `부득이한 사유로 제안의 심사 기간을 연장하였습니다. 기다리시게 하여 죄송합니다.

제안: {title}
담당 부서: {department}
종전 기한: {previousDue}
새 기한: {due}

[이유]
{reason}

새 기한까지 결과와 이유를 알려 드리겠습니다. 더는 연장하지 않습니다.

{objectProposal}`,
  },
  'proposal.threshold-reached.v1/CITIZEN': {
    subject: '[제안] 많은 시민이 공감하여 부서가 답변합니다',
    body: `제안에 공감한 시민의 수가 답변 기준에 이르렀습니다.

제안: {title}
담당 부서: {department}
공감한 시민: {count}
답변 기한: {due}

위 기한까지 담당 부서가 답변을 공개합니다. 심사는 이와 별도로 이어집니다.

{objectProposal}`,
  },
} as const satisfies Texts;
