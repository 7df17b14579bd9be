const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
/** graphql-js prints what was given, texts in quotes: a text may hold anything, also what looks like the end. */
const GIVEN = new RegExp(` got invalid value (?:${TEXT}|[^"])*?(?=(?: at "[^"]*")?; )`, 's');
/** A scalar repeats the value at the end of what it says; an enum in the middle, in quotes, but with quotes in it as they are. */
const REPEATED: readonly (readonly [RegExp, string])[] = [
  [/( cannot represent [^:]*):.*$/s, '$1.'],
  [/; Value ".*" does not exist in ("\w+" enum\.)/s, '; The value does not exist in $1'],
];

/**
 * What graphql-js says of a variable that does not fit, without the value: what somebody wrote into a form has no business in
 * the error reports of a site. Names of fields and types stay.
 * @param message as it came; any other message is left as it is
 */
export function withoutValues(message: string): string {
  if (!GIVEN.test(message)) return message;
  const shorter = message.replace(GIVEN, ' got an invalid value');
  return REPEATED.reduce((text, [found, instead]) => text.replace(found, instead), shorter);
}
