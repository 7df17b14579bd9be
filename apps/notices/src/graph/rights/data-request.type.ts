import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, UserError, connectionType } from '@charter/service';
import type { DataRequestKind, DataRequestState } from '../../domain/rights/data-request';
import type { DataRequestEntity } from '../../store/rights/data-request.entity';

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

@ObjectType('DataRequestService', { description: 'How far one service is with a request about personal data.' })
export class DataRequestServiceType {
  @Field(() => String, { description: 'The service.' })
  service: string;

  @Field(() => Int, { description: 'How many records it has told so far.' })
  records: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was done; null while it is at work.' })
  doneAt: Date | null;
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

@ObjectType({ description: 'The answer of exportMyData.' })
export class DataRequestPayload {
  @Field(() => DataRequestType, { nullable: true, description: 'The request as it is now.' })
  request: DataRequestType | null;

  @Field(() => [UserError], { description: 'Why it was not taken; empty when it was.' })
  errors: UserError[];
}
