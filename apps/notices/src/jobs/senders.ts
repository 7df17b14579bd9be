import type { OutgoingChannel } from '../domain/channels';
import type { UnsubscribeLinks } from '../domain/unsubscribe-links';
import type { NoticesEnv } from '../env';
import { EmailSender } from './email.sender';
import { Mailer } from './mailer';
import { NoticePort } from './notice-port';
import { PortSender } from './port.sender';
import type { Sender } from './sending';

/** Who sends on which channel, as the variables say: a channel without a provider is not offered. */
export function sendersFor(env: NoticesEnv, links: UnsubscribeLinks): ReadonlyMap<OutgoingChannel, Sender> {
  const { PUBLIC_URL, SMS_URL, SMS_TOKEN, PUSH_URL, PUSH_TOKEN } = env;
  const senders = new Map<OutgoingChannel, Sender>([
    ['EMAIL', new EmailSender(new Mailer(env.SMTP_URL, env.MAIL_FROM), PUBLIC_URL, links)],
  ]);
  if (SMS_URL) senders.set('SMS', new PortSender('SMS', new NoticePort(SMS_URL, SMS_TOKEN), PUBLIC_URL));
  if (PUSH_URL) senders.set('PUSH', new PortSender('PUSH', new NoticePort(PUSH_URL, PUSH_TOKEN), PUBLIC_URL));
  return senders;
}
