import { randomUUID } from 'node:crypto';
import { localDate } from '@charter/calendar';
import type { RootRule } from '@charter/tool-supergraph';
import type { Filler } from '../canary/filler';

export interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The fields that name an object of a kind, where they are not called after it. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  CompensationClaim: ['claimId'],
  Complaint: ['complaintId', 'subjectId'],
  CompensationLetter: ['letterId'],
  ConsultationSlot: ['slotId'],
  ContestEntry: ['entryId'],
  ContestObjection: ['objectionId'],
  KnowledgeArticle: ['articleId'],
  LedgerEntry: ['entryId'],
  MonitorApplication: ['applicationId'],
  MonitorRecruitment: ['recruitmentId'],
  MonitoringMission: ['missionId'],
  MonitoringReport: ['reportId'],
  PayoutBatch: ['batchId'],
  PushDevice: ['id'],
  ParticipationUpload: ['attachmentId'],
  Proposal: ['proposalId', 'intoId'],
  ProposalComment: ['commentId'],
  SavedComplaintFilter: ['id'],
  SurveyInvitation: ['invitationId'],
};

const nameOf = (kind: string): string => `${kind[0]!.toLowerCase()}${kind.slice(1)}Id`;
const names = (kind: string): readonly string[] => NAMED[kind] ?? [nameOf(kind)];

/** The request that calls a mutation about an object; the rest of its input is made up. */
export function mutationAbout(filler: Filler, mutation: string, { about }: RootRule, id: string): Request {
  const known = (field: string, type: string): unknown => {
    if (type === 'ID') return about && names(about).includes(field) ? id : randomUUID();
    if (type === 'LocalDate') return localDate(new Date());
    if (type === 'DateTime') return new Date().toISOString();
    return type === 'String' ? 'X' : undefined;
  };
  const named = about ? filler.fields(mutation).filter((field) => names(about).includes(field)) : [];
  const given = Object.fromEntries(named.map((field) => [field, field.endsWith('Ids') ? [id] : id]));
  return { query: filler.operation(mutation), variables: { input: filler.input(mutation, given, known) } };
}
