import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { AttachmentResolver } from '@charter/attachments';
import { DeadlineResolver, buildSubgraph } from '@charter/service';
import { AttachmentOperations, ComplaintAttachmentsResolver } from './attachments/attachment.resolver';
import { BulkMutations } from './bulk/bulk.mutations';
import { CatalogueSheetResolver } from './catalogue/sheet.resolver';
import { CatalogueResolver } from './catalogue.resolver';
import { ComplaintMutations } from './complaint.mutations';
import { ComplaintQueries } from './complaint.queries';
import { ComplaintResolver, resolveComplaint } from './complaint.resolver';
import type { ComplaintsContext } from './context';
import { ConversionResolver } from './conversions/conversion.resolver';
import { ExportResolver } from './exports/export.resolver';
import { FilterResolver } from './filters/filter.resolver';
import { HandlingMutations } from './handling/handling.mutations';
import { RevealMutations } from './reveals/reveal.mutations';
import { HandlingResolver } from './handling/handling.resolver';
import { PeriodMutations } from './handling/period.mutations';
import { KnowledgeMutations } from './knowledge/knowledge.mutations';
import { KnowledgeQueries } from './knowledge/knowledge.queries';
import { ArticleResolver, SimilarResolver, SuggestedServiceResolver } from './knowledge/knowledge.resolver';
import { CitizenResolver, DepartmentResolver } from './contributions.resolver';
import { ObjectionMutations } from './objections/objection.mutations';
import { ObjectionQueries } from './objections/objection.queries';
import {
  ComplaintObjectionsResolver,
  DepartmentObjectionsResolver,
  ObjectionResolver,
} from './objections/objection.resolver';
import { ComplaintDunningResolver, DepartmentDunningResolver, InspectionResolver } from './dunning/dunning.resolver';
import { PartiesResolver } from './parties/parties.resolver';
import { ConsultationOperations } from './consultations/consultation.operations';
import {
  CitizenConsultationsResolver,
  ConsultationResolver,
  SlotResolver,
} from './consultations/consultation.resolver';
import { FaultResolver } from './faults/fault.resolver';
import { NoteResolver } from './notes/note.resolver';
import { ComplaintOriginResolver, EntryComplaintsResolver, ReportComplaintsResolver } from './origins/origin.resolver';
import { PublicationResolver } from './publication/publication.resolver';
import { StatisticsResolver } from './statistics/statistics.resolver';

export const buildComplaintsSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<ComplaintsContext>({
    resolvers: [
      ComplaintQueries,
      ComplaintResolver,
      ComplaintMutations,
      HandlingMutations,
      RevealMutations,
      PeriodMutations,
      BulkMutations,
      HandlingResolver,
      FilterResolver,
      ExportResolver,
      StatisticsResolver,
      NoteResolver,
      FaultResolver,
      PublicationResolver,
      ...[ConsultationOperations, ConsultationResolver, SlotResolver, CitizenConsultationsResolver],
      ...[ConversionResolver, ComplaintOriginResolver, ReportComplaintsResolver, EntryComplaintsResolver],
      ...[ObjectionQueries, ObjectionMutations, ObjectionResolver],
      ...[ComplaintObjectionsResolver, DepartmentObjectionsResolver],
      ComplaintDunningResolver,
      DepartmentDunningResolver,
      InspectionResolver,
      CatalogueResolver,
      CatalogueSheetResolver,
      ...[AttachmentOperations, AttachmentResolver, ComplaintAttachmentsResolver],
      PartiesResolver,
      KnowledgeQueries,
      KnowledgeMutations,
      ArticleResolver,
      SimilarResolver,
      SuggestedServiceResolver,
      CitizenResolver,
      DepartmentResolver,
      DeadlineResolver,
    ],
    references: {
      Complaint: resolveComplaint,
      MonitoringReport: ({ id }: { id: string }) => ({ id }), // what this service adds checks each complaint
      ContestEntry: ({ id }: { id: string }) => ({ id }), // likewise
      Citizen: ({ id }: { id: string }) => ({ id }), // each field that this service adds checks who asks
      Department: ({ code }: { code: string }) => ({ code }), // what this service adds is published
    },
    container,
  });
