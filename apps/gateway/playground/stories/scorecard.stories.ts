import type { Story } from '../story';

// How the city kept its charter: live, published, as open data, and counted by hand.

const ERRORS = `errors {
      code
      message
      path
    }`;

const compliance: Story = {
  name: 'Compliance',
  title: { ko: '이행기준이 지금 얼마나 지켜지는가', en: 'How the standards are kept at this moment' },
  person: 'citizen',
  query: `query Compliance {
  standards {
    code
    promise
    compliance(period: { from: "2026-01-01", to: "2026-12-31" }) {
      state
      value
      unit
      n
      reached
      target {
        text
      }
      source {
        service
        field
        method
        takenAt
      }
    }
  }
}`,
};

const recordCount: Story = {
  name: 'RecordCount',
  title: { ko: '직접 집계한 실적 입력', en: 'Enter what the department counted' },
  person: 'officer',
  query: `mutation RecordCount($input: RecordStandardCountInput!) {
  recordStandardCount(input: $input) {
    count {
      month
      edition
      n
      mean
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      standardCode: 'ROADS_POTHOLES',
      departmentCode: 'ROADS',
      month: '2026-01',
      n: 48,
      mean: 19.5,
      evidence: '도로 파손 신고 대장 2026년 1월',
    },
  },
};

const scorecards: Story = {
  name: 'Scorecards',
  title: { ko: '한 해의 이행실적', en: 'The record of the year' },
  person: 'citizen',
  query: `query Scorecards {
  scorecards(year: 2026, part: YEAR) {
    id
    edition
    complete
    publishedAt
    contentHash
    sources {
      service
      takenAt
    }
    city {
      measure
      state
      value
      unit
      n
    }
    departments {
      code
      name
      figures(measures: [COMPLAINTS_CHARTER_ON_TIME, SATISFACTION, COMPENSATION_AMOUNT]) {
        measure
        state
        value
        low
        high
        n
      }
    }
    rankings {
      measure
      ranked {
        rank
        department {
          name
        }
      }
    }
  }
}`,
};

const publishScorecard: Story = {
  name: 'PublishScorecard',
  title: { ko: '3분기 이행실적 공표', en: 'Publish the record of the third quarter' },
  person: 'admin',
  query: `mutation PublishScorecard($input: PublishScorecardInput!) {
  publishScorecard(input: $input) {
    scorecard {
      id
      edition
      complete
      contentHash
    }
    ${ERRORS}
  }
}`,
  variables: { input: { year: 2026, part: 'Q3' } },
};

export const recordOfTheYear: readonly Story[] = [compliance, recordCount, scorecards, publishScorecard];
