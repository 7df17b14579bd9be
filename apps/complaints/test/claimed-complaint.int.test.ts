import { randomUUID } from 'node:crypto';
import { CLAIMED_COMPLAINT_PATH, LETTER_ADDRESSEE_PATH } from '@charter/contracts';
import { citizen, otherCitizen } from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

describe('a complaint that compensation is claimed for', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
  });
  afterAll(() => office.close());

  const asked = (complaintId: string) => office.internal(CLAIMED_COMPLAINT_PATH, { complaintId });

  it('tells the compensation service whose it is and which department has it, and nothing else', async () => {
    const { id, receiptNumber } = await file(office);
    expect(await asked(id)).toEqual({ complaint: { citizenId: citizen.id, receiptNumber, departmentCode: 'ROADS' } });
    expect(await asked(randomUUID())).toEqual({ complaint: null });
  });

  it('tells what its own petitioner is called, for a letter to them, and nobody else', async () => {
    const { id } = await file(office);
    const addressee = (complaintId: string, citizenId: string) =>
      office.internal(LETTER_ADDRESSEE_PATH, { complaintId, citizenId });
    expect(await addressee(id, citizen.id)).toEqual({ addressee: '홍길동' });
    expect(await addressee(id, otherCitizen.id)).toEqual({ addressee: null });
    expect(await addressee(randomUUID(), citizen.id)).toEqual({ addressee: null });
  });
});
