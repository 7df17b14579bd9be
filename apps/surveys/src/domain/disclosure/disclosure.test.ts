import fc from 'fast-check';
import { disclosed } from './audit';
import { type Group, showable } from './suppress';

const FEW = [1, 2, 3, 4];
/** Where there is a 1. */
const kinds = (...isMember: number[]): number[] => isMember.flatMap((one, kind) => (one ? [kind] : []));
const group = (id: string, ...isMember: number[]): Group => ({ id, members: kinds(...isMember) });

/** The attacker: adds up and subtracts every group up to `most` times, and looks whether what is left is about few. */
function attack(groups: readonly Group[], people: readonly number[], most = 2): boolean {
  const walk = (index: number, sum: readonly number[]): boolean => {
    const given = groups[index];
    if (!given) return FEW.includes(people.filter((_n, place) => sum[place] !== 0).reduce((a, b) => a + b, 0));
    for (let times = -most; times <= most; times += 1) {
      if (
        walk(
          index + 1,
          sum.map((entry, place) => entry + times * Number(given.members.includes(place))),
        )
      )
        return true;
    }
    return false;
  };
  return walk(
    0,
    people.map(() => 0),
  );
}

describe('what follows from published groups', () => {
  it.each([
    ['a small group', [[1, 0]], [3, 9], [0]],
    ['what a total leaves', [[1, 1, 1], [1, 0, 0], [0, 1, 0]], [9, 9, 2], [2]], // prettier-ignore
    ['a service in a department', [[1, 1, 0], [1, 0, 0], [1, 1, 1]], [8, 2, 20], [1]], // prettier-ignore
    // The visitors are the department's people and two more: tables by department and by channel, each harmless
    ['tables with other groups', [[1, 0, 0], [1, 1, 0], [1, 1, 1]], [9, 2, 30], [1]], // prettier-ignore
    ['the same table, two answers later', [[1, 0], [1, 1]], [40, 2], [1]], // prettier-ignore
    ['few of several kinds', [[1, 1, 1, 1]], [1, 1, 1, 1], [0, 1, 2, 3]],
  ])('%s', (_name, groups, people, few) =>
    expect(
      disclosed(
        groups.map((each) => kinds(...each)),
        people,
      ),
    ).toEqual([few]),
  );

  it.each([
    ['a group of five', [[1, 0]], [5, 9]],
    ['two withheld groups that are five together', [[1, 1, 1], [1, 0, 0]], [9, 2, 3]], // prettier-ignore
    ['tables that cut across each other', [[1, 1, 0, 0], [0, 0, 1, 1], [1, 0, 1, 0], [0, 1, 0, 1]], [3, 3, 3, 3]], // prettier-ignore
    ['kinds that nobody is of', [[1, 1], [1, 0]], [9, 0]], // prettier-ignore
    ['nothing', [], [3]],
  ])('nobody is told of by %s', (_name, groups, people) =>
    expect(
      disclosed(
        groups.map((each) => kinds(...each)),
        people,
      ),
    ).toEqual([]),
  );
});

describe('what is shown', () => {
  const shown = (groups: Group[], people: number[], published: Group[] = []): string[] => [
    ...showable(groups, people, published),
  ];
  const total = group('total', 1, 1, 1, 1);
  const [a, b, c, d] = [group('a', 1, 0, 0, 0), group('b', 0, 1, 0, 0), group('c', 0, 0, 1, 0), group('d', 0, 0, 0, 1)];

  it('is everything of five and more', () =>
    expect(shown([total, a, b, c, d], [9, 8, 7, 5])).toEqual(['total', 'a', 'b', 'c', 'd']));

  it('loses a small group, and the last of the others, which would give it away', () =>
    expect(shown([total, a, b, c, d], [9, 8, 7, 3])).toEqual(['total', 'a', 'b']));

  it('keeps the others where two small groups are five together', () =>
    expect(shown([total, a, b, c, d], [9, 8, 2, 3])).toEqual(['total', 'a', 'b']));

  it('is nothing of a survey with four answers', () => expect(shown([total, a], [4, 0, 0, 0])).toEqual([]));

  it('is nothing new where two more answered than was published', () =>
    expect(shown([total, a], [40, 2, 0, 0], [group('before', 1, 0, 0, 0)])).toEqual(['a']));

  it('is the same again, and one more table that is harmless beside the published one', () =>
    expect(shown([total, a, b], [9, 8, 2, 3], [total, a])).toEqual(['total', 'a', 'b']));
});

const people = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 6 });
/** A table: into which of three groups each kind of person falls. */
const tableFor = (kinds: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 0, max: 2 }), { minLength: kinds, maxLength: kinds });
const groupsOf = (table: readonly number[], name: string): Group[] =>
  [0, 1, 2].map((value) => group(`${name}${value}`, ...table.map((each) => Number(each === value))));
const everybody = (size: number): Group => group('total', ...Array.from({ length: size }, () => 1));

it('an attacker who adds and subtracts all that is shown, of two tables and a total, learns nothing of one to four', () => {
  const tables = people.chain((n) => fc.tuple(fc.constant(n), tableFor(n.length), tableFor(n.length)));
  fc.assert(
    fc.property(tables, ([n, one, other]) => {
      const groups = [everybody(n.length), ...groupsOf(one, 'one'), ...groupsOf(other, 'other')];
      const shown = showable(groups, n);
      expect(
        attack(
          groups.filter(({ id }) => shown.has(id)),
          n,
        ),
      ).toBe(false);
    }),
    { numRuns: 60 },
  );
});

