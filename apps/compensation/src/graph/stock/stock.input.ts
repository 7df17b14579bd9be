import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Money, UserError } from '@charter/service';
import type { StockForm } from '../../domain/stock/stock';
import { ClaimStepInput } from '../claim.input';
import { StockFormEnum } from '../enums';
import { StockType } from './stock.type';

/** So many pieces of a department's stock. */
@InputType()
class StockMovementInput {
  @Field(() => String, { description: 'The department, by code.' })
  departmentCode: string;

  @Field(() => StockFormEnum, { description: 'What it is.' })
  form: StockForm;

  @Field(() => Money, { description: 'What one piece is worth; 1 for local currency.' })
  faceValue: number;

  @Field(() => Int, { description: 'How many; for local currency, the amount.' })
  pieces: number;

  @Field(() => String, { description: 'From where, or why: 1 to 1,000 characters.' })
  reason: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Stock that came in.' })
export class ReceiveStockInput extends StockMovementInput {}

@InputType({ description: 'Stock that is there no more: sent back, expired, lost.' })
export class WriteOffStockInput extends StockMovementInput {}

@ObjectType({ description: 'What receiveStock and writeOffStock answer.' })
export class StockPayload {
  @Field(() => StockType, { nullable: true, description: 'The stock as it is now.' })
  stock: StockType | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  errors: UserError[];
}

@InputType({ description: 'Certificates of one face value.' })
export class HandedCertificatesInput {
  @Field(() => Money, { description: 'What each is worth.' })
  faceValue: number;

  @Field(() => [String], { description: 'Their numbers: 4 to 40 letters and digits each, blanks and dashes allowed.' })
  numbers: string[];
}

@InputType({ description: 'What is handed over for an approved claim: exactly what is set aside for it.' })
export class HandOverCompensationInput extends ClaimStepInput {
  @Field(() => [HandedCertificatesInput], {
    nullable: true,
    description: 'For gift certificates: the numbers of each.',
  })
  certificates?: HandedCertificatesInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'For local currency: the number of the card or wallet that was charged. Shown by its last four characters alone.',
  })
  wallet?: string | null;
}

@InputType({ description: 'A handout that comes back.' })
export class TakeBackHandoutInput extends ClaimStepInput {
  @Field(() => String, { description: 'Why: 1 to 1,000 characters; the citizen reads it.' })
  reason: string;
}
