import type { Story } from '../story';

// What follows for the citizen.

export const submitResponse: Story = {
  name: 'SubmitResponse',
  title: { ko: '만족도 조사 응답', en: 'Answer the satisfaction survey' },
  person: 'citizen',
  query: `mutation SubmitResponse($input: SubmitResponseInput!) {
  submitResponse(input: $input) {
    invitation {
      state
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
      invitationId: '{{invitation}}',
      answers: [
        { question: 'satisfaction', scale: 4 },
        { question: 'speed', scale: 3 },
        { question: 'kindness', scale: 5 },
        { question: 'clarity', scale: 4 },
        { question: 'fairness', scale: 5 },
        { question: 'comment', text: '빨리 고쳐 주셔서 감사합니다.' },
      ],
    },
  },
};

export const myNotices: Story = {
  name: 'MyNotices',
  title: { ko: '나의 알림', en: 'My notices' },
  person: 'citizen',
  query: `query MyNotices($first: Int!, $after: String) {
  me {
    name
    email
    phone
    language
  }
  myNotices(first: $first, after: $after) {
    edges {
      node {
        id
        title
        body
        createdAt
        readAt
        complaint {
          id
          receiptNumber
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
};

export const compensationClaims: Story = {
  name: 'CompensationClaims',
  title: { ko: '보상 청구', en: 'Compensation claims' },
  person: 'citizen',
  query: `query CompensationClaims($first: Int!, $after: String) {
  compensationClaims(first: $first, after: $after) {
    edges {
      node {
        id
        breach
        status
        amount
        missedAt
        complaint {
          receiptNumber
          title
        }
        department {
          name
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
};
