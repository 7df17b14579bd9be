import type { Audience, NoticeEvent } from './audiences';

/** What citizens are told for their interest alone: no article asks for it, no date of theirs hangs on it. */
const OPTIONAL: ReadonlySet<NoticeEvent> = new Set<NoticeEvent>([
  'survey.invited.v1',
  'survey.asked.v1',
  'survey.reminded.v1',
  'proposal.news.v1',
  'comment.written.v1',
  'improvement.opened.v1',
  'improvement.progressed.v1',
  'improvement.completed.v1',
]);

/** Whether somebody may go without it: mail of this kind has a link that ends it. */
export const isOptional = (eventType: NoticeEvent, audience: Audience): boolean =>
  audience === 'CITIZEN' && OPTIONAL.has(eventType);
