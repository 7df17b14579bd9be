/** A request of the charter's story, ready to run in a tab of the playground. */
export interface Story {
  /** The operation's name, which is the tab's title. */
  readonly name: string;
  readonly title: { readonly ko: string; readonly en: string };
  /** The demo person who would ask this. */
  readonly person: string;
  readonly query: string;
  /** `{{complaint}}` stands for what an earlier answer gave, `{{daysAgo:30}}` for that moment. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What later stories may use: a name, and where it stands in `data`. */
  readonly keeps?: Readonly<Record<string, readonly string[]>>;
}

export const STORIES: readonly Story[] = [
  {
    name: 'Departments',
    title: { ko: '부서와 민원 처리 현황', en: 'Departments and how they keep their time limits' },
    person: 'citizen',
    query: `query Departments($period: PeriodInput!) {
  departments {
    code
    nameKo
    nameEn
    phone
    complaintPerformance(period: $period) {
      received
      answered
      openLate
      onTimeRate
    }
  }
}`,
    variables: { period: { from: '2026-01-01', to: '2026-12-31' } },
  },
  {
    name: 'DeadlinePreview',
    title: { ko: '처리기한 미리 계산', en: 'When would it be due?' },
    person: 'citizen',
    query: `query DeadlinePreview($receivedAt: DateTime!, $period: ProcessingPeriodInput!) {
  deadlinePreview(receivedAt: $receivedAt, period: $period) {
    effectiveStartAt
    dueAt
    provisional
    segments {
      from
      to
      kind
      article
      note
    }
  }
}`,
    variables: { receivedAt: '2026-09-22T16:30:00+09:00', period: { unit: 'DAYS', length: 7 } },
  },
  {
    name: 'FileComplaint',
    title: { ko: '민원 신청', en: 'File a complaint' },
    person: 'citizen',
    query: `mutation FileComplaint($input: FileComplaintInput!) {
  fileComplaint(input: $input) {
    complaint {
      id
      receiptNumber
      status
      deadline {
        dueAt
        charterDueAt
      }
    }
    greeting
    guidance
    expectedAt
    errors {
      code
      message
      path
    }
  }
}`,
    variables: {
      input: {
        serviceCode: 'STREET_LIGHT',
        title: '골목 가로등이 꺼져 있습니다',
        body: '해운대구 우동 골목의 가로등이 어제부터 켜지지 않습니다.',
        petitioner: { name: '홍길동', phone: '010-2345-6781', email: 'gildong.hong@example.org' },
      },
    },
    keeps: { complaint: ['fileComplaint', 'complaint', 'id'] },
  },
  {
    name: 'RegisterComplaint',
    title: { ko: '한 달 전 방문 민원 등록(기한 초과)', en: 'Register a visit of a month ago, which is late' },
    person: 'officer',
    query: `mutation RegisterComplaint($input: RegisterComplaintInput!) {
  registerComplaint(input: $input) {
    complaint {
      id
      receiptNumber
      overdue
      deadline {
        state
        dueAt
        missedAt
      }
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
        serviceCode: 'ROAD_REPAIR',
        title: '보도가 꺼져 있습니다',
        body: '연제구 시청 앞 보도블록이 꺼져 걸려 넘어질 뻔하였습니다.',
        petitioner: { name: '홍길동', phone: '010-2345-6781' },
        citizenId: '0198a000-0000-7000-8000-000000000001',
        channel: 'VISIT',
        receivedAt: '{{daysAgo:30}}',
      },
    },
    keeps: { complaint: ['registerComplaint', 'complaint', 'id'] },
  },
  {
    name: 'OfficerInbox',
    title: { ko: '담당자 처리함(기한이 가까운 순)', en: 'The officer’s inbox, nearest deadline first' },
    person: 'officer',
    query: `query OfficerInbox($first: Int!, $after: String) {
  officerInbox(first: $first, after: $after) {
    edges {
      node {
        id
        receiptNumber
        title
        status
        overdue
        version
        deadline {
          state
          dueAt
          remainingWorkingHours
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
    variables: { first: 20 },
    keeps: { complaint: ['officerInbox', 'edges', '0', 'node', 'id'] },
  },
  {
    name: 'AssignComplaint',
    title: { ko: '담당자 지정(본인)', en: 'Take the complaint on' },
    person: 'officer',
    query: `mutation AssignComplaint($input: AssignComplaintInput!) {
  assignComplaint(input: $input) {
    complaint {
      id
      status
      officerId
    }
    errors {
      code
      message
      path
    }
  }
}`,
    variables: { input: { complaintId: '{{complaint}}' } },
  },
  {
    name: 'AnswerComplaint',
    title: { ko: '민원 답변', en: 'Answer the complaint' },
    person: 'officer',
    query: `mutation AnswerComplaint($input: AnswerComplaintInput!) {
  answerComplaint(input: $input) {
    complaint {
      id
      status
      answeredAt
      deadline {
        state
      }
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
        complaintId: '{{complaint}}',
        answer: '불편을 드려 죄송합니다. 현장을 확인하고 오늘 보수를 마쳤습니다.',
      },
    },
  },
  {
    name: 'ComplaintWithEverything',
    title: { ko: '민원 한 건의 모든 것', en: 'One complaint with everything' },
    person: 'citizen',
    query: `query ComplaintWithEverything($id: ID!) {
  complaint(id: $id) {
    receiptNumber
    title
    status
    overdue
    department {
      nameKo
      phone
    }
    citizen {
      id
    }
    deadline {
      state
      dueAt
      charterDueAt
      missedAt
      segments {
        from
        to
        kind
        article
        note
      }
      history {
        at
        change
        reason
        oldDueAt
        newDueAt
      }
    }
    timeline {
      at
      status
      text
    }
    compensationClaims {
      status
      amount
      openedAt
    }
  }
}`,
    variables: { id: '{{complaint}}' },
  },
];

/** The query as the tab shows it: under its title in both languages. */
export const storyText = ({ title, person, query }: Story): string =>
  `# ${title.ko} · ${title.en}\n# 사용자 · person: ${person}\n${query}\n`;
