import { privacyKeys } from '@charter/privacy';
import { jsonVariable, serviceEnv } from '@charter/service';

/** The variables of the compensation service: every service's, and the keys of the accounts. */
export const compensationEnv = serviceEnv.extend({ PRIVACY_KEYS: jsonVariable(privacyKeys) });
