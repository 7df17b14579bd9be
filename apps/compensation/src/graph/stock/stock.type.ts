import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Money } from '@charter/service';
import type { Pieces, StockForm } from '../../domain/stock/stock';
import type { Handout, Stock } from '../../store/stock/stock.store';
import { StockFormEnum } from '../enums';

@ObjectType('StockFigure', { description: 'A part of a stock.' })
export class StockFigureType {
  @Field(() => Money, { description: 'At face value.' })
  amount: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many pieces; null for local currency, which is charged to the won.',
  })
  pieces: number | null;
}

@ObjectType('CompensationStock', {
  description: 'What a department has of gift certificates of one face value, or of local currency (재고).',
})
export class StockType {
  @Field(() => StockFormEnum, { description: 'What it is.' })
  form: StockForm;

  @Field(() => Money, { description: 'What one piece is worth; 1 for local currency.' })
  faceValue: number;

  @Field(() => StockFigureType, { description: 'What was received, without what was written off.' })
  received: StockFigureType;

  @Field(() => StockFigureType, { description: 'What is left for further approvals.' })
  inStock: StockFigureType;

  @Field(() => StockFigureType, { description: 'What is set aside for approved claims.' })
  setAside: StockFigureType;

  @Field(() => StockFigureType, { description: 'What citizens have.' })
  handedOut: StockFigureType;

  departmentCode: string;
}

/** An allow-list. */
export function toStockType({ departmentCode, form, faceValue, balances }: Stock): StockType {
  const figure = (amount: number): StockFigureType => ({
    amount,
    pieces: form === 'LOCAL_CURRENCY' ? null : amount / faceValue,
  });
  return {
    ...{ departmentCode, form, faceValue, received: figure(balances.SUPPLY), inStock: figure(balances.IN_STOCK) },
    ...{ setAside: figure(balances.SET_ASIDE), handedOut: figure(balances.HANDED_OUT) },
  };
}

@ObjectType('StockPieces', { description: 'So many pieces of one face value.' })
export class StockPiecesType implements Pieces {
  @Field(() => Money, { description: 'What one piece is worth; 1 for local currency.' })
  faceValue: number;

  @Field(() => Int, { description: 'How many; for local currency, the amount.' })
  pieces: number;
}

@ObjectType('HandoutPiece', { description: 'A certificate, or the card or wallet that was charged.' })
export class HandoutPieceType {
  @Field(() => Money, { description: 'What it is worth; of a charge, the whole amount.' })
  faceValue: number;

  @Field(() => String, { description: 'The last four characters of its number.' })
  masked: string;
}

@ObjectType('CompensationHandout', { description: 'What was handed over for a claim (교부).' })
export class HandoutType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => StockFormEnum, { description: 'What it is.' })
  form: StockForm;

  @Field(() => Money, { description: 'What it is worth.' })
  amount: number;

  @Field(() => DateTime, { description: 'When it was handed over, or charged.' })
  handedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back; null while the citizen has it.' })
  takenBackAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  takenBackWhy: string | null;

  @Field(() => [HandoutPieceType], { description: 'What it consists of.' })
  pieces: HandoutPieceType[];

  handedBy: string;
  departmentCode: string;
}

/** An allow-list: whole numbers never leave the service. */
export const toHandoutType = (handout: Handout, departmentCode: string): HandoutType => ({
  ...{ id: handout.id, form: handout.form, amount: handout.amount, handedAt: handout.handedAt },
  ...{ takenBackAt: handout.takenBackAt, takenBackWhy: handout.takenBackWhy },
  pieces: handout.pieces.map(({ faceValue, masked }) => ({ faceValue, masked })),
  ...{ handedBy: handout.handedBy, departmentCode },
});
