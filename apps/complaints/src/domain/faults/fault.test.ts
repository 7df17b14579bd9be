import type { Caller } from '@charter/service';
import { type FaultFacts, type FoundFault, OFFICE_FAULTS, decideFault, mayConfirm } from './fault';

const FOUND: FoundFault = { fault: 'UNKINDNESS', occurredOn: '2026-11-20', finding: ' 통화 녹음으로 확인함 ' };
const FACTS: FaultFacts = { by: 'head', citizenId: 'citizen', today: '2026-11-23', known: [] };

describe('a fault of the office', () => {
  it.each(OFFICE_FAULTS)('%s is confirmed once for each complaint', (fault) => {
    expect(decideFault({ ...FOUND, fault }, FACTS)).toMatchObject({
      ok: true,
      value: { fault, finding: '통화 녹음으로 확인함' },
    });
    const again = decideFault({ ...FOUND, fault }, { ...FACTS, known: [fault] });
    expect(again).toMatchObject({ ok: false, refusals: [{ code: 'ALREADY_DONE', path: ['fault'] }] });
    const other = OFFICE_FAULTS.filter((each) => each !== fault);
    expect(decideFault({ ...FOUND, fault }, { ...FACTS, known: other })).toMatchObject({ ok: true });
  });

  it.each<[string, Partial<FoundFault>, Partial<FaultFacts>, string | null]>([
    ['today', { occurredOn: '2026-11-23' }, {}, null],
    ['tomorrow', { occurredOn: '2026-11-24' }, {}, 'INVALID_VALUE'],
    ['without words', { finding: ' ' }, {}, 'INVALID_VALUE'],
    ['with a resident number', { finding: '900101-1234568' }, {}, 'RESIDENT_NUMBER_PRESENT'],
    ['of one’s own complaint', {}, { by: 'citizen' }, 'CONFLICT_OF_INTEREST'],
  ])('%s', (_name, found, facts, code) => {
    const decided = decideFault({ ...FOUND, ...found }, { ...FACTS, ...facts });
    expect(decided.ok ? null : decided.refusals.map((refusal) => refusal.code)).toEqual(code ? [code] : null);
  });

  it('is confirmed by the department’s head and the auditor', () => {
    const caller = (role: Caller['roles'][number], departmentCode?: string): Caller => ({
      ...{ id: 'x', roles: [role], departmentCode, requestId: 'r', language: 'ko', issuer: 'gateway' },
    });
    const complaint = { citizenId: 'citizen', departmentCode: 'ROADS' };
    const may = (role: Caller['roles'][number], code?: string) => mayConfirm(caller(role, code), complaint);
    expect([may('MANAGER', 'ROADS'), may('AUDITOR')]).toEqual([true, true]);
    expect([may('MANAGER', 'WATER'), may('OFFICER', 'ROADS'), may('CITIZEN'), may('ADMIN')]).toEqual([
      ...[false, false, false, false],
    ]);
  });
});
