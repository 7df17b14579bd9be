import type { AttachmentEntity } from '@charter/attachments';
import type { ParticipationContext } from '../context';
import { type SubjectRule, downloadRule } from './download.rule';

const OF_REPORT = 'report';
const mayReadReports: SubjectRule = async (subjectId, { caller }) =>
  subjectId === OF_REPORT && caller.roles.includes('OFFICER');
const nothing: SubjectRule = async () => false;
const file = (subjectId: string | null) => ({ subjectId, uploadedBy: 'sender' }) as AttachmentEntity;
const asks = (id: string | undefined, ...roles: string[]) =>
  ({ caller: { id, roles } }) as unknown as ParticipationContext;

it.each<[string, AttachmentEntity, ParticipationContext, boolean]>([
  ['who sent it, before it is attached', file(null), asks('sender'), true],
  ['who sent it, afterwards', file(OF_REPORT), asks('sender'), true],
  ['another, before it is attached', file(null), asks('other', 'OFFICER'), false],
  ['nobody, before it is attached', file(null), asks(undefined), false],
  ['another who may read the report', file(OF_REPORT), asks('other', 'OFFICER'), true],
  ['another who may not', file(OF_REPORT), asks('other', 'CITIZEN'), false],
  ['another, of something else', file('else'), asks('other', 'OFFICER'), false],
])('%s', async (_name, row, context, may) => {
  expect(await downloadRule(nothing, mayReadReports)(row, context)).toBe(may);
  expect(await downloadRule()(row, context)).toBe(may && context.caller.id === 'sender');
});
