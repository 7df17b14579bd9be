import { demoPeople } from '../issuer/people';
import { type PassedStep, fillIn, isTold, readSeed } from './seed-file';

describe('the seed', () => {
  const all = readSeed();
  const steps = all.filter(isTold);

  it('has steps with ids of their own, done by somebody, each one mutation', () => {
    expect(steps.length).toBeGreaterThan(40);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { operation } of steps)
      expect(operation).toMatch(/^mutation Seed\(\$input: \w+!\) \{ \w+\(input: \$input\)/);
  });

  it('keeps names before they are used', () => {
    const known = new Set<string>();
    for (const step of all) {
      const given = isTold(step) ? step.input : step.values;
      for (const [, name] of JSON.stringify(given).matchAll(/"\$kept":"(\w+)"/g)) expect(known).toContain(name);
      if (isTold(step) && step.keep) known.add(step.keep.name);
    }
    expect(known.size).toBeGreaterThan(0);
  });

  it('lets dates pass one row at a time, by ids that it was given: nothing else is done past the endpoint', () => {
    const passed = all.filter((step): step is PassedStep => !isTold(step));
    expect(passed.length).toBeGreaterThan(0);
    for (const { id, statement, values } of passed) {
      expect([id, statement]).toEqual([
        id,
        expect.stringMatching(/^UPDATE "\w+" SET "\w+" = \S+ WHERE "(subject_)?id" = \$1\b/),
      ]);
      expect([id, values[0]]).toEqual([id, { $kept: expect.any(String) }]);
    }
  });

  it('names only departments and services that it opens', () => {
    const codes = (file: string): Set<string> =>
      new Set(steps.filter(({ id }) => id.startsWith(file)).map(({ input }) => (input as { code: string }).code));
    const departments = codes('10-departments');
    const services = codes('20-service-items');
    expect(departments.size).toBeGreaterThanOrEqual(12);
    expect(services.size).toBeGreaterThanOrEqual(12);
    for (const { input } of steps) {
      const { departmentCode, parentCode, serviceCode } = input as Record<string, string | undefined>;
      if (departmentCode) expect(departments).toContain(departmentCode);
      if (parentCode) expect(departments).toContain(parentCode);
      if (serviceCode) expect(services).toContain(serviceCode);
    }
    for (const { department } of demoPeople) if (department) expect(departments).toContain(department);
  });

  it('fills in people, moments and what was kept, at any depth', () => {
    const now = new Date('2026-06-15T00:00:00Z');
    expect(
      fillIn([{ who: { $person: 'citizen' }, at: { $hoursAgo: 48 }, id: { $kept: 'a' } }, 1, null], now, { a: 7 }),
    ).toEqual([{ who: demoPeople[0]?.id, at: '2026-06-13T00:00:00.000Z', id: 7 }, 1, null]);
    // Already the next year in Seoul.
    expect(fillIn({ year: { $yearsAgo: 1 } }, new Date('2026-12-31T15:00:00Z'), {})).toEqual({ year: 2026 });
    expect([0, 1, 2, 14].map(($monthsAgo) => fillIn({ $monthsAgo }, new Date('2026-01-31T15:00:00Z'), {}))).toEqual([
      ...['2026-02', '2026-01', '2025-12', '2024-12'],
    ]);
    // Friday, and the weekend between.
    expect(fillIn({ $workingDay: 1 }, new Date('2026-06-19T01:00:00Z'), {})).toBe('2026-06-22');
    expect(fillIn({ $workingDay: 1, at: '14:00' }, new Date('2026-06-19T01:00:00Z'), {})).toBe(
      '2026-06-22T05:00:00.000Z',
    );
  });
});
