import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, DateTime, LocalDate, ProcessingPeriodType, PublicFor, PublicWithin } from '@charter/service';
import { BASES, type Basis, OBJECTION_STATUSES, type ObjectionStatus } from '../../domain/objections/objection';
import type { ObjectionRule } from '../../domain/objections/period';
import type { ObjectionEntity } from '../../store/objections/objection.entity';
import type { ObjectionPerformance } from '../../store/objections/performance';
import { enumOf } from '../enums';

export const BasisEnum = enumOf<Basis>(BASES);
registerEnumType(BasisEnum, {
  name: 'ObjectionBasis',
  description: 'On what an objection rests.',
  valuesConfig: {
    STATUTORY: {
      description:
        'The law: against the rejection of a statutory complaint, within 60 days (민원 처리에 관한 법률 제35조).',
    },
    CHARTER: { description: 'The charter: against any handling, at any time (헌장).' },
  },
});

export const ObjectionStatusEnum = enumOf<ObjectionStatus>(OBJECTION_STATUSES);
registerEnumType(ObjectionStatusEnum, {
  name: 'ObjectionStatus',
  description: 'How far an objection is. Lateness is a fact beside it: see overdue.',
  valuesConfig: {
    FILED: { description: 'Received (접수).' },
    ASSIGNED: { description: 'Who decides it was named (심사 담당자 지정).' },
    UPHELD: { description: 'Upheld: what was closed is opened again (인용).' },
    DISMISSED: { description: 'Dismissed, with the reason and the ways on (기각).' },
    WITHDRAWN: { description: 'Taken back by the citizen (취하).' },
  },
});

export const ObjectionOrderEnum = { NEWEST: 'NEWEST', NEAREST_DEADLINE: 'NEAREST_DEADLINE' } as const;
registerEnumType(ObjectionOrderEnum, {
  name: 'ObjectionOrder',
  description: 'How objections are ordered; ties break on id.',
  valuesConfig: {
    NEWEST: { description: 'Filed last first.' },
    NEAREST_DEADLINE: { description: 'Due first first, so that the latest stand on top.' },
  },
});

@ObjectType('ObjectionStep', { description: 'A step of an objection, as it happened.' })
export class ObjectionStepType {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => ObjectionStatusEnum, { description: 'The status from then on.' })
  status: ObjectionStatus;

  @Field(() => String, { description: 'In plain words, in the language of Accept-Language.' })
  text: string;

  @Field(() => String, { nullable: true, description: 'The reason that was given with it, where one was.' })
  detail: string | null;
}

@ObjectType('Objection', { description: 'An objection to the handling of a complaint (이의신청).' })
export class ObjectionType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => BasisEnum, { description: 'On what it rests.' })
  basis: Basis;

  @Field(() => ObjectionStatusEnum, { description: 'How far it is.' })
  status: ObjectionStatus;

  @Field(() => DateTime, { description: 'When it was filed.' })
  filedAt: Date;

  @Field(() => ID, { nullable: true, description: 'Who decides it (심사 담당자): never who handled the complaint.' })
  handlerId: string | null;

  @Field(() => String, { nullable: true, description: 'Why the time to decide was extended, when it was.' })
  extensionReason: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  decisionReason: string | null;

  @Field(() => Int, { description: 'Give it with a change, so that nobody’s change is overwritten.' })
  version: number;

  complaintId: string;
  citizenId: string;
  departmentCode: string;
  grounds: string;
}

export const toObjectionType = (objection: ObjectionEntity): ObjectionType => ({
  id: objection.id,
  basis: objection.basis,
  status: objection.status,
  filedAt: objection.filedAt,
  handlerId: objection.handlerId,
  extensionReason: objection.extensionReason,
  decidedAt: objection.decidedAt,
  decisionReason: objection.decisionReason,
  version: objection.version,
  complaintId: objection.complaintId,
  citizenId: objection.citizenId,
  departmentCode: objection.departmentCode,
  grounds: objection.reason,
});

export const ObjectionConnection = connectionType('Objection', () => ObjectionType);

@PublicFor(60)
@ObjectType('ObjectionRule', { description: 'Within what objections by the charter are decided, from a day on.' })
export class ObjectionRuleType {
  @Field(() => LocalDate, { description: 'From which day of filing on.' })
  validFrom: string;

  @Field(() => ProcessingPeriodType, { description: 'Within what they are decided.' })
  period: ProcessingPeriodType;

  @Field(() => Int, { description: 'By how much this may be extended once, in the same unit; 0: not at all.' })
  longestExtension: number;
}

export const toRuleType = ({ validFrom, period, longestExtension }: ObjectionRule): ObjectionRuleType => ({
  ...{ validFrom, longestExtension },
  period: { unit: period.unit, length: period.length, firstDayCounts: period.firstDayCounts ?? true },
});

@PublicWithin()
@ObjectType('ObjectionPerformance', { description: 'How a department decided the objections filed in a period.' })
export class ObjectionPerformanceType implements ObjectionPerformance {
  @Field(() => Int, { description: 'Filed in the period.' })
  filed: number;

  @Field(() => Int, { description: 'Of these, decided.' })
  decided: number;

  @Field(() => Int, { description: 'Of these, upheld.' })
  upheld: number;

  @Field(() => Int, { description: 'Of these, withdrawn.' })
  withdrawn: number;

  @Field(() => Int, { description: 'Of these, still open.' })
  open: number;

  @Field(() => Int, { description: 'Of these, still open and late.' })
  openLate: number;

  @Field(() => Float, { nullable: true, description: 'Upheld ÷ decided, 0 to 1; null while none is decided.' })
  upheldRate: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Decided in time ÷ (decided + open and late), 0 to 1; null when there is nothing to rate.',
  })
  onTimeRate: number | null;
}
