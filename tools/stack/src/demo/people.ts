import { demoPeople } from '../issuer/people';
import type { Random } from './random';
import { FAMILY_NAMES, GIVEN_NAMES } from './words';

export interface Citizen {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly language: 'ko' | 'en';
  /** True for those whom a person can be in the demo: they have a profile already. */
  readonly demo: boolean;
}

/** How many times as many complaints the demo people file: there must be something to see. */
const DEMO_WEIGHT = 12;

/** Citizens to tell the history with, the demo citizens among them. */
export function makeCitizens(random: Random, count: number): Citizen[] {
  const known = demoPeople
    .filter(({ roles }) => roles.includes('CITIZEN'))
    .flatMap(({ id, name, phone, email, language }) =>
      Array.from({ length: DEMO_WEIGHT }, () => ({ id, name, phone, email, language, demo: true })),
    );
  const others = Array.from({ length: count }, (_, index) => ({
    id: random.uuid(),
    name: random.pick(FAMILY_NAMES) + random.pick(GIVEN_NAMES),
    phone: `010-${random.between(2000, 9999)}-${String(index % 10_000).padStart(4, '0')}`,
    email: `citizen${index + 1}@example.org`,
    language: random.chance(0.04) ? ('en' as const) : ('ko' as const),
    demo: false,
  }));
  return [...known, ...others];
}

/** Who handles what: the demo officers where there is one, and colleagues of theirs. */
export function makeOfficers(random: Random, departments: readonly string[]): Map<string, string[]> {
  const demo = (code: string): string[] =>
    demoPeople.filter(({ roles, department }) => roles.includes('OFFICER') && department === code).map(({ id }) => id);
  return new Map(departments.map((code) => [code, [...demo(code), random.uuid(), random.uuid()]]));
}
