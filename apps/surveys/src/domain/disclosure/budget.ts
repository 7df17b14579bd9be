/** There is more to search than the time for an answer allows. */
export class OutOfBudget extends Error {}

/** How much may still be reckoned: entries of vectors that are looked at. Counted rather than timed, so that the same answers give the same results. */
export class Budget {
  constructor(private left: number) {}

  /** @throws {OutOfBudget} */
  spend(entries: number): void {
    this.left -= entries;
    if (this.left < 0) throw new OutOfBudget();
  }
}
