import { z } from 'zod';
import { privacyKeys } from '@charter/privacy';
import { jsonVariable, serviceEnv } from '@charter/service';

/** The variables of the notices service: every service's, the keys of personal data, and where letters and messages are taken. */
export const noticesEnv = serviceEnv.extend({
  PRIVACY_KEYS: jsonVariable(privacyKeys),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }),
  /** Who sends, as a mail header: `행정서비스헌장 <charter@city.example>`. */
  MAIL_FROM: z.string().min(3),
  /** Where a provider takes text messages (docs/notice-port.md), and what proves who asks. Without an address there are none. */
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().default(''),
  /** The same for messages to devices. */
  PUSH_URL: z.url({ protocol: /^https?$/ }).optional(),
  PUSH_TOKEN: z.string().default(''),
  /** Where citizens read on: the base of links in mails. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
});
export type NoticesEnv = z.output<typeof noticesEnv>;
