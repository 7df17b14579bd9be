import { type Someone, anonymous, citizen, otherCitizen } from '@charter/service/testing';
import { GUESS_LIMITS } from '../src/domain/guesses/guess-limits';
import { receiptNumber } from '../src/domain/receipt-number';
import { GuessCounter, TooManyGuesses } from '../src/store/guesses/guess-counter';
import { openCatalogue } from './fixtures/catalogue';
import { file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';

const BY_RECEIPT = `query ($receiptNumber: ReceiptNumber!, $phoneLast4: String!) {
  complaintByReceipt(receiptNumber: $receiptNumber, phoneLast4: $phoneLast4) { status } }`;

describe('guessing a receipt number or its phone', () => {
  let office: Office;
  let mine: string;
  let other: string;
  beforeAll(async () => {
    office = await openOffice();
    await openCatalogue(office);
    mine = (await file(office)).receiptNumber;
    other = (await file(office, {}, otherCitizen)).receiptNumber;
  });
  afterAll(() => office.close());
  beforeEach(() => office.dataSource.query('TRUNCATE guess_count'));

  /** `found`, `null` or `RATE_LIMITED`. */
  const ask = async (number: string, phoneLast4: string, who: Someone = anonymous): Promise<string> => {
    const { data, errors } = await office.ask<{ complaintByReceipt: object | null }>(who, BY_RECEIPT, {
      ...{ receiptNumber: number, phoneLast4 },
    });
    return errors?.[0]?.extensions.code ?? (data!.complaintByReceipt ? 'found' : 'null');
  };
  const wrong = (index: number) => String(index).padStart(4, '0');
  const tally = (said: readonly string[]) =>
    Object.fromEntries([...new Set(said)].sort().map((each) => [each, said.filter((one) => one === each).length]));

  it('finds after five wrong phones nothing more of that number, not even with the right one, and says until when', async () => {
    for (let index = 0; index < 5; index += 1) expect(await ask(mine, wrong(index))).toBe('null');
    expect(await ask(mine, '5678')).toBe('RATE_LIMITED');
    const { errors } = await office.ask(anonymous, BY_RECEIPT, { receiptNumber: mine, phoneLast4: '5678' });
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) } }]);
    const { retryAfterSeconds } = errors![0]!.extensions as unknown as { retryAfterSeconds: number };
    expect(retryAfterSeconds).toBeGreaterThan(3_590);
    expect(retryAfterSeconds).toBeLessThanOrEqual(3_600);
    expect(errors![0]!.message).toContain('60분 뒤');
    expect(await ask(other, '5678')).toBe('found'); // other numbers are not touched
  });

  it('finds again when the hour is over', async () => {
    for (let index = 0; index < 6; index += 1) await ask(mine, wrong(index));
    await office.dataSource.query(`UPDATE guess_count SET since = now() - interval '61 minutes'`);
    expect(await ask(mine, '5678')).toBe('found');
  });

  it('never limits who has number and phone', async () => {
    for (let index = 0; index < 40; index += 1)
      expect(await ask(mine, '5678', { ...anonymous, address: '203.0.113.9' })).toBe('found');
  });

  it('is no faster for fifty at once, nor for twenty in one request', async () => {
    const said = await Promise.all(Array.from({ length: 50 }, (_, index) => ask(mine, wrong(index))));
    expect(tally(said)).toEqual({ RATE_LIMITED: 45, null: 5 });
    await office.dataSource.query('TRUNCATE guess_count');
    const fields = Array.from(
      { length: 20 },
      (_, index) => `a${index}: complaintByReceipt(receiptNumber: "${mine}", phoneLast4: "${wrong(index)}") { status }`,
    );
    const { errors } = await office.ask(anonymous, `{ ${fields.join(' ')} }`);
    expect(errors).toHaveLength(15);
  });

  it.each<[string, Someone]>([
    ['address', { ...anonymous, address: '203.0.113.7' }],
    ['person', citizen],
  ])('is limited for one %s over many numbers, known and unknown alike', async (_name, who) => {
    const said: string[] = [];
    for (let index = 0; index < 35; index += 1) said.push(await ask(receiptNumber(2025, 900_000 + index), '5678', who));
    expect(tally(said)).toEqual({ RATE_LIMITED: 5, null: 30 });
    expect(await ask(mine, '5678', who)).toBe('RATE_LIMITED');
    expect(await ask(mine, '5678', { ...anonymous, address: '203.0.113.8' })).toBe('found');
  });

  it('is counted for all replicas together, and for everybody in the end', async () => {
    const replicas = [
      new GuessCounter(office.dataSource, 'one secret'),
      new GuessCounter(office.dataSource, 'one secret'),
    ];
    const guess = (index: number) =>
      replicas[index % 2]!.attempt({ RECEIPT: 'x' }, async () => undefined).catch((error: Error) => error);
    const said = await Promise.all(Array.from({ length: 12 }, (_, index) => guess(index)));
    expect(said.filter((each) => each instanceof TooManyGuesses)).toHaveLength(7);
    await office.dataSource.query(`UPDATE guess_count SET guesses = $1 WHERE scope = 'EVERYBODY'`, [
      GUESS_LIMITS.EVERYBODY,
    ]);
    expect(await ask(other, '5678')).toBe('RATE_LIMITED');
  });

  it('leaves neither address nor number to be read, and is forgotten after a day', async () => {
    await ask(mine, '0000', { ...citizen, address: '203.0.113.7' });
    const rows = JSON.stringify(await office.dataSource.query('SELECT * FROM guess_count'));
    for (const personal of [mine, '203.0.113.7', citizen.id]) expect(rows).not.toContain(personal);
    await office.dataSource.query(`UPDATE guess_count SET since = now() - interval '25 hours'`);
    await ask(other, '0000');
    expect(await office.count('guess_count')).toBe(2); // that number, and everybody
  });
});
