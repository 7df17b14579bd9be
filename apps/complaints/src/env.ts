import { attachmentVariables, checkFilePlace } from '@charter/attachments';
import { privacyKeys } from '@charter/privacy';
import { jsonVariable, serviceEnv } from '@charter/service';

/** The variables of the complaints service: every service's, the keys of personal data, and where attachments are kept. */
export const complaintsEnv = serviceEnv
  .extend({ PRIVACY_KEYS: jsonVariable(privacyKeys), ...attachmentVariables })
  .superRefine(checkFilePlace);
