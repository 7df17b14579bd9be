import { presign, signedHeaders } from './sigv4';

/** The worked examples of AWS's documentation of Signature Version 4 for S3. */
const key = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const NOW = new Date('2013-05-24T00:00:00Z');
const test = () => new URL('https://examplebucket.s3.amazonaws.com/test.txt');

it('presigns as AWS does', () => {
  const url = new URL(presign({ method: 'GET', url: test() }, 86_400, key, NOW));
  expect(url.searchParams.get('X-Amz-Signature')).toBe(
    'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  );
  expect(url.searchParams.get('X-Amz-Credential')).toBe('AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request');
});

it('signs the headers of a request as AWS does', () => {
  const { authorization } = signedHeaders({ method: 'GET', url: test(), headers: { range: 'bytes=0-9' } }, key, NOW);
  expect(authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});

it('signs parameters in the order of their names', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/?max-keys=2&prefix=J');
  expect(signedHeaders({ method: 'GET', url }, key, NOW).authorization).toMatch(
    /Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7$/,
  );
});
