import { registerEnumType } from 'type-graphql';
import type { Audience, QuestionKind } from '../domain/questionnaire';
import type { SurveyStatus } from '../store/survey.entity';

export const QuestionKindEnum: { [K in QuestionKind]: K } = { SCALE_5: 'SCALE_5', SINGLE: 'SINGLE', TEXT: 'TEXT' };
registerEnumType(QuestionKindEnum, {
  name: 'QuestionKind',
  description: 'How a question is answered.',
  valuesConfig: {
    SCALE_5: { description: 'One of five points (5점 척도), 5 the best.' },
    SINGLE: { description: 'One of the options.' },
    TEXT: { description: 'In one’s own words.' },
  },
});

export const AudienceEnum: { [A in Audience]: A } = { PETITIONER: 'PETITIONER' };
registerEnumType(AudienceEnum, {
  name: 'SurveyAudience',
  description: 'Whom a questionnaire asks.',
  valuesConfig: {
    PETITIONER: { description: 'The petitioner (민원인) of each complaint, when it has been answered.' },
  },
});

export const SurveyStatusEnum: { [S in SurveyStatus]: S } = {
  DRAFT: 'DRAFT',
  PUBLISHED: 'PUBLISHED',
  REPLACED: 'REPLACED',
};
registerEnumType(SurveyStatusEnum, {
  name: 'SurveyStatus',
  description: 'How far a version of a questionnaire is.',
  valuesConfig: {
    DRAFT: { description: 'Being made.' },
    PUBLISHED: { description: 'In use; it never changes.' },
    REPLACED: { description: 'Replaced by a newer one; invitations to it can still be answered.' },
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
