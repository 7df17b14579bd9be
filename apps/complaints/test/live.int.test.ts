import { randomUUID } from 'node:crypto';
import { LIVE_TIMELINE_PATH } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import * as people from '@charter/service/testing';
import { eventually } from '@charter/testkit';
import { complaintPayload } from '../src/event-payload';
import { TimelineStreams } from '../src/graph/live/timeline-streams';
import { ComplaintEntity } from '../src/store/complaint.entity';
import { ComplaintStore } from '../src/store/complaint.store';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, answer, file, send, step } from './fixtures/complaints';
import { type Watching, watch } from './fixtures/live';
import { type Office, openOffice } from './fixtures/office';

const { citizen, otherCitizen, officer, manager, otherOfficer, auditor, admin, anonymous, inEnglish } = people;
/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const IN_THE_GRAPH = `query ($id: ID!) { complaint(id: $id) {
  id status version closedAt overdueAt charterOverdueAt deadline { dueAt charterDueAt }
  timeline { at recordedAt status text detail dueAt } } }`;

describe('a complaint’s timeline, live', () => {
  let office: Office;
  const open: Watching[] = [];
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(() => office.clock.set(NOW));
  afterEach(() => {
    for (const watching of open.splice(0)) watching.leave();
  });

  const see: typeof watch = async (...args) => {
    const watching = await watch(...args);
    open.push(watching);
    return watching;
  };
  const assign = ({ id }: Pick<Complaint, 'id'>) =>
    step(office, manager, 'assignComplaint', { id }, { officerId: officer.id });
  const graph = async (id: string) =>
    (await office.ask<{ complaint: Record<string, unknown> }>(citizen, IN_THE_GRAPH, { id })).data!.complaint;

  it('begins with the whole, and goes on with each change: the same as the graph shows', async () => {
    const filed = await file(office);
    const citizenSees = await see(office, citizen, filed.id);
    const [begin] = await citizenSees.until(1);
    const { timeline, deadline, ...state } = await graph(filed.id);
    expect(begin).toMatchObject({ name: 'timeline', id: `${filed.id.slice(0, 8)}.1` });
    expect(begin!.data.steps).toEqual(timeline);
    expect(begin!.data.complaint).toEqual({ ...state, ...(deadline as object), statusText: '접수' });

    await assign(filed);
    await answer(office, filed);
    const [, assigned, answered] = await citizenSees.until(3);
    expect(assigned).toMatchObject({ name: 'change', data: { what: ['complaint.assigned'] } });
    expect(answered).toMatchObject({
      ...{ name: 'change', id: `${filed.id.slice(0, 8)}.3` },
      data: { what: ['complaint.answered'], complaint: { status: 'ANSWERED', statusText: '답변 완료', version: 3 } },
    });
    const after = await graph(filed.id);
    expect([...begin!.data.steps, ...assigned!.data.steps, ...answered!.data.steps]).toEqual(after.timeline);
    expect(answered!.data.complaint).toMatchObject({ closedAt: after.closedAt, version: after.version });
  });

  it('is in the language of who watches', async () => {
    const filed = await file(office);
    const watching = await see(office, inEnglish(citizen), filed.id);
    await watching.until(1);
    await assign(filed);
    const [begin, change] = await watching.until(2);
    expect(begin!.data.complaint.statusText).toBe('received');
    expect(change!.data.steps.map(({ text }) => text)).toEqual(['An officer was assigned and is looking into it.']);
  });

  it('goes on from each event with exactly the rest, wherever it is opened', async () => {
    const filed = await file(office);
    const first = await see(office, citizen, filed.id);
    await first.until(1);
    await assign(filed);
    await step(office, officer, 'extendComplaint', filed, { length: 3, reason: '현장 확인이 더 필요합니다.' });
    await step(office, citizen, 'requestInterimReport', filed);
    await answer(office, filed);
    const all = [...(await first.until(5))];
    for (const [index, { id }] of all.entries()) {
      const again = await see(office, citizen, filed.id, id);
      const rest = all.slice(index + 1);
      await again.until(rest.length);
      const steps = ({ data }: (typeof all)[number]) => data.steps;
      expect(again.seen.map((event) => event.id)).toEqual(rest.map((event) => event.id));
      expect(again.seen.map(steps)).toEqual(rest.map(steps));
      again.leave();
    }
  });

  it('tells two at once to all who watch, in one order, however the reader comes and goes', async () => {
    const filed = await file(office);
    const still = await see(office, officer, filed.id);
    await still.until(1);
    const collected: string[] = [];
    let lastEventId = still.seen[0]!.id;
    const work = (async () => {
      for (let round = 0; round < 4; round += 1) {
        await Promise.all([
          send(office, citizen, 'requestInterimReport', { complaintId: filed.id }),
          send(office, manager, 'assignComplaint', {
            complaintId: filed.id,
            officerId: round % 2 ? officer.id : people.colleague.id,
          }),
        ]);
        await send(office, manager, 'reportInterim', { complaintId: filed.id, progress: '확인하고 있습니다.' });
      }
      await answer(office, filed, manager);
    })();
    const isDone = () =>
      still.seen.at(-1)?.data.complaint.status === 'ANSWERED' && lastEventId === still.seen.at(-1)!.id;
    while (!isDone()) {
      const visit = await see(office, citizen, filed.id, lastEventId);
      await Promise.race([
        visit.until(1),
        eventually(
          async () => isDone(),
          (done) => done,
        ),
      ]);
      visit.leave();
      await visit.ended();
      collected.push(...visit.seen.map(({ id }) => id));
      lastEventId = visit.seen.at(-1)?.id ?? lastEventId;
      await eventually(
        async () => still.seen.length,
        (count) => count > 1,
      );
    }
    await work;
    expect(collected).toEqual(still.seen.slice(1).map(({ id }) => id));
    expect(new Set(collected).size).toBe(collected.length);
    const steps = still.seen.flatMap(({ data }) => data.steps);
    expect(steps).toEqual((await graph(filed.id)).timeline);
  });

  it('shows a change that began earlier and was committed later after the one before it', async () => {
    const filed = await file(office);
    const watching = await see(office, citizen, filed.id);
    await watching.until(1);
    const complaint = await office.dataSource.manager.findOneByOrFail(ComplaintEntity, { id: filed.id });
    const draft = () => ({
      type: 'complaint.opinion-given.v1' as const,
      payload: { ...complaintPayload(complaint), satisfied: true, givenAt: NOW.toISOString() },
    });
    const [early, late] = [office.dataSource.createQueryRunner(), office.dataSource.createQueryRunner()];
    await early.startTransaction();
    await early.query('SELECT now()');
    await late.startTransaction();
    await appendEvents(late.manager, 'complaints', [draft()]);
    const waits = appendEvents(early.manager, 'complaints', [draft(), draft()]);
    await late.commitTransaction();
    await waits;
    await watching.until(2);
    await early.commitTransaction();
    const [, second, third] = await watching.until(3);
    expect(second!.id).toBe(`${filed.id.slice(0, 8)}.2`);
    expect(third).toMatchObject({
      id: `${filed.id.slice(0, 8)}.4`,
      data: { what: ['complaint.opinion-given', 'complaint.opinion-given'] },
    });
    await Promise.all([early.release(), late.release()]);
  });

  it('begins anew with a reset for an id that is unknown, of another complaint, or older than what is kept', async () => {
    const [filed, other] = [await file(office), await file(office)];
    await assign(filed);
    await answer(office, filed);
    const of = filed.id.slice(0, 8);
    await office.dataSource.query('DELETE FROM outbox_event WHERE subject_id = $1 AND number = 1', [filed.id]);
    for (const id of ['nonsense', `${of}.99`, `${other.id.slice(0, 8)}.1`, `${of}.0`, `${of}.-1`, `${of}.02`]) {
      const watching = await see(office, citizen, filed.id, id);
      const [reset] = await watching.until(1);
      expect(reset).toMatchObject({ name: 'reset', id: `${of}.3`, data: { complaint: { status: 'ANSWERED' } } });
      expect(reset!.data.steps).toHaveLength(3);
    }
    const fine = await see(office, citizen, filed.id, `${of}.1`);
    expect((await fine.until(2)).map(({ name }) => name)).toEqual(['change', 'change']);
  });

  it('is there for whom the graph shows it, and absent for everybody else', async () => {
    const filed = await file(office);
    const status = async (who: people.Someone, id = filed.id) => (await see(office, who, id)).status;
    for (const who of [citizen, officer, manager, auditor]) expect(await status(who)).toBe(200);
    for (const who of [otherCitizen, otherOfficer, admin]) expect(await status(who)).toBe(404);
    expect(await status(citizen, randomUUID())).toBe(404);
    expect(await status(anonymous)).toBe(403);
    const byService = await office.internal(LIVE_TIMELINE_PATH, { complaintId: filed.id, lastEventId: null });
    expect(byService).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('ends for the department from which it is moved, before it reads why, and goes on for the citizen', async () => {
    const filed = await file(office);
    const [ours, owner] = [await see(office, officer, filed.id), await see(office, citizen, filed.id)];
    await Promise.all([ours.until(1), owner.until(1)]);
    await step(office, manager, 'transferComplaint', filed, {
      departmentCode: 'WATER',
      reason: '상수도 누수로 보입니다.',
    });
    await ours.ended();
    expect(ours.seen).toHaveLength(1);
    const [, moved] = await owner.until(2);
    expect(moved!.data).toMatchObject({ what: ['complaint.moved'], steps: [{ detail: '상수도 누수로 보입니다.' }] });
    expect((await see(office, officer, filed.id, ours.seen[0]!.id)).status).toBe(404);
  });

  it('goes on when a complaint is withdrawn, and ends by itself when people are erased from it', async () => {
    const filed = await file(office);
    const streams = new TimelineStreams({
      ...{ dataSource: office.dataSource, clock: office.clock, pollMs: 100 },
      complaints: new ComplaintStore(office.dataSource, undefined as never),
      log: { warn: () => undefined } as never,
    });
    const caller = { ...citizen, requestId: 'r', language: 'ko', issuer: 'gateway' } as const;
    const stream = (await streams.open({ complaintId: filed.id, lastEventId: null }, caller))!;
    const texts: string[] = [];
    let isOver = false;
    stream
      .setEncoding('utf8')
      .on('data', (text: string) => texts.push(text))
      .on('end', () => (isOver = true));
    await step(office, citizen, 'withdrawComplaint', filed);
    await eventually(
      async () => texts.join(''),
      (text) => text.includes('"complaint.withdrawn"'),
    );
    expect(isOver).toBe(false);
    await office.dataSource.query(
      'UPDATE complaint SET erased_at = now(), citizen_id = gen_random_uuid() WHERE id = $1',
      [filed.id],
    );
    await eventually(
      async () => isOver,
      (over) => over,
    );
    await streams.close();
  });

  it('says nothing of what is the office’s own, and names nobody', async () => {
    const filed = await file(office);
    const watching = await see(office, citizen, filed.id);
    await watching.until(1);
    const complaint = await office.dataSource.manager.findOneByOrFail(ComplaintEntity, { id: filed.id });
    const dueAt = NOW.toISOString();
    const payload = { ...complaintPayload(complaint), deadlineId: randomUUID(), against: 'STATUTORY' as const, dueAt };
    await appendEvents(office.dataSource.manager, 'complaints', [
      { type: 'complaint.escalated.v1', payload: { ...payload, stage: 'D+1' } },
      { type: 'complaint.dunned.v1', payload: { ...payload, stage: 'DEPARTMENT_HEAD' } },
    ]);
    await assign(filed);
    await watching.until(2);
    expect(watching.seen.map(({ id }) => id)).toEqual([1, 2].map((number) => `${filed.id.slice(0, 8)}.${number}`));
    const all = JSON.stringify(watching.seen);
    for (const word of ['홍길동', '010', 'gildong', officer.id, manager.id, citizen.id])
      expect(all).not.toContain(word);
  });

  it('costs the same few statements for one who watches as for ten', async () => {
    const costs: number[] = [];
    for (const count of [1, 10]) {
      const filed = await file(office);
      const all = await Promise.all(Array.from({ length: count }, () => see(office, citizen, filed.id)));
      await Promise.all(all.map((each) => each.until(1)));
      const complaint = await office.dataSource.manager.findOneByOrFail(ComplaintEntity, { id: filed.id });
      const payload = { ...complaintPayload(complaint), satisfied: true, givenAt: NOW.toISOString() };
      costs.push(
        await office.statements(async () => {
          await appendEvents(office.dataSource.manager, 'complaints', [
            { type: 'complaint.opinion-given.v1', payload },
          ]);
          await Promise.all(all.map((each) => each.until(2)));
        }),
      );
      for (const each of all) each.leave();
    }
    expect(costs[1]).toBe(costs[0]);
  });

  it('is ended for all when the server stops, at once', async () => {
    const own = await openOffice(NOW);
    await openCatalogue(own);
    const filed = await file(own);
    const watching = await see(own, citizen, filed.id);
    await watching.until(1);
    const began = performance.now();
    await own.close();
    await watching.ended();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
