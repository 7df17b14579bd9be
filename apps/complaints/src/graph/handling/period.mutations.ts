import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Person } from '@charter/service';
import type { InterimService } from '../../interim.service';
import type { PeriodService } from '../../period.service';
import type { SupplementService } from '../../supplement.service';
import type { ComplaintsContext } from '../context';
import { onComplaint } from './handled';
import * as input from './handling.input';
import * as payload from './handling.payload';

export interface PeriodMutationParts {
  readonly supplements: SupplementService;
  readonly periods: PeriodService;
  readonly interim: InterimService;
}

const personOf = ({ caller }: ComplaintsContext): Person => caller as Person;

/** What stops, lengthens and reports on the period of a complaint. */
@Resolver()
export class PeriodMutations {
  constructor(private readonly parts: PeriodMutationParts) {}

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.RequestSupplementPayload, {
    description:
      'Asks for what is missing (보완 요구), within 8 working hours. The periods stand still until it is given. Asked again once, for 10 days.',
  })
  requestSupplement(
    @Arg('input', () => input.RequestSupplementInput, { description: 'What is missing.' })
    { complaintId, text, days, causedByOffice, version }: input.RequestSupplementInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.RequestSupplementPayload> {
    const request = { text, days, causedByOffice };
    return onComplaint(complaintId, context, () =>
      this.parts.supplements.request(complaintId, request, version ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.ExtendSupplementPayload, {
    description: 'Takes longer for a supplement to one’s own complaint: twice at most, before the period has passed.',
  })
  extendSupplement(
    @Arg('input', () => input.ExtendSupplementInput, { description: 'How much longer.' })
    { complaintId, days, reason, version }: input.ExtendSupplementInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.ExtendSupplementPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.supplements.extend(complaintId, { days, reason }, version ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER')
  @Mutation(() => payload.SubmitSupplementPayload, {
    description:
      'Gives the supplement to one’s own complaint; an officer notes down what was brought to the counter. The periods run again.',
  })
  submitSupplement(
    @Arg('input', () => input.SubmitSupplementInput, { description: 'The supplement.' })
    { complaintId, text, attachmentIds, version }: input.SubmitSupplementInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.SubmitSupplementPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.supplements.submit(
        complaintId,
        { text, attachmentIds: attachmentIds ?? [] },
        version ?? null,
        personOf(context),
      ),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.ReturnComplaintPayload, {
    description: 'Returns a complaint (반려) for which a supplement was asked twice and none came.',
  })
  returnComplaint(
    @Arg('input', () => input.ReturnComplaintInput, { description: 'Which one, and why.' })
    { complaintId, reason, version }: input.ReturnComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.ReturnComplaintPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.supplements.return(complaintId, reason, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.SuspendComplaintPayload, {
    description: 'Begins an investigation, hearing or review: the periods stand still while it lasts.',
  })
  suspendComplaint(
    @Arg('input', () => input.SuspendComplaintInput, { description: 'Why, and for how long.' })
    { complaintId, suspension, days, reason, version }: input.SuspendComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.SuspendComplaintPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.periods.suspend(complaintId, { suspension, days, reason }, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.ExtendSuspensionPayload, {
    description: 'Gives a field investigation up to 7 working days more, once.',
  })
  extendSuspension(
    @Arg('input', () => input.ExtendSuspensionInput, { description: 'How much longer.' })
    { complaintId, days, reason, version }: input.ExtendSuspensionInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.ExtendSuspensionPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.periods.extendSuspension(complaintId, { days, reason }, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.ResumeComplaintPayload, {
    description: 'Ends an investigation, hearing or review with its result: the periods run again.',
  })
  resumeComplaint(
    @Arg('input', () => input.ResumeComplaintInput, { description: 'What came of it.' })
    { complaintId, result, version }: input.ResumeComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.ResumeComplaintPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.periods.resume(complaintId, result, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.ExtendComplaintPayload, {
    description:
      'Extends the period (연장) with a reason, once. A second extension is proposed and waits for the citizen’s consent.',
  })
  extendComplaint(
    @Arg('input', () => input.ExtendComplaintInput, { description: 'How much longer, and why.' })
    { complaintId, length, reason, version }: input.ExtendComplaintInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.ExtendComplaintPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.periods.extend(complaintId, { length, reason }, version ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.ConsentToExtensionPayload, {
    description: 'Agrees to a second extension of one’s own complaint, or does not.',
  })
  consentToExtension(
    @Arg('input', () => input.ConsentToExtensionInput, { description: 'The decision.' })
    { complaintId, consent, version }: input.ConsentToExtensionInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.ConsentToExtensionPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.periods.consent(complaintId, consent, version ?? null, personOf(context)),
    );
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => payload.ReportInterimPayload, {
    description: 'Tells the citizen how far it is (중간 통지): after 30 days, every 30 days after, and when asked.',
  })
  reportInterim(
    @Arg('input', () => input.ReportInterimInput, { description: 'How far it is.' })
    { complaintId, progress, version }: input.ReportInterimInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.ReportInterimPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.interim.report(complaintId, progress, version ?? null, personOf(context)),
    );
  }

  @Authorized('CITIZEN')
  @Mutation(() => payload.RequestInterimReportPayload, {
    description: 'Asks how far one’s own complaint is. The office tells within 8 working hours.',
  })
  requestInterimReport(
    @Arg('input', () => input.RequestInterimReportInput, { description: 'Which one.' })
    { complaintId, version }: input.RequestInterimReportInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<payload.RequestInterimReportPayload> {
    return onComplaint(complaintId, context, () =>
      this.parts.interim.ask(complaintId, version ?? null, personOf(context)),
    );
  }
}
