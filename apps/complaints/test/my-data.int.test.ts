import { MY_DATA_PATH } from '@charter/contracts';
import { citizen, heldOn, manager, officer, otherCitizen } from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { answer, file, step } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

describe('what this service holds on a citizen', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const told = (citizenId: string) => heldOn(office, citizenId);

  it('is told kind by kind, opened, without what staff keep to themselves and without anybody else', async () => {
    const complaint = await file(office, { location: { address: '부산광역시 중구 중앙대로 1' } });
    await file(office, { petitioner: { name: '김다른', phone: '010-9999-8888' } }, otherCitizen);
    await step(office, manager, 'assignComplaint', complaint, { officerId: officer.id });
    await office.ask(
      officer,
      `mutation ($input: AddInternalNoteInput!) { addInternalNote(input: $input) { errors { code } } }`,
      {
        input: { complaintId: complaint.id, text: '내부 메모입니다' },
      },
    );
    await answer(office, complaint);
    const pages = await told(citizen.id);
    expect(pages.map(({ kind, records }) => `${kind} ${records.length}`)).toEqual(['complaint 1', 'complaint-step 3']);
    expect(pages[0]!.records[0]).toMatchObject({
      ...{ receiptNumber: complaint.receiptNumber, name: '홍길동', phone: '01012345678', status: 'ANSWERED' },
      place: { address: '부산광역시 중구 중앙대로 1' },
    });
    const all = JSON.stringify(pages);
    for (const hidden of ['내부 메모', '김다른', officer.id, manager.id]) expect(all).not.toContain(hidden);
  });

  it('comes in pages, each record once, whatever comes in meanwhile', async () => {
    await office.dataSource.query(
      `INSERT INTO complaint_history (complaint_id, changed_at, changed_by, to_status, step, reason)
       SELECT c.id, now(), c.citizen_id, 'RECEIVED', 'interim', 'line ' || n
       FROM complaint c, generate_series(1, 250) n WHERE c.citizen_id = $1`,
      [citizen.id],
    );
    const steps = (await told(citizen.id)).filter(({ kind }) => kind === 'complaint-step');
    expect(steps.map(({ records }) => records.length)).toEqual([100, 100, 53]);
    const reasons = steps.flatMap(({ records }) => records.map(({ reason }) => reason)).slice(3);
    expect(reasons).toEqual(Array.from({ length: 250 }, (_, index) => `line ${index + 1}`));
  });

  it('is nothing for somebody unknown, and an unknown kind is refused', async () => {
    expect(await told('0198a000-0000-7000-8000-00000000ffff')).toEqual([]);
    expect(
      await office.internal(MY_DATA_PATH, { citizenId: citizen.id, from: { kind: 'salary', after: '' } }),
    ).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  });
});
