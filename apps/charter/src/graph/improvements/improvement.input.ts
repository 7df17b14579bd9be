import { Field, ID, InputType, Int } from 'type-graphql';
import type { ImprovementSourceKind } from '@charter/contracts';
import { LocalDate } from '@charter/service';
import type { ImprovementKind, ImprovementStatus } from '../../domain/improvements/action';
import { ImprovementKindEnum, ImprovementSourceKindEnum, ImprovementStatusEnum } from './improvement.type';

@InputType({ description: 'What an improvement action comes from.' })
export class ImprovementSourceInput {
  @Field(() => ImprovementSourceKindEnum, { description: 'Of which kind.' })
  kind: ImprovementSourceKind;

  @Field(() => ID, { description: 'Its id. It has to be a matter of the same department that the caller may see.' })
  id: string;
}

@InputType({ description: 'An improvement action to open.' })
export class OpenImprovementActionInput {
  @Field(() => String, { description: 'The department that carries it out, by code: the caller’s own.' })
  departmentCode: string;

  @Field(() => ImprovementKindEnum, { description: 'What is improved.' })
  kind: ImprovementKind;

  @Field(() => String, {
    description: 'What is improved, in a line, 1 to 200 characters. Without names: it is published.',
  })
  title: string;

  @Field(() => String, { description: 'Why it is needed, 1 to 10,000 characters; for the office alone.' })
  description: string;

  @Field(() => LocalDate, { description: 'The day at whose end it is due, later than today, within three years.' })
  dueOn: string;

  @Field(() => String, {
    nullable: true,
    description: 'What will be done, 1 to 10,000 characters; with a plan it is in progress at once.',
  })
  plan?: string | null;

  @Field(() => String, { nullable: true, description: 'The standard that it serves, by code.' })
  standardCode?: string | null;

  @Field(() => ImprovementSourceInput, {
    nullable: true,
    description: 'What it comes from; whose matter that is, is told what becomes of it.',
  })
  source?: ImprovementSourceInput | null;

  @Field(() => ID, { nullable: true, description: 'The officer who has it; without one, who opens it.' })
  officerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType()
abstract class ImprovementStepInput {
  @Field(() => ID, { description: 'Which one, by id.' })
  improvementActionId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version that you have seen: STALE_VERSION when it is another.',
  })
  version?: number | null;
}

@InputType({ description: 'What changes of an improvement action; what is left out stays.' })
export class UpdateImprovementActionInput extends ImprovementStepInput {
  @Field(() => ImprovementKindEnum, { nullable: true, description: 'What is improved.' })
  kind?: ImprovementKind | null;

  @Field(() => String, { nullable: true, description: 'What is improved, in a line, 1 to 200 characters.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is needed, 1 to 10,000 characters.' })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What will be done, 1 to 10,000 characters. The first plan puts it in progress.',
  })
  plan?: string | null;

  @Field(() => String, { nullable: true, description: 'The standard that it serves, by code; null: none any more.' })
  standardCode?: string | null;
}

@InputType({ description: 'To whom an improvement action goes.' })
export class AssignImprovementActionInput extends ImprovementStepInput {
  @Field(() => ID, { description: 'The officer of the department who has it from now on.' })
  officerId: string;
}

@InputType({ description: 'How far an improvement action is.' })
export class ReportImprovementProgressInput extends ImprovementStepInput {
  @Field(() => Int, { description: 'How far it is, 0 to 100.' })
  percent: number;

  @Field(() => String, { description: 'What was done, 1 to 10,000 characters. Without names: it is published.' })
  text: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A later date for an improvement action.' })
export class ExtendImprovementActionInput extends ImprovementStepInput {
  @Field(() => LocalDate, {
    description: 'The day at whose end it is due from now on, within three years of its opening.',
  })
  dueOn: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; everybody concerned is told.' })
  reason: string;
}

@InputType({ description: 'An improvement action to show to everybody.' })
export class PublishImprovementActionInput extends ImprovementStepInput {}

@InputType({ description: 'What came of an improvement action.' })
export class CompleteImprovementActionInput extends ImprovementStepInput {
  @Field(() => String, { description: 'What came of it, 1 to 10,000 characters. Without names: it is published.' })
  result: string;
}

@InputType({ description: 'An improvement action to call off.' })
export class CancelImprovementActionInput extends ImprovementStepInput {
  @Field(() => String, { description: 'Why, 1 to 2,000 characters; whose matter it came from is told.' })
  reason: string;
}

@InputType({ description: 'Which improvement actions.' })
export class ImprovementActionFilterInput {
  @Field(() => String, { nullable: true, description: 'Only this department’s, by code.' })
  departmentCode?: string | null;

  @Field(() => [ImprovementStatusEnum], { nullable: true, description: 'Only those that are so far.' })
  status?: ImprovementStatus[] | null;

  @Field(() => ImprovementKindEnum, { nullable: true, description: 'Only those that improve this.' })
  kind?: ImprovementKind | null;

  @Field(() => String, { nullable: true, description: 'Only those that serve this standard, by code.' })
  standardCode?: string | null;

  @Field(() => ImprovementSourceKindEnum, { nullable: true, description: 'Only those that came from this.' })
  sourceKind?: ImprovementSourceKind | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only published ones. False: only those that are not.' })
  published?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only open ones whose date has passed. False: none of them.',
  })
  late?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those that the caller has.' })
  mine?: boolean | null;
}
