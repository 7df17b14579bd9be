import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { IMPROVEMENT_SOURCE_KINDS, type ImprovementSourceKind } from '@charter/contracts';
import { DateTime, UserError, connectionType, graphEnum } from '@charter/service';
import {
  IMPROVEMENT_KINDS,
  IMPROVEMENT_STATUSES,
  type ImprovementKind,
  type ImprovementStatus,
} from '../../domain/improvements/action';
import type {
  ImprovementEntity,
  ImprovementHistoryEntity,
  ImprovementProgressEntity,
} from '../../store/improvements/improvement.entity';

export const ImprovementKindEnum = graphEnum('ImprovementKind', 'What is improved.', IMPROVEMENT_KINDS, {
  PROCEDURE: { description: 'How something is done (업무 절차).' },
  TRAINING: { description: 'What the staff knows (직원 교육).' },
  FACILITY: { description: 'Buildings, roads, equipment (시설·장비).' },
  REGULATION: { description: 'Ordinances and rules (제도·규정).' },
});

export const ImprovementStatusEnum = graphEnum(
  'ImprovementStatus',
  'How far an improvement action is.',
  IMPROVEMENT_STATUSES,
  {
    OPEN: { description: 'Opened; nobody has planned it yet (계획 수립 전).' },
    IN_PROGRESS: { description: 'Planned, and being carried out (추진 중).' },
    COMPLETED: { description: 'Done, with its result (완료).' },
    CANCELLED: { description: 'Called off, with the reason (취소).' },
  },
);

export const ImprovementSourceKindEnum = graphEnum(
  'ImprovementSourceKind',
  'What an improvement action came from.',
  IMPROVEMENT_SOURCE_KINDS,
  {
    COMPLAINT: { description: 'A complaint (민원).' },
    PROPOSAL: { description: 'A proposal (제안).' },
    CONTEST_ENTRY: { description: 'An entry of a contest (공모전 응모작).' },
    MONITORING_REPORT: { description: 'A report of a monitor (시정 모니터 활동 보고).' },
  },
);

@Directive('@key(fields: "id")')
@ObjectType('ImprovementAction', {
  description:
    'An improvement action (개선과제): what a department does so that a thing does not happen again, or because somebody proposed it.',
})
export class ImprovementActionType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'What is improved, in a line.' })
  title: string;

  @Field(() => ImprovementKindEnum, { description: 'What is improved.' })
  kind: ImprovementKind;

  @Field(() => ImprovementStatusEnum, { description: 'How far it is.' })
  status: ImprovementStatus;

  @Field(() => Int, { description: 'How far it is in percent, as the last report says (추진율).' })
  percent: number;

  @Field(() => String, { nullable: true, description: 'What came of it (추진 결과); null until it is completed.' })
  result: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off; null unless it was.' })
  cancelledReason: string | null;

  @Field(() => ImprovementSourceKindEnum, {
    nullable: true,
    description: 'What it came from; null when the department opened it by itself.',
  })
  sourceKind: ImprovementSourceKind | null;

  @Field(() => DateTime, { description: 'When it was opened.' })
  openedAt: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'From when on everybody sees it; null while only the office does.',
  })
  publishedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was completed or called off.' })
  closedAt: Date | null;

  @Field(() => Int, { description: 'Grows with every step; send it back to change what you have seen.' })
  version: number;

  action: ImprovementEntity;
}

export const toImprovementType = (action: ImprovementEntity): ImprovementActionType => ({
  id: action.id,
  title: action.title,
  kind: action.kind,
  status: action.status,
  percent: action.percent,
  result: action.result,
  cancelledReason: action.cancelledReason,
  sourceKind: action.sourceKind,
  openedAt: action.openedAt,
  publishedAt: action.publishedAt,
  closedAt: action.closedAt,
  version: action.version,
  action,
});

@ObjectType('ImprovementProgress', { description: 'How far an improvement action was at a moment (추진 상황).' })
export class ImprovementProgressType {
  @Field(() => DateTime, { description: 'When it was reported.' })
  at: Date;

  @Field(() => Int, { description: 'How far it was, in percent.' })
  percent: number;

  @Field(() => String, { description: 'What was done, in the office’s words.' })
  text: string;
}

export const toProgressType = ({ reportedAt, percent, text }: ImprovementProgressEntity): ImprovementProgressType => ({
  ...{ at: reportedAt, percent, text },
});

@ObjectType('ImprovementStep', { description: 'A step of an improvement action.' })
export class ImprovementStepType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'What: open, update, assign, report, extend, publish, complete, cancel.' })
  step: string;

  @Field(() => ImprovementStatusEnum, { description: 'How far it was from then on.' })
  status: ImprovementStatus;

  @Field(() => String, { nullable: true, description: 'The office’s words: why, the plan, the result.' })
  text: string | null;
}

export const toImprovementStepType = (line: ImprovementHistoryEntity): ImprovementStepType => ({
  ...{ at: line.changedAt, step: line.step, status: line.toStatus, text: line.said },
});

export const ImprovementActionConnection = connectionType('ImprovementAction', () => ImprovementActionType);

@ObjectType()
export abstract class ImprovementPayload {
  @Field(() => ImprovementActionType, { nullable: true, description: 'The improvement action as it is now.' })
  improvementAction: ImprovementActionType | null;

  @Field(() => [UserError], { description: 'Why nothing was changed; empty when it was.' })
  errors: UserError[];
}

@ObjectType({ description: 'The answer of openImprovementAction.' })
export class OpenImprovementActionPayload extends ImprovementPayload {}

@ObjectType({ description: 'The answer of updateImprovementAction.' })
export class UpdateImprovementActionPayload extends ImprovementPayload {}

@ObjectType({ description: 'The answer of assignImprovementAction.' })
export class AssignImprovementActionPayload extends ImprovementPayload {}

@ObjectType({ description: 'The answer of reportImprovementProgress.' })
export class ReportImprovementProgressPayload extends ImprovementPayload {}

@ObjectType({ description: 'The answer of extendImprovementAction.' })
export class ExtendImprovementActionPayload extends ImprovementPayload {}

@ObjectType({ description: 'The answer of publishImprovementAction.' })
export class PublishImprovementActionPayload extends ImprovementPayload {}

@ObjectType({ description: 'The answer of completeImprovementAction.' })
export class CompleteImprovementActionPayload extends ImprovementPayload {}

@ObjectType({ description: 'The answer of cancelImprovementAction.' })
export class CancelImprovementActionPayload extends ImprovementPayload {}
