import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, LocalDate, connectionType } from '@charter/service';
import type { ComplaintKind } from '../../domain/service-item';
import type { ComplaintEntity } from '../../store/complaint.entity';
import { KindEnum } from '../enums';
import { DepartmentType } from '../stubs.type';

@ObjectType('PublicComplaint', {
  description:
    'An answered complaint whose citizen agreed that it is published (공개 민원): names, phone numbers and e-mail addresses are masked.',
})
export class PublicComplaintType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => KindEnum, { description: 'Its kind.' })
  kind: ComplaintKind;

  @Field(() => DateTime, { description: 'When it was received.' })
  receivedAt: Date;

  @Field(() => DateTime, { description: 'When it was answered.' })
  answeredAt: Date;

  @Field(() => DepartmentType, { nullable: true, description: 'The department that answered it.' })
  department: DepartmentType;

  entity: ComplaintEntity;
}

export const toPublicComplaint = (entity: ComplaintEntity): PublicComplaintType => ({
  id: entity.id,
  kind: entity.kind,
  receivedAt: entity.receivedAt,
  answeredAt: entity.answeredAt!,
  department: { code: entity.departmentCode },
  entity,
});

export const PublicComplaintConnection = connectionType('PublicComplaint', () => PublicComplaintType);

@InputType({ description: 'Which published complaints.' })
export class PublicComplaintFilterInput {
  @Field(() => String, { nullable: true, description: 'Only those that this department answered, by code.' })
  departmentCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Only of this service, by code.' })
  serviceCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words to look for in title and text, in whatever form they stand: particles and spacing do not matter.',
  })
  search?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Answered from this day on.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Answered until this day, included.' })
  to?: string | null;
}
