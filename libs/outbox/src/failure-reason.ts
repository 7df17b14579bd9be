import { QueryFailedError } from 'typeorm';
import { ZodError } from 'zod';

const LONGEST = 500;

/** Control characters (PostgreSQL refuses NUL), e-mail addresses, and digits as they stand in telephone and registration numbers. Ids (hexadecimal with letters) stay. */
const mask = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+/g, '[e-mail]')
    .replace(/(?<![\w-])\+?\d{2,6}[- .]?\d{3,4}[- .]?\d{4,7}(?![\w-])/g, '[number]');

function ofQuery(error: QueryFailedError): string {
  const code: unknown = (error.driverError as { code?: unknown } | undefined)?.code;
  // PostgreSQL quotes names and values alike; only its data exceptions (class 22) and those after a colon are values.
  const values = typeof code === 'string' && code.startsWith('22') ? /"[^]*"/g : /(?<=: )"[^]*"/g;
  return `${code ?? 'no code'}: ${error.message.replace(values, '"…"')}`;
}

const ofContract = (error: ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('.') || 'envelope'}: ${issue.message}`).join('; ');

/**
 * Why it failed, fit for a table that administrators read: the error's class and message without statement, parameters and
 * stack. The values that PostgreSQL repeats, e-mail addresses and long numbers are masked.
 */
export function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return `A ${typeof error} was thrown.`;
  const message =
    error instanceof QueryFailedError ? ofQuery(error) : error instanceof ZodError ? ofContract(error) : error.message;
  return mask(`${error.name}: ${message}`).slice(0, LONGEST);
}
