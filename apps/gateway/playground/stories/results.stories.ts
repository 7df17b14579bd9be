import type { Story } from '../story';

const ERRORS = `errors {
      code
      message
      path
    }`;
const SURVEY = `survey {
      id
      status
    }
    ${ERRORS}`;

const askEverybody: Story = {
  name: 'AskEverybody',
  title: { ko: '누구나 답하는 설문 작성', en: 'Write a survey for everybody' },
  person: 'admin',
  query: `mutation AskEverybody($input: SaveSurveyInput!) {
  saveSurvey(input: $input) {
    ${SURVEY}
  }
}`,
  variables: {
    input: {
      code: 'PARK',
      audience: 'EVERYONE',
      titleKo: '공원 이용 설문',
      titleEn: 'Our parks',
      answerDays: 14,
      oncePerPerson: false,
      questions: [
        {
          code: 'overall',
          kind: 'SCALE_5',
          textKo: '공원에 만족하십니까?',
          textEn: 'Are you content?',
          required: true,
        },
        {
          code: 'time',
          kind: 'SINGLE',
          textKo: '언제 오십니까?',
          textEn: 'When do you come?',
          required: true,
          options: [
            { code: 'weekday', textKo: '평일', textEn: 'On weekdays' },
            { code: 'weekend', textKo: '주말', textEn: 'At weekends' },
          ],
        },
      ],
    },
  },
  keeps: { survey: ['saveSurvey', 'survey', 'id'] },
};

const publishSurvey: Story = {
  name: 'PublishSurvey',
  title: { ko: '설문 게시', en: 'Publish the survey' },
  person: 'admin',
  query: `mutation PublishSurvey($input: PublishSurveyInput!) {
  publishSurvey(input: $input) {
    ${SURVEY}
  }
}`,
  variables: { input: { surveyId: '{{survey}}' } },
};

const answerSurvey: Story = {
  name: 'AnswerSurvey',
  title: { ko: '설문 응답 (다섯 번 이상 보내 보십시오)', en: 'Answer it (send this five times or more)' },
  person: 'citizen',
  query: `mutation AnswerSurvey($input: SubmitResponseInput!) {
  submitResponse(input: $input) {
    ${ERRORS}
  }
}`,
  variables: {
    input: {
      surveyId: '{{survey}}',
      answers: [
        { question: 'overall', scale: 4 },
        { question: 'time', choice: 'weekend' },
      ],
    },
  },
};

const closeSurvey: Story = {
  name: 'CloseSurvey',
  title: { ko: '설문 마감', en: 'Close the survey' },
  person: 'admin',
  query: `mutation CloseSurvey($input: CloseSurveyInput!) {
  closeSurvey(input: $input) {
    ${SURVEY}
  }
}`,
  variables: { input: { surveyId: '{{survey}}' } },
};

const publishResults: Story = {
  name: 'PublishResults',
  title: { ko: '결과 게시', en: 'Publish the results' },
  person: 'admin',
  query: `mutation PublishResults($input: PublishResultsInput!) {
  publishResults(input: $input) {
    publication {
      id
      number
    }
    ${ERRORS}
  }
}`,
  variables: { input: { surveyId: '{{survey}}', crossTables: [{ rows: 'time', columns: 'overall' }] } },
  keeps: { publication: ['publishResults', 'publication', 'id'] },
};

const publishedResults: Story = {
  name: 'PublishedResults',
  title: { ko: '게시된 결과', en: 'The published results' },
  person: 'citizen',
  query: `query PublishedResults($id: ID!) {
  publishedResults(id: $id) {
    number
    publishedAt
    results {
      responses
      marginOfError
      questions {
        question {
          textKo
        }
        suppressed
        chart {
          description
        }
        groups {
          dimension
          group
          n
          estimates {
            statistic
            method
            methodVersion
            item
            value
            low
            high
          }
        }
      }
      crossTables {
        suppressed
        groups {
          group
          n
        }
      }
    }
  }
}`,
  variables: { id: '{{publication}}' },
};

/** A survey from its questions to results that everybody reads. */
export const surveyResults: readonly Story[] = [
  askEverybody,
  publishSurvey,
  answerSurvey,
  closeSurvey,
  publishResults,
  publishedResults,
];
