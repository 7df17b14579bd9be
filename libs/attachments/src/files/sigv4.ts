import { createHash, createHmac } from 'node:crypto';

/** Who signs, and for which region of the store. */
export interface S3Key {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

export interface UnsignedRequest {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const EMPTY = createHash('sha256').update('').digest('hex');

/** RFC 3986, which is stricter than `encodeURIComponent`. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const byName = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

function signatureOf(
  request: UnsignedRequest,
  query: readonly (readonly [string, string])[],
  payload: string,
  stamp: string,
  key: S3Key,
) {
  const headers = Object.entries({ ...request.headers, host: request.url.host })
    .map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
    .sort(byName);
  const signedHeaders = headers.map(([name]) => name).join(';');
  const scope = `${stamp.slice(0, 8)}/${key.region}/s3/aws4_request`;
  const parameters = query.map(([name, value]) => [encode(name), encode(value)] as const).sort(byName);
  const canonical = [
    request.method,
    request.url.pathname, // ids and fixed words: nothing in it needs another encoding
    parameters.map(([name, value]) => `${name}=${value}`).join('&'),
    ...headers.map(([name, value]) => `${name}:${value}`),
    '',
    signedHeaders,
    payload,
  ].join('\n');
  const text = [ALGORITHM, stamp, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const signing = ['s3', 'aws4_request'].reduce(
    hmac,
    hmac(hmac(`AWS4${key.secretAccessKey}`, stamp.slice(0, 8)), key.region),
  );
  return { signature: hmac(signing, text).toString('hex'), scope, signedHeaders };
}

const stampOf = (now: Date): string => now.toISOString().replace(/[-:]|\.\d{3}/g, '');

/**
 * An address that lets whoever has it send this one request, with exactly these headers (AWS Signature Version 4, in the query).
 * @param seconds how long it holds
 */
export function presign(request: UnsignedRequest, seconds: number, key: S3Key, now: Date): string {
  const stamp = stampOf(now);
  const names = ['host', ...Object.keys(request.headers ?? {}).map((name) => name.toLowerCase())].sort().join(';');
  const query: [string, string][] = [
    ...request.url.searchParams.entries(),
    ['X-Amz-Algorithm', ALGORITHM],
    ['X-Amz-Credential', `${key.accessKeyId}/${stamp.slice(0, 8)}/${key.region}/s3/aws4_request`],
    ['X-Amz-Date', stamp],
    ['X-Amz-Expires', String(seconds)],
    ['X-Amz-SignedHeaders', names],
  ];
  const { signature } = signatureOf(request, query, 'UNSIGNED-PAYLOAD', stamp, key);
  const parameters = [...query, ['X-Amz-Signature', signature] as const];
  return `${request.url.origin}${request.url.pathname}?${parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')}`;
}

/** The headers of a request of this service's own, without a body (AWS Signature Version 4). */
export function signedHeaders(request: UnsignedRequest, key: S3Key, now: Date): Record<string, string> {
  const stamp = stampOf(now);
  const headers = { ...request.headers, 'x-amz-content-sha256': EMPTY, 'x-amz-date': stamp };
  const signed = signatureOf({ ...request, headers }, [...request.url.searchParams.entries()], EMPTY, stamp, key);
  const authorization = `${ALGORITHM} Credential=${key.accessKeyId}/${signed.scope}, SignedHeaders=${signed.signedHeaders}, Signature=${signed.signature}`;
  return { ...headers, authorization };
}
