import { randomUUID } from 'node:crypto';
import { openCatalogue } from './fixtures/catalogue';
import { file } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { ConsultationReminders } from '../src/jobs/consultation-reminders.job';
import {
  type Someone,
  admin,
  anonymous,
  citizen,
  manager,
  officer,
  otherCitizen,
  otherOfficer,
} from '@charter/service/testing';

/** Monday morning. */
const NOW = new Date('2026-11-23T10:00:00+09:00');
const petitioner = { name: '홍길동', phone: '010-1234-5678' };
const CONSULTATION = `consultation { id status version waitingPosition place calendarFile reason petitioner { name phone } complaint { id } }
  errors { code path message }`;
const MUTATIONS = {
  bookConsultation: `mutation ($input: BookConsultationInput!) { result: bookConsultation(input: $input) { ${CONSULTATION} } }`,
  cancelConsultation: `mutation ($input: CancelConsultationInput!) { result: cancelConsultation(input: $input) { ${CONSULTATION} } }`,
  recordConsultation: `mutation ($input: RecordConsultationInput!) { result: recordConsultation(input: $input) { ${CONSULTATION} } }`,
} as const;

interface Consultation {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly waitingPosition: number | null;
  readonly place: string | null;
  readonly calendarFile: string | null;
  readonly petitioner: { name: string; phone: string };
}

