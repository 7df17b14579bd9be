import fc from 'fast-check';
import { type Discussed, type Spoken, VOICE, discussionOf, voiceOf } from './discussion';

const total = (scores: ReadonlyMap<string, number>): number =>
  [...scores.values()].reduce((sum, score) => sum + score, 0);
const spoke = (proposalId: string, ...authors: string[]): Spoken[] =>
  authors.map((authorId) => ({ proposalId, authorId }));

it('counts persons, not comments, and not the proposer', () => {
  const proposals = [{ id: 'P', proposerId: 'kim' }];
  const once = discussionOf(proposals, spoke('P', 'lee', 'park'));
  const often = discussionOf(proposals, spoke('P', 'lee', 'lee', 'lee', 'park', 'kim', 'kim'));
  expect(once.get('P')).toBe(2 * VOICE);
  expect(often).toEqual(once);
});

it('parts a voice among the ties of the two', () => {
  const proposals = [
    { id: 'P', proposerId: 'kim' },
    { id: 'Q', proposerId: 'kim' },
    { id: 'R', proposerId: 'lee' },
  ];
  const spoken = [...spoke('P', 'lee', 'park'), ...spoke('Q', 'lee'), ...spoke('R', 'kim')];
  // Lee and Kim meet in Q and in R as well as in P: a third of a voice. Park and Kim meet only here.
  expect(discussionOf(proposals, spoken).get('P')).toBe(voiceOf(2) + VOICE);
});

const person = fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e');
const world = fc
  .array(person, { minLength: 1, maxLength: 8 })
  .map((proposers) => proposers.map((proposerId, index): Discussed => ({ id: `P${index}`, proposerId })));
const speech = (proposals: readonly Discussed[]) =>
  fc.array(fc.record({ proposalId: fc.constantFrom(...proposals.map(({ id }) => id)), authorId: person }), {
    maxLength: 60,
  });

it('never gives more by saying it again, and never more than a voice for each person', () =>
  fc.assert(
    fc.property(
      world.chain((proposals) => fc.tuple(fc.constant(proposals), speech(proposals))),
      ([proposals, spoken]) => {
        const scores = discussionOf(proposals, spoken);
        expect(discussionOf(proposals, [...spoken, ...spoken])).toEqual(scores);
        for (const { id, proposerId } of proposals) {
          const others = new Set(spoken.filter(({ proposalId }) => proposalId === id).map(({ authorId }) => authorId));
          others.delete(proposerId);
          expect(scores.get(id)).toBeLessThanOrEqual(others.size * VOICE);
        }
      },
    ),
  ));

it.each([2, 5, 20])('gives a ring of %i friends no more, however many proposals they push', (friends) => {
  const ring = (each: number): number => {
    const people = Array.from({ length: friends }, (_, index) => `p${index}`);
    const proposals = people.flatMap((proposerId) =>
      Array.from({ length: each }, (_, index) => ({ id: `${proposerId}-${index}`, proposerId })),
    );
    const spoken = proposals.flatMap(({ id }) => spoke(id, ...people));
    return total(discussionOf(proposals, spoken)) / friends; // for one of them
  };
  const bound = ((friends - 1) * VOICE) / 2;
  for (const each of [1, 2, 4]) expect(ring(each)).toBeLessThanOrEqual(bound);
  // Strangers who speak about one proposal give twice as much as the ring gives one of its members with all of theirs.
  const strangers = discussionOf(
    [{ id: 'P', proposerId: 'x' }],
    spoke('P', ...Array.from({ length: friends - 1 }, (_, i) => `s${i}`)),
  );
  expect(total(strangers)).toBe((friends - 1) * VOICE);
});
