import * as people from '@charter/service/testing';
import { openCatalogue } from './fixtures/catalogue';
import { type Complaint, refusedFor, send } from './fixtures/complaints';
import { type Office, openOffice } from './fixtures/office';
import { type Rows, printOf, takeRows } from './fixtures/rows';
import { COMMANDS } from './matrix/commands';
import { factsOf, faultsOf } from './matrix/facts';
import { NOW, SITUATIONS, type Situation, bringAbout, momentOf } from './matrix/situations';

const { citizen, officer, manager } = people;

/** Who never may, whatever the complaint's status: another's complaint is not there, and a role that has no such command may not. */
const NEVER = {
  OFFICE: [
    [people.otherOfficer, 'NOT_FOUND'],
    [citizen, 'FORBIDDEN'],
    [people.otherCitizen, 'FORBIDDEN'],
    [people.auditor, 'FORBIDDEN'],
    [people.admin, 'FORBIDDEN'],
    [people.anonymous, 'UNAUTHENTICATED'],
  ],
  CITIZEN: [
    [people.otherCitizen, 'NOT_FOUND'],
    [officer, 'FORBIDDEN'],
    [manager, 'FORBIDDEN'],
    [people.otherOfficer, 'FORBIDDEN'],
    [people.auditor, 'FORBIDDEN'],
    [people.admin, 'FORBIDDEN'],
    [people.anonymous, 'UNAUTHENTICATED'],
  ],
  EITHER: [
    [people.otherCitizen, 'NOT_FOUND'],
    [people.otherOfficer, 'NOT_FOUND'],
    [people.auditor, 'FORBIDDEN'],
    [people.admin, 'FORBIDDEN'],
    [people.anonymous, 'UNAUTHENTICATED'],
  ],
} as const;
const MAY = { OFFICE: [officer, manager], CITIZEN: [citizen], EITHER: [citizen, officer, manager] } as const;

const CELLS = SITUATIONS.flatMap((situation) =>
  Object.entries(COMMANDS).map(([command, row]) => ({ situation, command, ...row })),
);

describe('every status × command × role', () => {
  let office: Office;
  let complaints: Record<Situation, Complaint>;
  let rows: Rows;
  beforeAll(async () => {
    office = await openOffice(NOW);
    await openCatalogue(office);
    complaints = await bringAbout(office);
    rows = await takeRows(office.dataSource);
  });
  afterAll(() => office.close());
  beforeEach(async () => {
    if ((await printOf(office.dataSource)) !== rows.print) await rows.restore(); // a failure is not the next one's
  });

  it('begins with a complaint in each status, all of them in order', async () => {
    for (const situation of SITUATIONS) {
      const facts = await factsOf(office, complaints[situation]);
      expect([situation, faultsOf(facts, facts.version - 1)]).toEqual([situation, []]);
    }
    const statuses = SITUATIONS.map((situation) => complaints[situation].status);
    expect([new Set(statuses).size, CELLS.length]).toEqual([11, 260]);
  });

  it.each(CELLS)('$situation × $command', async ({ situation, mutation, who, input, tells, to, refused }) => {
    const complaint = complaints[situation];
    office.clock.set(momentOf(situation));
    const { status: from } = complaint;
    const next = to[situation];
    const refusedTo = next ? [] : MAY[who].map((person) => [person, refused?.[situation] ?? 'INVALID_STATE'] as const);
    for (const [person, code] of [...NEVER[who], ...refusedTo]) {
      expect([person.roles, await refusedFor(office, person, mutation, complaint, input)]).toEqual([
        person.roles,
        [code],
      ]);
    }
    expect(await printOf(office.dataSource)).toBe(rows.print);
    if (!next) return;
    const before = await factsOf(office, complaint);
    for (const person of MAY[who]) {
      const { data, errors } = await send(office, person, mutation, { complaintId: complaint.id, ...input });
      expect([errors, data?.result?.errors]).toEqual([undefined, []]);
      expect(data!.result.complaint).toMatchObject({ status: next, version: before.version + 1 });
      const after = await factsOf(office, complaint);
      expect(after.lines.slice(before.lines.length)).toEqual([
        { from_status: from, to_status: next, changed_by: person.id },
      ]);
      expect(after.events).toEqual([...before.events, tells].sort());
      expect(faultsOf(after, after.version - 1)).toEqual([]);
      await rows.restore();
    }
    expect(await printOf(office.dataSource)).toBe(rows.print);
  });
});
