import { serviceEnv } from '@charter/service';

/** The variables of the charter service: those that every service has. */
export const charterEnv = serviceEnv;
