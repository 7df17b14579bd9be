import type { Story } from '../story';

// The administrators' desk: how events come through, what could not be handled, and what was done about it.

const QUEUE = 'complaints-conversions';

const queues: Story = {
  name: 'Queues',
  title: { ko: '작업 대기열 현황', en: 'The queues' },
  person: 'admin',
  query: `query Queues {
  queues {
    name
    attention
    deadLetters
    failing
    lateSeconds
    unconfirmed
    waiting
    active
    delayed
    failed
    paused
    doneLastHour
    diedLastHour
    averageSeconds
    worstSeconds
    oldestUnconfirmedAt
    silent
  }
}`,
};

const STANDING = `queue {
      name
      paused
      waiting
      unconfirmed
      lateSeconds
    }
    errors {
      code
      message
      path
    }`;

const pauseQueue: Story = {
  name: 'PauseQueue',
  title: { ko: '대기열 멈추기', en: 'Pause a queue' },
  person: 'admin',
  query: `mutation PauseQueue($input: QueueInput!) {
  pauseQueue(input: $input) {
    ${STANDING}
  }
}`,
  variables: { input: { queue: QUEUE } },
};

const resumeQueue: Story = {
  name: 'ResumeQueue',
  title: { ko: '대기열 다시 돌리기', en: 'Resume a queue' },
  person: 'admin',
  query: `mutation ResumeQueue($input: QueueInput!) {
  resumeQueue(input: $input) {
    ${STANDING}
  }
}`,
  variables: { input: { queue: QUEUE } },
};

const deadLetters: Story = {
  name: 'DeadLetters',
  title: { ko: '처리 실패 건과 그 이유', en: 'Dead letters, and why' },
  person: 'admin',
  query: `query DeadLetters($queue: String!) {
  deadLetters(queue: $queue, first: 20) {
    items {
      reason
      id
      type
      producer
      attempts
      occurredAt
      diedAt
    }
    next
  }
}`,
  variables: { queue: QUEUE },
  keeps: { letter: ['deadLetters', 'items', '0', 'id'] },
};

const deadLetter: Story = {
  name: 'DeadLetter',
  title: { ko: '처리 실패 건의 내용과 그 뒤', en: 'What a dead letter says, and what became of it' },
  person: 'admin',
  query: `query DeadLetter($id: ID!) {
  deadLetter(id: $id) {
    state
    reason
    attempts
    fields {
      name
      value
      withheld
    }
    decider {
      name
    }
    decidedAt
    decidedReason
  }
}`,
  variables: { id: '{{letter}}' },
};

const saveServiceItem: Story = {
  name: 'SaveServiceItem',
  title: { ko: '민원사무편람에서 원인 바로잡기', en: 'Mend the cause in the catalogue of services' },
  person: 'admin',
  query: `mutation SaveServiceItem($input: SaveServiceItemInput!) {
  saveServiceItem(input: $input) {
    serviceItem {
      code
      name
      validFrom
      validTo
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: {
    input: {
      code: 'ALLEY_STAIRS',
      kind: 'OTHER',
      departmentCode: 'ROADS',
      nameKo: '골목 계단 보수',
      nameEn: 'Repair of alley stairs',
      guidanceKo: '부서진 골목 계단을 고칩니다. 위치를 자세히 적어 주십시오.',
      guidanceEn: 'Broken stairs of an alley are repaired. Please say exactly where.',
      statutoryPeriod: { unit: 'DAYS', length: 7 },
      charterPeriod: { unit: 'DAYS', length: 5 },
      validFrom: '2020-01-01',
    },
  },
};

const DECIDED = `done
    errors {
      code
      message
      path
    }`;

const retryDeadLetters: Story = {
  name: 'RetryDeadLetters',
  title: { ko: '처리 실패 건 재처리', en: 'Try a dead letter again' },
  person: 'admin',
  query: `mutation RetryDeadLetters($input: RetryDeadLettersInput!) {
  retryDeadLetters(input: $input) {
    ${DECIDED}
  }
}`,
  variables: { input: { queue: QUEUE, ids: ['{{letter}}'] } },
};

const discardDeadLetters: Story = {
  name: 'DiscardDeadLetters',
  title: { ko: '처리 실패 건 폐기(사유 필요)', en: 'Discard a dead letter, with the reason' },
  person: 'admin',
  query: `mutation DiscardDeadLetters($input: DiscardDeadLettersInput!) {
  discardDeadLetters(input: $input) {
    ${DECIDED}
  }
}`,
  variables: { input: { queue: QUEUE, ids: ['{{letter}}'], reason: '부서가 전화로 직접 처리한 건입니다.' } },
};

const adminActions: Story = {
  name: 'AdminActions',
  title: { ko: '관리자 행위 기록', en: 'What administrators did' },
  person: 'admin',
  query: `query AdminActions($filter: AdminActionsFilter, $after: String) {
  adminActions(filter: $filter, first: 20, after: $after) {
    edges {
      node {
        action
        actedAt
        actor {
          name
        }
        details {
          name
          value
        }
        failure
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  variables: { filter: {}, after: null },
};

const settings: Story = {
  name: 'Settings',
  title: { ko: '운영 설정', en: 'Settings of the platform' },
  person: 'admin',
  query: `query Settings {
  settings {
    key
    value
    unit
    standard
    least
    most
    savedAt
  }
}`,
};

const saveSetting: Story = {
  name: 'SaveSetting',
  title: { ko: '운영 설정 바꾸기(사유 필요)', en: 'Change a setting, with the reason' },
  person: 'admin',
  query: `mutation SaveSetting($input: SaveSettingInput!) {
  saveSetting(input: $input) {
    setting {
      key
      value
      unit
      savedAt
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: {
    input: { key: 'QUEUE_LATE_AFTER', value: 30, reason: '민원이 몰리는 기간에는 지연을 더 일찍 알아야 합니다.' },
  },
};

/** In the order in which an administrator needs them. */
export const desk: readonly Story[] = [
  queues,
  pauseQueue,
  resumeQueue,
  deadLetters,
  deadLetter,
  saveServiceItem,
  retryDeadLetters,
  discardDeadLetters,
  settings,
  saveSetting,
  adminActions,
];
