import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DEAD_LETTER_STATES, WITHHELD } from '@charter/contracts';
import { DateTime, UserError, graphEnum } from '@charter/service';
import { ATTENTION, type Attention } from '../domain/queue-attention';

const QueueAttention = graphEnum('QueueAttention', 'Why an administrator should look at a queue.', ATTENTION, {
  DEAD_LETTERS: { description: '처리 실패. Events were given up: somebody has to decide.' },
  LATE: { description: '지연. Its oldest unconfirmed event is older than the setting QUEUE_LATE_AFTER.' },
  CROWDED: { description: '적체. It has as many unconfirmed events as the setting QUEUE_CROWDED_FROM, or more.' },
  FAILING: { description: '재시도 중. Events failed and are tried again by themselves.' },
  PAUSED: { description: '멈춤. An administrator paused it.' },
  SILENT: { description: '응답 없음. A service does not answer: the figures are not whole.' },
});

@ObjectType('Queue', { description: 'A queue between services, as it stands now.' })
export class QueueType {
  @Field(() => String, { description: 'Its name: of its consumer, or of a producer’s acknowledgements.' })
  name: string;

  @Field(() => Int, { description: 'Jobs that wait.' })
  waiting: number;

  @Field(() => Int, { description: 'Jobs that are worked on.' })
  active: number;

  @Field(() => Int, { description: 'Jobs that are tried again later.' })
  delayed: number;

  @Field(() => Int, { description: 'Jobs that the queue holds as failed.' })
  failed: number;

  @Field(() => Boolean, { description: 'Whether an administrator paused it.' })
  paused: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When the oldest waiting job was put in.' })
  oldestAt: Date | null;

  @Field(() => Float, { nullable: true, description: 'How long the oldest waiting job waits, in seconds.' })
  ageSeconds: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Events given up by the service that consumes this queue; null when it does not answer.',
  })
  deadLetters: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Events that failed and are tried again; null when the service that consumes them does not answer.',
  })
  failing: number | null;

  @Field(() => Int, {
    description:
      'Events that are not confirmed yet: in the queue, on their way to it, or lost by it and sent again. It counts also while the queue is paused.',
  })
  unconfirmed: number;

  @Field(() => DateTime, { nullable: true, description: 'When the oldest event came about that is not confirmed.' })
  oldestUnconfirmedAt: Date | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How late the queue is now: the age of the oldest event that is not confirmed, in seconds.',
  })
  lateSeconds: number | null;

  @Field(() => Int, { description: 'Throughput: events that took effect in the last hour.' })
  doneLastHour: number;

  @Field(() => Int, { description: 'Events that were given up in the last hour.' })
  diedLastHour: number;

  @Field(() => Float, {
    nullable: true,
    description: 'From an event to its effect, on average over the last hour, in seconds; null when there was none.',
  })
  averageSeconds: number | null;

  @Field(() => Float, { nullable: true, description: 'The same for the slowest of them.' })
  worstSeconds: number | null;

  @Field(() => [String], {
    description: 'Services that do not answer now: what they send is missing in these figures.',
  })
  silent: string[];

  @Field(() => [QueueAttention], { description: 'Why an administrator should look at it; empty when all is well.' })
  attention: Attention[];
}

const DeadLetterState = graphEnum(
  'DeadLetterState',
  'What has become of an event that was given up.',
  DEAD_LETTER_STATES,
  {
    DEAD: { description: '처리 실패. It waits for an administrator.' },
    RETRYING: { description: '재처리 중. It is tried again.' },
    DONE: { description: '처리 완료. Tried again, it took effect.' },
    DISCARDED: { description: '폐기. An administrator gave it up, with a reason.' },
  },
);

const WithheldReason = graphEnum('WithheldReason', 'Why the value of a field is not shown.', WITHHELD, {
  PERSON: { description: '사람. It names somebody.' },
  TEXT: { description: '글. Words, which can say anything.' },
  BROKEN: { description: '규격 위반. It is not what the event’s contract asks for: this may be why the event failed.' },
});

@ObjectType('DeadLetterField', { description: 'A field of what the event says, without personal data.' })
export class DeadLetterFieldType {
  @Field(() => String, { description: 'Its name in the event’s contract.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its value; null when it has none or is withheld.' })
  value: string | null;

  @Field(() => WithheldReason, { nullable: true, description: 'Why its value is not shown; null when it is.' })
  withheld: keyof typeof WithheldReason | null;
}

@ObjectType('DeadLetter', { description: 'An event that a consumer could not handle after all attempts.' })
export class DeadLetterType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'The event.' })
  eventId: string;

  @Field(() => String, { description: 'The consumer.' })
  consumer: string;

  @Field(() => String, { description: 'The event’s type.' })
  type: string;

  @Field(() => String, { description: 'The service that sent it.' })
  producer: string;

  @Field(() => DeadLetterState, { description: 'What has become of it.' })
  state: keyof typeof DeadLetterState;

  @Field(() => String, { description: 'Why it was given up: the error without values.' })
  reason: string;

  @Field(() => DateTime, { nullable: true, description: 'When the event came about.' })
  occurredAt: Date | null;

  @Field(() => [DeadLetterFieldType], {
    description:
      'What the event says: ids of things, codes, moments, numbers. Empty once it is done, for then nothing is kept.',
  })
  fields: DeadLetterFieldType[];

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => DateTime, { description: 'When it was given up last.' })
  diedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When an administrator decided on it last.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was discarded.' })
  decidedReason: string | null;

  decidedBy: string | null;
}

@ObjectType('DeadLetterPage', { description: 'A page of dead letters.' })
export class DeadLetterPageType {
  @Field(() => [DeadLetterType], { description: 'The dead letters.' })
  items: DeadLetterType[];

  @Field(() => String, { nullable: true, description: 'Give it as `after` for the next page; null at the end.' })
  next: string | null;
}

@InputType({ description: 'Dead letters to try again.' })
export class RetryDeadLettersInput {
  @Field(() => String, { description: 'The queue, by name.' })
  queue: string;

  @Field(() => [ID], { description: 'Which, 1 to 100.' })
  ids: string[];
}

@InputType({ description: 'Dead letters to give up for good.' })
export class DiscardDeadLettersInput extends RetryDeadLettersInput {
  @Field(() => String, { description: 'Why, 1 to 500 characters.' })
  reason: string;
}

@InputType({ description: 'A queue to pause or resume.' })
export class QueueInput {
  @Field(() => String, { description: 'The queue, by name.' })
  queue: string;
}

@ObjectType({ description: 'The answer of retryDeadLetters and discardDeadLetters.' })
export class DeadLettersPayload {
  @Field(() => Int, { description: 'How many it was done to.' })
  done: number;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of pauseQueue and resumeQueue.' })
export class QueuePayload {
  @Field(() => QueueType, { nullable: true, description: 'The queue as it is now.' })
  queue: QueueType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}
