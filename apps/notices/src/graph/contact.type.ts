import { Field, ObjectType } from 'type-graphql';
import { DateTime, graphEnum } from '@charter/service';
import type { Channel } from '../domain/channels';
import { ChannelEnum } from './notice-enums';

export type ContactState = 'ACTIVE' | 'PAUSED';

const ContactStateEnum = graphEnum<ContactState>('ContactState', 'Whether an address is used.', ['ACTIVE', 'PAUSED'], {
  ACTIVE: { description: 'It is used.' },
  PAUSED: {
    description: 'It was refused, and nothing is sent to it until its person saves it again (updateProfile).',
  },
});

@ObjectType('Contact', { description: 'An address of one’s own, and whether it is used (연락처).' })
export class ContactType {
  @Field(() => ChannelEnum, { description: 'The channel that leads to it.' })
  channel: Channel;

  @Field(() => ContactStateEnum, { description: 'Whether it is used.' })
  state: ContactState;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is paused.' })
  pausedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it is paused: the codes of who refused it.' })
  reason: string | null;
}
