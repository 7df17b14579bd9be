import {
  type Someone,
  admin,
  anonymous,
  auditor,
  citizen,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';
import { CLAIM_COMMANDS, CLAIM_STATUSES, CLAIM_TRANSITIONS, type ClaimStatus } from '../src/domain/claims/claim';
import { claimThatIs, fully, step } from './fixtures/claims';
import { type Compensation, MISSED, openCompensation, saveRule, setBudget } from './fixtures/compensation';

const PEOPLE: Readonly<Record<string, Someone>> = {
  ...{ citizen, otherCitizen, officer, manager, otherOfficer, auditor, admin, anonymous },
  otherHead: { ...manager, id: '0198a000-0000-7000-8000-000000000031', department: 'WATER' },
};
type Command = (typeof CLAIM_COMMANDS)[number];
const MUTATIONS: Readonly<Record<Command, readonly [mutation: string, input: object]>> = {
  review: ['reviewClaim', { note: '살펴보았습니다.' }],
  approve: ['approveClaim', {}],
  refuse: ['refuseClaim', { ground: 'OTHER', reason: '까닭은 이렇습니다.' }],
  object: ['objectToRefusal', { statement: '받아들일 수 없습니다.' }],
};
const MAY: Readonly<Record<Command, readonly string[]>> = {
  ...{ review: ['officer', 'manager'], approve: ['manager'], refuse: ['manager'], object: ['citizen'] },
};
const REFUSED = ['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND', 'INVALID_STATE', 'ALREADY_DONE', 'SAME_PERSON'];

/** A claim that is so far; what only the bank brings about is written past the service. */
async function claimIn(service: Compensation, status: ClaimStatus): Promise<string> {
  if (status !== 'PAYING' && status !== 'PAID' && status !== 'RETURNED') return claimThatIs(service, status);
  const id = await claimThatIs(service, 'APPROVED');
  await service.dataSource.query('UPDATE "compensation_claim" SET status = $2 WHERE id = $1', [id, status]);
  return id;
}

describe.each(CLAIM_STATUSES.map((status) => [status]))('a claim that is %s', (status) => {
  let service: Compensation;
  beforeAll(async () => {
    service = await openCompensation();
    service.clock.set(MISSED);
    await saveRule(service, { yearlyCeiling: null });
    await setBudget(service, 10_000_000);
  });
  afterAll(() => service.close());

  const row = async (id: string) =>
    (await service.dataSource.query('SELECT * FROM "compensation_claim" WHERE id = $1', [id]))[0];

  describe.each(CLAIM_COMMANDS)('%s', (command) => {
    const to = CLAIM_TRANSITIONS[command][status];
    const [mutation, input] = MUTATIONS[command];
    let id: string;
    beforeAll(async () => {
      id = await claimIn(service, status);
    });

    it.each(Object.keys(PEOPLE).filter((who) => !to || !MAY[command].includes(who)))(
      'by %s is refused and changes nothing',
      async (who) => {
        const before = [
          await row(id),
          await service.count('compensation_claim_history'),
          await service.count('outbox_event'),
        ];
        const codes = await step(service, PEOPLE[who]!, mutation, { claimId: id, ...input });
        expect(codes).toHaveLength(1);
        expect(REFUSED).toContain(codes[0]);
        expect([
          await row(id),
          await service.count('compensation_claim_history'),
          await service.count('outbox_event'),
        ]).toEqual(before);
      },
    );

    if (!to) return;
    it.each(MAY[command])('by %s leads where the table says', async (who) => {
      const own = await claimIn(service, status);
      const done = await fully(service, PEOPLE[who]!, mutation, { claimId: own, ...input });
      expect(done).toMatchObject({ codes: [], claim: { id: own, status: to } });
    });
  });
});
