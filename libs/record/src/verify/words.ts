import type { Fault } from './judge';
import type { Broken, Verdict } from './verdict';

const SAYS: Readonly<Record<Fault, string>> = {
  CHANGED: 'the row is not as it was written',
  REMOVED: 'the row is gone, and nothing says that it was to go',
  CAME_BACK: 'the row was removed and is there again',
  RECORDED_TWICE: 'the row was written a second time',
  NEVER_RECORDED: 'the row was written past the record',
  LINK_CHANGED: 'the link itself was changed',
  LINK_REMOVED: 'a link is gone',
  END_CUT_OFF: 'the chain does not contain the head that was kept',
};

const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Where it stands, and what is wrong there. */
function sentence({ fault, seq, table, row }: Broken): string {
  const where = [
    ...(seq === null ? [] : [`link ${seq}`]),
    ...(table === null ? [] : [`row ${row} of ${table}`]),
    ...(seq === null && fault !== 'NEVER_RECORDED' ? ['not linked yet'] : []),
  ];
  return `${where.join(', ')}: ${SAYS[fault]}`;
}

/** A verdict in words for whoever asked, a line for each thing to know. */
export function verdictInWords(of: string, verdict: Verdict): string[] {
  const { links, holding, waiting, erasures, removals, broken, first, head } = verdict;
  const more = [
    ...(waiting ? [`${count(waiting, 'entry waits', 'entries wait')} to be linked`] : []),
    ...(erasures ? [count(erasures, 'erasure', 'erasures')] : []),
    ...(removals ? [count(removals, 'removal', 'removals')] : []),
  ];
  const held = [`${of}: ${holding.toLocaleString('en')} of ${count(links, 'link holds', 'links hold')}`, ...more].join(
    ', ',
  );
  return [
    `${held}.`,
    ...(first ? [`${of}: BROKEN in ${count(broken, 'place', 'places')}. The first: ${sentence(first)}.`] : []),
    // The head of a chain that does not hold proves nothing.
    ...(head && !first ? [`${of}: keep this head elsewhere: ${head.seq}:${head.hash}`] : []),
  ];
}