describe('consultations', () => {
  let office: Office;
  let day = 24;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    office.clock.set(NOW);
    await office.dataSource.query('TRUNCATE consultation, consultation_slot, outbox_event CASCADE');
    day = 24;
  });

  const open = async (changes: object = {}, who: Someone = officer) => {
    const input = {
      startsAt: `2026-11-${day}T14:00:00+09:00`,
      minutes: 30,
      method: 'IN_PERSON',
      place: '시청 3층',
      ...changes,
    };
    const { data, errors } = await office.ask<{
      openConsultationSlots: { slots: { id: string }[]; errors: { code: string }[] };
    }>(
      who,
      `mutation ($input: OpenConsultationSlotsInput!) { openConsultationSlots(input: $input) { slots { id } errors { code } } }`,
      { input },
    );
    return {
      slots: data?.openConsultationSlots.slots.map(({ id }) => id) ?? [],
      codes: [
        ...(errors ?? []).map((e) => e.extensions.code),
        ...(data?.openConsultationSlots.errors ?? []).map(({ code }) => code),
      ],
    };
  };
  const slot = async (changes: object = {}): Promise<string> => (await open(changes)).slots[0]!;
  const someone = (): Someone => ({ id: randomUUID(), roles: ['CITIZEN'] });
  const send = async (who: Someone, name: keyof typeof MUTATIONS, input: object) => {
    const { data, errors } = await office.ask<{
      result: { consultation: Consultation | null; errors: { code: string }[] };
    }>(who, MUTATIONS[name], { input });
    const codes = [
      ...(errors ?? []).map(({ extensions }) => extensions.code),
      ...(data?.result?.errors ?? []).map(({ code }) => code),
    ];
    return { codes, consultation: data?.result?.consultation ?? null };
  };
  const book = (who: Someone, slotId: string, changes: object = {}) =>
    send(who, 'bookConsultation', { slotId, topic: '도로점용 절차', petitioner, ...changes });

  it('are booked once when a hundred ask at once; the others may wait, in order', async () => {
    const slotId = await slot();
    const asked = await Promise.all(Array.from({ length: 100 }, () => book(someone(), slotId)));
    expect(asked.filter(({ consultation }) => consultation?.status === 'BOOKED')).toHaveLength(1);
    expect(asked.filter(({ codes }) => codes[0] === 'SLOT_TAKEN')).toHaveLength(99);
    const waiting = await Promise.all(Array.from({ length: 10 }, () => book(someone(), slotId, { waitIfTaken: true })));
    expect(waiting.map(({ consultation }) => consultation!.status)).toEqual(Array(10).fill('WAITING'));
    expect(await office.told('consultation.booked.v1')).toHaveLength(1);
    const [{ count }] = await office.dataSource.query(
      `SELECT count(*)::int AS count FROM consultation WHERE status = 'BOOKED'`,
    );
    expect(count).toBe(1);
  });

  it('are booked with a calendar file; name and contact sealed, shown to who needs them', async () => {
    const filed = await file(office);
    const { consultation } = await book(citizen, await slot(), { complaintId: filed.id });
    expect(consultation).toMatchObject({
      ...{ status: 'BOOKED', place: '시청 3층', waitingPosition: null, complaint: { id: filed.id } },
      petitioner: { name: '홍길동', phone: '01012345678' },
    });
    expect(consultation!.calendarFile).toContain('DTSTART:20261124T050000Z');
    const [row] = await office.dataSource.query('SELECT * FROM consultation');
    expect(JSON.stringify(row)).not.toContain('홍길동');
    expect(await office.told('consultation.booked.v1')).toMatchObject([
      {
        complaintId: filed.id,
        receiptNumber: filed.receiptNumber,
        startsAt: '2026-11-24T05:00:00.000Z',
        method: 'IN_PERSON',
      },
    ]);
    expect(
      await office.internal('/internal/notice-facts', {
        ...{ eventType: 'consultation.booked.v1', subjectType: 'CONSULTATION', subjectId: consultation!.id },
        ...{ recipientId: citizen.id, deadlineId: null },
      }),
    ).toMatchObject({ stillTrue: true, words: { place: '시청 3층' }, contact: { name: '홍길동' } });
  });

  it('move up by themselves when one is cancelled: who waits longest, and has no other appointment then', async () => {
    const [slotId, other] = [await slot(), await slot({ officerId: manager.id })];
    const [first, busy, next, last] = [someone(), someone(), someone(), someone()];
    const booked = await book(first, slotId);
    await book(busy, other);
    for (const [index, who] of [busy, next, last].entries()) {
      office.clock.set(new Date(NOW.getTime() + index * 1_000));
      await book(who, slotId, { waitIfTaken: true });
    }
    const { consultation } = await send(first, 'cancelConsultation', { consultationId: booked.consultation!.id });
    expect(consultation).toMatchObject({ status: 'CANCELLED', place: null });
    expect(consultation!.calendarFile).toContain('METHOD:CANCEL');
    expect(await office.told('consultation.moved-up.v1')).toMatchObject([{ citizenId: next.id }]);
    expect(await office.told('consultation.cancelled.v1')).toMatchObject([
      { citizenId: first.id, cancelledBy: 'CITIZEN' },
    ]);
    const { data } = await office.ask<{
      consultations: { edges: { node: { status: string; waitingPosition: number } }[] };
    }>(last, '{ consultations(first: 10) { edges { node { status waitingPosition } } } }', {});
    expect(data!.consultations.edges).toEqual([{ node: { status: 'WAITING', waitingPosition: 2 } }]);
  });

  it('leave no slot free while somebody waits, when booking, waiting and cancelling meet', async () => {
    const slotId = await slot();
    const first = await book(citizen, slotId);
    await Promise.all([
      send(citizen, 'cancelConsultation', { consultationId: first.consultation!.id }),
      ...Array.from({ length: 20 }, () => book(someone(), slotId, { waitIfTaken: true })),
    ]);
    const rows = await office.dataSource.query(
      `SELECT status, count(*)::int AS count FROM consultation GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { status: 'BOOKED', count: 1 },
      { status: 'CANCELLED', count: 1 },
      { status: 'WAITING', count: 19 },
    ]);
  });

  it('are one at a time for a citizen, once for a slot, and the same again for the same key', async () => {
    const [slotId, overlapping] = [await slot(), await slot({ startsAt: '2026-11-24T14:15:00+09:00' })];
    const key = { idempotencyKey: 'form-1' };
    const booked = await book(citizen, slotId, key);
    expect((await book(citizen, slotId, key)).consultation!.id).toBe(booked.consultation!.id);
    expect((await book(citizen, slotId)).codes).toHaveLength(1);
    expect((await book(citizen, overlapping)).codes).toEqual(['INVALID_STATE']);
    expect((await book(citizen, slotId, { ...key, topic: '다른 일' })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  });

  it('are opened by the department for its own, without overlap for one expert, within office hours', async () => {
    expect((await open({ count: 4, officerId: officer.id })).slots).toHaveLength(4);
    expect((await open({ startsAt: '2026-11-24T15:45:00+09:00', officerId: officer.id })).codes).toEqual([
      'INVALID_VALUE',
    ]);
    expect((await open({ startsAt: '2026-11-24T16:00:00+09:00', officerId: officer.id })).slots).toHaveLength(1);
    expect((await open({ startsAt: '2026-11-28T10:00:00+09:00' })).codes).toEqual(['INVALID_VALUE']);
    expect((await open({}, citizen)).codes).toEqual(['FORBIDDEN']);
    expect((await open({}, admin)).codes).toEqual(['FORBIDDEN']);
    const { data } = await office.ask<{
      consultationSlots: { edges: { node: { taken: boolean; startsAt: string } }[] };
    }>(
      anonymous,
      `{ consultationSlots(departmentCode: "ROADS", from: "2026-11-24", to: "2026-11-24", first: 3) { edges { node { taken startsAt } } } }`,
      {},
    );
    expect(data!.consultationSlots.edges.map(({ node }) => node)).toEqual([
      { taken: false, startsAt: '2026-11-24T14:00:00+09:00' },
      { taken: false, startsAt: '2026-11-24T14:30:00+09:00' },
      { taken: false, startsAt: '2026-11-24T15:00:00+09:00' },
    ]);
  });

  it('are nobody else’s to see or change', async () => {
    const slotId = await slot();
    const { consultation } = await book(citizen, slotId);
    const of = { consultationId: consultation!.id };
    for (const who of [otherCitizen, otherOfficer]) {
      expect((await send(who, 'cancelConsultation', { ...of, reason: '사유' })).codes).toEqual(['NOT_FOUND']);
    }
    expect((await send(otherOfficer, 'recordConsultation', { ...of, held: true })).codes).toEqual(['NOT_FOUND']);
    expect((await send(citizen, 'recordConsultation', { ...of, held: true })).codes).toEqual(['FORBIDDEN']);
    expect((await book(citizen, slotId, { complaintId: (await file(office, {}, otherCitizen)).id })).codes).toEqual([
      'NOT_FOUND',
    ]);
    const mine = async (who: Someone) =>
      (
        await office.ask<{ consultations: { edges: unknown[] } }>(
          who,
          '{ consultations { edges { node { id } } } }',
          {},
        )
      ).data!.consultations.edges.length;
    expect([await mine(citizen), await mine(otherCitizen), await mine(officer), await mine(otherOfficer)]).toEqual([
      1, 0, 1, 0,
    ]);
  });

  it('are cancelled by the office with a reason, recorded after they began, and refused to who stays away', async () => {
    const { consultation } = await book(citizen, await slot());
    const of = { consultationId: consultation!.id };
    expect((await send(officer, 'cancelConsultation', of)).codes).toEqual(['INVALID_VALUE']);
    expect((await send(officer, 'recordConsultation', { ...of, held: false })).codes).toEqual(['TOO_EARLY']);
    expect(
      (await send(officer, 'cancelConsultation', { ...of, reason: '담당자가 자리를 비웁니다.', version: 9 })).codes,
    ).toEqual(['STALE_VERSION']);
    await send(officer, 'cancelConsultation', { ...of, reason: '담당자가 자리를 비웁니다.' });
    expect(await office.told('consultation.cancelled.v1')).toMatchObject([{ cancelledBy: 'OFFICE' }]);
    for (const time of ['14:00', '15:00', '16:00']) {
      const missed = await book(citizen, await slot({ startsAt: `2026-11-24T${time}:00+09:00` }));
      office.clock.set(new Date(`2026-11-24T${time}:00+09:00`));
      await send(officer, 'recordConsultation', { consultationId: missed.consultation!.id, held: false });
    }
    expect(await office.told('consultation.missed.v1')).toHaveLength(3);
    expect((await book(citizen, await slot({ startsAt: '2026-11-25T14:00:00+09:00' }))).codes).toEqual([
      'LIMIT_REACHED',
    ]);
  });

  it('are cancelled when their day becomes a holiday, and who booked them is told why', async () => {
    const slotId = await slot();
    const { consultation } = await book(citizen, slotId);
    await office.hear('holiday.declared.v1', { date: '2026-11-24', nameKo: '임시공휴일', nameEn: 'Holiday' });
    expect(await office.told('consultation.cancelled.v1')).toMatchObject([
      { consultationId: consultation!.id, cancelledBy: 'OFFICE' },
    ]);
    expect((await book(otherCitizen, slotId)).codes).toEqual(['INVALID_STATE']);
    await office.hear('holiday.revoked.v1', { date: '2026-11-24' });
  });

  it('are closed with their slot, and never booked on one that is being closed', async () => {
    const slotId = await slot();
    const close = office.ask(
      officer,
      `mutation ($input: CloseConsultationSlotInput!) { closeConsultationSlot(input: $input) { errors { code } } }`,
      { input: { slotId, reason: '회의가 있습니다.' } },
    );
    await Promise.all([close, ...Array.from({ length: 5 }, () => book(someone(), slotId))]);
    const rows = await office.dataSource.query(
      `SELECT count(*)::int AS count FROM consultation WHERE status IN ('BOOKED', 'WAITING')`,
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('are reminded of once at each stage, by whichever worker comes first', async () => {
    const { consultation } = await book(citizen, await slot());
    const jobs = [1, 2].map(() => new ConsultationReminders({ dataSource: office.dataSource, log: console as never }));
    const remind = async () =>
      (await Promise.all(jobs.map((job) => job.runOnce()))).reduce((sum, each) => sum + each, 0);
    const due = (startsIn: string) =>
      office.dataSource.query(
        `UPDATE consultation SET remind_at = now() - interval '1 second', starts_at = now() + $2::interval,
           ends_at = now() + $2::interval + interval '30 minutes' WHERE id = $1`,
        [consultation!.id, startsIn],
      );
    await due('20 hours');
    expect(await remind()).toBe(1);
    expect(await remind()).toBe(0);
    await due('30 minutes');
    expect(await remind()).toBe(1);
    expect((await office.told('consultation.reminder.v1')).map(({ consultationId }) => consultationId)).toEqual([
      ...[consultation!.id, consultation!.id],
    ]);
    await due('-1 minutes'); // slept through: it has begun
    await remind();
    expect(await office.told('consultation.reminder.v1')).toHaveLength(2);
  });
});
