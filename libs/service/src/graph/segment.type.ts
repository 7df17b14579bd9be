import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Segment } from '@charter/calendar';
import { DateTime } from './scalars';

const SegmentKindEnum: { [K in Segment['kind']]: K } = {
  WORKING: 'WORKING',
  CLOSED: 'CLOSED',
  WEEKEND: 'WEEKEND',
  HOLIDAY: 'HOLIDAY',
  PAUSED: 'PAUSED',
  EXTENDED: 'EXTENDED',
};

registerEnumType(SegmentKindEnum, {
  name: 'SegmentKind',
  description: 'Why a stretch of time counts or does not.',
  valuesConfig: {
    WORKING: { description: 'Counts.' },
    CLOSED: { description: 'The office is closed, or the day of receipt does not count.' },
    WEEKEND: { description: 'Saturday or Sunday.' },
    HOLIDAY: { description: 'A public or declared holiday, named in the note.' },
    PAUSED: { description: 'Paused: a supplement, an inspection, a hearing.' },
    EXTENDED: { description: 'Counts, by an extension (연장).' },
  },
});

@Directive('@shareable')
@ObjectType('DeadlineSegment', { description: 'One stretch of a period, from receipt to the due moment.' })
export class SegmentType implements Segment {
  @Field(() => DateTime, { description: 'Its first moment.' })
  from: Date;

  @Field(() => DateTime, { nullable: true, description: 'Its end, not included; null for a pause that is still open.' })
  to: Date | null;

  @Field(() => SegmentKindEnum, { description: 'Why it counts or does not.' })
  kind: Segment['kind'];

  @Field(() => String, { description: 'The article it rests on.' })
  article: string;

  @Field(() => String, { nullable: true, description: 'More, such as the name of the holiday.' })
  note: string | null;
}
