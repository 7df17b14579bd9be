import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { UserError } from '@charter/service';

@ObjectType({ description: 'The catalogue as a CSV file, for spreadsheets.' })
export class ServiceItemSheet {
  @Field(() => String, {
    description: 'UTF-8 with a byte-order mark, CRLF; headers in the language of Accept-Language.',
  })
  csv: string;

  @Field(() => String, { description: 'A name for the file.' })
  fileName: string;

  @Field(() => Int, { description: 'How many rows, without the headers.' })
  rows: number;
}

@InputType({ description: 'A CSV file of services, as exportServiceItems writes it.' })
export class ImportServiceItemsInput {
  @Field(() => String, {
    description:
      'The file: at most 1,000 rows. The first line names the columns, in Korean or English, in any order; the same code and first day replace that version.',
  })
  csv: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Only tells what would be done.' })
  dryRun: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'Writes nothing when a row is refused.' })
  allOrNothing: boolean;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'Why a row of a file was refused.' })
export class RefusedRowType {
  @Field(() => Int, { description: 'The line of the file on which the row begins: 1 is the first.' })
  line: number;

  @Field(() => String, { nullable: true, description: 'The column, by its header; null for the row as a whole.' })
  column: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the service in that row, if any.' })
  serviceCode: string | null;

  @Field(() => UserError, { description: 'What is wrong; `path` is the field of SaveServiceItemInput.' })
  error: UserError;
}

@ObjectType({ description: 'The answer of importServiceItems: what was done, or would be.' })
export class ImportServiceItemsPayload {
  @Field(() => Boolean, { description: 'Whether the good rows were written.' })
  written: boolean;

  @Field(() => Int, { description: 'How many versions are new.' })
  added: number;

  @Field(() => Int, { description: 'How many versions change.' })
  changed: number;

  @Field(() => Int, { description: 'How many stand so already.' })
  unchanged: number;

  @Field(() => Int, { description: 'How many rows were refused.' })
  refused: number;

  @Field(() => [RefusedRowType], { description: 'Each fault of each refused row, in the order of the file.' })
  refusedRows: RefusedRowType[];

  @Field(() => [UserError], { description: 'Why the file as a whole cannot be read; empty when it can.' })
  errors: UserError[];
}
