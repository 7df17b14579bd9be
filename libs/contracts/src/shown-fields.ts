import { z } from 'zod';
import { type EventType, events } from './events';
import { code } from './fields';

/** Why the value of a field is not shown. PERSON: it names somebody. TEXT: words, which can say anything. BROKEN: it does not keep the contract. */
export const WITHHELD = ['PERSON', 'TEXT', 'BROKEN'] as const;
export type Withheld = (typeof WITHHELD)[number];

/** A field of an event's payload, for those who run the platform and handle no case. */
export interface ShownField {
  readonly name: string;
  /** Null when it is withheld, and where the payload has nothing. */
  readonly value: string | null;
  readonly withheld: Withheld | null;
}

/** The ids that name a thing. Whatever else is an id names somebody, until it is written down here. */
const THINGS: ReadonlySet<string> = new Set([
  ...['complaintId', 'objectionId', 'consultationId', 'deadlineId', 'successionId', 'claimId', 'letterId'],
  ...['surveyId', 'invitationId', 'campaignId', 'proposalId', 'intoId', 'commentId', 'contestId', 'entryId'],
  ...['improvementId', 'recruitmentId', 'missionId', 'reportId', 'requestId'],
]);

/** A code that is one: a contract would take any short word, also a name. */
const CODE = /^[A-Z][A-Z\d_-]*$/;

const isType = (type: string): type is EventType => Object.hasOwn(events, type);

/** What stands within `nullable` and `optional`. */
function within(schema: unknown): unknown {
  return schema instanceof z.ZodNullable || schema instanceof z.ZodOptional ? within(schema.unwrap()) : schema;
}

function reasonToWithhold(name: string, schema: unknown, value: unknown): Withheld | null {
  const kind = within(schema);
  if (kind instanceof z.ZodUUID) return THINGS.has(name) ? null : 'PERSON';
  if (kind === code) return CODE.test(value as string) ? null : 'TEXT';
  if (kind instanceof z.ZodArray)
    return (value as unknown[]).map((one) => reasonToWithhold(name, kind.element, one)).find(Boolean) ?? null;
  const tellsNothingElse =
    kind instanceof z.ZodISODateTime ||
    kind instanceof z.ZodISODate ||
    kind instanceof z.ZodEnum ||
    kind instanceof z.ZodNumber ||
    kind instanceof z.ZodBoolean;
  return tellsNothingElse ? null : 'TEXT';
}

/**
 * The payload of an event as administrators may read it, who see no personal data and no case: an allow-list. Only fields that its
 * contract names; of these only things' ids, codes, moments, days, numbers, and words out of a fixed list. A field that is new to the
 * contract is withheld unless it is one of those.
 * @param type a type that is none has no fields
 */
export function shownFields(type: string, payload: unknown): ShownField[] {
  if (!isType(type)) return [];
  const values = z.record(z.string(), z.unknown()).safeParse(payload).data ?? {};
  return Object.entries(events[type].shape).map(([name, schema]: [string, z.ZodType]) => {
    const parsed = schema.safeParse(values[name]);
    if (!parsed.success) return { name, value: null, withheld: 'BROKEN' };
    if (parsed.data === null || parsed.data === undefined) return { name, value: null, withheld: null };
    const withheld = reasonToWithhold(name, schema, parsed.data);
    return { name, value: withheld ? null : String(parsed.data), withheld };
  });
}
