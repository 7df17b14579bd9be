import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { accepted, refusal, refused } from '@charter/contracts';
import { findDeadline } from '@charter/deadlines';
import { textFaults } from '@charter/privacy';
import { type Person, StaleVersion, once } from '@charter/service';
import { type EntryInput, type Member, decideEntry, takesPart } from '../domain/contests/entry';
import { contestPayload } from '../event-payload';
import type { Handled } from '../proposal-desk';
import type { ContestEntity, ContestEntryEntity } from '../store/contests/contest.entity';
import type { ContestDesk, ContestStep } from './contest-desk';

const REASON_LIMIT = 2_000;
const anybody = () => true;

/** What entrants do: handing in, changing and taking back until the closing, to the second; objecting to the ranking. */
export class ContestEntryService {
  constructor(
    private readonly desk: ContestDesk,
    private readonly secret: string,
  ) {}

  /** @returns the entry's id */
  submit(contestId: string, input: EntryInput, idempotencyKey: string | null, by: Person): Promise<Handled> {
    const { dataSource, contests } = this.desk.parts;
    const command = {
      ...{ callerId: by.id, operation: 'submitEntry', key: idempotencyKey, secret: this.secret },
      input: { contestId, ...input },
    };
    const call = { id: contestId, version: null, by, may: anybody };
    return dataSource.transaction(async (tx) => {
      let none: 'NOT_FOUND' | 'FORBIDDEN' | undefined;
      const outcome = await once(tx, command, async () => {
        const handled = await this.desk.handleIn(tx, 'enter', call, async ({ contest, now }) => {
          const decided = decideEntry(input, contest.categories);
          if (!decided.ok) return decided;
          const { category, title, body, team } = decided.value;
          if (await contests.entries.takePart(tx, contestId, team, null)) return refused(takesPart());
          const id = randomUUID();
          const number = await contests.entries.nextNumber(tx, contestId);
          await contests.entries.insert(
            tx,
            { id, contestId, number, citizenId: by.id, category, title, body, submittedAt: now },
            team,
          );
          await this.welcome(tx, contest, id, team);
          return accepted(id);
        });
        if (typeof handled !== 'string') return handled;
        none = handled;
        return refused();
      });
      return none ?? outcome;
    });
  }

  /** Tells those who were named that they take part: who does not want to can leave. */
  private async welcome(
    tx: EntityManager,
    contest: ContestEntity,
    entryId: string,
    members: readonly Member[],
  ): Promise<void> {
    const dueAt = (await findDeadline(tx, contest.closingId))!.dueAt!.toISOString();
    await this.desk.tell(
      tx,
      members.map(({ citizenId }) => ({
        type: 'contest.entered.v1',
        payload: { ...contestPayload(contest, citizenId), entryId, dueAt },
      })),
    );
  }

  /** What it said before is kept; who is new in the team is told. */
  change(entryId: string, input: EntryInput, version: number | null, by: Person): Promise<Handled> {
    const { contests } = this.desk.parts;
    return this.own(entryId, by, async ({ tx, contest, now }, entry) => {
      if (entry.citizenId !== by.id) return 'FORBIDDEN';
      if (version !== null && version !== entry.version) throw new StaleVersion();
      const decided = decideEntry(input, contest.categories);
      if (!decided.ok) return decided;
      const { category, title, body, team } = decided.value;
      if (await contests.entries.takePart(tx, contest.id, team, entryId)) return refused(takesPart());
      const [before] = await contests.entries.membersOf([entryId], tx);
      await contests.entries.rewrite(tx, entry, { category, title, body }, team, now);
      const isNew = ({ citizenId }: Member) => !before!.some((member) => member.citizenId === citizenId);
      await this.welcome(tx, contest, entryId, team.filter(isNew));
      return accepted(entryId);
    });
  }

  /** Who handed it in takes it back; another member leaves the team, and may take part with another entry. */
  withdraw(entryId: string, by: Person): Promise<Handled> {
    const { contests } = this.desk.parts;
    return this.own(entryId, by, async ({ tx, contest, now }, entry) => {
      if (entry.citizenId === by.id) await contests.entries.withdraw(tx, entry, now);
      else await contests.entries.leave(tx, contest.id, by.id);
      return accepted(entryId);
    });
  }

  /** Only those of the team know of it. */
  private async own(
    entryId: string,
    by: Person,
    carryOut: (step: ContestStep, entry: ContestEntryEntity) => Promise<Handled>,
  ): Promise<Handled> {
    const { dataSource, contests } = this.desk.parts;
    const seen = await contests.entries.find(dataSource.manager, entryId);
    if (!seen || !(await contests.entries.isOfTeam(dataSource.manager, entryId, by.id))) return 'NOT_FOUND';
    return this.desk.handle('enter', { id: seen.contestId, version: null, by, may: anybody }, async (step) => {
      const entry = (await contests.entries.find(step.tx, entryId))!; // as it is now that nobody else changes it
      return (await contests.entries.isOfTeam(step.tx, entryId, by.id)) ? carryOut(step, entry) : 'NOT_FOUND';
    });
  }

  /** Somebody who takes part objects to an entry in the ranking, once: it may not take part, or is not its team’s own. */
  async object(entryId: string, reason: string, by: Person): Promise<Handled> {
    const { dataSource, contests } = this.desk.parts;
    const seen = await contests.entries.find(dataSource.manager, entryId);
    if (!seen || !(await contests.entries.takesPart(dataSource.manager, seen.contestId, by.id))) return 'NOT_FOUND';
    const call = { id: seen.contestId, version: null, by, may: anybody };
    return this.desk.handle('object', call, async ({ tx, contest, now }) => {
      const faults = textFaults(reason, REASON_LIMIT, 'reason');
      if (faults.length > 0) return refused(...faults);
      const objection = { id: randomUUID(), contestId: contest.id, entryId, citizenId: by.id };
      if (!(await contests.object(tx, { ...objection, reason: reason.trim(), filedAt: now })))
        return refused(refusal('ALREADY_DONE', '이미 이의를 신청하셨습니다.', 'You have objected to it already.'));
      await this.desk.tell(tx, [{ type: 'contest.objected.v1', payload: contestPayload(contest) }]);
      return accepted(contest.id);
    });
  }
}
