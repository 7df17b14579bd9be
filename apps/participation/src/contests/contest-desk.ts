import type { DataSource, EntityManager } from 'typeorm';
import { type Act, type Deadlines, findDeadline, granted, isOpen, lockDeadlinesOf } from '@charter/deadlines';
import { type EventDraft, appendEvents } from '@charter/outbox';
import { type Clock, type Person, StaleVersion } from '@charter/service';
import { isContestOffice } from '../domain/contests/access';
import { type ContestCommand, type ContestStatus, decideStep } from '../domain/contests/contest';
import { conflictOf } from '../domain/contests/entry';
import { type SheetEntry, type SheetScore, countingJudges, rank } from '../domain/contests/ranking';
import { CONTEST_JUDGING, CONTEST_OBJECTIONS } from '../domain/deadline-kinds';
import { contestPayload } from '../event-payload';
import type { Handled } from '../proposal-desk';
import type { ContestEntity, ContestEntryEntity } from '../store/contests/contest.entity';
import type { ContestStore } from '../store/contests/contest.store';
import type { Sheet } from '../store/contests/judging.store';

export interface ContestDeskParts {
  readonly dataSource: DataSource;
  readonly contests: ContestStore;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
}

export interface ContestCall {
  readonly id: string;
  /** Null: whichever it is. */
  readonly version: number | null;
  readonly by: Person;
  /** Who may. */
  readonly may: (contest: ContestEntity) => boolean;
}

/** A step that the status and the clock allow, in its transaction, with the contest locked. */
export interface ContestStep {
  readonly tx: EntityManager;
  readonly contest: ContestEntity;
  readonly to: ContestStatus;
  readonly now: Date;
  readonly act: Act;
}

const SYSTEM = 'system';

/** The score sheet as it is published: entries by number, judges by letter, the scores that count. */
export function sheetOf({ entries, judges, scores }: Sheet, counting: readonly string[]): SheetEntry[] {
  const letters = new Map(
    judges.filter(({ judgeId }) => counting.includes(judgeId)).map(({ judgeId, letter }) => [judgeId, letter]),
  );
  const given = new Map<string, SheetScore[]>(entries.map(({ id }) => [id, []]));
  for (const { entryId, judgeId, points } of scores) {
    const judge = letters.get(judgeId);
    if (judge) given.get(entryId)!.push({ judge, points });
  }
  const byLetter = (a: SheetScore, b: SheetScore): number => (a.judge < b.judge ? -1 : 1);
  return entries.map(({ id, number, submittedAt }) => ({
    ...{ number, submittedAt, scores: given.get(id)!.sort(byLetter) },
  }));
}

/** Where every step of a contest is done: one after the other, by the server's clock. */
export class ContestDesk {
  constructor(readonly parts: ContestDeskParts) {}

  /** @throws {StaleVersion} when `version` is not the present one */
  handle(
    command: ContestCommand,
    call: ContestCall,
    carryOut: (step: ContestStep) => Promise<Handled>,
  ): Promise<Handled> {
    return this.parts.dataSource.transaction((tx) => this.handleIn(tx, command, call, carryOut));
  }

  /** The same in the caller's transaction. */
  async handleIn(
    tx: EntityManager,
    command: ContestCommand,
    { id, version, by, may }: ContestCall,
    carryOut: (step: ContestStep) => Promise<Handled>,
  ): Promise<Handled> {
    const { contests, clock } = this.parts;
    const contest = await contests.lock(tx, id);
    if (!contest) return 'NOT_FOUND';
    if (!may(contest)) return 'FORBIDDEN';
    if (version !== null && version !== contest.version) throw new StaleVersion();
    const now = clock.now();
    const decided = decideStep(contest.status, command, { now, ...(await this.windows(tx, contest)) });
    if (!decided.ok) return decided;
    return carryOut({ tx, contest, to: decided.value, now, act: { by: by.id, at: now } });
  }

  /** Whether somebody knows of an entry without being asked to judge it: its team, and the office. To others there is none. */
  async knowsEntry({ id, contestId }: Pick<ContestEntryEntity, 'id' | 'contestId'>, by: Person): Promise<boolean> {
    const { dataSource, contests } = this.parts;
    const [contest] = await contests.byIds([contestId]);
    return isContestOffice(by, contest!) || (await contests.entries.isOfTeam(dataSource.manager, id, by.id));
  }

  private async windows(tx: EntityManager, { id, closingId, objectionId }: ContestEntity) {
    const closing = (await findDeadline(tx, closingId))!;
    const objecting = objectionId ? await findDeadline(tx, objectionId) : undefined;
    return {
      closesAt: closing.dueAt!,
      objectUntil: objecting?.dueAt ?? null,
      openObjections: objectionId ? await this.parts.contests.openObjections(tx, id) : 0,
    };
  }

  /** Entries are closed: the judges have their days. Without any entry there is nothing to judge, and the contest ends. */
  async close(tx: EntityManager, contest: ContestEntity, act: Act): Promise<void> {
    const { contests, deadlines } = this.parts;
    await this.meetOpen(tx, contest, act);
    if (contest.entryCount === 0) {
      const cancelledReason = '접수된 작품이 없습니다. (No entry was handed in.)';
      await contests.step(tx, contest, 'close', act, { status: 'CANCELLED', cancelledReason }, cancelledReason);
      return this.tell(tx, [{ type: 'contest.cancelled.v1', payload: contestPayload(contest) }]);
    }
    const { id, departmentCode, judgingDays } = contest;
    const judging = await deadlines.open(
      tx,
      {
        ...{ kind: CONTEST_JUDGING, subjectType: 'CONTEST', subjectId: id, departmentCode, ownerId: null },
        ...{ receivedAt: act.at, period: { unit: 'DAYS', length: judgingDays } },
      },
      act,
    );
    await contests.step(tx, contest, 'close', act, { status: 'JUDGING', judgingId: judging.id });
    const [judges] = await contests.judging.judgesOf([id], tx);
    const date = { deadlineId: judging.id, dueAt: judging.dueAt!.toISOString() };
    await this.tell(
      tx,
      judges!.map(({ judgeId }) => ({
        type: 'contest.judging-begun.v1',
        payload: { ...contestPayload(contest, judgeId), ...date },
      })),
    );
  }

