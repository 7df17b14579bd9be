import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, connectionType } from '@charter/service';
import type { ComplaintExportEntity } from '../../store/exports/export.entity';
import { ComplaintFilterInput } from '../complaint.input';

@InputType({ description: 'Which complaints to export.' })
export class RequestComplaintExportInput {
  @Field(() => ComplaintFilterInput, {
    nullable: true,
    description: 'Which ones; without it, all that the caller may see.',
  })
  filter?: ComplaintFilterInput | null;
}

@ObjectType({ description: 'The answer of requestComplaintExport.' })
export class RequestComplaintExportPayload {
  @Field(() => ID, { description: 'The export, as complaintExports shows it.' })
  exportId: string;

  @Field(() => String, {
    description: 'Where the CSV can be fetched, once: GET, without further headers. UTF-8 with a byte-order mark.',
  })
  downloadUrl: string;

  @Field(() => DateTime, { description: 'Until when the address holds.' })
  expiresAt: Date;
}

@ObjectType('ComplaintExport', {
  description: 'An export of a list of complaints, as it is on record (내려받기 기록).',
})
export class ComplaintExportType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ID, { description: 'Who asked for it.' })
  requestedBy: string;

  @Field(() => String, { nullable: true, description: 'Of which department, by code; null for an auditor.' })
  departmentCode: string | null;

  @Field(() => DateTime, { description: 'When it was asked for.' })
  requestedAt: Date;

  @Field(() => String, { description: 'The filter as it was asked for, as JSON.' })
  filter: string;

  @Field(() => Boolean, { description: 'Whether names and contacts were masked.' })
  masked: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When it was fetched; null when it never was.' })
  startedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was sent whole; null for one that broke off.' })
  finishedAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many complaints were sent.' })
  rows: number | null;
}

export const toExportType = ({ filter, ...row }: ComplaintExportEntity): ComplaintExportType => ({
  id: row.id,
  requestedBy: row.requestedBy,
  departmentCode: row.departmentCode,
  requestedAt: row.requestedAt,
  filter: JSON.stringify(filter),
  masked: row.masked,
  startedAt: row.startedAt,
  finishedAt: row.finishedAt,
  rows: row.rows,
});

export const ComplaintExportConnection = connectionType('ComplaintExport', () => ComplaintExportType);
