/**
 * Until when begun answers are kept: the last day of the month after the one in which they can be given last, the same for many.
 * @param day YYYY-MM-DD
 */
export function keepUntil(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
}
