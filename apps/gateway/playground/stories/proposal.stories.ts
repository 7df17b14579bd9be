import type { Story } from '../story';

const ERRORS = `errors {
      code
      message
      path
    }`;

export const similarProposals: Story = {
  name: 'SimilarProposals',
  title: { ko: '비슷한 제안 먼저 보기', en: 'Similar proposals first' },
  person: 'citizen',
  query: `query SimilarProposals($text: String!) {
  similarProposals(text: $text, first: 5) {
    likeness
    proposal {
      id
      title
      status
      endorsementCount
    }
  }
}`,
  variables: { text: '통학로에 속도 표시판을 설치해 주십시오' },
};

const commentOnProposal: Story = {
  name: 'CommentOnProposal',
  title: { ko: '제안에 의견 남기기', en: 'Comment on the proposal' },
  person: 'otherCitizen',
  query: `mutation CommentOnProposal($input: CommentOnProposalInput!) {
  commentOnProposal(input: $input) {
    comment {
      id
      body
      author
      authorNumber
    }
    ${ERRORS}
  }
}`,
  variables: { input: { proposalId: '{{proposal}}', body: '우리 동네에도 꼭 필요합니다.' } },
};

const examineProposal: Story = {
  name: 'ExamineProposal',
  title: { ko: '제안 심사 시작 (다른 부서 의견 요청)', en: 'Examine the proposal, asking another department' },
  person: 'officer',
  query: `mutation ExamineProposal($input: ExamineProposalInput!) {
  examineProposal(input: $input) {
    proposal {
      status
      deadline {
        dueAt
        remainingWorkingHours
      }
      opinions {
        departmentCode
        stance
      }
    }
    ${ERRORS}
  }
}`,
  variables: { input: { proposalId: '{{proposal}}', departmentCodes: ['TRAFFIC'] } },
};

const decideProposal: Story = {
  name: 'DecideProposal',
  title: { ko: '제안 결정', en: 'Decide the proposal' },
  person: 'officer',
  query: `mutation DecideProposal($input: DecideProposalInput!) {
  decideProposal(input: $input) {
    proposal {
      status
      decisionReason
      decidedAt
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      proposalId: '{{proposal}}',
      decision: 'PARTLY_ADOPTED',
      reason: '초등학교 통학로부터 설치하고, 나머지 구간은 다음 해 예산에 반영하겠습니다.',
    },
  },
};

const planImplementation: Story = {
  name: 'PlanImplementation',
  title: { ko: '실시 계획 세우기', en: 'Plan how it is carried out' },
  person: 'officer',
  query: `mutation PlanImplementation($input: PlanImplementationInput!) {
  planImplementation(input: $input) {
    proposal {
      status
      milestones {
        id
        title
        deadline {
          dueAt
        }
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      proposalId: '{{proposal}}',
      milestones: [
        { title: '설치할 곳 조사', dueOn: '{{dayIn:60}}' },
        { title: '설치', dueOn: '{{dayIn:120}}' },
      ],
    },
  },
};

const proposalInPublic: Story = {
  name: 'ProposalInPublic',
  title: { ko: '제안의 모든 과정 (누구나)', en: 'Everything about the proposal, for everybody' },
  person: 'anonymous',
  query: `query ProposalInPublic($id: ID!) {
  proposal(id: $id) {
    title
    status
    proposerName
    endorsementCount
    commentCount
    discussionScore
    deadline {
      dueAt
      state
    }
    timeline {
      at
      step
      status
      text
    }
    comments(first: 20) {
      edges {
        node {
          depth
          author
          authorNumber
          body
        }
      }
    }
    milestones {
      title
      percent
    }
  }
}`,
  variables: { id: '{{proposal}}' },
};

/** From before it is handed in to being carried out; handing it in and endorsing it stand between. */
export const proposals: readonly Story[] = [
  commentOnProposal,
  examineProposal,
  decideProposal,
  planImplementation,
  proposalInPublic,
];
