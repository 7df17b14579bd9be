import { z } from 'zod';
import { privacyKeys } from '@charter/privacy';
import { jsonVariable, serviceEnv } from '@charter/service';

/** The variables of the compensation service: every service's, the keys of names and accounts, and where its letters are fetched. */
export const compensationEnv = serviceEnv.extend({
  PRIVACY_KEYS: jsonVariable(privacyKeys),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }),
});
