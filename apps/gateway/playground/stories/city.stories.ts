import type { Story } from '../story';

// What everybody may see: departments, time limits, proposals; and the queues for administrators.

export const departments: Story = {
  name: 'Departments',
  title: { ko: '부서와 민원 처리 현황', en: 'Departments and how they keep their time limits' },
  person: 'citizen',
  query: `query Departments {
  departments {
    code
    name
    phone
    complaintPerformance(period: { from: "2026-01-01", to: "2026-12-31" }) {
      received
      answered
      openLate
      onTimeRate
    }
  }
}`,
};

export const deadlinePreview: Story = {
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
};

export const submitProposal: Story = {
  name: 'SubmitProposal',
  title: { ko: '제안 제출', en: 'Submit a proposal' },
  person: 'citizen',
  query: `mutation SubmitProposal($input: SubmitProposalInput!) {
  submitProposal(input: $input) {
    proposal {
      id
      title
      status
      endorsementCount
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
      title: '통학로에 속도 표시판을 설치해 주십시오',
      body: '차량의 속도를 보여 주는 표시판을 설치하면 운전자가 스스로 속도를 줄입니다.',
      departmentCode: 'ROADS',
      proposer: { name: '홍길동', phone: '010-2345-6781', email: 'gildong.hong@example.org' },
    },
  },
  keeps: { proposal: ['submitProposal', 'proposal', 'id'] },
};

export const endorseProposal: Story = {
  name: 'EndorseProposal',
  title: { ko: '제안에 공감하기', en: 'Endorse the proposal' },
  person: 'otherCitizen',
  query: `mutation EndorseProposal($input: EndorseProposalInput!) {
  endorseProposal(input: $input) {
    proposal {
      title
      endorsementCount
      endorsedByMe
    }
    errors {
      code
      message
      path
    }
  }
}`,
  variables: { input: { proposalId: '{{proposal}}' } },
};
