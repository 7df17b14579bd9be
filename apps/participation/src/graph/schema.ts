import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { buildSubgraph } from '@charter/service';
import { CitizenResolver } from './citizen.resolver';
import type { ParticipationContext } from './context';
import { ProposalResolver, resolveProposal } from './proposal.resolver';

export const buildParticipationSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<ParticipationContext>({
    resolvers: [ProposalResolver, CitizenResolver],
    references: {
      Proposal: resolveProposal,
      Citizen: ({ id }: { id: string }) => ({ id }), // each field that it contributes checks who asks
    },
    container,
  });
