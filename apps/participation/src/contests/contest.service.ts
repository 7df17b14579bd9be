import { randomUUID } from 'node:crypto';
import { localDate, periodUntil } from '@charter/calendar';
import { type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { granted, isOpen, lockDeadlinesOf } from '@charter/deadlines';
import { textFaults } from '@charter/privacy';
import { type Person, once } from '@charter/service';
import { examines, heads } from '../domain/access';
import { type Announcement, decideAnnouncement } from '../domain/contests/contest';
import { takesPartOneself } from '../domain/contests/entry';
import { CONTEST_ENTRIES } from '../domain/deadline-kinds';
import { departmentFaults } from '../domain/department';
import { contestPayload } from '../event-payload';
import type { Handled } from '../proposal-desk';
import type { ContestEntryEntity } from '../store/contests/contest.entity';
import type { DepartmentStore } from '../store/department.store';
import type { ContestDesk, ContestStep } from './contest-desk';

const REASON_LIMIT = 2_000;

const notJudged = (): Refusal =>
  refusal('INVALID_STATE', '시상할 작품이 없습니다.', 'No entry is left that could be given a prize.');
const alreadyOut = (): Refusal =>
  refusal('ALREADY_DONE', '이미 제외된 작품입니다.', 'This entry was taken out already.');

/** What the department does with a contest: announcing, closing, excluding, deciding objections, awarding, calling off. */
export class ContestService {
  constructor(
    private readonly desk: ContestDesk,
    private readonly departments: DepartmentStore,
    private readonly secret: string,
  ) {}

  /** @returns the contest's id */
  announce(announcement: Announcement, idempotencyKey: string | null, by: Person): Promise<Handled> {
    const { dataSource, contests, deadlines, clock } = this.desk.parts;
    const { departmentCode } = announcement;
    const command = {
      ...{ callerId: by.id, operation: 'announceContest', key: idempotencyKey ?? null, secret: this.secret },
      input: announcement,
    };
    return dataSource.transaction(async (tx): Promise<Handled> => {
      if (!examines(by, { departmentCode })) return 'FORBIDDEN';
      return once(tx, command, async () => {
        const act = { by: by.id, at: clock.now() };
        const today = localDate(act.at);
        const faults = departmentFaults(departmentCode, await this.departments.find(tx, departmentCode), today);
        const decided = decideAnnouncement(announcement, today, faults);
        if (!decided.ok) return decided;
        const id = randomUUID();
        const { closesOn, budget, categories, prizes, criteria, ...rest } = decided.value;
        const closing = await deadlines.open(
          tx,
          {
            ...{ kind: CONTEST_ENTRIES, subjectType: 'CONTEST', subjectId: id, departmentCode, ownerId: by.id },
            ...{ receivedAt: act.at, period: periodUntil(act.at, closesOn) },
          },
          act,
        );
        await contests.insert(
          tx,
          {
            ...{ ...rest, id, budget: String(budget), categories: [...categories], prizes: [...prizes] },
            ...{ criteria: [...criteria], status: 'ANNOUNCED', announcedBy: by.id, announcedAt: act.at },
            ...{ closingId: closing.id, judgingId: null, objectionId: null, unsealedAt: null, judgingEndedAt: null },
            cancelledReason: null,
          },
          act,
        );
        return accepted(id);
      });
    });
  }

  /** Closes entries whose time has passed, where the worker has not done so yet. */
  close(id: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle('close', { id, version, by, may: office(by) }, async ({ tx, contest, act }) => {
      await this.desk.close(tx, contest, act);
      return accepted(id);
    });
  }

  /** The head calls a contest off, with the reason, before its ranking is published. */
  cancel(id: string, reason: string, version: number | null, by: Person): Promise<Handled> {
    const { contests, deadlines } = this.desk.parts;
    return this.desk.handle('cancel', { id, version, by, may: head(by) }, async ({ tx, contest, act, to }) => {
      const faults = textFaults(reason, REASON_LIMIT, 'reason');
      if (faults.length > 0) return refused(...faults);
      const cancelledReason = reason.trim();
      for (const each of await lockDeadlinesOf(tx, [id]))
        if (isOpen(each)) granted(await deadlines.cancel(tx, each.id, { ...act, reason: cancelledReason }));
      await contests.step(tx, contest, 'cancel', act, { status: to, cancelledReason }, cancelledReason);
      const { entries, judges } = await contests.judging.sheet(id, tx);
      await this.desk.tellEntrants(tx, contest, entries, (payload) => ({ type: 'contest.cancelled.v1', payload }));
      await this.desk.tell(
        tx,
        judges.map(({ judgeId }) => ({ type: 'contest.cancelled.v1', payload: contestPayload(contest, judgeId) })),
      );
      return accepted(id);
    });
  }

  /** The head takes an entry out that may not take part: it is judged no more, and gets no prize. */
  disqualify(entryId: string, reason: string, by: Person): Promise<Handled> {
    return this.ofEntry(entryId, 'disqualify', by, async (step, entry) => {
      const faults = [...(await this.ownMatter(step, by)), ...textFaults(reason, REASON_LIMIT, 'reason')];
      if (faults.length > 0) return refused(...faults);
      if (entry.excludedReason) return refused(alreadyOut());
      await this.exclude(step, entry, reason.trim(), 'disqualify');
      return accepted(step.contest.id);
    });
  }

  private async exclude(
    { tx, contest, act }: ContestStep,
    entry: ContestEntryEntity,
    reason: string,
    step: 'disqualify' | 'decideObjection',
  ): Promise<void> {
    const { contests } = this.desk.parts;
    await contests.entries.writeResult(tx, entry.id, { excludedReason: reason });
    await contests.step(tx, contest, step, act, {}, `No. ${entry.number}: ${reason}`);
    await this.desk.tellEntrants(tx, contest, [entry], (payload) => ({
      type: 'contest.entry-excluded.v1',
      payload: { ...payload, entryId: entry.id },
    }));
    const now = { ...contest, version: contest.version + 1 };
    if (contest.status === 'JUDGING') await this.desk.unsealWhenComplete(tx, now);
  }

  /** Upheld, the entry is taken out and those below it move up; no score changes. Who takes part decides nothing. */
  async decideObjection(id: string, upheld: boolean, reason: string, by: Person): Promise<Handled> {
    const { dataSource, contests } = this.desk.parts;
    const seen = await contests.objection(dataSource.manager, id);
    if (!seen) return 'NOT_FOUND';
    return this.ofEntry(seen.entryId, 'decideObjection', by, async (step, entry) => {
      const { tx, contest, act } = step;
      const objection = (await contests.objection(tx, id))!;
      const refusals = [
        ...(await this.ownMatter(step, by)),
        ...textFaults(reason, REASON_LIMIT, 'reason'),
        ...(objection.decidedAt
          ? [refusal('ALREADY_DONE', '이미 결정된 이의입니다.', 'This objection was decided already.')]
          : []),
      ];
      if (refusals.length > 0) return refused(...refusals);
      const decisionReason = reason.trim();
      const decision = { upheld, decisionReason, decidedBy: by.id, decidedAt: act.at };
      await contests.decideObjection(tx, id, decision);
      if (upheld && !entry.excludedReason) await this.exclude(step, entry, decisionReason, 'decideObjection');
      const payload = { ...contestPayload(contest, objection.citizenId), upheld };
      await this.desk.tell(tx, [{ type: 'contest.objection-decided.v1', payload }]);
      return accepted(contest.id);
    });
  }

  /** Who takes part decides nothing of the contest. */
  private async ownMatter({ tx, contest }: ContestStep, by: Person): Promise<Refusal[]> {
    return (await this.desk.parts.contests.entries.takesPart(tx, contest.id, by.id)) ? [takesPartOneself()] : [];
  }

  /** The head gives the prizes by rank, when the ranking stands. */
  award(id: string, version: number | null, by: Person): Promise<Handled> {
    const { contests } = this.desk.parts;
    return this.desk.handle('award', { id, version, by, may: head(by) }, async ({ tx, contest, act, to }) => {
      const { entries } = await contests.judging.sheet(id, tx);
      const winners = contest.prizes.flatMap((prize) => Array.from({ length: prize.winners }, () => prize));
      const ranked = entries
        .filter(({ rank, score, excludedReason }) => rank !== null && score! > 0 && !excludedReason)
        .sort((a, b) => a.rank! - b.rank!);
      if (ranked.length === 0) return refused(notJudged());
      const prizeOf = new Map(ranked.map((entry, index) => [entry.id, winners[index]]));
      const year = localDate(act.at).slice(0, 4);
      for (const [index, { id: entryId }] of ranked.slice(0, winners.length).entries()) {
        const { name, amount } = prizeOf.get(entryId)!;
        const certificate = `${year}-${id.slice(0, 8).toUpperCase()}-${String(index + 1).padStart(3, '0')}`;
        await contests.entries.writeResult(tx, entryId, { prize: name, amount: String(amount), certificate });
      }
      await contests.step(tx, contest, 'award', act, { status: to });
      await this.desk.tellEntrants(tx, contest, entries, (payload, entry) => {
        const prize = prizeOf.get(entry.id);
        return {
          type: 'contest.awarded.v1',
          payload: { ...payload, won: Boolean(prize), ...(prize && { amount: prize.amount }) },
        };
      });
      return accepted(id);
    });
  }

  private async ofEntry(
    entryId: string,
    command: 'disqualify' | 'decideObjection',
    by: Person,
    carryOut: (step: ContestStep, entry: ContestEntryEntity) => Promise<Handled>,
  ): Promise<Handled> {
    const { dataSource, contests } = this.desk.parts;
    const seen = await contests.entries.find(dataSource.manager, entryId);
    if (!seen || seen.withdrawnAt || !(await this.desk.knowsEntry(seen, by))) return 'NOT_FOUND';
    const call = { id: seen.contestId, version: null, by, may: head(by) };
    return this.desk.handle(command, call, async (step) =>
      carryOut(step, (await contests.entries.find(step.tx, entryId))!),
    );
  }
}

const office = (by: Person) => (contest: { departmentCode: string }) => examines(by, contest);
const head = (by: Person) => (contest: { departmentCode: string }) => heads(by, contest);
