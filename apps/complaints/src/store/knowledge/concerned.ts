import type { EntityManager } from 'typeorm';
import type { Parties } from '../parties/parties';
import type { Petitioners } from '../petitioners';

/** The names of those whom complaints concern: opened to keep them out of what is published, for nothing else. */
export class Concerned {
  constructor(
    private readonly petitioners: Petitioners,
    private readonly parties: Parties,
  ) {}

  /** In the order of the complaints. At most three statements. */
  async namesOf(tx: EntityManager, complaintIds: readonly string[]): Promise<string[][]> {
    if (complaintIds.length === 0) return [];
    const filers = await this.petitioners.of(tx, complaintIds);
    const joint = await this.parties.jointOf(tx, complaintIds);
    return complaintIds.map((_, index) => [
      filers[index]!.name,
      ...(joint[index]?.coPetitioners ?? []).map(({ name }) => name),
    ]);
  }
}
