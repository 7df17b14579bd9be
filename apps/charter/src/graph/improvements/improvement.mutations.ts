import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, badInput, forbidden, isUuid, notFound, userErrors } from '@charter/service';
import type { ImprovementCall, ImprovementHandled } from '../../improvements/improvement-desk';
import type { ImprovementService } from '../../improvements/improvement.service';
import type { OpeningService } from '../../improvements/opening.service';
import type { CharterContext } from '../context';
import * as input from './improvement.input';
import { resolveImprovement } from './improvement.resolver';
import * as types from './improvement.type';

/** What a step answers: the action as it is now, or why not. */
async function answer(
  handled: Promise<ImprovementHandled>,
  context: CharterContext,
): Promise<types.ImprovementPayload> {
  const { language } = context.caller;
  const outcome = await handled;
  if (outcome === 'NOT_FOUND') throw notFound(language);
  if (outcome === 'FORBIDDEN') throw forbidden(language);
  if (!outcome.ok) return { improvementAction: null, errors: userErrors(outcome.refusals, language) };
  context.improvements.clear(outcome.value);
  return { improvementAction: await resolveImprovement({ id: outcome.value }, context), errors: [] };
}

/** Which action, at which version, and who asks. An id that is none finds nothing. */
function callOf(
  { improvementActionId: id, version }: { improvementActionId: string; version?: number | null },
  { caller }: CharterContext,
): ImprovementCall {
  if (!isUuid(id)) throw notFound(caller.language);
  return { id, version: version ?? null, by: caller as Person };
}

function officerOf(officerId: string): string {
  if (!isUuid(officerId)) throw badInput('`officerId` is not an id.');
  return officerId;
}

export interface ImprovementMutationParts {
  readonly opening: OpeningService;
  readonly handling: ImprovementService;
}

@Resolver()
export class ImprovementMutations {
  constructor(private readonly parts: ImprovementMutationParts) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.OpenImprovementActionPayload, {
    description:
      'Opens an improvement action of the own department: from a complaint, a proposal, an entry of a contest or a monitor’s report that the caller may see, or by itself. Whose matter it comes from is told.',
  })
  openImprovementAction(
    @Arg('input', () => input.OpenImprovementActionInput, { description: 'The action.' })
    { source, officerId, idempotencyKey, plan, standardCode, ...given }: input.OpenImprovementActionInput,
    @Ctx() context: CharterContext,
  ): Promise<types.OpenImprovementActionPayload> {
    if (source && !isUuid(source.id)) throw badInput('`source.id` is not an id.');
    const asked = {
      opening: { ...given, plan: plan ?? null, standardCode: standardCode ?? null },
      officerId: officerId ? officerOf(officerId) : null,
      source: source ? { kind: source.kind, id: source.id } : null,
      idempotencyKey: idempotencyKey ?? null,
    };
    return answer(this.parts.opening.open(asked, context.caller as Person), context);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.UpdateImprovementActionPayload, {
    description: 'Changes what an open improvement action is about, or plans it: its first plan puts it in progress.',
  })
  updateImprovementAction(
    @Arg('input', () => input.UpdateImprovementActionInput, { description: 'What changes.' })
    { improvementActionId, version, standardCode, ...given }: input.UpdateImprovementActionInput,
    @Ctx() context: CharterContext,
  ): Promise<types.UpdateImprovementActionPayload> {
    const changes = {
      kind: given.kind ?? undefined,
      title: given.title ?? undefined,
      description: given.description ?? undefined,
      plan: given.plan ?? undefined,
      standardCode,
    };
    return answer(this.parts.handling.update(callOf({ improvementActionId, version }, context), changes), context);
  }

  @Authorized('MANAGER')
  @Mutation(() => types.AssignImprovementActionPayload, {
    description: 'The head gives an improvement action to another officer of the department, who is told.',
  })
  assignImprovementAction(
    @Arg('input', () => input.AssignImprovementActionInput, { description: 'To whom.' })
    given: input.AssignImprovementActionInput,
    @Ctx() context: CharterContext,
  ): Promise<types.AssignImprovementActionPayload> {
    return answer(this.parts.handling.assign(callOf(given, context), officerOf(given.officerId)), context);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.ReportImprovementProgressPayload, {
    description: 'Reports how far an improvement action in progress is; whose matter it came from is told.',
  })
  reportImprovementProgress(
    @Arg('input', () => input.ReportImprovementProgressInput, { description: 'How far it is.' })
    { percent, text, idempotencyKey, ...which }: input.ReportImprovementProgressInput,
    @Ctx() context: CharterContext,
  ): Promise<types.ReportImprovementProgressPayload> {
    const report = { percent, text, idempotencyKey: idempotencyKey ?? null };
    return answer(this.parts.handling.report(callOf(which, context), report), context);
  }

  @Authorized('MANAGER')
  @Mutation(() => types.ExtendImprovementActionPayload, {
    description: 'The head puts the date of an open improvement action off, once, before it has passed.',
  })
  extendImprovementAction(
    @Arg('input', () => input.ExtendImprovementActionInput, { description: 'Until when, and why.' })
    { dueOn, reason, ...which }: input.ExtendImprovementActionInput,
    @Ctx() context: CharterContext,
  ): Promise<types.ExtendImprovementActionPayload> {
    return answer(this.parts.handling.extend(callOf(which, context), dueOn, reason), context);
  }

  @Authorized('MANAGER')
  @Mutation(() => types.PublishImprovementActionPayload, {
    description: 'The head shows an improvement action to everybody, with its progress and its result.',
  })
  publishImprovementAction(
    @Arg('input', () => input.PublishImprovementActionInput, { description: 'Which one.' })
    which: input.PublishImprovementActionInput,
    @Ctx() context: CharterContext,
  ): Promise<types.PublishImprovementActionPayload> {
    return answer(this.parts.handling.publish(callOf(which, context)), context);
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.CompleteImprovementActionPayload, {
    description: 'Ends an improvement action in progress with its result; whose matter it came from is told.',
  })
  completeImprovementAction(
    @Arg('input', () => input.CompleteImprovementActionInput, { description: 'What came of it.' })
    { result, ...which }: input.CompleteImprovementActionInput,
    @Ctx() context: CharterContext,
  ): Promise<types.CompleteImprovementActionPayload> {
    return answer(this.parts.handling.complete(callOf(which, context), result), context);
  }

  @Authorized('MANAGER')
  @Mutation(() => types.CancelImprovementActionPayload, {
    description: 'The head calls an open improvement action off, with the reason; everybody concerned is told.',
  })
  cancelImprovementAction(
    @Arg('input', () => input.CancelImprovementActionInput, { description: 'Why.' })
    { reason, ...which }: input.CancelImprovementActionInput,
    @Ctx() context: CharterContext,
  ): Promise<types.CancelImprovementActionPayload> {
    return answer(this.parts.handling.cancel(callOf(which, context), reason), context);
  }
}
