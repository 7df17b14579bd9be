import { graphEnum } from '@charter/service';
import { RE_REVIEW_BASES, STANCES } from '../domain/proposals/command';
import { DECISIONS, EXCLUSION_GROUNDS, STATUSES } from '../domain/proposals/status';
import { VISIBILITIES } from '../domain/moderation/moderation';

export const ProposalStatusEnum = graphEnum('ProposalStatus', 'How far a proposal is.', STATUSES, {
  SUBMITTED: { description: 'Handed in (접수).' },
  UNDER_EXAMINATION: { description: 'Being examined (심사 중).' },
  SUPPLEMENT_REQUESTED: {
    description: 'The proposer was asked to add something (보완 요청): the review stands still.',
  },
  EXPERT_REVIEW: { description: 'An expert was asked (전문가 의견 청취): the review stands still.' },
  ADOPTED: { description: 'Adopted (채택).' },
  PARTLY_ADOPTED: { description: 'Adopted in part (일부 채택).' },
  NOT_ADOPTED: { description: 'Not adopted (불채택).' },
  IN_PROGRESS: { description: 'Adopted, and being carried out (실시 중).' },
  IMPLEMENTED: { description: 'Carried out (실시 완료).' },
  EXCLUDED: { description: 'No proposal by the ordinance (제안 제외).' },
  MERGED: { description: 'Merged into another that says the same (병합).' },
  WITHDRAWN: { description: 'Withdrawn by its citizen (취하).' },
  CONVERTED: { description: 'Really a complaint, and handled as one (민원 전환).' },
});

export const ProposalDecisionEnum = graphEnum('ProposalDecision', 'What an examination comes to.', DECISIONS, {
  ADOPTED: { description: 'Adopted (채택).' },
  PARTLY_ADOPTED: { description: 'Adopted in part (일부 채택).' },
  NOT_ADOPTED: { description: 'Not adopted (불채택).' },
});

export const ExclusionGroundEnum = graphEnum(
  'ProposalExclusionGround',
  'Why something is no proposal (국민 제안 규정 제2조; 제안 조례).',
  EXCLUSION_GROUNDS,
  {
    RIGHT_OF_ANOTHER: { description: 'A right of somebody else, such as a patent.' },
    ALREADY_ADOPTED: { description: 'The same was adopted before.' },
    IN_USE: { description: 'It is done already, or publicly known.' },
    NOT_FEASIBLE_AS_IDEA: { description: 'A mere wish or notion without a way to do it.' },
    GENERAL_COMPLAINT: { description: 'A complaint, petition or application: convert it instead.' },
    MERE_CRITICISM: { description: 'Mere criticism, or abuse.' },
    OUTSIDE_CITY: { description: 'Not the city’s business.' },
    PRIVATE_INTEREST: { description: 'Only for somebody’s own advantage, or advertising.' },
    NO_SUPPLEMENT: { description: 'What was asked to be added was not given in time.' },
  },
);

export const StanceEnum = graphEnum('OpinionStance', 'What a department thinks of a proposal.', STANCES, {
  IN_FAVOUR: { description: 'For it.' },
  IN_PART: { description: 'For a part of it.' },
  AGAINST: { description: 'Against it.' },
});

export const ReReviewBasisEnum = graphEnum(
  'ReReviewBasis',
  'Why a proposal that was not adopted is looked at again (제안 조례).',
  RE_REVIEW_BASES,
  {
    REJECTION: { description: 'It was not adopted: within 15 days.' },
    CARRIED_OUT: { description: 'The city does it after all: within 2 years.' },
  },
);

export const VisibilityEnum = graphEnum('Visibility', 'Whether everybody sees a text.', VISIBILITIES, {
  VISIBLE: { description: 'Shown.' },
  HIDDEN: { description: 'Hidden by the office, with a reason.' },
  APPEALED: { description: 'Hidden; whose text it is has appealed.' },
  CONFIRMED: { description: 'Hidden; the appeal was dismissed.' },
});
