import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Person } from '@charter/service';
import type { ConversionService } from '../../conversion.service';
import type { Direction } from '../../store/conversions/conversion.entity';
import { ComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { onComplaint } from '../handling/handled';
import { ConvertComplaintInput, ConvertComplaintPayload, ProposalType } from './conversion.type';

/** Complaints that are really proposals, and the other way round. Whoever sees the complaint sees where it came from and went. */
@Resolver(() => ComplaintType)
export class ConversionResolver {
  constructor(private readonly service: ConversionService) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => ConvertComplaintPayload, {
    description:
      'Hands a complaint that really is a proposal to those who examine proposals (제안 전환), linked; never a statutory one. Its text is read by others only if the citizen has agreed.',
  })
  convertComplaint(
    @Arg('input', () => ConvertComplaintInput, { description: 'Which one, and why.' })
    { complaintId, reason, version }: ConvertComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<ConvertComplaintPayload> {
    const by = context.caller as Person;
    return onComplaint(complaintId, context, () => this.service.convert(complaintId, reason, version ?? null, by));
  }

  @FieldResolver(() => ProposalType, {
    nullable: true,
    description: 'The proposal that it became; null if it did not, and for the moment until that is opened.',
  })
  convertedTo(@Root() { id }: ComplaintType, @Ctx() context: ComplaintsContext): Promise<ProposalType | null> {
    return linked(id, 'TO_PROPOSAL', context);
  }

  @FieldResolver(() => ProposalType, { nullable: true, description: 'The proposal that became this complaint.' })
  convertedFrom(@Root() { id }: ComplaintType, @Ctx() context: ComplaintsContext): Promise<ProposalType | null> {
    return linked(id, 'FROM_PROPOSAL', context);
  }
}

async function linked(id: string, which: Direction, { conversions }: ComplaintsContext): Promise<ProposalType | null> {
  const link = (await conversions.load(id)).find(({ direction }) => direction === which);
  return link ? { id: link.proposalId } : null;
}
