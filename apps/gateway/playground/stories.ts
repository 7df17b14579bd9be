import { departments, deadlinePreview, submitProposal, endorseProposal, queues } from './stories/city.stories';
import {
  fileComplaint,
  registerComplaint,
  officerInbox,
  assignComplaint,
  answerComplaint,
  complaintWithEverything,
  complaints,
} from './stories/complaint.stories';
import { submitResponse, myNotices, compensationClaims } from './stories/citizen.stories';
import type { Story } from './story';

/** The tabs of the playground, in the order in which the story happens. */
export const STORIES: readonly Story[] = [
  departments,
  deadlinePreview,
  fileComplaint,
  registerComplaint,
  officerInbox,
  assignComplaint,
  answerComplaint,
  complaintWithEverything,
  submitResponse,
  myNotices,
  compensationClaims,
  complaints,
  submitProposal,
  endorseProposal,
  queues,
];
