/** One unit of voice, in whole numbers: every person who speaks about a proposal gives at most this much. */
export const VOICE = 1_000;

/**
 * What one person's voice adds to the discussion of a proposal, however often they speak.
 * @param ties how often the two meet elsewhere: other proposals of the same proposer that this person spoke about, and
 *   proposals of this person that the proposer spoke about
 */
export const voiceOf = (ties: number): number => Math.floor(VOICE / (1 + ties));

export interface Discussed {
  readonly id: string;
  readonly proposerId: string;
}

/** Somebody spoke about a proposal: a comment that is shown. */
export interface Spoken {
  readonly proposalId: string;
  readonly authorId: string;
}

/**
 * How much each proposal is discussed. Persons count, not comments, the proposer's own voice does not, and a voice is parted
 * among all ties of the two: n people who discuss all of each other's m proposals give one proposer together no more than
 * (n − 1) / 2 voices, whatever m is, while n − 1 strangers give n − 1.
 */
export function discussionOf(proposals: readonly Discussed[], spoken: readonly Spoken[]): ReadonlyMap<string, number> {
  const proposerOf = new Map(proposals.map(({ id, proposerId }) => [id, proposerId]));
  const heard = new Set(spoken.map(({ proposalId, authorId }) => `${proposalId} ${authorId}`));
  const ties = (person: string, proposer: string, here: string): number =>
    proposals.filter(
      ({ id, proposerId }) =>
        (proposerId === proposer && id !== here && heard.has(`${id} ${person}`)) ||
        (proposerId === person && heard.has(`${id} ${proposer}`)),
    ).length;
  return new Map(
    proposals.map(({ id, proposerId }) => {
      const speakers = new Set(spoken.filter(({ proposalId }) => proposalId === id).map(({ authorId }) => authorId));
      speakers.delete(proposerId);
      const voices = [...speakers].map((person) => voiceOf(ties(person, proposerOf.get(id)!, id)));
      return [id, voices.reduce((sum, voice) => sum + voice, 0)];
    }),
  );
}
