import { answered } from './fixtures/events';
import { MailServer } from './fixtures/mail-server';
import { Office } from './fixtures/office';
import { eventually } from '@charter/testkit';

const NOTICES = 90;
const LIMIT_MS = 150_000;

/** The same with 10,000 notices and processes of their own: `npm run bench -- notices`. */
describe('many notices to a mail server that is stopped twice and puts off three of ten', () => {
  const mail = new MailServer();
  let office: Office;

  beforeAll(async () => {
    await mail.start();
    office = await Office.open(mail.url);
    await office.reset();
  });
  afterAll(async () => {
    await office.close();
    await mail.stop();
  });

  it(
    'all come, each once by its key, and each is recorded once',
    async () => {
      for (let n = 0; n < NOTICES; n += 1) await office.hear('notices-inbox', 'complaint.answered.v1', answered);
      mail.mood = 'puts off three of ten';
      const { delivery, connection } = await office.secondWorker();
      await Promise.all([office.delivery.start(), delivery.start()]);
      for (const part of [1 / 3, 2 / 3]) {
        await eventually(
          async () => mail.received.length,
          (count) => count >= NOTICES * part,
          LIMIT_MS,
        );
        await mail.stop();
        const refused = async () => (await office.outcomes()).filter((line) => /^E[A-Z]+$/.test(line)).length;
        const before = await refused();
        await eventually(refused, (count) => count > before, LIMIT_MS); // somebody met the closed door
        await mail.start();
      }
      await eventually(
        () => office.states(),
        (states) => !states.some((state) => state.endsWith('PENDING')),
        LIMIT_MS,
      );
      await delivery.stop(1_000);
      await connection.destroy();
      const byMail = (await office.rows()).filter(({ channel }) => channel === 'EMAIL');
      const came = new Set(mail.received.map(({ letter }) => letter.messageId));
      expect(came).toEqual(new Set(byMail.map(({ id }) => `<${id}@city.example>`)));
      expect(byMail.map(({ state }) => state)).toEqual(Array(NOTICES).fill('DELIVERED'));
      expect((await office.outcomes()).filter((line) => line === 'DELIVERED')).toHaveLength(2 * NOTICES); // inbox and mail
      expect((await office.outcomes()).filter((line) => line.includes('451')).length).toBeGreaterThan(NOTICES / 5);
    },
    4 * LIMIT_MS,
  );
});
