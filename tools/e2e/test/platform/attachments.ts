import { createHash, randomUUID } from 'node:crypto';
import type { RunningStack } from '../../src/running-stack';
import { PETITIONER, sevenDayService } from '../../src/story';

/** @param what `Attachment` of a complaint, or `Participation` */
const requestOf = (what: string): string =>
  `mutation ($input: Request${what}UploadInput!) { result: request${what}Upload(input: $input) {
    attachmentId uploadUrl headers { name value } errors { code } } }`;
const COMPLETE = `mutation ($id: ID!) { completeParticipationUpload(input: { attachmentId: $id }) {
  attachment { id name type scanState downloadUrl } errors { code } } }`;
const FILE = `mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) {
  complaint { id attachments { name type downloadUrl } } errors { code path } } }`;

interface Requested {
  readonly result: { attachmentId: string; uploadUrl: string };
}
interface Completed {
  readonly completeParticipationUpload: {
    attachment: { name: string; type: string; downloadUrl: string } | null;
    errors: object[];
  };
}
interface Filed {
  readonly fileComplaint: {
    complaint: { id: string; attachments: { name: string; type: string; downloadUrl: string }[] } | null;
    errors: object[];
  };
}

/** Files go in and out through the public port alone, by addresses that are signed. */
export function carriesAttachments(running: () => RunningStack): void {
  const upload = async (content: Buffer, what = 'Attachment'): Promise<{ id: string; url: string; status: number }> => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const input = { name: '현장.png', bytes: content.length, sha256 };
    const { data } = await running().ask<Requested>('citizen', requestOf(what), { input });
    const { attachmentId: id, uploadUrl: url } = data!.result;
    const { status } = await fetch(url, { method: 'PUT', body: new Uint8Array(content) });
    return { id, url, status };
  };
  const file = async (attachmentIds: string[]): Promise<Filed['fileComplaint']> => {
    const serviceCode = await sevenDayService(running());
    const texts = { title: '사진을 붙입니다', body: '사진과 같습니다.', petitioner: PETITIONER };
    const input = { serviceCode, ...texts, attachmentIds, idempotencyKey: randomUUID() };
    return (await running().ask<Filed>('citizen', FILE, { input })).data!.fileComplaint;
  };
  const picture = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(2_000_000, 5)]);

  it('takes a picture, files with it and gives it back to the citizen', async () => {
    const { id, status } = await upload(picture);
    expect(status).toBe(200);
    const { complaint, errors } = await file([id]);
    expect(errors).toEqual([]);
    const [attachment] = complaint!.attachments;
    expect(attachment).toMatchObject({ name: '현장.png', type: 'image/png' });
    const answer = await fetch(attachment!.downloadUrl);
    expect(answer.headers.get('content-disposition')).toContain('attachment;');
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
    const theirs = await running().ask<{ attachment: null }>(
      'otherCitizen',
      'query ($id: ID!) { attachment(id: $id) { id } }',
      { id },
    );
    expect(theirs.data).toEqual({ attachment: null });
  });

  it('takes a picture for participation, and gives it back, at an address that leads there alone', async () => {
    const { id, url, status } = await upload(picture, 'Participation');
    expect(status).toBe(200);
    const { data } = await running().ask<Completed>('citizen', COMPLETE, { id });
    const { attachment, errors } = data!.completeParticipationUpload;
    expect([errors, attachment]).toEqual([[], expect.objectContaining({ name: '현장.png', type: 'image/png' })]);
    const answer = await fetch(attachment!.downloadUrl);
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true);
    const astray = url.replace('/participation-files/', '/attachments/');
    expect((await fetch(astray, { method: 'PUT', body: new Uint8Array(picture) })).status).toBe(403);
    const theirs = await running().ask<Completed>('otherCitizen', COMPLETE, { id });
    expect(theirs.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    expect(
      (await running().ask<Filed>('citizen', 'query ($id: ID!) { attachment(id: $id) { id } }', { id })).data,
    ).toEqual({
      attachment: null, // complaints does not know it
    });
  });

  it('refuses what is edited, longer than announced, or a program under the name of a picture', async () => {
    const { url, id } = await upload(picture);
    expect((await fetch(`${url}0`, { method: 'PUT', body: new Uint8Array(picture) })).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', body: new Uint8Array(picture.length + 1) })).status).toBe(400);
    expect((await fetch(url)).status).toBe(403);
    const program = await upload(Buffer.from('MZ\x90\x00\x03\x00', 'latin1'));
    expect(await file([id, program.id])).toMatchObject({
      complaint: null,
      errors: [{ code: 'INVALID_VALUE', path: ['attachmentIds', '1'] }],
    });
  });
}
