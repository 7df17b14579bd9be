import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, badInput } from '@charter/service';
import type { ForwardingService } from '../../forwarding.service';
import type { HandlingService } from '../../handling.service';
import type { RepeatService } from '../../repeat.service';
import type { ComplaintsContext } from '../context';
import { onComplaint } from './handled';
import {
  CloseRepeatedComplaintInput,
  GiveOpinionInput,
  RejectComplaintInput,
  TransferComplaintInput,
} from './handling.input';
import {
  CloseRepeatedComplaintPayload,
  GiveOpinionPayload,
  RejectComplaintPayload,
  TransferComplaintPayload,
} from './handling.payload';

export interface HandlingMutationParts {
  readonly handling: HandlingService;
  readonly forwarding: ForwardingService;
  readonly repeats: RepeatService;
}

/** How a complaint ends otherwise than by an answer, and what the citizen thinks of it. */
@Resolver()
export class HandlingMutations {
  constructor(private readonly parts: HandlingMutationParts) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => TransferComplaintPayload, {
    description:
      'Passes a complaint on to who is in charge (이송): another department within 3 working hours, another body within 8. Its number and history stay.',
  })
  transferComplaint(
    @Arg('input', () => TransferComplaintInput, { description: 'Where to.' }) input: TransferComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<TransferComplaintPayload> {
    const { complaintId, departmentCode, body, reason, version } = input;
    const by = context.caller as Person;
    if (Boolean(departmentCode) === Boolean(body)) {
      throw badInput('Give `departmentCode` or `body`: one of them, not both.');
    }
    return onComplaint(complaintId, context, () =>
      departmentCode
        ? this.parts.forwarding.move(complaintId, { departmentCode, reason }, version ?? null, by)
        : this.parts.forwarding.transfer(complaintId, { body: body!, reason }, version ?? null, by),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => RejectComplaintPayload, {
    description: 'Refuses what a complaint asks, with the reason. The citizen is told how to object.',
  })
  rejectComplaint(
    @Arg('input', () => RejectComplaintInput, { description: 'Which one, and why.' })
    { complaintId, reason, version }: RejectComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<RejectComplaintPayload> {
    const by = context.caller as Person;
    return onComplaint(complaintId, context, () =>
      this.parts.handling.reject(complaintId, reason, version ?? null, by),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => CloseRepeatedComplaintPayload, {
    description:
      'Closes a repeated complaint (반복민원) after two results were told for the same matter; see Complaint.repeat. Never a statutory one.',
  })
  closeRepeatedComplaint(
    @Arg('input', () => CloseRepeatedComplaintInput, { description: 'Which one, and why.' })
    { complaintId, reason, mediated, version }: CloseRepeatedComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<CloseRepeatedComplaintPayload> {
    const by = context.caller as Person;
    return onComplaint(complaintId, context, () =>
      this.parts.repeats.close(complaintId, { reason, mediated }, version ?? null, by),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => GiveOpinionPayload, {
    description: 'Tells what one thinks of the result of one’s own complaint (결과 의견), once.',
  })
  giveOpinion(
    @Arg('input', () => GiveOpinionInput, { description: 'The opinion.' })
    { complaintId, satisfied, text, version }: GiveOpinionInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<GiveOpinionPayload> {
    const by = context.caller as Person;
    const opinion = { satisfied, text: text ?? null };
    return onComplaint(complaintId, context, () =>
      this.parts.handling.giveOpinion(complaintId, opinion, version ?? null, by),
    );
  }
}
