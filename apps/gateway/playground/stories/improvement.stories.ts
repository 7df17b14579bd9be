import type { Story } from '../story';

// What the city promises, and what it does so that a thing does not happen again.

const ERRORS = `errors {
      code
      message
      path
    }`;

export const standards: Story = {
  name: 'Standards',
  title: { ko: '이행기준과 이를 위한 개선과제', en: 'What the city promises, and what it improves for that' },
  person: 'anonymous',
  query: `query Standards {
  standards {
    code
    promise
    measure
    measuredBy
    target {
      text
    }
    department {
      name
    }
    improvementActions(first: 3) {
      edges {
        node {
          title
          status
          percent
        }
      }
    }
  }
}`,
};

const openImprovementAction: Story = {
  name: 'OpenImprovementAction',
  title: { ko: '제안을 개선과제로', en: 'Make an improvement action of the proposal' },
  person: 'officer',
  query: `mutation OpenImprovementAction($input: OpenImprovementActionInput!) {
  openImprovementAction(input: $input) {
    improvementAction {
      id
      status
      deadline {
        dueAt
        remainingWorkingHours
      }
      proposal {
        title
        improvementActions {
          title
        }
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      departmentCode: 'ROADS',
      kind: 'FACILITY',
      title: '통학로에 속도 표시판을 설치합니다',
      description: '초등학교 앞에서 차량이 속도를 줄이지 않는다는 제안이 있었습니다.',
      plan: '학교 앞 세 곳을 골라 설치하고 석 달 동안 속도를 잰다.',
      dueOn: '{{dayIn:90}}',
      source: { kind: 'PROPOSAL', id: '{{proposal}}' },
    },
  },
  keeps: { improvement: ['openImprovementAction', 'improvementAction', 'id'] },
};

const reportImprovementProgress: Story = {
  name: 'ReportImprovementProgress',
  title: { ko: '개선과제 추진 상황 보고', en: 'Report how far the improvement action is' },
  person: 'officer',
  query: `mutation ReportImprovementProgress($input: ReportImprovementProgressInput!) {
  reportImprovementProgress(input: $input) {
    improvementAction {
      status
      percent
      progress {
        at
        percent
        text
      }
      history {
        at
        step
        status
        text
      }
    }
    ${ERRORS}
  }
}`,
  variables: { input: { improvementActionId: '{{improvement}}', percent: 40, text: '설치할 곳을 정했습니다.' } },
};

const publishImprovementAction: Story = {
  name: 'PublishImprovementAction',
  title: { ko: '개선과제 공개', en: 'Show the improvement action to everybody' },
  person: 'manager',
  query: `mutation PublishImprovementAction($input: PublishImprovementActionInput!) {
  publishImprovementAction(input: $input) {
    improvementAction {
      publishedAt
    }
    ${ERRORS}
  }
}`,
  variables: { input: { improvementActionId: '{{improvement}}' } },
};

const completeImprovementAction: Story = {
  name: 'CompleteImprovementAction',
  title: { ko: '개선과제 완료', en: 'Complete the improvement action' },
  person: 'officer',
  query: `mutation CompleteImprovementAction($input: CompleteImprovementActionInput!) {
  completeImprovementAction(input: $input) {
    improvementAction {
      status
      result
      deadline {
        state
        missedAt
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: { improvementActionId: '{{improvement}}', result: '세 곳에 설치했고 평균 속도가 8km/h 줄었습니다.' },
  },
};

const improvementActions: Story = {
  name: 'ImprovementActions',
  title: { ko: '공개된 개선과제 (누구나)', en: 'Published improvement actions, for everybody' },
  person: 'anonymous',
  query: `query ImprovementActions {
  improvementActions(first: 10, filter: { published: true }) {
    totalCount
    edges {
      node {
        title
        kind
        status
        percent
        sourceKind
        department {
          name
        }
        standard {
          promise
        }
        proposal {
          title
        }
        deadline {
          dueAt
          state
        }
        progress {
          at
          percent
          text
        }
        result
      }
    }
  }
}`,
};

/** From a proposal to what came of it. */
export const improvements: readonly Story[] = [
  openImprovementAction,
  reportImprovementProgress,
  publishImprovementAction,
  completeImprovementAction,
  improvementActions,
];
