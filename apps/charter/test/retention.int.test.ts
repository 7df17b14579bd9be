import { randomUUID } from 'node:crypto';
import { citizen, heldOn } from '@charter/service/testing';
import { type Charter, openCharter } from './fixtures/improvements';

describe('whose concern an improvement came from', () => {
  let service: Charter;
  beforeAll(async () => {
    service = await openCharter();
  });
  afterAll(() => service.close());

  it('is told to them, kept while it is worked on, and erased on request afterwards', async () => {
    const id = await service.bringTo('OPEN');
    const other = randomUUID();
    const concerns = (action: string) =>
      service.dataSource.query('UPDATE improvement_action SET citizen_ids = $2 WHERE id = $1', [
        action,
        [citizen.id, other],
      ]);
    await concerns(id);
    expect(await heldOn(service, citizen.id)).toMatchObject([{ kind: 'improvement', records: [{ status: 'OPEN' }] }]);
    const ask = async () => {
      const requestId = randomUUID();
      const requestedAt = service.clock.now().toISOString();
      await service.hear('charter-erasure', 'erasure.requested.v1', { requestId, citizenId: citizen.id, requestedAt });
      return (await service.told('erasure.done.v1')).find((one) => one.requestId === requestId)!;
    };
    expect((await ask()).kept).toMatchObject([{ kind: 'improvement', count: 1, until: null }]);
    const done = await service.bringTo('COMPLETED');
    await concerns(done);
    expect((await ask()).erased).toEqual([{ kind: 'improvement', count: 1 }]);
    expect(await service.dataSource.query('SELECT citizen_ids FROM improvement_action WHERE id = $1', [done])).toEqual([
      { citizen_ids: [other] },
    ]);
    expect(await heldOn(service, citizen.id)).toMatchObject([{ records: [{ status: 'OPEN' }] }]);
  });
});
