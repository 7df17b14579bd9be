import { FakeS3, announce, contents } from '@charter/attachments/testing';
import { citizen } from '@charter/service/testing';
import { ask, complete } from './fixtures/attachments';
import { openCatalogue } from './fixtures/catalogue';
import { file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

const JPEG = contents['image/jpeg'];

describe('the whole service with an S3-compatible store', () => {
  let office: Office;
  const store = new FakeS3();
  beforeAll(async () => {
    const endpoint = await store.start();
    office = await openOffice(new Date(), {
      ...{ ATTACHMENTS_DIR: '', S3_ENDPOINT: endpoint, S3_BUCKET: store.bucket, S3_REGION: store.key.region },
      ...{ S3_ACCESS_KEY_ID: store.key.accessKeyId, S3_SECRET_ACCESS_KEY: store.key.secretAccessKey },
    });
    await openCatalogue(office);
  });
  afterAll(async () => {
    await office.close();
    await store.stop();
  });

  it('sends clients to the store and back, and keeps there what was checked alone', async () => {
    const { data } = await ask(office, announce(JPEG));
    const { attachmentId, uploadUrl, headers } = data!.result;
    expect(headers.map(({ name }) => name)).toEqual(['x-amz-checksum-sha256']);
    const put = (content: Buffer, more = Object.fromEntries(headers.map(({ name, value }) => [name, value]))) =>
      fetch(uploadUrl, { method: 'PUT', headers: more, body: new Uint8Array(content) });
    expect((await put(JPEG, {})).status).toBe(403); // without the checksum that was signed
    expect((await put(JPEG)).status).toBe(200);
    const { id } = await file(office, { attachmentIds: [attachmentId] });
    expect([...store.objects.keys()]).toEqual([`kept/${attachmentId}`]);
    const seen = await office.ask<{ complaint: { attachments: { downloadUrl: string }[] } }>(
      citizen,
      'query ($id: ID!) { complaint(id: $id) { attachments { downloadUrl } } }',
      { id },
    );
    const answer = await fetch(seen.data!.complaint.attachments[0]!.downloadUrl);
    expect(Buffer.from(await answer.arrayBuffer()).equals(JPEG)).toBe(true);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    // What comes once more stands apart, and the worker removes it when the address has expired.
    expect((await put(JPEG)).status).toBe(200);
    await office.dataSource.query(`UPDATE attachment SET upload_until = now() - interval '1 hour'`);
    expect(await office.tidy()).toMatchObject({ removed: 0, tidied: 1 });
    expect([...store.objects.keys()]).toEqual([`kept/${attachmentId}`]);
  });

  it('removes what is no file of a kind that is taken', async () => {
    const program = Buffer.from('MZ\x90\x00', 'latin1');
    const { data } = await ask(office, announce(program));
    const { attachmentId, uploadUrl, headers } = data!.result;
    const named = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
    await fetch(uploadUrl, { method: 'PUT', headers: named, body: new Uint8Array(program) });
    expect((await complete(office, attachmentId)).data!.result.errors).toMatchObject([{ code: 'INVALID_VALUE' }]);
    expect([...store.objects.keys()].filter((key) => key.includes(attachmentId))).toEqual([]);
  });

  it('serves no files itself', async () => {
    expect((await fetch(`${office.url}/attachments/${citizen.id}`)).status).toBe(404);
  });
});
