import type { MarkKind } from './marks';

/** A text of an input that says nothing of anybody: codes, files, what the office sets for everybody. */
export type LeafKind = MarkKind | 'SETTING';

const each = <K extends LeafKind>(kind: K, names: string): Record<string, K> =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, kind]));

/** What a text of an input is, by the name of its type and field. */
const BY_PLACE: Readonly<Record<string, LeafKind>> = {
  ...each(
    'NAME',
    `ApplicantInput.name PetitionerInput.name CoPetitionerInput.name ProposerInput.name JointAuthorInput.name TeamMemberInput.name
     SubmitEntryInput.name ChangeEntryInput.name UpdateProfileInput.name GiveAccountInput.holder`,
  ),
  ...each(
    'PHONE',
    'ApplicantInput.phone PetitionerInput.phone CoPetitionerInput.phone ProposerInput.phone UpdateProfileInput.phone',
  ),
  ...each(
    'EMAIL',
    'ApplicantInput.email PetitionerInput.email CoPetitionerInput.email ProposerInput.email UpdateProfileInput.email',
  ),
  ...each('ADDRESS', 'LocationInput.address'),
  ...each('ACCOUNT', 'GiveAccountInput.number'),
  // The name of a file that somebody sends tells of them.
  ...each('WORDS', 'RequestAttachmentUploadInput.name RequestParticipationUploadInput.name'),
  // The office's own.
  ...each(
    'SETTING',
    'ContestCriterionInput.name ContestPrizeInput.name MonitoringPlaceInput.name MonitorDistrictInput.name',
  ),
  ...each('SETTING', 'ReviewAccessLogInput.remark SaveNoticeTemplateInput.subject SaveNoticeTemplateInput.body'),
  ...each('SETTING', 'QuietHoursInput.from QuietHoursInput.to'),
  ...each('SETTING', 'MonitoringPlaceInput.address SaveDepartmentInput.phone SaveComplaintFilterInput.name'),
  ...each(
    'SETTING',
    'ReceiveStockInput.reason WriteOffStockInput.reason SetBudgetInput.reason ReverseEntryInput.reason',
  ),
  ...each(
    'SETTING',
    'DiscardDeadLettersInput.reason SaveSettingInput.reason PublishResultsInput.reason PublishScorecardInput.reason',
  ),
  ...each(
    'SETTING',
    'CloseConsultationSlotInput.reason RecordStandardCountInput.evidence WithdrawKnowledgeArticleInput.reason',
  ),
  ...each(
    'SETTING',
    'OpenImprovementActionInput.description OpenImprovementActionInput.plan ExtendImprovementActionInput.reason',
  ),
  ...each('SETTING', 'UpdateImprovementActionInput.description UpdateImprovementActionInput.plan'),
  // What everybody reads sooner or later.
  ...each(
    'PUBLISHED',
    `AnnounceContestInput.title AnnounceContestInput.body AnnounceContestInput.eligibility CancelContestInput.reason
     RecruitMonitorsInput.title RecruitMonitorsInput.body CancelRecruitmentInput.reason CancelMissionInput.reason
     OpenMissionInput.title OpenMissionInput.instructions ChecklistItemInput.question
     SubmitProposalInput.title SubmitProposalInput.body CommentOnProposalInput.body EditProposalCommentInput.body
     AnswerProposalInput.text DecideProposalInput.reason ExcludeProposalInput.reason MergeProposalsInput.reason
     HideProposalInput.reason HideProposalCommentInput.reason RestoreProposalInput.reason RestoreProposalCommentInput.reason
     DecideCommentAppealInput.reason DecideProposalAppealInput.reason ExtendProposalReviewInput.reason
     SeekProposalExpertInput.reason RecordProposalExpertInput.opinion GiveProposalOpinionInput.text
     RequestProposalSupplementInput.text SubmitProposalSupplementInput.text RequestProposalReReviewInput.reason ConvertProposalInput.reason
     MilestoneInput.title ReportImplementationInput.text JuryInput.minutes
     SubmitEntryInput.title SubmitEntryInput.body ChangeEntryInput.title ChangeEntryInput.body DisqualifyEntryInput.reason
     SubmitReportInput.summary ReviseReportInput.summary ObservationInput.note AnswerReportInput.text
     OpenImprovementActionInput.title UpdateImprovementActionInput.title CompleteImprovementActionInput.result
     CancelImprovementActionInput.reason ReportImprovementProgressInput.text
     DraftKnowledgeArticleInput.question DraftKnowledgeArticleInput.answer`,
  ),
};

/** The same for a name that means one thing in whatever input it stands. */
const BY_NAME: Readonly<Record<string, LeafKind>> = {
  ...each(
    'WORDS',
    `reason text title body answer statement evidence note summary motivation topic finding progress description plan result wallet
     numbers`,
  ),
  ...each(
    'SETTING',
    `departmentCode departmentCodes parentCode successorCode watchedDepartmentCode serviceCode standardCode standardCodes standard
     code key bankCode queue token sha256 csv surveyJs content month seed district districts category categories grade criterion place
     columns rows group column row choice choices ranking section options question documents
     nameKo nameEn textKo textEn titleKo titleEn preambleKo preambleEn dutiesKo dutiesEn guidanceKo guidanceEn measureKo measureEn
     promiseKo promiseEn evidenceKo evidenceEn correctionKo correctionEn handlerName handlerPhone`,
  ),
};

/** What a text of an input is. @returns undefined for one that nobody has thought about */
export const leafKind = (type: string, field: string): LeafKind | undefined =>
  BY_PLACE[`${type}.${field}`] ?? BY_NAME[field];