it('nor one who also has what was published of fewer answers before', () => {
  const twice = people.chain((n) =>
    fc.tuple(fc.constant(n), tableFor(n.length), fc.array(fc.boolean(), { minLength: n.length, maxLength: n.length })),
  );
  fc.assert(
    fc.property(twice, ([n, table, early]) => {
      const groups = [everybody(n.length), ...groupsOf(table, 'group')];
      const before = groups.map(({ id, members }) => ({
        id: `${id} before`,
        members: members.filter((kind) => early[kind]),
      }));
      const shownBefore = showable(before, n);
      const published = before.filter(({ id }) => shownBefore.has(id));
      const shown = showable(groups, n, published);
      const all = [...published, ...groups.filter(({ id }) => shown.has(id))];
      expect(attack(all, n, 1)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

it('finds whatever the attacker finds: without the rule these tests would fail', () => {
  const tables = people.chain((n) => fc.tuple(fc.constant(n), tableFor(n.length), tableFor(n.length)));
  let found = 0;
  fc.assert(
    fc.property(tables, ([n, one, other]) => {
      const groups = [...groupsOf(one, 'one'), ...groupsOf(other, 'other')];
      const told = attack(groups, n);
      found += Number(told);
      const few = disclosed(
        groups.map(({ members }) => members),
        n,
      );
      // Whom it finds are few; and it finds somebody wherever the attacker does.
      for (const each of few) expect(FEW).toContain(each.reduce((sum, place) => sum + n[place]!, 0));
      expect(few.length > 0).toBe(told);
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(10);
});

describe('where the search would take too long', () => {
  const NOTHING_TO_SPEND = 0;
  const shown = (groups: Group[], people: number[], published: Group[] = []): string[] => [
    ...showable(groups, people, published, NOTHING_TO_SPEND),
  ];
  const total = group('total', 1, 1, 1, 1);
  const [a, b, c, d] = [group('a', 1, 0, 0, 0), group('b', 0, 1, 0, 0), group('c', 0, 0, 1, 0), group('d', 0, 0, 0, 1)];

  it('shows all and what lies within, but nothing that lies across', () =>
    expect(shown([total, group('ab', 1, 1, 0, 0), group('bc', 0, 1, 1, 0), a, b, c, d], [9, 8, 7, 5])).toEqual([
      ...['total', 'ab', 'a', 'b', 'c', 'd'],
    ]));

  it('loses small groups, and the last of the others, which would give them away', () => {
    expect(shown([total, a, b, c, d], [9, 8, 7, 3])).toEqual(['total', 'a', 'b']);
    expect(shown([total, a], [2, 2, 0, 0])).toEqual([]);
  });

  it('gets along with what is public, and shows nothing else where that is not nested', () => {
    expect(shown([total, a, b], [9, 2, 9, 0], [a])).toEqual(['total', 'a']);
    expect(shown([total, a, b, c], [9, 8, 5, 0], [b, a])).toEqual(['total', 'a', 'b', 'c']);
    const across = [group('ab before', 1, 1, 0, 0), group('bc before', 0, 1, 1, 0)];
    expect(shown([total, group('bc', 0, 1, 1, 0), a], [9, 9, 9, 9], across)).toEqual(['bc']);
  });

  it('tells an attacker nothing of one to four, nor together with what was shown before', () => {
    const given = people.chain(
      (n) =>
      fc.tuple(fc.constant(n), tableFor(n.length), tableFor(n.length), fc.array(fc.boolean(), { minLength: n.length, maxLength: n.length })), // prettier-ignore
    );
    fc.assert(
      fc.property(given, ([n, one, other, early]) => {
        const groups = [everybody(n.length), ...groupsOf(one, 'one'), ...groupsOf(other, 'other')];
        const before = groups.map((each) => ({
          id: `${each.id} before`,
          members: each.members.filter((kind) => early[kind]),
        }));
        const first = showable(before, n, [], NOTHING_TO_SPEND);
        const published = before.filter(({ id }) => first.has(id));
        const now = showable(groups, n, published, NOTHING_TO_SPEND);
        const all = [...published, ...groups.filter(({ id }) => now.has(id))];
        expect(
          disclosed(
            all.map(({ members }) => members),
            n,
          ),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('stops in time: of thousands of kinds in hundreds of groups it shows what is nested', () => {
    const kind = (index: number, of: number) => (index * 7919) % of;
    const many = Array.from({ length: 4_000 }, (_, index) => 1 + kind(index, 3));
    const table = (name: string, size: number): Group[] =>
      Array.from({ length: size }, (_, value) => ({
        id: `${name}${value}`,
        members: many.flatMap((_n, index) => (kind(index + 31 * name.length, 4_001) % size === value ? [index] : [])),
      }));
    const groups = [{ id: 'total', members: many.map((_, index) => index) }, ...table('d', 40), ...table('cc', 7), ...table('sss', 300)]; // prettier-ignore
    expect([...showable(groups, many, [], 50_000)]).toEqual([...showable(groups, many, [], 0)]);
    expect(showable(groups, many, [], 0).size).toBeGreaterThan(40);
  });
});
