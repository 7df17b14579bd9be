import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type ErasedRecords, type Language, RECORD_KINDS } from '@charter/contracts';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { DataRequestKind, DataRequestState } from '../../domain/rights/data-request';
import type { DataRequestEntity, DataRequestServiceEntity } from '../../store/rights/data-request.entity';

const KindEnum = { EXPORT: 'EXPORT', ERASURE: 'ERASURE' } as const;
registerEnumType(KindEnum, {
  name: 'DataRequestKind',
  description: 'What somebody asks about their own data.',
  valuesConfig: {
    EXPORT: { description: 'A copy of it (열람).' },
    ERASURE: { description: 'That it be erased (삭제).' },
  },
});

const StateEnum = { RUNNING: 'RUNNING', READY: 'READY', EXPIRED: 'EXPIRED', DONE: 'DONE' } as const;
registerEnumType(StateEnum, {
  name: 'DataRequestState',
  description: 'How far such a request is.',
  valuesConfig: {
    RUNNING: { description: 'The services are at work.' },
    READY: { description: 'The archive can be fetched at `downloadUrl`.' },
    EXPIRED: { description: 'The archive was removed: ask again.' },
    DONE: { description: 'Erased, apart from what the law keeps.' },
  },
});

@ObjectType('ErasedRecords', { description: 'What of one kind was erased.' })
export class ErasedRecordsType {
  @Field(() => String, { description: 'The kind of record, such as `complaint`.' })
  kind: string;

  @Field(() => String, { description: 'What it is called, in the language of Accept-Language.' })
  title: string;

  @Field(() => Int, { description: 'How many.' })
  count: number;
}

@ObjectType('KeptRecords', { description: 'What of one kind the law keeps.' })
export class KeptRecordsType extends ErasedRecordsType {
  @Field(() => String, { description: 'The article by which it is kept.' })
  article: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when, at the latest; null while something is still open: its period runs from its end.',
  })
  until: Date | null;
}

@ObjectType('DataRequestService', { description: 'How far one service is with a request about personal data.' })
export class DataRequestServiceType {
  @Field(() => String, { description: 'The service.' })
  service: string;

  @Field(() => Int, { description: 'How many records it has told, or erased.' })
  records: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was done; null while it is at work.' })
  doneAt: Date | null;

  @Field(() => [ErasedRecordsType], { description: 'What it erased; empty for a copy, and while it is at work.' })
  erased: ErasedRecordsType[];

  @Field(() => [KeptRecordsType], { description: 'What it keeps, and why; empty for a copy, and while it is at work.' })
  kept: KeptRecordsType[];
}

/** How far a service is, with the names of what it erased and kept in a language. */
export function toServiceType(row: DataRequestServiceEntity, language: Language): DataRequestServiceType {
  const { service, records, doneAt, report } = row;
  const titled = <T extends ErasedRecords>(of: T) => ({ ...of, title: RECORD_KINDS[of.kind][language] });
  return {
    ...{ service, records, doneAt, erased: (report?.erased ?? []).map(titled) },
    kept: (report?.kept ?? []).map((of) => ({ ...titled(of), until: of.until === null ? null : new Date(of.until) })),
  };
}

@ObjectType('DataRequest', {
  description: 'What somebody asked of all services about their own data (개인정보 열람·삭제 요청).',
})
export class DataRequestType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => KindEnum, { description: 'What is asked.' })
  kind: DataRequestKind;

  @Field(() => StateEnum, { description: 'How far it is.' })
  state: DataRequestState;

  @Field(() => DateTime, { description: 'When it was asked.' })
  requestedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was finished.' })
  finishedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the archive can be fetched: seven days.' })
  expiresAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'How large the archive is, in bytes.' })
  bytes: number | null;
}

export const toDataRequestType = ({ personId: _, ...request }: DataRequestEntity): DataRequestType => request;

export const DataRequestConnection = connectionType('DataRequest', () => DataRequestType);

@InputType({ description: 'A copy of one’s own data.' })
export class ExportMyDataInput {
  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'That one’s own data be erased.' })
export class EraseMyDataInput {
  @Field(() => Boolean, { description: 'True: one understands that what is erased cannot come back.' })
  understood: boolean;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The answer of exportMyData and eraseMyData.' })
export class DataRequestPayload {
  @Field(() => DataRequestType, { nullable: true, description: 'The request as it is now.' })
  request: DataRequestType | null;

  @Field(() => [UserError], { description: 'Why it was not taken; empty when it was.' })
  errors: UserError[];
}
