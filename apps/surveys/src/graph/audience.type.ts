import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, UserError } from '@charter/service';
import type { SampleOf } from '../domain/invitations/audience';
import type { AudienceEntity } from '../store/audience.entity';

@ObjectType('SampleGroup', {
  description: 'A group of a sample: what its answers are weighted by (population ÷ drawn).',
})
class SampleGroupType {
  @Field(() => String, { nullable: true, description: 'The department that served; null: several.' })
  departmentCode: string | null;

  @Field(() => String, { nullable: true, description: 'How the complaints came in; null: several ways.' })
  channel: string | null;

  @Field(() => Int, { description: 'How many citizens were served.' })
  population: number;

  @Field(() => Int, { description: 'How many of them were drawn.' })
  drawn: number;
}

@ObjectType('InvitedAudience', { description: 'Those who are asked a survey together, and how far inviting them is.' })
export class InvitedAudienceType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'The department that asks.' })
  departmentCode: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Of a sample: the first day of the period in which its citizens were served.',
  })
  servedFrom: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Of a sample: the last day of the period, included.' })
  servedTo: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a sample: the seed. The same seed draws the same people of the same population.',
  })
  seed: string | null;

  @Field(() => Int, { description: 'How many could have been asked.' })
  population: number;

  @Field(() => Int, { description: 'How many are asked.' })
  size: number;

  @Field(() => Int, { description: 'How many have been invited so far.' })
  invited: number;

  @Field(() => Int, { description: 'How many had been invited to the same survey before, and were not again.' })
  known: number;

  @Field(() => [SampleGroupType], { description: 'Of a sample: its groups.' })
  groups: SampleGroupType[];

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When everybody had been invited; null while some are left.' })
  finishedAt: Date | null;
}

export const toAudienceType = (audience: AudienceEntity): InvitedAudienceType => ({
  id: audience.id,
  departmentCode: audience.departmentCode,
  servedFrom: audience.servedFrom,
  servedTo: audience.servedTo,
  seed: audience.seed,
  population: audience.population,
  size: audience.size,
  invited: audience.invited,
  known: audience.known,
  groups: audience.groups.map(({ departmentCode, channel, population, drawn }) => ({
    ...{ departmentCode, channel, population, drawn },
  })),
  createdAt: audience.createdAt,
  finishedAt: audience.finishedAt,
});

@InputType('SampleInput', {
  description: 'A random sample of the citizens served in a period, stratified by department and channel.',
})
export class SampleInput implements SampleOf {
  @Field(() => LocalDate, { description: 'The first day of the period.' })
  from: string;

  @Field(() => LocalDate, { description: 'The last day, included.' })
  to: string;

  @Field(() => Int, { description: 'How many are drawn; all, where fewer were served.' })
  size: number;

  @Field(() => String, { description: 'What makes the draw the same again, 1 to 100 characters.' })
  seed: string;
}

@InputType({ description: 'Whom to invite: either a list or a sample, as the survey asks.' })
export class InviteAudienceInput {
  @Field(() => ID, { description: 'The survey.' })
  surveyId: string;

  @Field(() => String, { description: 'The department that asks, by code: it stands in the invitation.' })
  departmentCode: string;

  @Field(() => [ID], { nullable: true, description: 'For LIST: the citizens, at most 5,000 at a time.' })
  citizenIds?: string[] | null;

  @Field(() => SampleInput, { nullable: true, description: 'For SAMPLE.' })
  sample?: SampleInput | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same audience again.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The answer of inviteAudience.' })
export class InviteAudiencePayload {
  @Field(() => InvitedAudienceType, { nullable: true, description: 'The audience. A worker invites it, in batches.' })
  audience: InvitedAudienceType | null;

  @Field(() => [UserError], { description: 'Why it was not done; empty when it was.' })
  errors: UserError[];
}
