import type { Story } from '../story';

// What stops and lengthens the period of the complaint that was filed.

export const requestSupplement: Story = {
  name: 'RequestSupplement',
  title: { ko: '보완 요구: 처리기간이 멈춤', en: 'Ask for a supplement: the period stands still' },
  person: 'officer',
  query: `mutation RequestSupplement($input: RequestSupplementInput!) {
  requestSupplement(input: $input) {
    complaint {
      id
      status
      supplementRequest {
        text
        round
        dueAt
      }
      deadlines {
        kind
        state
        dueAt
      }
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: { input: { complaintId: '{{filed}}', text: '가로등에 붙은 관리번호나 사진을 보내 주십시오.', days: 10 } },
};

export const submitSupplement: Story = {
  name: 'SubmitSupplement',
  title: { ko: '보완 제출: 처리기간이 다시 흐름', en: 'Give the supplement: the period runs again' },
  person: 'citizen',
  query: `mutation SubmitSupplement($input: SubmitSupplementInput!) {
  submitSupplement(input: $input) {
    complaint {
      id
      status
      deadline {
        state
        dueAt
        announcedDueAt
        segments {
          from
          to
          kind
          article
        }
      }
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: { input: { complaintId: '{{filed}}', text: '관리번호는 우동 12-34입니다.' } },
};

export const extendComplaint: Story = {
  name: 'ExtendComplaint',
  title: { ko: '처리기간 연장(두 번째는 동의를 기다림)', en: 'Extend the period (a second time waits for consent)' },
  person: 'officer',
  query: `mutation ExtendComplaint($input: ExtendComplaintInput!) {
  extendComplaint(input: $input) {
    complaint {
      id
      extensions
      pendingExtension {
        length
        reason
      }
      deadline {
        dueAt
        announcedDueAt
        charterDueAt
      }
      timeline {
        at
        text
        detail
        dueAt
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
    input: { complaintId: '{{filed}}', length: 2, reason: '교체할 전등을 들여오는 데 시간이 더 걸립니다.' },
  },
};
