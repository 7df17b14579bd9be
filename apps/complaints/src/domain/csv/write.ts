/** Excel reads UTF-8 only with it. */
export const BOM = '\uFEFF';

/** What a spreadsheet takes for a formula, however many apostrophes stand before it. */
const FORMULA = /^'*[=+\-@\t\r]/;
const HIDDEN = /^'+[=+\-@\t\r]/;

/** A text that no spreadsheet runs as a formula: an apostrophe before it says that it is text. */
export const neutralised = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text as it was before `neutralised`. */
export const restored = (text: string): string => (HIDDEN.test(text) ? text.slice(1) : text);

const cell = (value: string | number | null): string => {
  const text = typeof value === 'string' ? neutralised(value) : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A line of a CSV file (RFC 4180), with its end. */
export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(cell).join(',')}\r\n`;
