import type { Filler } from './filler';
import { type MarkKind, PERSONAL } from './marks';

/** What somebody of the city would not want to read about themselves in the wrong place. */
const TOLD_IN_CONFIDENCE: readonly unknown[] = [...PERSONAL, 'WORDS'] satisfies MarkKind[];

/** The mutations that take something personal: who somebody is, or what is said in a case of theirs. */
export const personalMutations = (filler: Filler): string[] =>
  filler.names.filter((name) => filler.leaves(name).some(({ kind }) => TOLD_IN_CONFIDENCE.includes(kind)));

/** Texts of inputs that nobody has said of whether they are personal. */
export const unknownLeaves = (filler: Filler): string[] => [
  ...new Set(
    filler.names.flatMap((mutation) =>
      filler
        .leaves(mutation)
        .filter(({ kind }) => kind === undefined)
        .map(({ type, field }) => `${type}.${field}`),
    ),
  ),
];

/**
 * Mutations that the marked story does not carry out, and why. They are filed with marks all the same, as somebody who may, and
 * whatever they answer and log is looked through; but what they would store is not.
 */
export const NOT_IN_THE_STORY: Readonly<Record<string, string>> = {
  answerComplaints: 'answerComplaint, many times',
  transferComplaints: 'transferComplaint, many times',
  closeRepeatedComplaint: 'wants two earlier results',
  returnComplaint: 'wants two supplements that were asked for and not given',
  extendSuspension: 'wants an investigation, days later',
  convertComplaint: 'becomes a proposal, whose text is marked',
  decideContestObjection: 'weeks later',
  objectToEntry: 'weeks later',
  declareInterest: 'for a judge',
  dismissMonitor: 'for a monitor who was appointed',
  resignAsMonitor: 'for a monitor who was appointed',
  verifyReport: 'for a report from a mission',
  handOverCompensation: 'wants stock, and a claim for vouchers',
  takeBackHandout: 'wants what was handed over',
  appealCommentHiding: 'the same text as appealProposalHiding',
  revealPersonalData: 'what it shows, and to whom, has a test of its own',
  saveDraftResponse: 'the same text as submitResponse',
  submitResponse: 'wants an invitation; the answers of surveys have a test of their own',
};
