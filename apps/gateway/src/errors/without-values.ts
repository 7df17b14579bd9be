const TEXT = '"(?:[^"\\\\]|\\\\.)*"';
const OPENING = ' got invalid value ';
/** graphql-js prints what was given, texts in quotes: a text may hold anything, also what looks like the end. */
const GIVEN = new RegExp(`${OPENING}(?:${TEXT}|[^"])*?(?=(?: at "[^"]*")?; )`, 's');
/** A scalar repeats the value at the end of what it says; an enum in the middle, in quotes, but with quotes in it as they are. */
const REPEATED: readonly (readonly [RegExp, string])[] = [
  [/( cannot represent [^:]*):.*$/s, '$1.'],
  [/; Value ".*" does not exist in ("\w+" enum\.)/s, '; The value does not exist in $1'],
];
/**
 * Letters of a message that is looked through. Whoever writes the value also writes what the patterns look for, and each may then be
 * tried from every place to the end: a value of 250 kB would keep the process busy for minutes.
 */
const LONGEST = 1_000;

/**
 * What graphql-js says of a variable that does not fit, without the value: what somebody wrote into a form has no business in
 * the error reports of a site. Names of fields and types stay, unless the value is too long to be looked through.
 * @param message as it came; any other message is left as it is
 */
export function withoutValues(message: string): string {
  if (!message.includes(OPENING)) return message;
  if (message.length > LONGEST)
    return `${/^Variable "\$\w{1,80}"/.exec(message)?.[0] ?? 'A variable'} got an invalid value.`;
  if (!GIVEN.test(message)) return message;
  const shorter = message.replace(GIVEN, ' got an invalid value');
  return REPEATED.reduce((text, [found, instead]) => text.replace(found, instead), shorter);
}
