import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, badInput, forbidden, isUuid, notFound, userErrors } from '@charter/service';
import type { AppealsService } from '../../appeals.service';
import type { Handled } from '../../desk';
import type { ObjectionCall, ObjectionsService } from '../../objections.service';
import type { ComplaintsContext } from '../context';
import {
  AppealComplaintInput,
  AppealComplaintPayload,
  AssignObjectionInput,
  AssignObjectionPayload,
  DecideAppealInput,
  DecideAppealPayload,
  ExtendObjectionInput,
  ExtendObjectionPayload,
  type ObjectionPayload,
  SaveObjectionRuleInput,
  SaveObjectionRulePayload,
  WithdrawObjectionInput,
  WithdrawObjectionPayload,
} from './objection.input';
import { toObjectionType, toRuleType } from './objection.type';

@Resolver()
export class ObjectionMutations {
  constructor(
    private readonly appeals: AppealsService,
    private readonly objections: ObjectionsService,
  ) {}

  @Authorized('CITIZEN')
  @Mutation(() => AppealComplaintPayload, {
    description:
      'Objects to the handling of one’s own complaint (이의신청): by law to a rejected statutory one within 60 days, by the charter to any at any time.',
  })
  async appealComplaint(
    @Arg('input', () => AppealComplaintInput, { description: 'The objection.' })
    { complaintId, basis, reason, idempotencyKey, version }: AppealComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<AppealComplaintPayload> {
    if (!isUuid(complaintId)) throw notFound(context.caller.language);
    const appeal = { basis: basis ?? null, reason };
    const call = { complaintId, appeal, version: version ?? null, idempotencyKey };
    return answered(await this.appeals.file(call, context.caller as Person), context);
  }

  @Authorized('MANAGER')
  @Mutation(() => AssignObjectionPayload, {
    description: 'Names who decides an objection: another officer than those whose handling it is about.',
  })
  assignObjection(
    @Arg('input', () => AssignObjectionInput, { description: 'Who decides what.' }) input: AssignObjectionInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<AssignObjectionPayload> {
    if (!isUuid(input.officerId)) throw badInput('`officerId` is not an id.');
    return onObjection(input, context, (call) => this.objections.assign(input.officerId, call));
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => DecideAppealPayload, {
    description:
      'Upholds or dismisses an objection. Upheld, a closed complaint is opened again and its periods begin anew from this decision.',
  })
  decideAppeal(
    @Arg('input', () => DecideAppealInput, { description: 'The decision.' }) input: DecideAppealInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<DecideAppealPayload> {
    const { upheld, reason } = input;
    return onObjection(input, context, (call) => this.objections.decide({ upheld, reason }, call));
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => ExtendObjectionPayload, {
    description: 'Takes longer to decide an objection, once, before its date, with a reason that the citizen is told.',
  })
  extendObjection(
    @Arg('input', () => ExtendObjectionInput, { description: 'How much longer, and why.' })
    input: ExtendObjectionInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<ExtendObjectionPayload> {
    const { length, reason } = input;
    return onObjection(input, context, (call) => this.objections.extend({ length, reason }, call));
  }

  @Authorized('CITIZEN')
  @Mutation(() => WithdrawObjectionPayload, {
    description: 'Takes one’s own objection back (취하) before it is decided.',
  })
  withdrawObjection(
    @Arg('input', () => WithdrawObjectionInput, { description: 'Which one.' }) input: WithdrawObjectionInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<WithdrawObjectionPayload> {
    return onObjection(input, context, (call) => this.objections.withdraw(call));
  }

  @Authorized('ADMIN')
  @Mutation(() => SaveObjectionRulePayload, {
    description:
      'Sets within what objections by the charter are decided, from a day on. Those filed before keep their dates.',
  })
  async saveObjectionRule(
    @Arg('input', () => SaveObjectionRuleInput, { description: 'The rule.' })
    { idempotencyKey, validFrom, longestExtension, period }: SaveObjectionRuleInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<SaveObjectionRulePayload> {
    const { unit, length, firstDayCounts } = period;
    const rule = { validFrom, longestExtension, period: { unit, length: length ?? null, firstDayCounts } };
    const saved = await this.appeals.saveRule(rule, idempotencyKey, caller as Person);
    if (!saved.ok) return { rule: null, errors: userErrors(saved.refusals, caller.language) };
    return { rule: toRuleType(rule), errors: [] };
  }
}

/** Does a step of the objection with this id; one that is no id belongs to no objection. */
async function onObjection(
  { objectionId, version }: { objectionId: string; version?: number | null },
  context: ComplaintsContext,
  step: (call: ObjectionCall) => Promise<Handled>,
): Promise<ObjectionPayload> {
  const call = { id: objectionId, version: version ?? null, by: context.caller as Person };
  return answered(isUuid(objectionId) ? await step(call) : 'NOT_FOUND', context);
}

async function answered(outcome: Handled, { caller, objections }: ComplaintsContext): Promise<ObjectionPayload> {
  if (outcome === 'NOT_FOUND') throw notFound(caller.language);
  if (outcome === 'FORBIDDEN') throw forbidden(caller.language);
  if (!outcome.ok) return { objection: null, errors: userErrors(outcome.refusals, caller.language) };
  const found = await objections.clear(outcome.value).load(outcome.value);
  return { objection: toObjectionType(found!), errors: [] };
}
