import DataLoader from 'dataloader';
import {
  Ctx,
  Directive,
  Field,
  FieldResolver,
  Float,
  ID,
  ObjectType,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import type { DataSource } from 'typeorm';
import { type Segment, type WorkingCalendar, explainDeadline } from '@charter/calendar';
import {
  DEADLINE_STATES,
  type Deadline,
  type DeadlineHistoryEntity,
  type DeadlineState,
  type Deadlines,
  historyOf,
  isOpen,
} from '@charter/deadlines';
import type { Clock } from '../runtime/clock';
import type { RequestContext } from './context';
import { DateTime } from './scalars';
import { SegmentType } from './segment.type';

const DeadlineStateEnum = Object.fromEntries(DEADLINE_STATES.map((state) => [state, state])) as {
  [S in DeadlineState]: S;
};

registerEnumType(DeadlineStateEnum, {
  name: 'DeadlineState',
  description: 'How a deadline stands.',
  valuesConfig: {
    RUNNING: { description: 'Open and in time.' },
    PAUSED: { description: 'Open; the period does not count while it is paused.' },
    MET: { description: 'Closed. `missedAt` tells whether it was late.' },
    MISSED: { description: 'Still open and late.' },
    CANCELLED: { description: 'What was due will not be done.' },
  },
});

@Directive('@shareable')
@ObjectType('DeadlineChange', { description: 'One change of a deadline.' })
export class DeadlineChangeType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, {
    description:
      'What: a command (open, pause, resume, extend, meet, cancel, recompute) or the stage that was reached.',
  })
  change: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  reason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'The date before.' })
  oldDueAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The date from then on.' })
  newDueAt: Date | null;
}

@Directive('@shareable')
@ObjectType('Deadline', { description: 'A date by which something has to be done (처리기한), and what became of it.' })
export class DeadlineType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What has to be done: STATUTORY (법정 처리기간), CHARTER (단축 처리기간) …' })
  kind: string;

  @Field(() => DeadlineStateEnum, { description: 'How it stands.' })
  state: DeadlineState;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The due moment; null while it is paused. 00:00 is the end (24:00) of the day before.',
  })
  dueAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The date that was announced first; it never changes.' })
  announcedDueAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The charter’s own, shorter date, where there is one.' })
  charterDueAt: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The due moment that passed while it was open; it stays when it is closed late.',
  })
  missedAt: Date | null;

  @Field(() => Boolean, { description: 'Whether it rests on holidays that the gazette has not announced yet.' })
  provisional: boolean;

  deadline: Deadline;
}

/** What a request needs to answer the fields of a deadline: a service that has deadlines adds it to its context. */
export interface DeadlineContext extends RequestContext {
  readonly deadlineHistory: DataLoader<string, readonly DeadlineHistoryEntity[]>;
  readonly calendar: () => Promise<WorkingCalendar>;
  readonly clock: Clock;
}

export function deadlineContext(
  dataSource: DataSource,
  deadlines: Deadlines,
  clock: Clock,
): Omit<DeadlineContext, keyof RequestContext> {
  let calendar: Promise<WorkingCalendar> | undefined;
  return {
    clock,
    calendar: () => (calendar ??= deadlines.calendar(dataSource.manager)),
    deadlineHistory: new DataLoader(async (ids) => {
      const lines = await historyOf(dataSource.manager, ids);
      return ids.map((id) => lines.filter(({ deadlineId }) => deadlineId === id));
    }),
  };
}

/** @param charterDueAt the date of the charter's own deadline for the same thing */
export const toDeadlineType = (deadline: Deadline, charterDueAt: Date | null): DeadlineType => ({
  id: deadline.id,
  kind: deadline.kind,
  state: deadline.state,
  dueAt: deadline.dueAt,
  announcedDueAt: deadline.announcedDueAt,
  charterDueAt,
  missedAt: deadline.missedAt,
  provisional: deadline.provisional,
  deadline,
});

/** The fields of a deadline that are computed when they are asked for. */
@Resolver(() => DeadlineType)
export class DeadlineResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description: 'Working hours left, negative when late; null when it is closed or paused.',
  })
  async remainingWorkingHours(
    @Root() { deadline, dueAt }: DeadlineType,
    @Ctx() { calendar, clock }: DeadlineContext,
  ): Promise<number | null> {
    if (!isOpen(deadline) || !dueAt) return null;
    const hours = (await calendar()).workingHoursBetween(clock.now(), dueAt);
    return Math.round(hours * 100) / 100;
  }

  @FieldResolver(() => [SegmentType], {
    description: 'Every stretch from receipt that counted or did not, with its article.',
  })
  async segments(
    @Root() { deadline }: DeadlineType,
    @Ctx() { calendar }: DeadlineContext,
  ): Promise<readonly Segment[]> {
    return explainDeadline(deadline, await calendar()).segments;
  }

  @FieldResolver(() => [DeadlineChangeType], { description: 'Every change, oldest first.' })
  async history(
    @Root() { id }: DeadlineType,
    @Ctx() { deadlineHistory }: DeadlineContext,
  ): Promise<DeadlineChangeType[]> {
    return (await deadlineHistory.load(id)).map(({ changedAt, change, reason, oldDueAt, newDueAt }) => ({
      at: changedAt,
      change,
      reason,
      oldDueAt,
      newDueAt,
    }));
  }
}
