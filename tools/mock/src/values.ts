import type { GraphQLEnumType, GraphQLScalarType } from 'graphql';
import type { Chance } from './chance';
import { type Language, wordsFor } from './words';

/** The day around which everything happens: instants lie some days before it, what is due or ends some days after. */
const TODAY = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;
const LATER = /due|until|expires|closes|ends|promised|next|^to$|validTo/i;

/** Whose value is asked for. */
export interface Place {
  readonly type: string;
  readonly key: string;
  readonly field: string;
  readonly args: string;
}

const asked = ({ type, key, field, args }: Place): readonly string[] => [type, key, field, args];

function dayOf(chance: Chance, place: Place): Date {
  const days = chance.number(40, ...asked(place)) + 1;
  return new Date(TODAY + (LATER.test(place.field) ? days : -days) * DAY);
}

function numberOf(chance: Chance, place: Place, isWhole: boolean): number {
  const { field } = place;
  if (/year$/i.test(field)) return 2026;
  if (/latitude$/i.test(field)) return 35 + chance.number(30_000, ...asked(place)) / 100_000;
  if (/longitude$/i.test(field)) return 129 + chance.number(20_000, ...asked(place)) / 100_000;
  if (/version$|revision$|edition$/i.test(field)) return 1 + chance.number(3, ...asked(place));
  if (isWhole) return 1 + chance.number(40, ...asked(place));
  return chance.number(1_000, ...asked(place)) / 1_000;
}

const SCALARS: Readonly<Record<string, (chance: Chance, place: Place, language: Language) => unknown>> = {
  ID: (chance, { field, ...place }) =>
    `${field.replace(/Id$/, '')}-${1 + chance.number(40, ...asked({ ...place, field }))}`,
  String: (chance, place, language) => chance.one(wordsFor(place.type, place.field, language), ...asked(place)),
  Int: (chance, place) => numberOf(chance, place, true),
  Float: (chance, place) => numberOf(chance, place, false),
  Boolean: (chance, place) => chance.number(2, ...asked(place)) === 1,
  Money: (chance, place) => 10_000 * (1 + chance.number(20, ...asked(place))),
  LocalDate: (chance, place) => dayOf(chance, place).toISOString().slice(0, 10),
  DateTime: (chance, place) => {
    const hour = String(9 + chance.number(9, 'hour', ...asked(place))).padStart(2, '0');
    return `${dayOf(chance, place).toISOString().slice(0, 10)}T${hour}:00:00+09:00`;
  },
  ReceiptNumber: (chance, place) => {
    const number = String(1 + chance.number(999_999, ...asked(place))).padStart(6, '0');
    return `2026-${number}-${chance.number(10, 'check', ...asked(place))}`;
  },
};

/**
 * A value that looks like one of the city's.
 * @throws {Error} for a scalar that nobody has taught this: it says where
 */
export function valueOf(
  type: GraphQLScalarType | GraphQLEnumType,
  chance: Chance,
  place: Place,
  language: Language,
): unknown {
  if ('getValues' in type) return chance.one(type.getValues(), ...asked(place)).value;
  const make = SCALARS[type.name];
  if (!make) throw new Error(`The mock has no values for the scalar ${type.name}: add it to ${__filename}.`);
  return make(chance, place, language);
}
