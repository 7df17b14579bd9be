import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { maskName } from '@charter/privacy';
import {
  type Connection,
  DeadlineType,
  PageArgs,
  Public,
  isUuid,
  mapConnection,
  toDeadlineType,
} from '@charter/service';
import { sheetOf } from '../../contests/contest-desk';
import { isContestOffice, namesSeen, seesAllEntries, seesEntry } from '../../domain/contests/access';
import { isUnsealed } from '../../domain/contests/contest';
import type { ContestEntryEntity } from '../../store/contests/contest.entity';
import type { ContestStore } from '../../store/contests/contest.store';
import type { ParticipationContext } from '../context';
import { CitizenType, DepartmentType } from '../stubs.type';
import { ContestFilterInput } from './contest.input';
import * as types from './contest.type';

const { ContestType, ContestEntryType, ContestConnection, ContestEntryConnection } = types;
type Contest = types.ContestType;
type Entry = types.ContestEntryType;

/** What of a contest decides whether the caller sees every entry. */
const standing = async (id: string, { judges, takesPart }: ParticipationContext) => ({
  judges: (await judges.load(id)).map(({ judgeId }) => judgeId),
  takesPart: await takesPart.load(id),
});

async function sees(entry: ContestEntryEntity, context: ParticipationContext): Promise<boolean> {
  const team = await context.teams.load(entry.id);
  const contest = (await context.contests.load(entry.contestId))!;
  const citizenIds = [entry.citizenId, ...team.map(({ citizenId }) => citizenId)];
  return seesEntry(context.caller, contest, { ...entry, citizenIds }, await standing(contest.id, context));
}

export async function resolveContest(
  { id }: { id: string },
  { contests }: ParticipationContext,
): Promise<Contest | null> {
  const found = isUuid(id) ? await contests.load(id) : undefined;
  return found ? types.toContestType(found) : null;
}

/** An entry by its id; null when there is none, or one that the caller may not see: both look the same. */
export async function resolveEntry({ id }: { id: string }, context: ParticipationContext): Promise<Entry | null> {
  const found = isUuid(id) ? await context.entries.load(id) : undefined;
  return found && (await sees(found, context)) ? types.toEntryType(found) : null;
}

@Resolver(() => ContestType)
export class ContestResolver {
  constructor(private readonly store: ContestStore) {}

  @Public()
  @Query(() => ContestConnection, { description: 'Contests (공모전), the newest first, for everybody.' })
  async contests(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ContestFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ContestFilterInput | null,
  ): Promise<Connection<Contest>> {
    return mapConnection(await this.store.page(filter ?? {}, page), types.toContestType);
  }

  @Public()
  @Query(() => ContestType, { nullable: true, description: 'One contest; null when there is none.' })
  contest(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: ParticipationContext,
  ): Promise<Contest | null> {
    return resolveContest({ id }, context);
  }

  @FieldResolver(() => DepartmentType, { description: 'The department that holds it.' })
  department(@Root() { departmentCode }: Contest): DepartmentType {
    return { code: departmentCode };
  }

  @FieldResolver(() => DeadlineType, { description: 'Until when entries can be handed in and changed.' })
  async closing(@Root() { closingId }: Contest, @Ctx() { deadlines }: ParticipationContext): Promise<DeadlineType> {
    return toDeadlineType((await deadlines.load(closingId))!, null);
  }

  @FieldResolver(() => DeadlineType, {
    nullable: true,
    description: 'Until when it is judged; null before it is closed.',
  })
  async judging(
    @Root() { judgingId }: Contest,
    @Ctx() { deadlines }: ParticipationContext,
  ): Promise<DeadlineType | null> {
    const found = judgingId && (await deadlines.load(judgingId));
    return found ? toDeadlineType(found, null) : null;
  }

  @FieldResolver(() => DeadlineType, {
    nullable: true,
    description: 'Until when those who take part can object; null before the ranking is published.',
  })
  async objecting(
    @Root() { objectionId }: Contest,
    @Ctx() { deadlines }: ParticipationContext,
  ): Promise<DeadlineType | null> {
    const found = objectionId && (await deadlines.load(objectionId));
    return found ? toDeadlineType(found, null) : null;
  }

  @FieldResolver(() => [types.JudgeType], { description: 'The judges, by letter.' })
  async judges(@Root() contest: Contest, @Ctx() { caller, judges }: ParticipationContext): Promise<types.JudgeType[]> {
    const named = isContestOffice(caller, contest);
    return (await judges.load(contest.id)).map((judge) => types.toJudgeType(judge, named));
  }

  @FieldResolver(() => ContestEntryConnection, {
    description:
      'Entries by number: all for the department, the auditor and, once closed, the judges; for everybody what was awarded.',
  })
  async entries(
    @Root() contest: Contest,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: ParticipationContext,
  ): Promise<Connection<Entry>> {
    const all = seesAllEntries(context.caller, contest, await standing(contest.id, context));
    const which = { contestId: contest.id, awarded: !all };
    return mapConnection(await this.store.entries.page(which, page), types.toEntryType);
  }

