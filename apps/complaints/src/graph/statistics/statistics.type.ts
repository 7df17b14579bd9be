import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { PublicFor } from '@charter/service';
import type { Channel } from '../../domain/filing';
import type { ComplaintKind } from '../../domain/service-item';
import type { GroupBy } from '../../store/performance';
import { ChannelEnum, KindEnum } from '../enums';
import { PerformanceType } from '../stubs.type';

export const GroupByEnum = {
  ...{ DEPARTMENT: 'DEPARTMENT', SERVICE: 'SERVICE', KIND: 'KIND', CHANNEL: 'CHANNEL', MONTH: 'MONTH' },
} as const satisfies { [G in GroupBy]: G };
registerEnumType(GroupByEnum, {
  name: 'ComplaintGroupBy',
  description: 'By what figures of complaints are grouped.',
  valuesConfig: {
    DEPARTMENT: { description: 'By the department that has them: its code.' },
    SERVICE: { description: 'By the service that was asked for: its code.' },
    KIND: { description: 'By kind.' },
    CHANNEL: { description: 'By how they came in.' },
    MONTH: { description: 'By month of receipt: 2026-11.' },
  },
});

@InputType({ description: 'Which complaints to count.' })
export class ComplaintStatisticsFilterInput {
  @Field(() => String, { nullable: true, description: 'Only those of this department, by code.' })
  departmentCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Only of this service, by code.' })
  serviceCode?: string | null;

  @Field(() => KindEnum, { nullable: true, description: 'Only of this kind.' })
  kind?: ComplaintKind | null;

  @Field(() => ChannelEnum, { nullable: true, description: 'Only those that came in this way.' })
  channel?: Channel | null;
}

@PublicFor(30)
@ObjectType('ComplaintStatistics', { description: 'The figures of one group of complaints.' })
export class StatisticsType {
  @Field(() => String, { description: 'The group: a code, a kind, a channel or a month.' })
  key: string;

  @Field(() => PerformanceType, { description: 'Its figures.' })
  performance: PerformanceType;
}
