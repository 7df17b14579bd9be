import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import { type Person, badInput, isUuid } from '@charter/service';
import type { ContestEntryService } from '../../contests/contest-entry.service';
import type { ContestJudgingService } from '../../contests/contest-judging.service';
import type { ContestService } from '../../contests/contest.service';
import type { EntryInput } from '../../domain/contests/entry';
import type { Handled } from '../../proposal-desk';
import type { ParticipationContext } from '../context';
import { answered } from '../handled';
import * as input from './contest.input';
import { resolveContest, resolveEntry } from './contest.resolver';
import * as types from './contest.type';

const personOf = ({ caller }: ParticipationContext): Person => caller as Person;

/** The caller’s entry: they are the first of the team. */
const entryOf = (given: input.SubmitEntryInput | input.ChangeEntryInput, by: Person): EntryInput => ({
  ...{ category: given.category, title: given.title, body: given.body },
  team: [
    { citizenId: by.id, name: given.name, departmentCode: by.departmentCode ?? null },
    ...(given.team ?? []).map(({ citizenId, name, departmentCode }) => {
      if (!isUuid(citizenId)) throw badInput('`citizenId` is not an id.');
      return { citizenId, name, departmentCode: departmentCode ?? null };
    }),
  ],
});

async function onContest(id: string | null, context: ParticipationContext, handle: () => Promise<Handled>) {
  const { done, errors } = await answered(id, context, handle, resolveContest);
  return { contest: done, errors };
}
async function onEntry(id: string, context: ParticipationContext, handle: () => Promise<Handled>) {
  const { done, errors } = await answered(id, context, handle, resolveEntry);
  return { entry: done, errors };
}

export interface ContestMutationParts {
  readonly contest: ContestService;
  readonly entry: ContestEntryService;
  readonly judging: ContestJudgingService;
}

