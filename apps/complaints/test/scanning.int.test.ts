import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { EICAR, FakeClamd, announce, contents, here } from '@charter/attachments/testing';
import { citizen } from '@charter/service/testing';
import { complete, upload } from './fixtures/attachments';
import { openCatalogue } from './fixtures/catalogue';
import { file, filing, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

const JPEG = contents['image/jpeg'];
const INFECTED = Buffer.concat([JPEG, EICAR]);

describe('attachments with a scanner', () => {
  let office: Office;
  const clamd = new FakeClamd();
  let address: string;
  beforeAll(async () => {
    address = await clamd.start();
    office = await openOffice(new Date(), { CLAMAV_URL: address });
    await openCatalogue(office);
  });
  afterAll(async () => {
    await office.close();
    await clamd.stop();
  });
  beforeEach(() => {
    clamd.mood = 'scan';
    clamd.scanned.length = 0;
  });

  const read = async (id: string) => {
    const { data } = await office.ask<{ attachment: { scanState: string; downloadUrl: string | null } | null }>(
      citizen,
      'query ($id: ID!) { attachment(id: $id) { scanState downloadUrl } }',
      { id },
    );
    return data!.attachment;
  };

  it('are clean when nothing is found, whole and large as they are', async () => {
    const large = Buffer.concat([JPEG, Buffer.alloc(1_000_000, 3)]);
    const { data } = await complete(office, await upload(office, large));
    expect(data!.result.attachment).toMatchObject({ scanState: 'CLEAN', downloadUrl: expect.any(String) });
    expect(clamd.scanned).toEqual([large.length]);
  });

  it('are refused and removed when malware is found, and fail the filing', async () => {
    const id = await upload(office, INFECTED);
    const { data } = await complete(office, id);
    expect(data!.result).toMatchObject({
      attachment: null,
      errors: [{ code: 'INVALID_VALUE', path: ['attachmentId'] }],
    });
    expect(data!.result.errors[0]!.message).toContain('악성 코드');
    expect(await read(id)).toBeNull();
    const filed = await send(
      office,
      citizen,
      'fileComplaint',
      filing({ attachmentIds: [await upload(office, INFECTED)] }),
    );
    expect(filed.data!.result).toMatchObject({
      complaint: null,
      errors: [{ code: 'INVALID_VALUE', path: ['attachmentIds', '0'] }],
    });
  });

  it.each(['error', 'hang up', 'away'] as const)(
    'wait, and are not given out, while the scanner cannot tell (%s); the worker asks again',
    async (trouble) => {
      if (trouble === 'away') await clamd.stop();
      else clamd.mood = trouble;
      const [clean, infected] = [await upload(office), await upload(office, INFECTED)];
      const { id } = await file(office, { attachmentIds: [clean, infected] });
      expect(await read(clean)).toEqual({ scanState: 'PENDING', downloadUrl: null });
      expect((await office.tidy()).scanned).toBe(0);
      expect(await office.parts.gauges!.read()).toMatchObject({ charter_attachments_unscanned: 2 });
      if (trouble === 'away') await clamd.start(Number(new URL(address).port));
      clamd.mood = 'scan';
      const rounds = await Promise.all([office.tidy(), office.tidy()]);
      expect(rounds.reduce((sum, { scanned }) => sum + scanned, 0)).toBe(2);
      const found = await read(clean);
      expect(found).toEqual({ scanState: 'CLEAN', downloadUrl: expect.any(String) });
      expect((await fetch(here(office, found!.downloadUrl!))).status).toBe(200);
      // The complaint stands; it says of the other file what was found, and the content is gone.
      expect(await read(infected)).toEqual({ scanState: 'INFECTED', downloadUrl: null });
      expect(await office.count('attachment')).toBeGreaterThanOrEqual(2);
      expect(id).toBeDefined();
    },
  );

  it('do not wait for one whose content is lost', async () => {
    clamd.mood = 'error';
    const ids = [await upload(office), await upload(office)];
    await file(office, { attachmentIds: ids });
    rmSync(join(office.folder, 'kept', ids[0]!.slice(0, 2), ids[0]!));
    clamd.mood = 'scan';
    expect((await office.tidy()).scanned).toBe(1);
    expect((await read(ids[1]!))!.scanState).toBe('CLEAN');
  });

  it('are not begun without a scan because somebody announces them so', async () => {
    const { data } = await complete(office, await upload(office, JPEG, announce(JPEG)));
    expect(data!.result.attachment!.scanState).toBe('CLEAN');
  });
});
