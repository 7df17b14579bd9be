import { registerEnumType } from 'type-graphql';
import type { Condition, Operator } from '../domain/questionnaires/condition';
import type { QuestionKind } from '../domain/questionnaires/question';
import type { Audience } from '../domain/questionnaires/questionnaire';
import type { SurveyStatus } from '../store/survey.entity';

export const QuestionKindEnum: { [K in QuestionKind]: K } = {
  SINGLE: 'SINGLE',
  MULTIPLE: 'MULTIPLE',
  SCALE_5: 'SCALE_5',
  SCALE_7: 'SCALE_7',
  NUMBER: 'NUMBER',
  TEXT: 'TEXT',
  RANKING: 'RANKING',
  MATRIX: 'MATRIX',
};
registerEnumType(QuestionKindEnum, {
  name: 'QuestionKind',
  description: 'How a question is answered.',
  valuesConfig: {
    SINGLE: { description: 'One of the options (단일 선택), answered with `choice`.' },
    MULTIPLE: { description: 'Some of the options (복수 선택), answered with `choices`.' },
    SCALE_5: { description: 'One of five points (5점 척도), 5 the best, answered with `scale`.' },
    SCALE_7: { description: 'One of seven points (7점 척도), 7 the best, answered with `scale`.' },
    NUMBER: { description: 'A number (숫자), answered with `number`.' },
    TEXT: { description: 'In one’s own words (서술), answered with `text`.' },
    RANKING: { description: 'The options in order (순위), the best first, answered with `ranking`.' },
    MATRIX: { description: 'One of the columns for each row (행렬), answered with `cells`.' },
  },
});

export const OperatorEnum: { [O in Operator]: O } = {
  ANSWERED: 'ANSWERED',
  ONE_OF: 'ONE_OF',
  NONE_OF: 'NONE_OF',
  AT_LEAST: 'AT_LEAST',
  AT_MOST: 'AT_MOST',
};
registerEnumType(OperatorEnum, {
  name: 'SurveyTestOperator',
  description: 'What is asked of an earlier answer. A question that was not answered passes no test.',
  valuesConfig: {
    ANSWERED: { description: 'It was answered.' },
    ONE_OF: { description: 'One of `options` was chosen.' },
    NONE_OF: { description: 'It was answered, with none of `options`.' },
    AT_LEAST: { description: '`value` or more, on a scale or as a number.' },
    AT_MOST: { description: '`value` or less, on a scale or as a number.' },
  },
});

export const MatchEnum: { [M in Condition['match']]: M } = { ALL: 'ALL', ANY: 'ANY' };
registerEnumType(MatchEnum, {
  name: 'SurveyMatch',
  description: 'How many of the tests of a condition have to pass.',
  valuesConfig: { ALL: { description: 'All of them.' }, ANY: { description: 'One is enough.' } },
});

export const AudienceEnum: { [A in Audience]: A } = {
  PETITIONER: 'PETITIONER',
  EVERYONE: 'EVERYONE',
  LIST: 'LIST',
  SAMPLE: 'SAMPLE',
};
registerEnumType(AudienceEnum, {
  name: 'SurveyAudience',
  description: 'Whom a questionnaire asks.',
  valuesConfig: {
    PETITIONER: { description: 'The petitioner (민원인) of each complaint, when it has been answered.' },
    EVERYONE: { description: 'Everybody who wants to answer, without an invitation.' },
    LIST: { description: 'The citizens of a list.' },
    SAMPLE: { description: 'A random sample (표본) of the citizens served in a period.' },
  },
});

export const SurveyStatusEnum: { [S in SurveyStatus]: S } = {
  DRAFT: 'DRAFT',
  PUBLISHED: 'PUBLISHED',
  REPLACED: 'REPLACED',
  CLOSED: 'CLOSED',
};
registerEnumType(SurveyStatusEnum, {
  name: 'SurveyStatus',
  description: 'How far a version of a questionnaire is.',
  valuesConfig: {
    DRAFT: { description: 'Being made.' },
    PUBLISHED: { description: 'In use; it never changes.' },
    REPLACED: { description: 'Replaced by a newer one; invitations to it can still be answered.' },
    CLOSED: { description: 'Closed: nobody answers it any more.' },
  },
});

export const InvitationStateEnum = { INVITED: 'INVITED', ANSWERED: 'ANSWERED', EXPIRED: 'EXPIRED' } as const;
registerEnumType(InvitationStateEnum, {
  name: 'SurveyInvitationState',
  description: 'What became of an invitation.',
  valuesConfig: {
    INVITED: { description: 'Not answered yet.' },
    ANSWERED: { description: 'Answered. What was said cannot be traced back to the invitation.' },
    EXPIRED: { description: 'Not answered in time.' },
  },
});

export const MethodEnum = { MEAN_OF_5_POINT_ANSWERS: 'MEAN_OF_5_POINT_ANSWERS' } as const;
registerEnumType(MethodEnum, {
  name: 'SatisfactionMethod',
  description: 'How satisfaction is measured.',
  valuesConfig: {
    MEAN_OF_5_POINT_ANSWERS: {
      description:
        'The mean of the five-point answers of each response, then of all responses; (mean − 1) ÷ 4 × 100 as a score.',
    },
  },
});
