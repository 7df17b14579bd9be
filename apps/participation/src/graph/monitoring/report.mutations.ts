import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Person } from '@charter/service';
import type { ReportText } from '../../domain/monitoring/report';
import type { ReportService } from '../../monitoring/report.service';
import type { VerificationService } from '../../monitoring/verification.service';
import type { Handled } from '../../proposal-desk';
import type { ParticipationContext } from '../context';
import { answered } from '../handled';
import * as input from './report.input';
import { resolveReport } from './report.resolver';
import * as types from './report.type';

const personOf = ({ caller }: ParticipationContext): Person => caller as Person;

async function onReport(id: string, context: ParticipationContext, handle: () => Promise<Handled>) {
  const { done, errors } = await answered(id, context, handle, (found, now) => {
    now.monitoring.reports.clear(found.id);
    return resolveReport(found, now);
  });
  return { report: done, errors };
}

const textOf = ({ summary, observations }: input.SubmitReportInput | input.ReviseReportInput): ReportText => ({
  summary,
  observations: observations.map(({ item, finding, note }) => ({ item, finding, note: note ?? null })),
});

/** Reports of monitors, from the spot to the answer. */
@Resolver()
export class ReportMutations {
  constructor(
    private readonly reports: ReportService,
    private readonly verifying: VerificationService,
  ) {}

  @Authorized('CITIZEN')
  @Mutation(() => types.SubmitReportPayload, {
    description: 'Reports on a mission, once, in its time by the server’s clock, and from its place.',
  })
  submitReport(
    @Arg('input', () => input.SubmitReportInput, { description: 'The report.' }) given: input.SubmitReportInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.SubmitReportPayload> {
    const { missionId, position, photoIds, idempotencyKey } = given;
    const { latitude, longitude } = position;
    const sent = { ...textOf(given), position: { latitude, longitude }, photoIds: photoIds ?? [] };
    return onReport(missionId, context, () =>
      this.reports.submit(missionId, sent, idempotencyKey ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => types.ReviseReportPayload, {
    description: 'Completes one’s report that was sent back, in time; what it said before is kept.',
  })
  reviseReport(
    @Arg('input', () => input.ReviseReportInput, { description: 'What it says now.' }) given: input.ReviseReportInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.ReviseReportPayload> {
    const { reportId, photoIds, version } = given;
    const text = { ...textOf(given), photoIds: photoIds ?? [] };
    return onReport(reportId, context, () => this.reports.revise(reportId, text, version ?? null, personOf(context)));
  }

  @Authorized('CITIZEN')
  @Mutation(() => types.WithdrawReportPayload, {
    description: 'Takes one’s report back before it is verified; in time, one can report again.',
  })
  withdrawReport(
    @Arg('input', () => input.WithdrawReportInput, { description: 'Which one.' })
    { reportId, version }: input.WithdrawReportInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.WithdrawReportPayload> {
    return onReport(reportId, context, () => this.reports.withdraw(reportId, version ?? null, personOf(context)));
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.VerifyReportPayload, {
    description:
      'Accepts a report, sends it back, or rejects it, for the department that recruited the monitor. Accepted, everybody may read it, and the watched department owes an answer.',
  })
  verifyReport(
    @Arg('input', () => input.VerifyReportInput, { description: 'The verdict.' })
    { reportId, verdict, reason, version }: input.VerifyReportInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.VerifyReportPayload> {
    const verification = { reportId, verdict, reason: reason ?? null, version: version ?? null };
    return onReport(reportId, context, () => this.verifying.verify(verification, personOf(context)));
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => types.AnswerReportPayload, {
    description:
      'Says, for the department that was watched, what is done about an accepted report. Everybody reads it.',
  })
  answerReport(
    @Arg('input', () => input.AnswerReportInput, { description: 'The answer.' })
    { reportId, outcome, text, version }: input.AnswerReportInput,
    @Ctx() context: ParticipationContext,
  ): Promise<types.AnswerReportPayload> {
    return onReport(reportId, context, () =>
      this.verifying.answer(reportId, { outcome, text }, version ?? null, personOf(context)),
    );
  }
}
