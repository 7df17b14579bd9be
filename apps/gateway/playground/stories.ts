import { departments, deadlinePreview, submitProposal, endorseProposal } from './stories/city.stories';
import {
  fileComplaint,
  assignComplaint,
  registerComplaint,
  officerInbox,
  answerComplaint,
  complaintWithEverything,
  complaints,
} from './stories/complaint.stories';
import { requestAttachmentUpload, requestParticipationUpload } from './stories/attachment.stories';
import { charterTexts } from './stories/charter.stories';
import { contests } from './stories/contest.stories';
import { conversions } from './stories/conversion.stories';
import { desk } from './stories/desk.stories';
import { extendComplaint, requestSupplement, submitSupplement } from './stories/handling.stories';
import { improvements, standards } from './stories/improvement.stories';
import { yearlySurvey } from './stories/campaign.stories';
import { submitResponse, myNotices, compensationClaims } from './stories/citizen.stories';
import {
  deliveryStatistics,
  noticeChannels,
  noticeTemplates,
  publishNoticeTemplate,
  registerPushDevice,
  removePushDevice,
  saveNoticeChannel,
  saveNoticeTemplate,
  unreachedNotices,
  updateProfile,
} from './stories/telling.stories';
import { dataRequests, eraseMyData, exportMyData } from './stories/rights.stories';
import { reporting } from './stories/monitoring.stories';
import { compensation } from './stories/compensation.stories';
import { privacy } from './stories/privacy.stories';
import { proposals, similarProposals } from './stories/proposal.stories';
import { recruiting } from './stories/recruitment.stories';
import { recordOfTheYear } from './stories/scorecard.stories';
import { surveyResults } from './stories/results.stories';
import type { Story } from './story';

/** The tabs of the playground, as the story happens. The first has no variables: GraphiQL forgets those of the tab it opens with. */
export const STORIES: readonly Story[] = [
  departments,
  deadlinePreview,
  fileComplaint,
  requestAttachmentUpload,
  assignComplaint,
  requestSupplement,
  submitSupplement,
  extendComplaint,
  registerComplaint,
  officerInbox,
  answerComplaint,
  complaintWithEverything,
  submitResponse,
  myNotices,
  updateProfile,
  unreachedNotices,
  deliveryStatistics,
  noticeTemplates,
  saveNoticeTemplate,
  publishNoticeTemplate,
  registerPushDevice,
  removePushDevice,
  exportMyData,
  dataRequests,
  eraseMyData,
  compensationClaims,
  ...compensation,
  complaints,
  similarProposals,
  submitProposal,
  endorseProposal,
  ...proposals,
  requestParticipationUpload,
  ...contests,
  ...recruiting,
  ...reporting,
  ...charterTexts,
  standards,
  ...improvements,
  conversions,
  ...surveyResults,
  ...yearlySurvey,
  ...recordOfTheYear,
  ...desk,
  noticeChannels,
  saveNoticeChannel,
  ...privacy,
];
