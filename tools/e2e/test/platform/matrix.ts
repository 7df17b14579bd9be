import { randomUUID } from 'node:crypto';
import { ACCESS, type RootRule } from '@charter/tool-supergraph';
import { argumentsFor } from '../../src/canary/arguments';
import { Clerk } from '../../src/canary/clerk';
import { readApi } from '../../src/canary/filler';
import { livesMarked } from '../../src/canary/story';
import { Looks } from '../../src/canary/views';
import { type Caller, type CallerName, callers, isAdmitted, isStranger } from '../../src/matrix/callers';
import { LOOKS_LATER, NO_EXAMPLE, ONLY, objectsOf } from '../../src/matrix/objects';
import { type Reference, refersTo } from '../../src/matrix/references';
import { mutationAbout } from '../../src/matrix/requests';
import { type Verdict, verdictOf, withoutId } from '../../src/matrix/verdict';
import type { RunningStack } from '../../src/running-stack';

interface Root {
  readonly name: string;
  readonly rule: RootRule;
  readonly isQuery: boolean;
}
interface Told {
  readonly verdict: Verdict;
  readonly text: string;
}

const PEOPLE: readonly CallerName[] = [
  ...([
    'anonymous',
    'otherCitizen',
    'otherOfficer',
    'otherHead',
    'auditor',
    'admin',
    'officer',
    'head',
    'owner',
  ] as const),
];
const ROOTS: readonly Root[] = Object.values(ACCESS.roots).flatMap(({ Query, Mutation }) => [
  ...Object.entries(Query).map(([name, rule]) => ({ name, rule, isQuery: true })),
  ...Object.entries(Mutation).map(([name, rule]) => ({ name, rule, isQuery: false })),
]);
/** For who has the number of a letter, and a few tries alone: it has a test of its own. */
const LIMITED = ['complaintByReceipt'];
const ROUNDS = 25;
/** What two answers may differ in on a busy machine. A row that is read and thrown away costs a tenth of it. */
const NOISE_MS = 30;

