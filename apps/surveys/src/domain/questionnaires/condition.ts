import { z } from 'zod';

/** What is asked of an earlier answer. A question that was not answered passes no test. */
export type Operator = 'ANSWERED' | 'ONE_OF' | 'NONE_OF' | 'AT_LEAST' | 'AT_MOST';

const code = z.string().max(32);
/** A field that may be left out, or null as clients of GraphQL send it: then it is absent. */
export const given = <T extends z.ZodType>(type: T) =>
  type
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();

const test = z.object({
  question: code,
  operator: z.enum(['ANSWERED', 'ONE_OF', 'NONE_OF', 'AT_LEAST', 'AT_MOST'] satisfies Operator[]),
  /** For ONE_OF and NONE_OF: of a MULTIPLE question one of them is enough to pass, or to fail. */
  options: given(z.array(code).max(50)),
  /** For AT_LEAST and AT_MOST, both included. */
  value: given(z.number()),
});

/** A branch: who answered so. */
export const condition = z.object({ match: z.enum(['ALL', 'ANY']), tests: z.array(test).min(1).max(10) });

export type Test = z.infer<typeof test>;
export type Condition = z.infer<typeof condition>;
