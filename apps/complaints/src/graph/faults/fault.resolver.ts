import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { DateTime, LocalDate, type Person, graphEnum, hasRole } from '@charter/service';
import { handles, maySee } from '../../domain/access';
import { OFFICE_FAULTS, type OfficeFault } from '../../domain/faults/fault';
import type { FaultsService } from '../../faults.service';
import { ComplaintPayload, ComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { onComplaint } from '../handling/handled';

const OfficeFaultEnum = graphEnum('OfficeFault', 'What an office did wrong besides being late.', OFFICE_FAULTS, {
  REPEAT_VISIT: { description: 'A second visit, or papers again, by the office’s mistake (행정사무 착오).' },
  WRONG_NOTICE: { description: 'The office told something wrong (잘못된 안내).' },
  UNKINDNESS: { description: 'Unkindness (불친절).' },
});

@ObjectType('ConfirmedFault', {
  description: 'A fault of the office that was confirmed (확인된 과실). A claim to compensation opens for it.',
})
export class ConfirmedFaultType {
  @Field(() => OfficeFaultEnum, { description: 'What was done wrong.' })
  fault: OfficeFault;

  @Field(() => LocalDate, { description: 'The day on which it happened.' })
  occurredOn: string;

  @Field(() => DateTime, { description: 'When it was confirmed.' })
  confirmedAt: Date;

  @Field(() => String, { nullable: true, description: 'What was found: for the department and the auditor.' })
  finding: string | null;

  @Field(() => ID, { nullable: true, description: 'Who confirmed it: for the department and the auditor.' })
  confirmedBy: string | null;
}

@InputType({ description: 'A fault of the office that is confirmed.' })
export class ConfirmFaultInput {
  @Field(() => ID, { description: 'The complaint in which it happened.' })
  complaintId: string;

  @Field(() => OfficeFaultEnum, { description: 'What was done wrong.' })
  fault: OfficeFault;

  @Field(() => LocalDate, { description: 'The day on which it happened.' })
  occurredOn: string;

  @Field(() => String, { description: 'What was found, for the office: 1 to 5,000 characters.' })
  finding: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The answer of confirmFault.' })
export class ConfirmFaultPayload extends ComplaintPayload {}

/** Faults of the office besides lateness. */
@Resolver(() => ComplaintType)
export class FaultResolver {
  constructor(private readonly faults: FaultsService) {}

  @FieldResolver(() => [ConfirmedFaultType], {
    nullable: true,
    description:
      'The faults of the office that were confirmed of it, oldest first; null for who may not see the complaint in full.',
  })
  async confirmedFaults(
    @Root() complaint: ComplaintType,
    @Ctx() { caller, faults }: ComplaintsContext,
  ): Promise<ConfirmedFaultType[] | null> {
    if (!maySee(caller, complaint)) return null;
    const office = handles(caller, complaint) || hasRole(caller, 'AUDITOR');
    return (await faults.load(complaint.id)).map(({ fault, occurredOn, confirmedAt, finding, confirmedBy }) => ({
      ...{ fault, occurredOn, confirmedAt },
      ...{ finding: office ? finding : null, confirmedBy: office ? confirmedBy : null },
    }));
  }

  @Authorized('MANAGER', 'AUDITOR')
  @Mutation(() => ConfirmFaultPayload, {
    description:
      'Confirms what the office did wrong in a complaint: its department’s head admits it, or the petition auditor finds it. Once each; a claim to compensation opens by itself.',
  })
  confirmFault(
    @Arg('input', () => ConfirmFaultInput, { description: 'The fault.' })
    { complaintId, idempotencyKey, ...found }: ConfirmFaultInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<ConfirmFaultPayload> {
    return onComplaint(complaintId, context, () =>
      this.faults.confirm(complaintId, found, idempotencyKey, context.caller as Person),
    );
  }
}
