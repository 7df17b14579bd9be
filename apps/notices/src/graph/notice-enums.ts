import { registerEnumType } from 'type-graphql';
import { graphEnum } from '@charter/service';
import { CHANNELS } from '../domain/channels';

export const ChannelEnum = graphEnum('NoticeChannel', 'How a notice reaches its person.', CHANNELS, {
  INBOX: { description: 'The inbox of the platform (알림함).' },
  EMAIL: { description: 'E-mail.' },
  SMS: { description: 'A text message (문자).' },
  PUSH: { description: 'A message on the devices that its person registered (기기 알림).' },
});

export const StateEnum = {
  PENDING: 'PENDING',
  BUNDLED: 'BUNDLED',
  DELIVERED: 'DELIVERED',
  SUPERSEDED: 'SUPERSEDED',
  UNREACHABLE: 'UNREACHABLE',
  FAILED: 'FAILED',
} as const;
registerEnumType(StateEnum, {
  name: 'NoticeState',
  description: 'What became of a notice.',
  valuesConfig: {
    PENDING: { description: 'To be delivered, or tried again.' },
    BUNDLED: { description: 'To be delivered together with others, in a digest (알림 모음).' },
    DELIVERED: { description: 'Delivered.' },
    SUPERSEDED: { description: 'Not sent: its reason was gone before.' },
    UNREACHABLE: { description: 'Not sent: there is no address.' },
    FAILED: { description: 'The address was refused.' },
  },
});

export const AudienceEnum = { CITIZEN: 'CITIZEN', OFFICER: 'OFFICER', MANAGER: 'MANAGER', AUDITOR: 'AUDITOR' } as const;
registerEnumType(AudienceEnum, {
  name: 'NoticeAudience',
  description: 'As whom somebody is told.',
  valuesConfig: {
    CITIZEN: { description: 'The citizen.' },
    OFFICER: { description: 'Who handles it.' },
    MANAGER: { description: 'The head of the department.' },
    AUDITOR: { description: 'The petition auditor (민원심사관).' },
  },
});
