import type { Story } from '../story';

// A complaint from filing to answer, and all of it at once.

export const fileComplaint: Story = {
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
  keeps: { filed: ['fileComplaint', 'complaint', 'id'], complaint: ['fileComplaint', 'complaint', 'id'] },
};

export const registerComplaint: Story = {
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
};

export const officerInbox: Story = {
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
};

export const assignComplaint: Story = {
  name: 'AssignComplaint',
  title: { ko: '접수된 민원 맡기', en: 'Take on the complaint that was filed' },
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
  variables: { input: { complaintId: '{{filed}}' } },
};

export const answerComplaint: Story = {
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
};

export const complaintWithEverything: Story = {
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
      name
      phone
    }
    citizen {
      name
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
    notices {
      kind
      channel
      state
      title
      deliveredAt
    }
    compensationClaims {
      status
      amount
      openedAt
    }
    improvementActions {
      title
      status
      percent
    }
    survey {
      id
      state
      expiresAt
      survey {
        questions {
          code
          kind
          textKo
          textEn
          required
        }
      }
    }
  }
}`,
  variables: { id: '{{complaint}}' },
  keeps: { invitation: ['complaint', 'survey', 'id'] },
};

export const complaints: Story = {
  name: 'Complaints',
  title: { ko: '민원 50건과 딸린 것들', en: 'Fifty complaints with all that hangs on them' },
  person: 'manager',
  query: `query Complaints($first: Int!, $after: String) {
  complaints(first: $first, after: $after) {
    edges {
      node {
        id
        receiptNumber
        title
        status
        overdue
        deadline {
          dueAt
        }
        citizen {
          name
        }
        department {
          name
        }
        survey {
          state
        }
        compensationClaims {
          amount
          status
        }
        notices {
          kind
          state
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  variables: { first: 50 },
};
