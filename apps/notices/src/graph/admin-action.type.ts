import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, connectionType } from '@charter/service';
import type { AdminActionEntity } from '../store/notice.entity';

@ObjectType('AdminActionDetail', { description: 'What an administrator’s action was about: one thing of it.' })
export class AdminActionDetailType {
  @Field(() => String, { description: 'What it is: queue, ids, reason …' })
  name: string;

  @Field(() => String, { description: 'Its value; several are separated by commas.' })
  value: string;
}

@ObjectType('AdminAction', { description: 'What an administrator did, as it was recorded. It is never changed.' })
export class AdminActionType {
  @Field(() => ID, { description: 'Its id: a later line has a higher one.' })
  id: string;

  @Field(() => DateTime, { description: 'When.' })
  actedAt: Date;

  @Field(() => String, { description: 'What: the name of the mutation.' })
  action: string;

  actorId: string;

  @Field(() => [AdminActionDetailType], { description: 'To what, and why.' })
  details: AdminActionDetailType[];

  @Field(() => String, {
    nullable: true,
    description: 'Why it could not be done; null in the line of its beginning, which is written first.',
  })
  failure: string | null;
}

export const AdminActionConnection = connectionType('AdminAction', () => AdminActionType);

@InputType({ description: 'Which actions; all that is given must hold.' })
export class AdminActionsFilter {
  @Field(() => String, { nullable: true, description: 'The name of the mutation.' })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who did it.' })
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'The queue that it was done to.' })
  queue?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Not before this moment.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Before this moment.' })
  to?: Date | null;
}

const inWords = (value: unknown): string =>
  Array.isArray(value) ? value.map(inWords).join(', ') : typeof value === 'string' ? value : JSON.stringify(value);

/** The record's columns that the graph shows. */
export function toAdminActionType({ id, actedAt, action, personId, details }: AdminActionEntity): AdminActionType {
  const { failed, ...about } = details as Record<string, unknown>;
  return {
    ...{ id, actedAt, action, actorId: personId },
    details: Object.entries(about).map(([name, value]) => ({ name, value: inWords(value) })),
    failure: failed === undefined ? null : inWords(failed),
  };
}
