import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { localDate } from '@charter/calendar';
import type { Message } from '@charter/contracts';
import { type Person, badInput, isUuid, notFound, userErrors } from '@charter/service';
import { versionOn } from '../domain/catalogue/versions';
import { greetingFor } from '../domain/greeting';
import { CHARTER } from '../domain/deadline-kinds';
import type { Filing } from '../domain/filing';
import type { FilingService, Taken } from '../filing.service';
import type { HandlingService } from '../handling.service';
import { handled } from './handling/handled';
import {
  AnswerComplaintInput,
  AssignComplaintInput,
  ComplaintInput,
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
import type { Suggestions } from './knowledge/suggestions';

const FILE_UNKNOWN: Message = {
  ko: '첨부파일을 찾을 수 없습니다. 직접 올린 파일의 attachmentId인지 확인해 주십시오.',
  en: 'There is no such attachment: name files that you have uploaded yourself.',
};

const toPetitioner = ({ name, phone, email }: Pick<PetitionerInput, 'name' | 'phone' | 'email'>) => ({
  name,
  phone: phone ?? null,
  email: email ?? null,
});

/** What a complaint says, however it came in. */
const toFiling = (input: ComplaintInput): Omit<Filing, 'channel' | 'receivedAt'> => {
  const { serviceCode, title, body, visibility, petitioner, coPetitioners, households, location, attachmentIds } =
    input;
  const { origin } = input;
  if (origin && !isUuid(origin.id)) throw badInput('`origin.id` is not an id.');
  return {
    ...{ serviceCode, title, body, visibility, petitioner: toPetitioner(petitioner) },
    joint:
      coPetitioners?.length || typeof households === 'number'
        ? {
            coPetitioners: (coPetitioners ?? []).map((one) => ({
              ...toPetitioner(one),
              representative: one.representative,
            })),
            households: households ?? 1,
          }
        : null,
    place: location
      ? { address: location.address, latitude: location.latitude ?? null, longitude: location.longitude ?? null }
      : null,
    attachmentIds: attachmentIds ?? [],
    origin: origin ? { kind: origin.kind, id: origin.id } : null,
  };
};

@Resolver()
export class ComplaintMutations {
  constructor(
    private readonly filing: FilingService,
    private readonly handling: HandlingService,
    private readonly suggestions: Suggestions,
  ) {}

  @Authorized('CITIZEN')
  @Mutation(() => FileComplaintPayload, {
    description: 'Files a complaint online. The due date follows the law and the calendar.',
  })
  async fileComplaint(
    @Arg('input', () => FileComplaintInput, { description: 'The complaint.' }) input: FileComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<FileComplaintPayload> {
    const { suggestionId, idempotencyKey } = input;
    const suggested = suggestionId ? this.suggestions.open(suggestionId) : undefined;
    return taken(await this.filing.file(toFiling(input), idempotencyKey, context.caller as Person, suggested), context);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => RegisterComplaintPayload, {
    description: 'Registers a visit, phone call or letter with its real moment of receipt.',
  })
  async registerComplaint(
    @Arg('input', () => RegisterComplaintInput, { description: 'The complaint.' }) input: RegisterComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<RegisterComplaintPayload> {
    const { channel, receivedAt, citizenId, idempotencyKey } = input;
    if (citizenId && !isUuid(citizenId)) throw badInput('`citizenId` is not an id.');
    const filing = { ...toFiling(input), channel, receivedAt };
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
  outcome: Taken,
  { caller, complaints, serviceItems, deadlines }: ComplaintsContext,
): Promise<FileComplaintPayload> {
  if (outcome === 'NOT_FOUND') throw notFound(caller.language, FILE_UNKNOWN);
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
  const [versions, own] = await Promise.all([serviceItems.load(complaint.serviceCode), deadlines.load(complaint.id)]);
  const expectedAt = own.find(({ kind }) => kind === CHARTER)?.dueAt ?? null;
  return {
    complaint: toComplaintType(complaint),
    ...greetingFor(
      caller.language,
      versionOn(versions, localDate(complaint.receivedAt))!,
      complaint.receiptNumber,
      expectedAt,
    ),
    expectedAt,
    errors: [],
  };
}
