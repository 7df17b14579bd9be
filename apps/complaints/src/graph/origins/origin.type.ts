import { Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { graphEnum } from '@charter/service';
import { ORIGIN_KINDS, type OriginKind } from '../../domain/origins/origin';

const OriginKindEnum = graphEnum(
  'ComplaintOriginKind',
  'What of participation a complaint can come from.',
  ORIGIN_KINDS,
  {
    CONTEST_ENTRY: { description: 'An entry of a contest (공모전 응모작).' },
    MONITORING_REPORT: { description: 'A report of a monitor (시정 모니터 활동 보고).' },
  },
);

@InputType({ description: 'What a complaint comes from.' })
export class ComplaintOriginInput {
  @Field(() => OriginKindEnum, { description: 'What it is.' })
  kind: OriginKind;

  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('MonitoringReport', { description: 'What a monitor reports of a mission (활동 보고).' })
export class MonitoringReportType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('ContestEntry', { description: 'An entry of a contest (응모작).' })
export class ContestEntryType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}
