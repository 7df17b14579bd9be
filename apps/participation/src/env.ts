import { attachmentVariables, checkFilePlace } from '@charter/attachments';
import { privacyKeys } from '@charter/privacy';
import { jsonVariable, serviceEnv } from '@charter/service';

/** The variables of the participation service: every service's, the keys of personal data, and where files are kept. */
export const participationEnv = serviceEnv
  .extend({ PRIVACY_KEYS: jsonVariable(privacyKeys), ...attachmentVariables })
  .superRefine(checkFilePlace);
