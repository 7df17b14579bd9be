import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Outcome } from '@charter/contracts';
import { type Person, badInput, isUuid, userErrors } from '@charter/service';
import { greetingFor } from '../domain/greeting';
import { CHARTER } from '../domain/deadline-kinds';
import type { FilingService } from '../filing.service';
import type { HandlingService } from '../handling.service';
import { handled } from './handling/handled';
import {
  AnswerComplaintInput,
  AssignComplaintInput,
  FileComplaintInput,
  PetitionerInput,
  RegisterComplaintInput,
  WithdrawComplaintInput,
} from './complaint.input';
import {
  AnswerComplaintPayload,
  AssignComplaintPayload,
  FileComplaintPayload,
  RegisterComplaintPayload,
  WithdrawComplaintPayload,
  toComplaintType,
} from './complaint.type';
import type { ComplaintsContext } from './context';

const toPetitioner = ({ name, phone, email }: PetitionerInput) => ({
  name,
  phone: phone ?? null,
  email: email ?? null,
});

@Resolver()
export class ComplaintMutations {
  constructor(
    private readonly filing: FilingService,
    private readonly handling: HandlingService,
  ) {}

  @Authorized('CITIZEN')
  @Mutation(() => FileComplaintPayload, {
    description: 'Files a complaint online. The due date follows the law and the calendar.',
  })
  async fileComplaint(
    @Arg('input', () => FileComplaintInput, { description: 'The complaint.' }) input: FileComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<FileComplaintPayload> {
    const { serviceCode, title, body, visibility, petitioner, idempotencyKey } = input;
    const filing = { serviceCode, title, body, visibility, petitioner: toPetitioner(petitioner) };
    return taken(await this.filing.file(filing, idempotencyKey, context.caller as Person), context);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => RegisterComplaintPayload, {
    description: 'Registers a visit, phone call or letter with its real moment of receipt.',
  })
  async registerComplaint(
    @Arg('input', () => RegisterComplaintInput, { description: 'The complaint.' }) input: RegisterComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<RegisterComplaintPayload> {
    const { serviceCode, title, body, visibility, petitioner, channel, receivedAt, citizenId, idempotencyKey } = input;
    if (citizenId && !isUuid(citizenId)) throw badInput('`citizenId` is not an id.');
    const filing = { serviceCode, title, body, visibility, channel, receivedAt, petitioner: toPetitioner(petitioner) };
    return taken(
      await this.filing.register(filing, citizenId ?? null, idempotencyKey, context.caller as Person),
      context,
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => AssignComplaintPayload, {
    description:
      'Names who handles a complaint of one’s department (담당자 지정). What an officer has, that officer or a manager hands on.',
  })
  async assignComplaint(
    @Arg('input', () => AssignComplaintInput, { description: 'Who handles what.' })
    { complaintId, officerId, version }: AssignComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<AssignComplaintPayload> {
    const by = context.caller as Person;
    const officer = officerId ?? by.id;
    if (!isUuid(officer)) throw badInput('`officerId` is not an id.');
    return handled(
      isUuid(complaintId) ? await this.handling.assign(complaintId, officer, version ?? null, by) : 'NOT_FOUND',
      context,
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => AnswerComplaintPayload, {
    description: 'Answers a complaint. The citizen is told and asked how it was.',
  })
  async answerComplaint(
    @Arg('input', () => AnswerComplaintInput, { description: 'The answer.' })
    { complaintId, answer, version }: AnswerComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<AnswerComplaintPayload> {
    const by = context.caller as Person;
    return handled(
      isUuid(complaintId) ? await this.handling.answer(complaintId, answer, version ?? null, by) : 'NOT_FOUND',
      context,
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => WithdrawComplaintPayload, {
    description: 'Takes one’s own complaint back (취하) before it is answered.',
  })
  async withdrawComplaint(
    @Arg('input', () => WithdrawComplaintInput, { description: 'Which one.' })
    { complaintId, version }: WithdrawComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<WithdrawComplaintPayload> {
    const by = context.caller as Person;
    return handled(
      isUuid(complaintId) ? await this.handling.withdraw(complaintId, version ?? null, by) : 'NOT_FOUND',
      context,
    );
  }
}

/** What a citizen hears when a complaint was taken in, or why it was not. */
async function taken(
  outcome: Outcome<string>,
  { caller, complaints, serviceItems, deadlines }: ComplaintsContext,
): Promise<FileComplaintPayload> {
  if (!outcome.ok) {
    return {
      complaint: null,
      greeting: null,
      guidance: null,
      expectedAt: null,
      errors: userErrors(outcome.refusals, caller.language),
    };
  }
  const complaint = (await complaints.load(outcome.value))!;
  const [service, own] = await Promise.all([serviceItems.load(complaint.serviceCode), deadlines.load(complaint.id)]);
  const expectedAt = own.find(({ kind }) => kind === CHARTER)?.dueAt ?? null;
  return {
    complaint: toComplaintType(complaint),
    ...greetingFor(caller.language, service, complaint.receiptNumber, expectedAt),
    expectedAt,
    errors: [],
  };
}
