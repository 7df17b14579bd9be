import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { isOpen } from '@charter/deadlines';
import { ERASED_TEXT } from '@charter/privacy';
import { handles } from '../../domain/access';
import { SUPPLEMENT } from '../../domain/deadline-kinds';
import type { StepName } from '../../domain/handling';
import { mayCloseAsRepeat, resultsTold } from '../../domain/handling/repeat';
import { remediesOf } from '../../domain/handling/remedies';
import type { ComplaintHistoryEntity } from '../../store/complaint.entity';
import { ComplaintType, toComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { OpinionType, PendingExtensionType, RejectionType, RepeatType, SupplementRequestType } from './handling.type';

/** What stands open between the office and the citizen, and how it ended. */
@Resolver(() => ComplaintType)
export class HandlingResolver {
  @FieldResolver(() => SupplementRequestType, {
    nullable: true,
    description: 'What the citizen is asked to give, while they are.',
  })
  async supplementRequest(
    @Root() { id, status, supplementRounds }: ComplaintType,
    @Ctx() { steps, deadlines }: ComplaintsContext,
  ): Promise<SupplementRequestType | null> {
    if (status !== 'SUPPLEMENT_REQUESTED') return null;
    const [lines, own] = await Promise.all([steps.load(id), deadlines.load(id)]);
    const asked = last(lines, 'requestSupplement');
    const { dueAt } = own.find((deadline) => deadline.kind === SUPPLEMENT && isOpen(deadline))!;
    return { text: asked.reason ?? ERASED_TEXT, round: supplementRounds, requestedAt: asked.changedAt, dueAt: dueAt! };
  }

  @FieldResolver(() => PendingExtensionType, {
    nullable: true,
    description: 'The second extension that waits for the citizen’s consent, while it does.',
  })
  async pendingExtension(
    @Root() { id, proposedExtension }: ComplaintType,
    @Ctx() { steps }: ComplaintsContext,
  ): Promise<PendingExtensionType | null> {
    if (proposedExtension === null) return null;
    const proposed = last(await steps.load(id), 'propose');
    return { length: proposedExtension, reason: proposed.reason ?? ERASED_TEXT, proposedAt: proposed.changedAt };
  }

  @FieldResolver(() => RejectionType, { nullable: true, description: 'Why it was refused, when it was.' })
  async rejection(
    @Root() { id, status, kind }: ComplaintType,
    @Ctx() { steps, caller, objectUntil }: ComplaintsContext,
  ): Promise<RejectionType | null> {
    if (status !== 'REJECTED') return null;
    const { reason, changedAt } = last(await steps.load(id), 'reject');
    return {
      ...{
        reason: reason ?? ERASED_TEXT,
        rejectedAt: changedAt,
        remedies: remediesOf(kind).map((way) => way[caller.language]),
      },
      objectUntil: kind === 'STATUTORY' ? await objectUntil(changedAt) : null,
    };
  }

  @FieldResolver(() => OpinionType, { nullable: true, description: 'What the citizen thinks of the result.' })
  async opinion(@Root() { id }: ComplaintType, @Ctx() { opinions }: ComplaintsContext): Promise<OpinionType | null> {
    return (await opinions.load(id)) ?? null;
  }

  @FieldResolver(() => RepeatType, {
    nullable: true,
    description: 'Whether it repeats earlier ones; for the staff of the department that handles it.',
  })
  async repeat(
    @Root() complaint: ComplaintType,
    @Ctx() { caller, earlier }: ComplaintsContext,
  ): Promise<RepeatType | null> {
    if (!handles(caller, complaint)) return null;
    const found = await earlier.load(complaint.id);
    const { kind } = complaint;
    return {
      // Another department's are not theirs to see: they count, and are not shown.
      earlier: found.filter((each) => handles(caller, each)).map(toComplaintType),
      resultsTold: resultsTold(found),
      mayBeClosed: mayCloseAsRepeat(kind, found),
    };
  }
}

/** The last time that a step was taken: the complaint's status says that it was. */
const last = (lines: readonly ComplaintHistoryEntity[], step: StepName): ComplaintHistoryEntity =>
  lines.filter((line) => line.step === step).at(-1)!;
