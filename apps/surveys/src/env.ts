import { privacyKeys } from '@charter/privacy';
import { jsonVariable, serviceEnv } from '@charter/service';

/** The variables of the surveys service: every service's, and the keys of personal data, whose lookup key makes tokens. */
export const surveysEnv = serviceEnv.extend({ PRIVACY_KEYS: jsonVariable(privacyKeys) });
