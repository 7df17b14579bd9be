import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { buildSubgraph } from '@charter/service';
import { CitizenResolver, resolveCitizen } from './citizen.resolver';
import type { NoticesContext } from './context';
import { ComplaintResolver, NoticeResolver, resolveNotice } from './notice.resolver';
import { QueueResolver } from './queue.resolver';

export const buildNoticesSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<NoticesContext>({
    resolvers: [CitizenResolver, NoticeResolver, ComplaintResolver, QueueResolver],
    references: {
      Citizen: resolveCitizen,
      Notice: resolveNotice,
      Complaint: ({ id }: { id: string }) => ({ id }), // its notices are shown to those who may see them
    },
    container,
  });
