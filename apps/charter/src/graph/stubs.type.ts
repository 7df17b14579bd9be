import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Complaint', { description: 'A complaint (민원).' })
export class ComplaintType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Proposal', { description: 'A proposal (제안).' })
export class ProposalType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('ContestEntry', { description: 'An entry of a contest (응모작).' })
export class ContestEntryType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('MonitoringReport', { description: 'What a monitor reports of a mission (활동 보고).' })
export class MonitoringReportType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}