  /** The date of judging has come: from now on more than half of the judges are enough. */
  async endJudging(tx: EntityManager, contest: ContestEntity, act: Act): Promise<void> {
    const changes = { judgingEndedAt: act.at };
    await this.parts.contests.step(tx, contest, 'endJudging', act, changes);
    await this.unsealWhenComplete(tx, { ...contest, ...changes, version: contest.version + 1 });
  }

  /** Unseals the scores and publishes the ranking as soon as all are in. The contest has to be locked. */
  async unsealWhenComplete(tx: EntityManager, contest: ContestEntity): Promise<void> {
    const { contests } = this.parts;
    const [unfinished] = await contests.judging.unfinishedJudges([contest.id], tx);
    if (unfinished!.length > 0 && contest.judgingEndedAt === null) return; // what most scores find
    const sheet = await contests.judging.sheet(contest.id, tx);
    const { entries, judges, conflicts, scores } = sheet;
    const numberOf = new Map(entries.map(({ id, number }) => [id, number]));
    const teams = await contests.entries.membersOf(
      entries.map(({ id }) => id),
      tx,
    );
    const pair = (judgeId: string, entryId: string): string => `${judgeId} ${numberOf.get(entryId)}`;
    const excluded = new Set(conflicts.map(({ judgeId, entryId }) => pair(judgeId, entryId)));
    for (const [index, { id }] of entries.entries())
      for (const judge of judges) if (conflictOf(judge, teams[index]!)) excluded.add(pair(judge.judgeId, id));
    const counting = countingJudges(
      {
        entries: entries.map(({ number }) => number),
        judges: judges.map(({ judgeId }) => judgeId),
        conflicts: excluded,
        scored: new Set(scores.map(({ judgeId, entryId }) => pair(judgeId, entryId))),
      },
      contest.judgingEndedAt !== null,
    );
    if (!counting) return;
    const valid = scores.filter(({ judgeId, entryId }) => !excluded.has(pair(judgeId, entryId)));
    await contests.judging.dropScores(
      tx,
      scores.filter((score) => !valid.includes(score)),
    );
    await this.unseal(tx, contest, { ...sheet, scores: valid }, counting);
  }

  private async unseal(
    tx: EntityManager,
    contest: ContestEntity,
    sheet: Sheet,
    counting: readonly string[],
  ): Promise<void> {
    const { contests, deadlines, clock } = this.parts;
    const act = { by: SYSTEM, at: clock.now() };
    await this.meetOpen(tx, contest, act);
    await contests.judging.countJudges(tx, contest.id, counting);
    const idOf = new Map(sheet.entries.map(({ number, id }) => [number, id]));
    const ranked = rank(sheetOf(sheet, counting), contest.criteria);
    await contests.entries.writeRanks(
      tx,
      ranked.map(({ number, ...place }) => ({ id: idOf.get(number)!, ...place })),
    );
    const { id, departmentCode, objectionDays } = contest;
    const objecting = await deadlines.open(
      tx,
      {
        ...{ kind: CONTEST_OBJECTIONS, subjectType: 'CONTEST', subjectId: id, departmentCode, ownerId: null },
        ...{ receivedAt: act.at, period: { unit: 'CALENDAR_DAYS', length: objectionDays, firstDayCounts: false } },
      },
      act,
    );
    const changes = { status: 'OBJECTION', objectionId: objecting.id, unsealedAt: act.at } as const;
    await contests.step(tx, contest, 'unseal', act, changes);
    const dueAt = objecting.dueAt!.toISOString();
    await this.tellEntrants(tx, contest, sheet.entries, (payload) => ({
      type: 'contest.ranked.v1',
      payload: { ...payload, dueAt },
    }));
  }

  /** Nobody can object any more, and all objections are decided: the ranking stands. */
  async confirm(tx: EntityManager, contest: ContestEntity, act: Act): Promise<void> {
    await this.meetOpen(tx, contest, act);
    await this.parts.contests.step(tx, contest, 'confirm', act, { status: 'CONFIRMED' });
    await this.tell(tx, [{ type: 'contest.confirmed.v1', payload: contestPayload(contest) }]);
  }

  private async meetOpen(tx: EntityManager, { id }: ContestEntity, act: Act): Promise<void> {
    for (const each of await lockDeadlinesOf(tx, [id]))
      if (isOpen(each)) granted(await this.parts.deadlines.meet(tx, each.id, act));
  }

  async tell(tx: EntityManager, news: readonly EventDraft[]): Promise<void> {
    await appendEvents(tx, 'participation', news);
  }

  /** Tells everybody who takes part with one of these entries. */
  async tellEntrants(
    tx: EntityManager,
    contest: ContestEntity,
    entries: readonly ContestEntryEntity[],
    news: (payload: ReturnType<typeof contestPayload>, entry: ContestEntryEntity) => EventDraft,
  ): Promise<void> {
    const teams = await this.parts.contests.entries.membersOf(
      entries.map(({ id }) => id),
      tx,
    );
    const drafts = entries.flatMap((entry, index) =>
      teams[index]!.map(({ citizenId }) => news(contestPayload(contest, citizenId), entry)),
    );
    await this.tell(tx, drafts);
  }
}
