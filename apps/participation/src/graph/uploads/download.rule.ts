import type { DownloadRule } from '@charter/attachments';
import type { ParticipationContext } from '../context';

/** Whether who asks may read in full what a file is attached to; false for a subject of another kind. */
export type SubjectRule = (subjectId: string, context: ParticipationContext) => Promise<boolean>;

/**
 * Who sent a file may fetch it. Others may once it is attached, if what it is attached to says so.
 * @param rules one for each kind of thing that files are attached to
 */
export const downloadRule =
  (...rules: readonly SubjectRule[]): DownloadRule<ParticipationContext> =>
  async ({ subjectId, uploadedBy }, context) => {
    if (uploadedBy === context.caller.id) return true;
    if (subjectId === null) return false;
    const answers = await Promise.all(rules.map((mayRead) => mayRead(subjectId, context)));
    return answers.some(Boolean);
  };
