import { openCatalogue } from './fixtures/catalogue';
import { file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { type Someone, admin, auditor, citizen, colleague, officer, otherOfficer } from '@charter/service/testing';

describe('internal notes', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const add = async (who: Someone, complaintId: string, text: string, idempotencyKey?: string): Promise<string[]> => {
    const { data, errors } = await office.ask<{ addInternalNote: { errors: { code: string }[] } }>(
      who,
      'mutation ($input: AddInternalNoteInput!) { addInternalNote(input: $input) { errors { code } } }',
      { input: { complaintId, text, idempotencyKey } },
    );
    return [
      ...(errors ?? []).map((e) => e.extensions.code),
      ...(data?.addInternalNote?.errors ?? []).map((e) => e.code),
    ];
  };
  const read = async (who: Someone, id: string) =>
    (
      await office.ask<{ complaint: { internalNotes: { text: string }[] | null; timeline: unknown } | null }>(
        who,
        'query ($id: ID!) { complaint(id: $id) { internalNotes { text notedBy } timeline { text detail } } }',
        { id },
      )
    ).data!.complaint;

  it('are the department’s alone: not in the citizen’s timeline, not the auditor’s', async () => {
    const { id } = await file(office);
    expect(await add(officer, id, '현장 확인을 부탁드립니다.')).toEqual([]);
    office.clock.set(new Date(Date.now() + 60_000));
    expect(await add(colleague, id, '오후에 다녀오겠습니다.')).toEqual([]);
    office.clock.set(new Date());
    expect((await read(officer, id))!.internalNotes).toEqual([
      { text: '현장 확인을 부탁드립니다.', notedBy: officer.id },
      { text: '오후에 다녀오겠습니다.', notedBy: colleague.id },
    ]);
    for (const who of [citizen, auditor]) {
      const seen = (await read(who, id))!;
      expect(seen.internalNotes).toBeNull();
      expect(JSON.stringify(seen)).not.toContain('현장 확인');
    }
  });

  it('are refused to everybody else, without words and with a resident number; written once for a key', async () => {
    const { id } = await file(office);
    expect(await add(otherOfficer, id, '메모')).toEqual(['NOT_FOUND']);
    expect(await add(citizen, id, '메모')).toEqual(['FORBIDDEN']);
    expect(await add(admin, id, '메모')).toEqual(['FORBIDDEN']);
    expect(await add(officer, 'none', '메모')).toEqual(['NOT_FOUND']);
    expect(await add(officer, id, ' ')).toEqual(['INVALID_VALUE']);
    expect(await add(officer, id, '900101-1234568')).toEqual(['RESIDENT_NUMBER_PRESENT']);
    await add(officer, id, '한 번', 'key');
    await add(officer, id, '한 번', 'key');
    expect((await read(officer, id))!.internalNotes).toHaveLength(1);
  });
});
