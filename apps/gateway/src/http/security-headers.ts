/** Seconds for which a browser comes back over TLS alone: a year. */
const TLS_FOR_S = 365 * 24 * 60 * 60;

/** What JSON may do in a browser that takes it for a page: nothing. */
export const NOTHING_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * What stands in every answer, and a page replaces where it needs more.
 * @param isBehindTls whether browsers reach the server over TLS alone, as in production
 */
export const securityHeaders = (isBehindTls: boolean): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': NOTHING_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  // Pages of the listed origins read answers by CORS, which this does not touch; nobody embeds them without asking.
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
  ...(isBehindTls && { 'strict-transport-security': `max-age=${TLS_FOR_S}; includeSubDomains` }),
});