  @FieldResolver(() => [types.SheetLineType], {
    nullable: true,
    description:
      'The score sheet, by rank: the ranking can be worked out from it by anybody. Null while the scores are sealed.',
  })
  async scoreSheet(@Root() { id, status }: Contest): Promise<types.SheetLineType[] | null> {
    if (!isUnsealed(status)) return null;
    const sheet = await this.store.judging.sheet(id);
    const counting = sheet.judges.filter(({ counted }) => counted).map(({ judgeId }) => judgeId);
    const lines = sheetOf(sheet, counting);
    return sheet.entries
      .map(({ rank, score, excludedReason }, index) => ({
        ...{ ...lines[index]!, rank: rank!, score: score! / types.SCORE_SCALE, excludedReason },
        scores: lines[index]!.scores.map(({ judge, points }) => ({ judge, points: [...points] })),
      }))
      .sort((a, b) => a.rank - b.rank);
  }

  @FieldResolver(() => [types.ContestObjectionType], {
    description: 'Objections: all for the department and the auditor, one’s own for others.',
  })
  async objections(
    @Root() contest: Contest,
    @Ctx() { caller, contestObjections }: ParticipationContext,
  ): Promise<types.ContestObjectionType[]> {
    const all = await contestObjections.load(contest.id);
    const seen = isContestOffice(caller, contest) ? all : all.filter(({ citizenId }) => citizenId === caller.id);
    return seen.map(types.toObjectionType);
  }

  @FieldResolver(() => [types.ContestStepType], { description: 'Every step, oldest first.' })
  async timeline(
    @Root() { id }: Contest,
    @Ctx() { contestHistories }: ParticipationContext,
  ): Promise<types.ContestStepType[]> {
    return (await contestHistories.load(id)).map(types.toContestStepType);
  }
}

@Resolver(() => ContestEntryType)
export class ContestEntryResolver {
  @FieldResolver(() => ContestType, { description: 'The contest.' })
  async contest(@Root() { contestId }: Entry, @Ctx() { contests }: ParticipationContext): Promise<Contest> {
    return types.toContestType((await contests.load(contestId))!);
  }

  @FieldResolver(() => [types.EntrantType], {
    nullable: true,
    description: 'The team, who handed it in first; null for those who see it without names.',
  })
  async team(@Root() entry: Entry, @Ctx() context: ParticipationContext): Promise<types.EntrantType[] | null> {
    const { seen, names } = await this.named(entry, context);
    return seen === 'NONE' ? null : names.map((name) => ({ name }));
  }

  @FieldResolver(() => types.CertificateType, {
    nullable: true,
    description: 'What stands on its certificate; for its team and the head of the department; null without a prize.',
  })
  async certificate(@Root() entry: Entry, @Ctx() context: ParticipationContext): Promise<types.CertificateType | null> {
    if (entry.certificate === null) return null;
    const { seen, names } = await this.named(entry, context);
    if (seen !== 'WHOLE') return null;
    const { title: contestTitle } = (await context.contests.load(entry.contestId))!;
    return { number: entry.certificate, contestTitle, entryTitle: entry.title, prize: entry.prize!, names };
  }

  @FieldResolver(() => [types.EntryVersionType], {
    nullable: true,
    description: 'What it said before; for its team and the auditor.',
  })
  async versions(@Root() entry: Entry, @Ctx() context: ParticipationContext): Promise<types.EntryVersionType[] | null> {
    const { ofTeam } = await this.seeing(entry, context);
    if (!ofTeam && !context.caller.roles.includes('AUDITOR')) return null;
    return context.entryVersions.load(entry.id);
  }

  @FieldResolver(() => [Int], {
    nullable: true,
    description: 'What the caller gave it as a judge, in the order of the criteria; null when nothing.',
  })
  async myPoints(@Root() { id }: Entry, @Ctx() { myPoints }: ParticipationContext): Promise<number[] | null> {
    return myPoints.load(id);
  }

  private async seeing(entry: Entry, { caller, contests, teams }: ParticipationContext) {
    const contest = (await contests.load(entry.contestId))!;
    const team = await teams.load(entry.id);
    const ofTeam = team.some(({ citizenId }) => citizenId === caller.id);
    const seen = namesSeen(caller, contest, { prize: entry.prize, ofTeam });
    return { seen, ofTeam, team };
  }

  /** The names as the caller may see them. Names that the office sees in full are put on record. */
  private async named(entry: Entry, context: ParticipationContext) {
    const { seen, ofTeam, team } = await this.seeing(entry, context);
    if (seen === 'WHOLE' && !ofTeam)
      for (const { citizenId } of team)
        context.readings.note({ subjectType: 'CONTEST_ENTRY', subjectId: entry.id, citizenId }, ['NAME']);
    return { seen, names: team.map(({ name }) => (seen === 'WHOLE' ? name : maskName(name))) };
  }
}

/** What this service adds to citizens: their contests. */
@Resolver(() => CitizenType)
export class CitizenContestsResolver {
  constructor(private readonly store: ContestStore) {}

  @FieldResolver(() => ContestEntryConnection, {
    nullable: true,
    description: 'The entries of this citizen and of their teams, newest first; for themselves alone.',
  })
  async contestEntries(
    @Root() { id }: CitizenType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ParticipationContext,
  ): Promise<Connection<Entry> | null> {
    if (caller.id !== id) return null;
    return mapConnection(await this.store.entries.page({ citizenId: id }, page), types.toEntryType);
  }
}
