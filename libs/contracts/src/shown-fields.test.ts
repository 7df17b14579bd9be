import fc from 'fast-check';
import { EVENT_TYPES, type EventType, events, shownFields } from './index';

const ID = '0b4d6f3e-1c1f-4d6e-9f57-0c6a5a0f1a12';
const CITIZEN = '0b4d6f3e-1c1f-4d6e-9f57-0c6a5a0f1a13';

const of = (type: EventType, payload: unknown) =>
  Object.fromEntries(shownFields(type, payload).map(({ name, value, withheld }) => [name, value ?? withheld]));

describe('what administrators may read of an event', () => {
  it('is things, codes, moments and numbers: nobody’s id, and no text', () => {
    const payload = {
      ...{ claimId: ID, complaintId: ID, receiptNumber: '2026-000001-7', citizenId: CITIZEN },
      ...{ departmentCode: 'ROADS', breach: 'CHARTER', amount: 10_000, deadlineId: ID, task: 'DECISION' },
      ...{ dueAt: '2026-12-02T00:00:00+09:00', previousDueAt: '2026-12-01T00:00:00+09:00', reason: '홍길동 요청' },
    };
    expect(of('claim.date-moved.v1', payload)).toEqual({
      ...{ claimId: ID, complaintId: ID, receiptNumber: 'TEXT', citizenId: 'PERSON' },
      ...{ departmentCode: 'ROADS', breach: 'CHARTER', amount: '10000', deadlineId: ID, task: 'DECISION' },
      ...{ dueAt: payload.dueAt, previousDueAt: payload.previousDueAt, reason: 'TEXT' },
    });
  });

  it('names the field that breaks the contract, without its value, and no field that the contract does not name', () => {
    const payload = { complaintId: 'hong@example.kr', proposalId: ID, petitionerName: '홍길동' };
    expect(of('complaint.opened-from-proposal.v1', payload)).toEqual({ complaintId: 'BROKEN', proposalId: ID });
  });

  it('shows a list only when each of its values may be shown', () => {
    const charter = {
      ...{ version: 3, inForceFrom: '2026-12-01', titleKo: '헌장', titleEn: 'Charter' },
      departmentCodes: ['ROADS', 'WATER'],
    };
    expect(of('charter.published.v1', charter)).toMatchObject({ departmentCodes: 'ROADS,WATER', titleEn: 'TEXT' });
    const withName = { ...charter, departmentCodes: ['ROADS', 'Hong Gildong'] };
    expect(of('charter.published.v1', withName)).toMatchObject({ departmentCodes: 'TEXT' });
  });

  it('tells nothing where there is nothing, and has no fields for an event that is none', () => {
    const payload = { successionId: ID, previousDepartmentCode: 'A', departmentCode: 'B', succeededOn: '2026-12-01' };
    expect(of('department.succeeded.v1', { ...payload, decidedBy: CITIZEN })).toMatchObject({ decidedBy: 'PERSON' });
    expect(shownFields('complaint.withdrawn.v1', null).every(({ withheld }) => withheld === 'BROKEN')).toBe(true);
    expect(shownFields('complaint.assigned.v1', { officerId: null })).toContainEqual({
      ...{ name: 'officerId', value: null, withheld: null },
    });
    for (const type of ['unknown', 'constructor', '__proto__']) expect(shownFields(type, payload)).toEqual([]);
  });

  const personal = fc.constantFrom(
    '홍길동',
    '010-1234-5678',
    'hong@example.kr',
    '해운대구 우동 12-34',
    'Hong',
    'k1.a.b.c',
  );

  it('shows none of what somebody wrote, wherever it stands in whichever event', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES), personal, (type, mark) => {
        const names = [...Object.keys(events[type].shape), 'name', mark];
        const everywhere = Object.fromEntries(names.map((name) => [name, mark]));
        const inLists = Object.fromEntries(names.map((name) => [name, [mark]]));
        for (const payload of [everywhere, inLists, mark, [mark]])
          expect(JSON.stringify(shownFields(type, payload))).not.toContain(mark);
      }),
    );
  });

  it('shows no id under a name that says who', () => {
    for (const type of EVENT_TYPES) {
      const payload = Object.fromEntries(Object.keys(events[type].shape).map((name) => [name, CITIZEN]));
      for (const { name, value } of shownFields(type, payload))
        if (/citizen|officer|handler|reader|person|recipient|By$/i.test(name))
          expect([name, value]).toEqual([name, null]);
    }
  });
});
