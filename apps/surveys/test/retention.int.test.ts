import { randomUUID } from 'node:crypto';
import { RetentionLoop } from '@charter/service';
import { auditor, citizen, heldOn } from '@charter/service/testing';
import { type Surveys, empty, invite, loop, openSurveys, publish, save } from './fixtures/surveys';

const RATE = `{ satisfaction(departmentCode: "ROADS", from: "2000-01-01", to: "2099-12-31") { n responseRate surveys { code } } }`;

describe('people in surveys', () => {
  let service: Surveys;
  beforeAll(async () => {
    service = await openSurveys();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    await empty(service);
    service.clock.set(new Date());
    await save(service);
    await publish(service);
    await invite(service);
  });

  const rate = async () => (await service.ask<object>(auditor, RATE)).data;

  it('stay invited while they may answer, and go on request afterwards; how many were invited stays', async () => {
    const before = [await rate(), await service.count('survey_invitation')];
    const ask = async () => {
      const requestId = randomUUID();
      const requestedAt = service.clock.now().toISOString();
      await service.hear('surveys-erasure', 'erasure.requested.v1', { requestId, citizenId: citizen.id, requestedAt });
      return (await service.told('erasure.done.v1')).find((one) => one.requestId === requestId)!;
    };
    expect((await ask()).kept).toMatchObject([{ kind: 'survey-invitation', count: 1, until: null }]);
    service.clock.advance(120 * 24 * 3_600_000);
    expect((await ask()).erased).toContainEqual({ kind: 'survey-invitation', count: 1 });
    expect(await heldOn(service, citizen.id)).toEqual([]);
    expect([await rate(), await service.count('survey_invitation')]).toEqual(before);
  });

  it('go two years after they could answer', async () => {
    service.clock.advance(3 * 366 * 24 * 3_600_000);
    expect(await loop(service, RetentionLoop).runOnce()).toBeGreaterThanOrEqual(1);
    expect(await heldOn(service, citizen.id)).toEqual([]);
    expect(await loop(service, RetentionLoop).runOnce()).toBe(0);
  });
});
