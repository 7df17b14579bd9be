import { privacyKeys } from '@charter/privacy';
import { jsonVariable, serviceEnv } from '@charter/service';

/** The variables of the complaints service: every service's, and the keys of personal data. */
export const complaintsEnv = serviceEnv.extend({ PRIVACY_KEYS: jsonVariable(privacyKeys) });
