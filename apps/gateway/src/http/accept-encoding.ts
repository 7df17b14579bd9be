import type { IncomingHttpHeaders } from 'node:http';

/** Whether a client unpacks a content coding: it names it, and not by `q=0`, which is how a coding is refused. */
export const takesEncoding = (headers: IncomingHttpHeaders, encoding: 'br' | 'gzip'): boolean =>
  String(headers['accept-encoding'] ?? '')
    .split(',')
    .some((one) => {
      const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      return name === encoding && !parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter));
    });
