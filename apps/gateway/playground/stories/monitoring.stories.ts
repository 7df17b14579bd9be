import type { Story } from '../story';

const ERRORS = `errors {
      code
      message
      path
    }`;

const submitReport: Story = {
  name: 'SubmitReport',
  title: { ko: '현장에서 활동 보고', en: 'Report from the spot' },
  person: 'citizen',
  query: `# Photographs: RequestParticipationUpload, PUT, and the attachmentId in photoIds
mutation SubmitReport($input: SubmitReportInput!) {
  submitReport(input: $input) {
    report {
      id
      status
      position {
        distanceMetres
      }
      verification {
        dueAt
        remainingWorkingHours
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      missionId: '{{mission}}',
      summary: '전화는 바로 받았으나 민원실에서 12분을 기다렸습니다.',
      observations: [
        { item: 1, finding: 'NOT_KEPT', note: '12분을 기다렸습니다.' },
        { item: 2, finding: 'KEPT' },
      ],
      position: { latitude: 35.18, longitude: 129.0752 },
      photoIds: [],
    },
  },
  keeps: { report: ['submitReport', 'report', 'id'] },
};

const verifyReport: Story = {
  name: 'VerifyReport',
  title: { ko: '보고 확인 (인정)', en: 'Verify the report: accept it' },
  person: 'officer',
  query: `mutation VerifyReport($input: VerifyReportInput!) {
  verifyReport(input: $input) {
    report {
      status
      monitorName
      allowance
      answering {
        dueAt
      }
    }
    ${ERRORS}
  }
}`,
  variables: { input: { reportId: '{{report}}', verdict: 'ACCEPT' } },
};

const answerReport: Story = {
  name: 'AnswerReport',
  title: { ko: '점검받은 부서의 답변', en: 'Answer, for the department that was watched' },
  person: 'otherOfficer',
  query: `mutation AnswerReport($input: AnswerReportInput!) {
  answerReport(input: $input) {
    report {
      status
      monitorName
      answering {
        state
        missedAt
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      reportId: '{{report}}',
      outcome: 'PLANNED',
      text: '다음 달부터 점심시간에 창구를 하나 더 열겠습니다.',
    },
  },
};

const reportInPublic: Story = {
  name: 'MonitoringReportInPublic',
  title: { ko: '인정된 보고 (누구나)', en: 'A verified report, for everybody' },
  person: 'anonymous',
  query: `query MonitoringReportInPublic($id: ID!) {
  monitoringReport(id: $id) {
    status
    summary
    monitorName
    photos {
      id
    }
    observations {
      question
      finding
      note
      standard {
        code
        promise
      }
    }
    answerOutcome
    answerText
    timeline {
      at
      step
      status
    }
  }
}`,
  variables: { id: '{{report}}' },
};

const myAllowance: Story = {
  name: 'MyAllowance',
  title: { ko: '내 활동과 활동비', en: 'My reports, and what they earned' },
  person: 'citizen',
  query: `query MyAllowance {
  me {
    monitoringReports(first: 10) {
      edges {
        node {
          status
          allowance
          mission {
            title
          }
        }
      }
    }
    allowanceStatements(first: 12) {
      edges {
        node {
          month
          reportCount
          earned
          amount
        }
      }
    }
  }
}`,
};

const monitoringFigures: Story = {
  name: 'MonitoringFigures',
  title: { ko: '이행기준별 점검 결과 (누구나)', en: 'What monitors found of each standard, for everybody' },
  person: 'anonymous',
  query: `query MonitoringFigures($period: PeriodInput!) {
  standards {
    code
    promise
    monitoring(period: $period) {
      reports
      kept
      notKept
      complianceRate
    }
  }
  department(code: "WATER") {
    monitoringPerformance(period: $period) {
      reports
      answered
      openLate
      onTimeRate
    }
  }
}`,
  variables: { period: { from: '2026-01-01', to: '{{dayIn:0}}' } },
};

/** From the report to what was found, on the mission that was opened or looked up last. */
export const reporting: readonly Story[] = [
  submitReport,
  verifyReport,
  answerReport,
  reportInPublic,
  myAllowance,
  monitoringFigures,
];
