import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { ConsumerName } from '@charter/contracts';
import { refusal } from '@charter/contracts';
import {
  type Clock,
  PageArgs,
  type Person,
  ServiceUnavailable,
  badInput,
  pageSize,
  serviceUnavailable,
  userErrors,
} from '@charter/service';
import { QUEUES, type QueueFigures, type QueueService, isConsumer } from '../queue.service';
import type { NoticesContext } from './context';
import {
  DeadLetterPageType,
  DeadLettersPayload,
  DiscardDeadLettersInput,
  QueueInput,
  QueuePayload,
  QueueType,
  RetryDeadLettersInput,
} from './queue.type';

function consumerQueue(name: string): ConsumerName {
  if (!isConsumer(name)) throw badInput(`\`queue\` is none of the consumers’ queues: see queues { name }.`);
  return name;
}

@Resolver(() => QueueType)
export class QueueResolver {
  constructor(
    private readonly service: QueueService,
    private readonly clock: Clock,
  ) {}

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => [QueueType], { description: 'The queues between the services, as they stand now.' })
  async queues(@Ctx() { caller }: NoticesContext): Promise<QueueType[]> {
    return (await this.service.list(caller.requestId)).map((queue) => this.toType(queue));
  }

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => DeadLetterPageType, { description: 'The events that a consumer has given up, with the reason.' })
  deadLetters(
    @Arg('queue', () => String, { description: 'The queue, by name.' }) queue: string,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { caller }: NoticesContext,
  ): Promise<DeadLetterPageType> {
    return reached(this.service.deadLetters(consumerQueue(queue), { first: pageSize(first), after }, caller.requestId));
  }

  @Authorized('ADMIN')
  @Mutation(() => DeadLettersPayload, { description: 'Tries dead letters again. Audited.' })
  async retryDeadLetters(
    @Arg('input', () => RetryDeadLettersInput, { description: 'Which ones.' }) { queue, ids }: RetryDeadLettersInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<DeadLettersPayload> {
    return {
      done: await reached(this.service.retry(consumerQueue(queue), checked(ids), caller as Person)),
      errors: [],
    };
  }

  @Authorized('ADMIN')
  @Mutation(() => DeadLettersPayload, { description: 'Gives dead letters up for good, with the reason. Audited.' })
  async discardDeadLetters(
    @Arg('input', () => DiscardDeadLettersInput, { description: 'Which ones, and why.' })
    { queue, ids, reason }: DiscardDeadLettersInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<DeadLettersPayload> {
    if (!reason.trim() || reason.length > 500) {
      const missing = refusal(
        'INVALID_VALUE',
        '폐기 사유를 1~500자로 입력해 주십시오.',
        'Give the reason in 1 to 500 characters.',
        'reason',
      );
      return { done: 0, errors: userErrors([missing], caller.language) };
    }
    return {
      done: await reached(this.service.discard(consumerQueue(queue), checked(ids), reason, caller as Person)),
      errors: [],
    };
  }

  @Authorized('ADMIN')
  @Mutation(() => QueuePayload, { description: 'Pauses a queue: jobs wait until it is resumed. Audited.' })
  async pauseQueue(
    @Arg('input', () => QueueInput, { description: 'Which one.' }) { queue }: QueueInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<QueuePayload> {
    await this.service.pause(known(queue), caller as Person);
    return this.standing(queue, caller.requestId);
  }

  @Authorized('ADMIN')
  @Mutation(() => QueuePayload, { description: 'Resumes a paused queue. Audited.' })
  async resumeQueue(
    @Arg('input', () => QueueInput, { description: 'Which one.' }) { queue }: QueueInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<QueuePayload> {
    await this.service.resume(known(queue), caller as Person);
    return this.standing(queue, caller.requestId);
  }

  private async standing(name: string, requestId: string): Promise<QueuePayload> {
    const found = (await this.service.list(requestId)).find((queue) => queue.name === name);
    return { queue: found ? this.toType(found) : null };
  }

  private toType({ name, waiting, active, delayed, failed, paused, oldestAt, deadLetters }: QueueFigures): QueueType {
    const ageSeconds = oldestAt ? Math.max(0, (this.clock.now().getTime() - oldestAt.getTime()) / 1_000) : null;
    return { name, waiting, active, delayed, failed, paused, oldestAt, ageSeconds, deadLetters };
  }
}

function known(queue: string): string {
  if (!QUEUES.includes(queue)) throw badInput(`There is no queue of this name: see queues { name }.`);
  return queue;
}

function checked(ids: readonly string[]): readonly string[] {
  if (ids.length < 1 || ids.length > 100) throw badInput('`ids` has 1 to 100 entries.');
  return ids;
}

/** A neighbour that does not answer is said by name. */
async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ServiceUnavailable) throw serviceUnavailable(error.service);
    throw error;
  }
}
