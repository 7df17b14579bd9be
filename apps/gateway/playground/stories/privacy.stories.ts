import type { Story } from '../story';

// Personal data: who has read it, and under which keys it is encrypted.

const whoReadMyData: Story = {
  name: 'WhoReadMyData',
  title: { ko: '내 정보 열람 기록', en: 'Who has read my data' },
  person: 'citizen',
  query: `query WhoReadMyData {
  accessLog(first: 20) {
    edges {
      node {
        readAt
        purpose
        kinds
        subjectType
        readerRole
        readerName
        department {
          code
          nameKo
        }
        reason
      }
    }
  }
}`,
};

const accessLogToReview: Story = {
  name: 'AccessLogToReview',
  title: { ko: '월별 열람 기록 점검', en: 'Months of the access log to review' },
  person: 'auditor',
  query: `query AccessLogToReview {
  accessLogMonths(unreviewedOnly: true) {
    month
    readings
    readers
    reveals
  }
  accessLog(first: 20) {
    totalCount
    edges {
      node {
        readAt
        purpose
        kinds
        readerRole
        readerName
        operation
        address
        reason
      }
    }
  }
}`,
};

const rotateKeys: Story = {
  name: 'RotateKeys',
  title: { ko: '개인정보 암호키 교체', en: 'Encrypt personal data under the current key' },
  person: 'admin',
  query: `mutation RotateKeys {
  rotateKeys {
    rotations {
      service
      state
      keyId
      otherKeyIds
      values
      waiting
    }
    errors {
      code
      message
    }
  }
}`,
};

export const privacy: readonly Story[] = [whoReadMyData, accessLogToReview, rotateKeys];
