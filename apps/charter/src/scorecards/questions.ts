import { z } from 'zod';
import type { Owner } from '../domain/scorecards/answers';

/** A field of the public graph that another service adds to departments or standards, as this service asks for it. */
interface Question {
  /** What is asked of each department and each standard. */
  readonly departments: string;
  readonly standards?: string;
}

/** What is asked of the owners: the same fields that everybody reads, resolved by the same code. */
export const QUESTIONS: Readonly<Record<Owner, Question>> = {
  complaints: {
    departments: `complaintPerformance(period: $period) { received closed inTime openLate charterInTime charterOpenLate medianHours }
      objectionPerformance(period: $period) { decided upheld }`,
  },
  surveys: {
    departments: 'satisfaction(period: $period) { n suppressed score method }',
    standards: 'satisfaction(period: $period) { source score method n closedAt }',
  },
  participation: {
    departments: `proposalPerformance(period: $period) { received decided adopted partlyAdopted closed inTime openLate }
      monitoringPerformance(period: $period) { kept notKept }`,
    standards: 'monitoring(period: $period) { kept notKept }',
  },
  compensation: { departments: 'compensationPaid(period: $period) { count amount }' },
};

/** The query with which an owner is asked, as the gateway would: by the keys of departments and standards. */
export function queryOf(owner: Owner): string {
  const { departments, standards } = QUESTIONS[owner];
  const of = (name: string, type: string, fields: string): string =>
    `${name}: _entities(representations: $${name}) { ... on ${type} { code ${fields} } }`;
  return `query Scorecard($departments: [_Any!]!, ${standards ? '$standards: [_Any!]!, ' : ''}$period: PeriodInput!) {
    ${of('departments', 'Department', departments)}
    ${standards ? of('standards', 'Standard', standards) : ''}
  }`;
}

const count = z.int().min(0);
const code = z.string();
const none = z
  .undefined()
  .optional()
  .transform(() => [] as never[]);

/** What each owner answers. A field without an answer is no answer at all: nothing is taken for zero. */
export const ANSWERS = {
  complaints: z.object({
    departments: z.array(
      z
        .object({
          code,
          complaintPerformance: z.object({
            ...{ received: count, closed: count, inTime: count, openLate: count },
            ...{ charterInTime: count, charterOpenLate: count, medianHours: z.number().nullable() },
          }),
          objectionPerformance: z.object({ decided: count, upheld: count }),
        })
        .transform(({ code: of, complaintPerformance, objectionPerformance: { decided, upheld } }) => ({
          code: of,
          ...complaintPerformance,
          ...{ objectionsDecided: decided, objectionsUpheld: upheld },
        })),
    ),
    standards: none,
  }),
  surveys: z.object({
    departments: z.array(
      z
        .object({
          code,
          satisfaction: z.object({
            ...{ n: count, suppressed: z.boolean(), score: z.number().nullable(), method: z.string() },
          }),
        })
        .transform(({ code: of, satisfaction }) => ({ code: of, ...satisfaction })),
    ),
    standards: z.array(
      z
        .object({
          code,
          satisfaction: z.array(
            z.object({
              source: z.enum(['YEARLY_SURVEY', 'STANDING_SURVEY']),
              ...{ score: z.number(), method: z.string(), n: count, closedAt: z.string().transform(toUtc).nullable() },
            }),
          ),
        })
        .transform(({ code: of, satisfaction }) => ({ code: of, scores: satisfaction })),
    ),
  }),
  participation: z.object({
    departments: z.array(
      z
        .object({
          code,
          proposalPerformance: z.object({
            ...{ received: count, decided: count, adopted: count, partlyAdopted: count },
            ...{ closed: count, inTime: count, openLate: count },
          }),
          monitoringPerformance: z.object({ kept: count, notKept: count }),
        })
        .transform(({ code: of, proposalPerformance: { partlyAdopted, ...proposals }, monitoringPerformance }) => ({
          ...{ code: of, ...proposals, adopted: proposals.adopted + partlyAdopted },
          ...monitoringPerformance,
        })),
    ),
    standards: z.array(
      z
        .object({ code, monitoring: z.object({ kept: count, notKept: count }) })
        .transform(({ code: of, monitoring }) => ({ code: of, ...monitoring })),
    ),
  }),
  compensation: z.object({
    departments: z.array(
      z
        .object({ code, compensationPaid: z.object({ count, amount: count }) })
        .transform(({ code: of, compensationPaid }) => ({ code: of, ...compensationPaid })),
    ),
    standards: none,
  }),
} as const;

/** Instants compare as text once they are in one zone. */
function toUtc(instant: string): string {
  return new Date(instant).toISOString();
}
