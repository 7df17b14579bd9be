import { randomUUID } from 'node:crypto';
import { localDate } from '@charter/calendar';
import type { Filler } from './filler';
import type { Arguments } from './views';

const FORTY_DAYS_MS = 40 * 86_400_000;
/** Arguments that a look gives though it need not. */
const WELCOME = ['first'];

/**
 * What root queries want to be told, made up where nothing depends on it.
 * @param idOf the id of what a query is about
 */
export function argumentsFor(filler: Filler, idOf: (query: string) => string): Arguments {
  const today = localDate(new Date());
  const period = { from: today, to: today };
  const values: Readonly<Record<string, unknown>> = {
    ...{
      first: 10,
      year: Number(today.slice(0, 4)),
      from: today,
      to: today,
      month: localDate(new Date(Date.now() - FORTY_DAYS_MS)),
      period,
    },
    ...{ departmentCode: 'ROADS', code: 'ROADS', queue: 'complaints-conversions', token: randomUUID() },
    ...{ text: '도로점용', title: '도로점용', body: '도로점용', number: '1', crossTables: [] },
    ...{ receivedAt: new Date().toISOString() },
    ...{ key: 'complaint.filed', language: 'KO' },
    ...{ groupBy: 'DEPARTMENT', form: 'GIFT_CERTIFICATE' },
  };
  return (query, { name, type }) => {
    const isWanted = String(type).endsWith('!');
    if (!isWanted && !WELCOME.includes(name)) return undefined;
    if (query === 'deadLetter') return `${randomUUID()}.complaints-conversions`; // an event's id, and who could not take it
    if (name === 'id' || name.endsWith('Id')) return idOf(query);
    if (name === 'rule') return filler.input('saveRule', { code: 'X', nameKo: 'X', nameEn: 'X', validFrom: today });
    if (query === 'deadlinePreview' && name === 'period') return { unit: 'DAYS', length: 3 };
    return values[name];
  };
}