/** Every query, mutation and reference, as everybody, about an own, a foreign and an absent object: the access rules as they are written. */
export function admitsWhomItShould(running: () => RunningStack): void {
  const clerk = new Clerk(running);
  const api = readApi();
  let objects: Record<string, string>;
  let people: Map<CallerName, Caller>;
  beforeAll(async () => {
    const told = await livesMarked(running(), clerk);
    const all = await callers(running(), told.citizen.id, told.officer.id, 'ROADS');
    people = new Map(all.map((each) => [each.name, each]));
    objects = await objectsOf(running(), told, people.get('owner')!);
  });

  async function asks({ token }: Caller, { name, rule, isQuery }: Root, id: string): Promise<Told> {
    const look = () =>
      new Looks(
        api,
        argumentsFor(clerk.filler, () => id),
      ).look(name, 1);
    const { query, variables } = isQuery ? look() : mutationAbout(clerk.filler, name, rule, id);
    const renamed = isQuery ? query.replace(`{ ${name}`, `{ result: ${name}`) : query;
    const answer = await running().askWith<{ result: unknown }>(token, renamed, variables);
    return { verdict: verdictOf(answer), text: withoutId(answer, id) };
  }

  /** What is wrong with how a root field answered about an object, held against how it answers about none. */
  function faultsOf({ name, rule }: Root, caller: Caller, none: Told, some: Told): string[] {
    if (!isStranger(caller)) {
      const may = ONLY[name]?.includes(caller.name) ?? true;
      return may === (some.verdict === 'ANSWERED') ? [] : [`is ${may ? 'kept from' : 'let at'} it: ${some.text}`];
    }
    if (rule.foreign === 'HIDDEN') return some.text === none.text ? [] : [`tells it from none: ${some.text}`];
    const expected: Verdict[] = rule.foreign === 'REFUSED' ? ['FORBIDDEN'] : ['ANSWERED', 'FORBIDDEN'];
    return expected.includes(some.verdict) ? [] : [`is not ${rule.foreign}: ${some.text}`];
  }

  async function faultsFor(caller: Caller, root: Root): Promise<string[]> {
    const { name, rule, isQuery } = root;
    const admitted = isAdmitted(rule.may, caller);
    if (admitted && !rule.about && !isQuery) return []; // it would be carried out: the stories do that
    const none = await asks(caller, root, randomUUID());
    if (!admitted) {
      const refused: Verdict = caller.role ? 'FORBIDDEN' : 'UNAUTHENTICATED';
      return none.verdict === refused ? [] : [`is not refused: ${none.text}`];
    }
    if (['FORBIDDEN', 'UNAUTHENTICATED'].includes(none.verdict)) return [`is refused: ${none.text}`];
    if (!rule.about || NO_EXAMPLE.includes(rule.about)) return [];
    const found =
      LOOKS_LATER.includes(name) || none.verdict === 'ABSENT' ? [] : [`finds what is not there: ${none.text}`];
    return [...found, ...faultsOf(root, caller, none, await asks(caller, root, objects[rule.about]!))];
  }

  it('has an object of every kind that somebody can be foreign to', () => {
    const kinds = new Set(
      ROOTS.flatMap(({ rule: { about } }) => (about && !NO_EXAMPLE.includes(about) ? [about] : [])),
    );
    expect([...kinds].filter((kind) => !objects[kind])).toEqual([]);
    expect(kinds.size).toBeGreaterThan(15);
  });

  it.each(PEOPLE)('answers every query and mutation of %s as the rules say', async (name) => {
    const caller = people.get(name)!;
    const faults: string[] = [];
    for (const root of ROOTS.filter((each) => !LIMITED.includes(each.name)))
      faults.push(...(await faultsFor(caller, root)).map((fault) => `${root.name}: ${name} ${fault.slice(0, 300)}`));
    expect(faults).toEqual([]);
  });

  const references: readonly Omit<Reference, 'id'>[] = Object.entries(ACCESS.entities).flatMap(([entity, services]) =>
    Object.keys(services).map((service) => ({ service, entity })),
  );
  /** Entities that are named by a code, and public. */
  const isKept = ({ entity }: Omit<Reference, 'id'>): boolean =>
    !['Department', 'Standard', 'MonitoringReport'].includes(entity);
  /** Those of which everybody sees what is published. */
  const PUBLISHED = ['Proposal', 'Survey'];

  const isStaff = ({ role }: Caller): boolean => role === 'OFFICER' || role === 'MANAGER';
  async function refers(caller: Caller, reference: Omit<Reference, 'id'>, id: string) {
    const answer = await refersTo(running(), caller, { ...reference, id });
    return { errors: answer.errors, entity: answer.data?.result[0], text: withoutId(answer, id) };
  }

  it('tells strangers of an entity that is not theirs what it tells of none, also past the gateway', async () => {
    const faults: string[] = [];
    for (const reference of references.filter(isKept)) {
      const rule = ACCESS.entities[reference.entity]![reference.service as 'notices'];
      for (const caller of people.values()) {
        const absent = await refers(caller, reference, randomUUID());
        const there = await refers(caller, reference, objects[reference.entity]!);
        const who = `${reference.service} ${reference.entity}: ${caller.name}`;
        if (absent.errors) faults.push(`${who} is told ${absent.text.slice(0, 300)}`);
        if (rule === 'ROW' && absent.entity !== null) faults.push(`${who} finds what is not there`);
        // Staff see of everybody that there is such a person, masked.
        const sees = PUBLISHED.includes(reference.entity) || (rule === 'MASKED' && isStaff(caller));
        if (isStranger(caller) && !sees && there.text !== absent.text)
          faults.push(`${who} tells it from none: ${there.text.slice(0, 300)}`);
        if (rule === 'ROW' && caller.name === 'officer' && there.entity === null && reference.entity !== 'Notice')
          faults.push(`${who} is kept from it`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('takes as long over a foreign object as over none', async () => {
    const roots = ROOTS.filter(({ name }) =>
      ['complaint', 'objection', 'withdrawComplaint', 'objectToRefusal'].includes(name),
    );
    const stranger = people.get('otherCitizen')!;
    for (const root of roots) {
      const took: Record<'foreign' | 'absent', number[]> = { foreign: [], absent: [] };
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [which, id] of [
          ['foreign', objects[root.rule.about!]!],
          ['absent', randomUUID()],
        ] as const) {
          const begun = performance.now();
          await asks(stranger, root, id);
          took[which].push(performance.now() - begun);
        }
      const [foreign, absent] = [took.foreign, took.absent].map(
        (all) => all.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!,
      );
      const slower = Math.max(foreign!, absent!);
      const isNoise = Math.abs(foreign! - absent!) < Math.max(NOISE_MS, slower / 2);
      expect([root.name, isNoise, foreign, absent]).toEqual([root.name, true, foreign, absent]);
    }
  });
}