@Resolver()
export class ContestMutations {
  constructor(private readonly parts: ContestMutationParts) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.AnnounceContestPayload, { description: 'Announces a contest; it is open for entries at once.' })
  announceContest(
    @Arg('input', () => input.AnnounceContestInput, { description: 'The announcement.' })
    { idempotencyKey, prizes, criteria, ...given }: input.AnnounceContestInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.AnnounceContestPayload> {
    const announcement = {
      ...given,
      prizes: prizes.map(({ name, amount, winners }) => ({ name, amount, winners })),
      criteria: criteria.map(({ name, weight }) => ({ name, weight })),
    };
    return onContest(null, context, () =>
      this.parts.contest.announce(announcement, idempotencyKey ?? null, personOf(context)),
    );
  }

  @Authorized()
  @Mutation(() => types.SubmitEntryPayload, {
    description:
      'Hands an entry in, until the closing, to the second, by the server’s clock. Everybody takes part in one entry at most.',
  })
  submitEntry(
    @Arg('input', () => input.SubmitEntryInput, { description: 'The entry.' }) given: input.SubmitEntryInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.SubmitEntryPayload> {
    const by = personOf(context);
    return onEntry(given.contestId, context, () =>
      this.parts.entry.submit(given.contestId, entryOf(given, by), given.idempotencyKey ?? null, by),
    );
  }

  @Authorized()
  @Mutation(() => types.ChangeEntryPayload, {
    description: 'Changes one’s own entry until the closing; what it said before is kept.',
  })
  changeEntry(
    @Arg('input', () => input.ChangeEntryInput, { description: 'What it says now.' }) given: input.ChangeEntryInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.ChangeEntryPayload> {
    const by = personOf(context);
    return onEntry(given.entryId, context, () =>
      this.parts.entry.change(given.entryId, entryOf(given, by), given.version ?? null, by),
    );
  }

  @Authorized()
  @Mutation(() => types.WithdrawEntryPayload, {
    description: 'Takes one’s entry back, until the closing; a further member of a team leaves it.',
  })
  withdrawEntry(
    @Arg('input', () => input.WithdrawEntryInput, { description: 'Which one.' }) { entryId }: input.WithdrawEntryInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.WithdrawEntryPayload> {
    return onEntry(entryId, context, () => this.parts.entry.withdraw(entryId, personOf(context)));
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.CloseEntriesPayload, {
    description: 'Closes entries whose time has passed; the platform does so by itself a moment later.',
  })
  closeEntries(
    @Arg('input', () => input.CloseEntriesInput, { description: 'Which one.' })
    { contestId, version }: input.CloseEntriesInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.CloseEntriesPayload> {
    return onContest(contestId, context, () => this.parts.contest.close(contestId, version ?? null, personOf(context)));
  }

  @Authorized('MANAGER')
  @Mutation(() => types.CancelContestPayload, { description: 'Calls a contest off before its ranking is published.' })
  cancelContest(
    @Arg('input', () => input.CancelContestInput, { description: 'Which one, and why.' })
    { contestId, version, reason }: input.CancelContestInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.CancelContestPayload> {
    return onContest(contestId, context, () =>
      this.parts.contest.cancel(contestId, reason, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.AssignJudgesPayload, { description: 'Names judges, until the scores are unsealed.' })
  assignJudges(
    @Arg('input', () => input.AssignJudgesInput, { description: 'Who.' })
    { contestId, version, judges }: input.AssignJudgesInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.AssignJudgesPayload> {
    const named = judges.map(({ judgeId, departmentCode }) => {
      if (!isUuid(judgeId)) throw badInput('`judgeId` is not an id.');
      return { judgeId, departmentCode: departmentCode ?? null };
    });
    return onContest(contestId, context, () =>
      this.parts.judging.assign(contestId, named, version ?? null, personOf(context)),
    );
  }

  @Authorized()
  @Mutation(() => types.ScoreEntryPayload, {
    description: 'Gives points as a judge, or changes them while they are sealed. With the last ones all are unsealed.',
  })
  scoreEntry(
    @Arg('input', () => input.ScoreEntryInput, { description: 'The points.' })
    { entryId, points }: input.ScoreEntryInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.ScoreEntryPayload> {
    return onEntry(entryId, context, () => this.parts.judging.score(entryId, points, personOf(context)));
  }

  @Authorized()
  @Mutation(() => types.DeclareInterestPayload, {
    description: 'A judge declares an interest in an entry (이해충돌 회피), and does not judge it.',
  })
  declareInterest(
    @Arg('input', () => input.DeclareInterestInput, { description: 'In which entry, and why.' })
    { entryId, reason }: input.DeclareInterestInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.DeclareInterestPayload> {
    return onEntry(entryId, context, () => this.parts.judging.declareInterest(entryId, reason, personOf(context)));
  }

  @Authorized('MANAGER')
  @Mutation(() => types.DisqualifyEntryPayload, {
    description: 'The head takes an entry out that may not take part, until the ranking stands.',
  })
  disqualifyEntry(
    @Arg('input', () => input.DisqualifyEntryInput, { description: 'Which one, and why.' })
    { entryId, reason }: input.DisqualifyEntryInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.DisqualifyEntryPayload> {
    return onContest(entryId, context, () => this.parts.contest.disqualify(entryId, reason, personOf(context)));
  }

  @Authorized()
  @Mutation(() => types.ObjectToEntryPayload, {
    description: 'Who takes part objects to an entry in the ranking, once each, while there is time.',
  })
  objectToEntry(
    @Arg('input', () => input.ObjectToEntryInput, { description: 'To which one, and why.' })
    { entryId, reason }: input.ObjectToEntryInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.ObjectToEntryPayload> {
    return onContest(entryId, context, () => this.parts.entry.object(entryId, reason, personOf(context)));
  }

  @Authorized('MANAGER')
  @Mutation(() => types.DecideContestObjectionPayload, {
    description: 'The head decides an objection. Upheld, the entry is taken out and those below it move up.',
  })
  decideContestObjection(
    @Arg('input', () => input.DecideContestObjectionInput, { description: 'The decision.' })
    { objectionId, upheld, reason }: input.DecideContestObjectionInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.DecideContestObjectionPayload> {
    return onContest(objectionId, context, () =>
      this.parts.contest.decideObjection(objectionId, upheld, reason, personOf(context)),
    );
  }

  @Authorized('MANAGER')
  @Mutation(() => types.AwardContestPayload, {
    description: 'The head gives the prizes by rank, when the ranking stands.',
  })
  awardContest(
    @Arg('input', () => input.AwardContestInput, { description: 'Which one.' })
    { contestId, version }: input.AwardContestInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.AwardContestPayload> {
    return onContest(contestId, context, () => this.parts.contest.award(contestId, version ?? null, personOf(context)));
  }
}
