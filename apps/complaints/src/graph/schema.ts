import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { DeadlineResolver, buildSubgraph } from '@charter/service';
import { CatalogueResolver } from './catalogue.resolver';
import { ComplaintMutations } from './complaint.mutations';
import { ComplaintQueries } from './complaint.queries';
import { ComplaintResolver, resolveComplaint } from './complaint.resolver';
import type { ComplaintsContext } from './context';
import { CitizenResolver, DepartmentResolver } from './contributions.resolver';

export const buildComplaintsSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<ComplaintsContext>({
    resolvers: [
      ComplaintQueries,
      ComplaintResolver,
      ComplaintMutations,
      CatalogueResolver,
      CitizenResolver,
      DepartmentResolver,
      DeadlineResolver,
    ],
    references: {
      Complaint: resolveComplaint,
      Citizen: ({ id }: { id: string }) => ({ id }), // each field that this service adds checks who asks
      Department: ({ code }: { code: string }) => ({ code }), // what this service adds is published
    },
    container,
  });
