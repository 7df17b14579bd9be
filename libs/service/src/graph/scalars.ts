import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const invalid = (type: string, expected: string): GraphQLError =>
  new GraphQLError(`${type} must be ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });

const literal = (type: string, expected: string, parse: (value: unknown) => unknown) => (node: ValueNode) => {
  if (node.kind === Kind.STRING) return parse(node.value);
  if (node.kind === Kind.INT) return parse(Number(node.value));
  throw invalid(type, expected);
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const INSTANT_TEXT = 'an RFC 3339 instant with an offset, such as 2026-11-23T10:00:00+09:00';

const parseInstant = (value: unknown): Date => {
  if (typeof value !== 'string' || !INSTANT.test(value) || Number.isNaN(Date.parse(value)))
    throw invalid('DateTime', INSTANT_TEXT);
  return new Date(value);
};

const HOUR = 3_600_000;

/** An instant as the people of the city read it: in Korean time, which has had one offset since 1988. */
export const inSeoul = (instant: Date): string =>
  new Date(instant.getTime() + 9 * HOUR).toISOString().replace(/(\.000)?Z$/, '+09:00');

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339, answered in Asia/Seoul: 2026-11-23T10:00:00+09:00.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  parseValue: parseInstant,
  parseLiteral: literal('DateTime', INSTANT_TEXT, parseInstant) as (node: ValueNode) => Date,
  serialize: (value) => inSeoul(value instanceof Date ? value : new Date(value as string)),
});

const DAY_TEXT = 'a day, such as 2026-11-23';

const parseDay = (value: unknown): string => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) throw invalid('LocalDate', DAY_TEXT);
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) throw invalid('LocalDate', DAY_TEXT);
  return value;
};

export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A day in Asia/Seoul: 2026-11-23.',
  parseValue: parseDay,
  parseLiteral: literal('LocalDate', DAY_TEXT, parseDay) as (node: ValueNode) => string,
  serialize: parseDay,
});

const MONEY_TEXT = 'a whole number of KRW from 0 to 9007199254740991';

const parseMoney = (value: unknown): number => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) throw invalid('Money', MONEY_TEXT);
  return value;
};

export const Money = new GraphQLScalarType<number, number>({
  name: 'Money',
  description: 'An amount in Korean won (KRW), a whole number.',
  parseValue: parseMoney,
  parseLiteral: literal('Money', MONEY_TEXT, parseMoney) as (node: ValueNode) => number,
  serialize: (value) => parseMoney(Number(value)),
});

const RECEIPT_TEXT = 'a receipt number, such as 2026-000123-4';

const parseReceipt = (value: unknown): string => {
  if (typeof value !== 'string' || !/^\d{4}-\d{6,9}-[0-9A-Z]$/.test(value.trim().toUpperCase()))
    throw invalid('ReceiptNumber', RECEIPT_TEXT);
  return value.trim().toUpperCase();
};

export const ReceiptNumber = new GraphQLScalarType<string, string>({
  name: 'ReceiptNumber',
  description: 'The number of a complaint (접수번호): year, running number, check character. 2026-000123-4',
  parseValue: parseReceipt,
  parseLiteral: literal('ReceiptNumber', RECEIPT_TEXT, parseReceipt) as (node: ValueNode) => string,
  serialize: (value) => String(value),
});
