/**
 * How long anybody may be given this answer, by its `Cache-Control` (RFC 9111, 5.2.2).
 * @returns seconds; undefined unless the subgraph says in so many words that the answer is the same for everybody
 */
export function publicAge(header: string | readonly string[] | undefined): number | undefined {
  if (header === undefined) return undefined;
  const words = String(header)
    .toLowerCase()
    .split(',')
    .map((word) => word.trim());
  if (!words.includes('public')) return undefined;
  if (words.some((word) => /^(private|no-store|no-cache)\b/.test(word))) return undefined;
  const age = words.map((word) => /^max-age=(\d{1,9})$/.exec(word)?.[1]).find(Boolean);
  return Number(age) || undefined;
}
