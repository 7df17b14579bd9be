import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ConsumerName } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
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
import { QUEUES, type QueueService, type QueueStanding, QueueUnavailable, isConsumer } from '../queue.service';
import { resolveCitizen } from './citizen.resolver';
import { CitizenType } from './citizen.type';
import type { NoticesContext } from './context';
import {
  DeadLetterPageType,
  DeadLetterType,
  DeadLettersPayload,
  DiscardDeadLettersInput,
  QueueInput,
  QueuePayload,
  QueueType,
  RetryDeadLettersInput,
} from './queue.type';

@Resolver(() => QueueType)
export class QueueResolver {
  constructor(
    private readonly service: QueueService,
    private readonly clock: Clock,
  ) {}

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => [QueueType], { nullable: true, description: 'The queues between the services, as they stand now.' })
  async queues(@Ctx() { caller }: NoticesContext): Promise<QueueType[]> {
    return (await reached(this.service.list(caller.requestId))).map((queue) => this.toType(queue));
  }

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => DeadLetterPageType, {
    nullable: true,
    description: 'The events that a consumer has given up, with the reason.',
  })
  deadLetters(
    @Arg('queue', () => String, { description: 'The queue, by name.' }) queue: string,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() { caller }: NoticesContext,
  ): Promise<DeadLetterPageType> {
    return reached(this.service.deadLetters(consumerQueue(queue), { first: pageSize(first), after }, caller.requestId));
  }

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => DeadLetterType, {
    nullable: true,
    description: 'A dead letter, also after it was tried again or discarded; null when the event never was one.',
  })
  deadLetter(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { caller }: NoticesContext,
  ): Promise<DeadLetterType | null> {
    const consumer = id.slice(id.indexOf('.') + 1);
    if (!isConsumer(consumer)) throw badInput('`id` is none of a dead letter: see deadLetters { items { id } }.');
    return reached(this.service.deadLetter(consumer, id, caller.requestId));
  }

  @Authorized('ADMIN')
  @Mutation(() => DeadLettersPayload, { description: 'Tries dead letters again. Audited.' })
  async retryDeadLetters(
    @Arg('input', () => RetryDeadLettersInput, { description: 'Which ones.' }) input: RetryDeadLettersInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<DeadLettersPayload> {
    const { queue, ids } = lettersOf(input);
    return { done: await reached(this.service.retry(queue, ids, caller as Person)), errors: [] };
  }

  @Authorized('ADMIN')
  @Mutation(() => DeadLettersPayload, { description: 'Gives dead letters up for good, with the reason. Audited.' })
  async discardDeadLetters(
    @Arg('input', () => DiscardDeadLettersInput, { description: 'Which ones, and why.' })
    input: DiscardDeadLettersInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<DeadLettersPayload> {
    const { queue, ids } = lettersOf(input);
    const faults = textFaults(input.reason, 500, 'reason');
    if (faults.length > 0) return { done: 0, errors: userErrors(faults, caller.language) };
    return { done: await reached(this.service.discard(queue, ids, input.reason.trim(), caller as Person)), errors: [] };
  }

  @Authorized('ADMIN')
  @Mutation(() => QueuePayload, { description: 'Pauses a queue: jobs wait until it is resumed. Audited.' })
  async pauseQueue(
    @Arg('input', () => QueueInput, { description: 'Which one.' }) { queue }: QueueInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<QueuePayload> {
    await reached(this.service.pause(known(queue), caller as Person));
    return this.standing(queue, caller.requestId);
  }

  @Authorized('ADMIN')
  @Mutation(() => QueuePayload, { description: 'Resumes a paused queue. Audited.' })
  async resumeQueue(
    @Arg('input', () => QueueInput, { description: 'Which one.' }) { queue }: QueueInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<QueuePayload> {
    await reached(this.service.resume(known(queue), caller as Person));
    return this.standing(queue, caller.requestId);
  }

  private async standing(name: string, requestId: string): Promise<QueuePayload> {
    return { queue: this.toType(await reached(this.service.one(name, requestId))), errors: [] };
  }

  private toType({ oldestAt, oldestUnconfirmedAt, silent, attention, ...queue }: QueueStanding): QueueType {
    const now = this.clock.now().getTime();
    const age = (since: Date | null) => (since ? Math.max(0, (now - since.getTime()) / 1_000) : null);
    const ages = { ageSeconds: age(oldestAt), lateSeconds: age(oldestUnconfirmedAt) };
    return { ...queue, ...ages, oldestAt, oldestUnconfirmedAt, silent: [...silent], attention: [...attention] };
  }
}

@Resolver(() => DeadLetterType)
export class DeadLetterResolver {
  @FieldResolver(() => CitizenType, {
    nullable: true,
    description: 'The administrator who decided on it last: oneself in full, others masked.',
  })
  async decider(@Root() { decidedBy }: DeadLetterType, @Ctx() context: NoticesContext): Promise<CitizenType | null> {
    return decidedBy ? resolveCitizen({ id: decidedBy }, context) : null;
  }
}

function known(queue: string): string {
  if (!QUEUES.includes(queue)) throw badInput('There is no queue of this name: see queues { name }.');
  return queue;
}

function consumerQueue(name: string): ConsumerName {
  if (!isConsumer(name)) throw badInput('`queue` is none of the consumers’ queues: see queues { name }.');
  return name;
}

/** A letter's id names its consumer: a slip between two queues must not reach the wrong letters. */
function lettersOf({ queue, ids }: RetryDeadLettersInput): { queue: ConsumerName; ids: readonly string[] } {
  const consumer = consumerQueue(queue);
  if (ids.length < 1 || ids.length > 100) throw badInput('`ids` has 1 to 100 entries.');
  if (!ids.every((id) => id.endsWith(`.${consumer}`))) throw badInput(`\`ids\` are dead letters of ${consumer}.`);
  return { queue: consumer, ids };
}

/** A neighbour, or the queue, that does not answer is said by name. */
async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ServiceUnavailable) throw serviceUnavailable(error.service);
    if (error instanceof QueueUnavailable) throw serviceUnavailable('queue');
    throw error;
  }
}
