import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { DeadlineResolver, buildSubgraph } from '@charter/service';
import { CitizenResolver } from './citizen.resolver';
import type { ParticipationContext } from './context';
import { ConversionResolver } from './conversions/conversion.resolver';
import { ProposalResolver, resolveProposal } from './proposal.resolver';

export const buildParticipationSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<ParticipationContext>({
    resolvers: [ProposalResolver, ConversionResolver, CitizenResolver, DeadlineResolver],
    references: {
      Proposal: resolveProposal,
      Citizen: ({ id }: { id: string }) => ({ id }), // each field that it contributes checks who asks
    },
    container,
  });
