import type { CommandType } from './command';
import type { Status } from './status';

type From = Readonly<Partial<Record<Status, Status>>>;

const same = (...statuses: readonly Status[]): From => Object.fromEntries(statuses.map((status) => [status, status]));
const to = (next: Status, ...from: readonly Status[]): From => Object.fromEntries(from.map((status) => [status, next]));

const OPEN = ['RECEIVED', 'ASSIGNED', 'SUPPLEMENT_REQUESTED', 'SUSPENDED'] as const;
const AT_WORK = ['RECEIVED', 'ASSIGNED'] as const;

/** From where a command leads where; what is not here is refused. An officer who acts at once takes the complaint on. */
export const TRANSITIONS: Readonly<Record<CommandType, From>> = {
  assign: { ...same('SUPPLEMENT_REQUESTED', 'SUSPENDED'), ...to('ASSIGNED', ...AT_WORK) },
  move: to('RECEIVED', ...AT_WORK),
  transfer: to('TRANSFERRED', ...AT_WORK),
  requestSupplement: to('SUPPLEMENT_REQUESTED', ...AT_WORK, 'SUPPLEMENT_REQUESTED'),
  extendSupplement: same('SUPPLEMENT_REQUESTED'),
  submitSupplement: to('ASSIGNED', 'SUPPLEMENT_REQUESTED'),
  return: to('RETURNED', 'SUPPLEMENT_REQUESTED'),
  suspend: to('SUSPENDED', ...AT_WORK),
  extendSuspension: same('SUSPENDED'),
  resume: to('ASSIGNED', 'SUSPENDED'),
  extend: same(...AT_WORK),
  consent: same(...OPEN),
  reportInterim: same(...OPEN),
  requestInterim: same(...OPEN),
  answer: to('ANSWERED', ...AT_WORK),
  reject: to('REJECTED', ...AT_WORK),
  withdraw: to('WITHDRAWN', ...OPEN),
  closeRepeated: to('CLOSED_AS_REPEAT', ...AT_WORK),
  convert: to('CONVERTED', ...AT_WORK),
  reopen: to('ASSIGNED', 'ANSWERED', 'REJECTED', 'RETURNED', 'CLOSED_AS_REPEAT'),
  giveOpinion: same('ANSWERED', 'REJECTED', 'CLOSED_AS_REPEAT'),
};

/** The commands that cannot be given twice: the status that they lead to says that it was done. */
export const ALREADY: Readonly<Partial<Record<CommandType, Status>>> = {
  answer: 'ANSWERED',
  reject: 'REJECTED',
  withdraw: 'WITHDRAWN',
  transfer: 'TRANSFERRED',
  return: 'RETURNED',
  suspend: 'SUSPENDED',
  closeRepeated: 'CLOSED_AS_REPEAT',
  convert: 'CONVERTED',
};
