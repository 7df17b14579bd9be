import type { IncomingHttpHeaders } from 'node:http';

/** `x-charter-explain: cost` asks for the cost of a request in `extensions.cost` of its answer. */
export const EXPLAIN_HEADER = 'x-charter-explain';

/** Whether a request asks for its cost. */
export const asksForCost = ({ [EXPLAIN_HEADER]: asked }: IncomingHttpHeaders): boolean => asked === 'cost';
