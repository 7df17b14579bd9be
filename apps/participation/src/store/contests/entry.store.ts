import { type DataSource, type EntityManager, In } from 'typeorm';
import { type PrivacyKeys, open, seal } from '@charter/privacy';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage } from '@charter/service';
import type { Entrant, Member } from '../../domain/contests/entry';
import { ContestEntity, ContestEntrantEntity, ContestEntryEntity, ContestEntryVersionEntity } from './contest.entity';

const ENTRIES: ListOrder = {
  name: 'entries by number',
  direction: 'ASC',
  columns: [{ expression: 'entry.number', type: 'integer' }],
};
const OWN_ENTRIES: ListOrder = {
  name: 'own entries by newness',
  direction: 'DESC',
  columns: [
    { expression: 'entry.submitted_at', type: 'timestamptz' },
    { expression: 'entry.id', type: 'uuid' },
  ],
};

const sealOf = (contestId: string, citizenId: string) => ({
  ...{ table: 'contest_entrant', column: 'name', row: `${contestId} ${citizenId}` },
});

/** Entries of contests, who takes part with them, and what they come to. */
export class EntryStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly keys: PrivacyKeys,
  ) {}

  /** The entries of a contest that were not taken back, or one's own, or only those that were awarded. */
  page(
    which: { contestId: string; awarded: boolean } | { citizenId: string },
    page: Page,
  ): Promise<Connection<ContestEntryEntity>> {
    const query = this.dataSource.manager.createQueryBuilder(ContestEntryEntity, 'entry');
    if ('citizenId' in which) {
      query.where(
        'EXISTS (SELECT 1 FROM contest_entrant t WHERE t.entry_id = entry.id AND t.citizen_id = :citizenId)',
        which,
      );
      return keysetPage(query, OWN_ENTRIES, page, this.cursors);
    }
    query.where('entry.contest_id = :contestId AND entry.withdrawn_at IS NULL', which);
    if (which.awarded) query.andWhere('entry.prize IS NOT NULL');
    return keysetPage(query, ENTRIES, page, this.cursors);
  }

  async find(tx: EntityManager, id: string): Promise<ContestEntryEntity | undefined> {
    return (await tx.findOneBy(ContestEntryEntity, { id })) ?? undefined;
  }

  async byIds(ids: readonly string[]): Promise<(ContestEntryEntity | undefined)[]> {
    const found = await this.dataSource.manager.findBy(ContestEntryEntity, { id: In([...ids]) });
    return ids.map((id) => found.find((entry) => entry.id === id));
  }

  /** Who takes part in each entry, without opening a name. One statement. */
  async membersOf(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<Member[][]> {
    const found = await tx.find(ContestEntrantEntity, {
      select: { entryId: true, citizenId: true, departmentCode: true },
      where: { entryId: In([...ids]) },
      order: { position: 'ASC' },
    });
    const teams = new Map<string, Member[]>(ids.map((id) => [id, []]));
    for (const { entryId, citizenId, departmentCode } of found) teams.get(entryId)!.push({ citizenId, departmentCode });
    return ids.map((id) => teams.get(id)!);
  }

  /** Who takes part in each entry, with opened names, in order. One statement. */
  async teamsOf(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<Entrant[][]> {
    const found = await tx.find(ContestEntrantEntity, {
      where: { entryId: In([...ids]) },
      order: { position: 'ASC' },
    });
    return ids.map((id) =>
      found
        .filter(({ entryId }) => entryId === id)
        .map(({ contestId, citizenId, name, departmentCode }) => ({
          ...{ citizenId, departmentCode, name: open(this.keys, sealOf(contestId, citizenId), name) },
        })),
    );
  }

  /** Whether somebody of a team takes part in another entry of the contest. */
  async takePart(
    tx: EntityManager,
    contestId: string,
    team: readonly Entrant[],
    except: string | null,
  ): Promise<boolean> {
    const found = await tx.findBy(ContestEntrantEntity, {
      ...{ contestId, citizenId: In(team.map(({ citizenId }) => citizenId)) },
    });
    return found.some(({ entryId }) => entryId !== except);
  }

  /** Whether somebody is of an entry's team. */
  async isOfTeam(tx: EntityManager, entryId: string, citizenId: string): Promise<boolean> {
    return (await tx.countBy(ContestEntrantEntity, { entryId, citizenId })) > 0;
  }

  /** Whether somebody takes part in a contest. */
  async takesPart(tx: EntityManager, contestId: string, citizenId: string): Promise<boolean> {
    return (await tx.countBy(ContestEntrantEntity, { contestId, citizenId })) > 0;
  }

  /** Whether somebody takes part in each of these contests. One statement. */
  async takePartIn(citizenId: string, contestIds: readonly string[]): Promise<boolean[]> {
    const found = await this.dataSource.manager.findBy(ContestEntrantEntity, {
      citizenId,
      contestId: In([...contestIds]),
    });
    return contestIds.map((id) => found.some(({ contestId }) => contestId === id));
  }

  async leave(tx: EntityManager, contestId: string, citizenId: string): Promise<void> {
    await tx.delete(ContestEntrantEntity, { contestId, citizenId });
  }

  async nextNumber(tx: EntityManager, contestId: string): Promise<number> {
    return (await tx.countBy(ContestEntryEntity, { contestId })) + 1;
  }

  async insert(
    tx: EntityManager,
    entry: Pick<
      ContestEntryEntity,
      'id' | 'contestId' | 'number' | 'citizenId' | 'category' | 'title' | 'body' | 'submittedAt'
    >,
    team: readonly Entrant[],
  ): Promise<void> {
    await tx.insert(ContestEntryEntity, entry);
    await this.writeTeam(tx, entry, team);
    await tx.increment(ContestEntity, { id: entry.contestId }, 'entryCount', 1);
  }

  /** Keeps what it said before. */
  async rewrite(
    tx: EntityManager,
    entry: ContestEntryEntity,
    changes: Pick<ContestEntryEntity, 'category' | 'title' | 'body'>,
    team: readonly Entrant[],
    at: Date,
  ): Promise<void> {
    const { id, version, title, body } = entry;
    await tx.insert(ContestEntryVersionEntity, { entryId: id, version, title, body, replacedAt: at });
    await tx.update(ContestEntryEntity, { id }, { ...changes, changedAt: at, version: version + 1 });
    await tx.delete(ContestEntrantEntity, { entryId: id });
    await this.writeTeam(tx, entry, team);
  }

  /** Who took part may take part again. */
  async withdraw(tx: EntityManager, { id, contestId }: ContestEntryEntity, at: Date): Promise<void> {
    await tx.update(ContestEntryEntity, { id }, { withdrawnAt: at });
    await tx.delete(ContestEntrantEntity, { entryId: id });
    await tx.decrement(ContestEntity, { id: contestId }, 'entryCount', 1);
  }

  private async writeTeam(
    tx: EntityManager,
    { id: entryId, contestId }: Pick<ContestEntryEntity, 'id' | 'contestId'>,
    team: readonly Entrant[],
  ): Promise<void> {
    await tx.insert(
      ContestEntrantEntity,
      team.map(({ citizenId, name, departmentCode }, position) => ({
        ...{ contestId, citizenId, entryId, position, departmentCode },
        name: seal(this.keys, sealOf(contestId, citizenId), name.trim()),
      })),
    );
  }

  /** Everybody who takes part in each contest. One statement. */
  async entrantsOf(ids: readonly string[], tx: EntityManager = this.dataSource.manager): Promise<string[][]> {
    const found = await tx.findBy(ContestEntrantEntity, { contestId: In([...ids]) });
    return ids.map((id) => found.filter(({ contestId }) => contestId === id).map(({ citizenId }) => citizenId));
  }

  /** Why somebody’s entry was taken out. */
  async exclusionFor(contestId: string, citizenId: string): Promise<string | null> {
    const own = await this.dataSource.manager.findOneBy(ContestEntrantEntity, { contestId, citizenId });
    const entry = own && (await this.dataSource.manager.findOneBy(ContestEntryEntity, { id: own.entryId }));
    return entry?.excludedReason ?? null;
  }

  async versionsOf(ids: readonly string[]): Promise<ContestEntryVersionEntity[][]> {
    const found = await this.dataSource.manager.find(ContestEntryVersionEntity, {
      where: { entryId: In([...ids]) },
      order: { version: 'ASC' },
    });
    return ids.map((id) => found.filter(({ entryId }) => entryId === id));
  }

  /** Writes the whole ranking. One statement. */
  async writeRanks(tx: EntityManager, ranked: readonly { id: string; rank: number; score: number }[]): Promise<void> {
    await tx.query(
      `UPDATE "contest_entry" e SET "rank" = r."rank", "score" = r."score"
       FROM unnest($1::uuid[], $2::int[], $3::int[]) AS r ("id", "rank", "score") WHERE e."id" = r."id"`,
      [ranked.map(({ id }) => id), ranked.map(({ rank }) => rank), ranked.map(({ score }) => score)],
    );
  }

  async writeResult(tx: EntityManager, id: string, result: Partial<ContestEntryEntity>): Promise<void> {
    await tx.update(ContestEntryEntity, { id }, result);
  }
}
