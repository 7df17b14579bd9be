import { createHash } from 'node:crypto';
import { CharterClient, type UploadOptions, uploadFile } from '../src';
import { type Reply, type TestServer, startServer } from './fixtures/server';

const picture = new Blob([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), new Uint8Array(1_000)]);
const refusedBy = (mutation: string) => ({
  data: { [mutation]: { errors: [{ code: 'INVALID_VALUE', message: '다시 올려 주십시오.', path: ['attachmentId'] }] } },
});

describe('a file', () => {
  let server: TestServer;
  let announced: Reply;
  let sent: Reply[];
  let completed: Reply;
  beforeEach(async () => {
    server = await startServer();
    const uploadUrl = `${server.url}/attachments/a-1?signature=s`;
    const headers = [{ name: 'x-signed', value: 'yes' }];
    const payload = { attachmentId: 'a-1', uploadUrl, headers, expiresAt: '', maxBytes: 9, maxCount: 5, errors: [] };
    announced = { body: { data: { requestAttachmentUpload: payload } } };
    sent = [];
    completed = { body: { data: { completeAttachmentUpload: { attachment: { id: 'a-1' }, errors: [] } } } };
    server.always = ({ method, body }) => {
      if (method === 'PUT') return sent.shift() ?? { body: {} };
      return body.includes('requestAttachmentUpload') ? announced : completed;
    };
  });
  afterEach(() => server.stop());
  const upload = (file = { name: '현장.png', content: picture }, options?: UploadOptions) =>
    uploadFile(new CharterClient({ endpoint: `${server.url}/graphql`, language: 'en' }), file, options);

  it('is announced, sent to its address without a token, and checked', async () => {
    const progress: number[][] = [];
    const result = await upload(undefined, {
      onProgress: (...bytes) => progress.push(bytes),
      description: '현장 사진',
    });
    expect(result).toMatchObject({ kind: 'complete', data: { id: 'a-1' } });
    const [request, put, complete] = server.requests;
    const content = Buffer.from(await picture.arrayBuffer());
    expect(JSON.parse(Buffer.from(request!.body, 'latin1').toString())).toMatchObject({
      variables: {
        input: {
          ...{ name: '현장.png', bytes: 1_008, description: '현장 사진', idempotencyKey: expect.any(String) },
          sha256: createHash('sha256').update(content).digest('hex'),
        },
      },
    });
    expect(put).toMatchObject({ method: 'PUT', url: '/attachments/a-1?signature=s', headers: { 'x-signed': 'yes' } });
    expect(put!.headers).not.toHaveProperty('authorization');
    expect(Buffer.from(put!.body, 'latin1').equals(content)).toBe(true);
    expect(JSON.parse(complete!.body)).toMatchObject({ variables: { input: { attachmentId: 'a-1' } } });
    expect(progress.at(-1)).toEqual([1_008, 1_008]);
  });

  it('is sent again when the line breaks', async () => {
    sent = ['reset', 'reset'];
    expect((await upload()).kind).toBe('complete');
    expect(server.requests.map(({ method }) => method)).toEqual(['POST', 'PUT', 'PUT', 'PUT', 'POST']);
  });

  it.each([
    ['empty', { name: 'a.png', content: new Blob([]) }, 'INVALID_VALUE', 'bytes', /empty/],
    ['longer than allowed', { name: 'a.png', content: picture }, 'LIMIT_REACHED', 'bytes', /at most/],
    ['a program', { name: 'a.png', content: new Blob(['MZ\x90\x00\x03']) }, 'INVALID_VALUE', 'attachmentId', /PDF/],
    ['in a folder', { name: 'b/a.txt', content: new Blob(['글']) }, 'INVALID_VALUE', 'name', /folders/],
  ])('that is %s is refused before anything is sent', async (_what, file, code, field, message) => {
    const result = await upload(file, { maxBytes: 1_000 });
    expect(result).toMatchObject({
      kind: 'refused',
      userErrors: [{ code, path: [field], message: expect.stringMatching(message) }],
    });
    expect(server.requests).toEqual([]);
  });

  it.each(['%PDF-1.7', 'GIF89a', '보통 글입니다.\n'])('that begins with %s may be taken', async (text) =>
    expect((await upload({ name: 'a', content: new Blob([text]) })).kind).toBe('complete'),
  );

  it('comes back with what the platform refuses, at either step', async () => {
    announced = { body: refusedBy('requestAttachmentUpload') };
    const error = { code: 'INVALID_VALUE', path: ['attachmentId'] };
    expect(await upload()).toMatchObject({ userErrors: [{ ...error, mutation: 'requestAttachmentUpload' }] });
    expect(server.requests).toHaveLength(1);
  });

  it('is refused after it has arrived', async () => {
    completed = { body: refusedBy('completeAttachmentUpload') };
    expect(await upload()).toMatchObject({ kind: 'refused', userErrors: [{ message: '다시 올려 주십시오.' }] });
  });

  it('fails with the door’s own word, and stops when it is aborted', async () => {
    const refusal = { errors: [{ message: 'The address has expired.', extensions: { code: 'FORBIDDEN' } }] };
    sent = [{ status: 403, body: refusal }];
    expect(await upload()).toMatchObject({ kind: 'failed', failure: { code: 'FORBIDDEN' } });
    sent = ['hang'];
    const controller = new AbortController();
    const running = upload(undefined, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('closed')), 100);
    await expect(running).rejects.toThrow('closed');
  });
});
