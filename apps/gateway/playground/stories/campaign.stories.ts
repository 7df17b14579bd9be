import type { Story } from '../story';

const ERRORS = `errors {
      code
      message
      path
    }`;

const importSurvey: Story = {
  name: 'ImportSurvey',
  title: { ko: 'SurveyJS로 만든 설문 가져오기', en: 'Bring in a survey that was designed in SurveyJS' },
  person: 'admin',
  query: `mutation ImportSurvey($input: ImportSurveyInput!) {
  importSurvey(input: $input) {
    survey {
      id
      questions {
        code
        kind
        showIf {
          match
          tests {
            question
            operator
            value
          }
        }
      }
    }
    unfit {
      place
      message
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      code: 'DESIGNED',
      audience: 'EVERYONE',
      answerDays: 14,
      surveyJs: JSON.stringify({
        title: { ko: '민원실 이용 설문', en: 'Our front desk' },
        elements: [
          { type: 'rating', name: 'overall', title: { ko: '만족하십니까?', en: 'Are you content?' }, isRequired: true },
          { type: 'comment', name: 'why', title: { ko: '까닭', en: 'Why?' }, visibleIf: '{overall} <= 2' },
          { type: 'file', name: 'photo', title: '사진' },
        ],
      }),
    },
  },
};

const askYearly: Story = {
  name: 'AskYearly',
  title: { ko: '연례 고객만족도 조사 설문 작성', en: 'Write the yearly satisfaction survey' },
  person: 'admin',
  query: `mutation AskYearly($input: SaveSurveyInput!) {
  saveSurvey(input: $input) {
    survey {
      id
      status
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      code: 'YEARLY',
      audience: 'SAMPLE',
      titleKo: '고객만족도 조사',
      titleEn: 'Yearly satisfaction survey',
      answerDays: 30,
      questions: [
        {
          ...{ code: 'kindness', kind: 'SCALE_5', required: true, standard: 'VISIT_KINDNESS' },
          ...{ textKo: '친절하게 맞이하였습니까?', textEn: 'Were you met kindly?' },
        },
        {
          ...{ code: 'why', kind: 'TEXT', textKo: '어떤 점이 아쉬우셨습니까?', textEn: 'What was missing?' },
          showIf: { tests: [{ question: 'kindness', operator: 'AT_MOST', value: 2 }] },
        },
      ],
    },
  },
  keeps: { yearly: ['saveSurvey', 'survey', 'id'] },
};

const publishYearly: Story = {
  name: 'PublishYearly',
  title: { ko: '연례 조사 설문 게시', en: 'Publish its questionnaire' },
  person: 'admin',
  query: `mutation PublishYearly($input: PublishSurveyInput!) {
  publishSurvey(input: $input) {
    survey {
      id
      status
    }
    ${ERRORS}
  }
}`,
  variables: { input: { surveyId: '{{yearly}}' } },
};

const startCampaign: Story = {
  name: 'StartSatisfactionCampaign',
  title: { ko: '연례 조사 시작: 표본에서 개선과제까지', en: 'Start it: from the sample to improvement actions' },
  person: 'admin',
  query: `mutation StartSatisfactionCampaign($input: StartSatisfactionCampaignInput!) {
  startSatisfactionCampaign(input: $input) {
    campaign {
      id
      closesAt
      audience {
        population
        size
        groups {
          departmentCode
          channel
          population
          drawn
        }
      }
      steps {
        code
        beginsAt
        deadline {
          dueAt
        }
      }
    }
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      surveyId: '{{yearly}}',
      departmentCode: 'CIVIL',
      sample: { from: '2020-01-01', to: '{{dayIn:0}}', size: 100, seed: '2026' },
    },
  },
};

const campaigns: Story = {
  name: 'SatisfactionCampaigns',
  title: { ko: '연례 조사의 진행', en: 'How far it is' },
  person: 'manager',
  query: `query SatisfactionCampaigns($first: Int!) {
  satisfactionCampaigns(first: $first) {
    edges {
      node {
        finished
        closesAt
        audience {
          size
          invited
        }
        steps {
          code
          count
          doneAt
          leftOut
          trouble
          deadline {
            state
            dueAt
          }
        }
        scores {
          standard
          score
          n
        }
      }
    }
  }
}`,
  variables: { first: 5 },
};

const satisfaction: Story = {
  name: 'Satisfaction',
  title: { ko: '부서와 이행기준의 만족도', en: 'How satisfied people are, by department and standard' },
  person: 'citizen',
  query: `query Satisfaction($department: String!, $period: PeriodInput!) {
  department(code: $department) {
    name
    satisfaction(period: $period) {
      score
      n
      suppressed
      method
      methodVersion
    }
  }
  standards(filter: { common: true }) {
    code
    promise
    satisfaction(period: $period) {
      source
      score
      method
      methodVersion
      n
      closedAt
      survey {
        version
      }
    }
  }
}`,
  variables: { department: 'ROADS', period: { from: '2026-01-01', to: '2026-12-31' } },
};

/** The yearly satisfaction survey, what it and the standing one found, and what staff designed elsewhere. */
export const yearlySurvey: readonly Story[] = [
  ...[importSurvey, askYearly, publishYearly, startCampaign, campaigns, satisfaction],
];
