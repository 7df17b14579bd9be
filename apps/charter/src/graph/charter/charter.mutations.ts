import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Outcome } from '@charter/contracts';
import { type Person, userErrors } from '@charter/service';
import type { CharterService } from '../../charters/charter.service';
import type { CharterContext } from '../context';
import { PublishCharterInput, SaveCharterInput, toDraft } from './charter.input';
import { PublishCharterPayload, SaveCharterPayload } from './charter.type';
import { toVersion } from './version';

@Resolver()
export class CharterMutations {
  constructor(private readonly service: CharterService) {}

  @Authorized('ADMIN')
  @Mutation(() => SaveCharterPayload, {
    description:
      'Writes the draft of the charter, whole: the present one, or a new version where there is none. There is one draft at a time.',
  })
  async saveCharter(
    @Arg('input', () => SaveCharterInput, { description: 'The draft.' }) input: SaveCharterInput,
    @Ctx() context: CharterContext,
  ): Promise<SaveCharterPayload> {
    const command = {
      draft: toDraft(input),
      revision: input.revision ?? null,
      idempotencyKey: input.idempotencyKey ?? null,
    };
    return answer(await this.service.save(command, context.caller as Person), context);
  }

  @Authorized('ADMIN')
  @Mutation(() => PublishCharterPayload, {
    description:
      'Publishes the draft from a day on: complete in both languages, naming only standards and departments that there are then. A published version never changes; the one before is superseded on that day by itself.',
  })
  async publishCharter(
    @Arg('input', () => PublishCharterInput, { description: 'Which draft, and from when on.' })
    { version, revision, inForceFrom, idempotencyKey }: PublishCharterInput,
    @Ctx() context: CharterContext,
  ): Promise<PublishCharterPayload> {
    const command = {
      ...{ version, inForceFrom },
      ...{ revision: revision ?? null, idempotencyKey: idempotencyKey ?? null },
    };
    return answer(await this.service.publish(command, context.caller as Person), context);
  }
}

async function answer(outcome: Outcome<number>, context: CharterContext): Promise<SaveCharterPayload> {
  const { caller, charters } = context;
  if (!outcome.ok) return { charter: null, errors: userErrors(outcome.refusals, caller.language) };
  const row = (await charters.clear(outcome.value).load(outcome.value))!;
  return { charter: await toVersion(row, context), errors: [] };
}
