import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, UserError } from '@charter/service';

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

  @Field(() => String, { description: 'Why it was given up.' })
  reason: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => DateTime, { description: 'When it was given up.' })
  diedAt: Date;
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
