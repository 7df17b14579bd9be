import type { CommandType } from './command';
import type { Status } from './status';

type From = Readonly<Partial<Record<Status, Status>>>;

const same = (...statuses: readonly Status[]): From => Object.fromEntries(statuses.map((status) => [status, status]));
const to = (next: Status, ...from: readonly Status[]): From => Object.fromEntries(from.map((status) => [status, next]));

const AT_WORK = ['SUBMITTED', 'UNDER_EXAMINATION'] as const;
const STOPPED = ['SUPPLEMENT_REQUESTED', 'EXPERT_REVIEW'] as const;
const ADOPTED = ['ADOPTED', 'PARTLY_ADOPTED'] as const;

/** From where a command leads where; what is not here is refused. Where `decide` leads is the decision itself. */
export const TRANSITIONS: Readonly<Record<CommandType, From>> = {
  examine: to('UNDER_EXAMINATION', ...AT_WORK, 'SUPPLEMENT_REQUESTED'),
  giveOpinion: same('UNDER_EXAMINATION', ...STOPPED),
  seekExpert: to('EXPERT_REVIEW', 'UNDER_EXAMINATION'),
  recordExpert: to('UNDER_EXAMINATION', 'EXPERT_REVIEW'),
  requestSupplement: to('SUPPLEMENT_REQUESTED', ...AT_WORK),
  submitSupplement: to('UNDER_EXAMINATION', 'SUPPLEMENT_REQUESTED'),
  extendReview: same(...AT_WORK),
  answer: same(...AT_WORK, ...STOPPED),
  decide: same('UNDER_EXAMINATION'),
  exclude: to('EXCLUDED', ...AT_WORK, 'SUPPLEMENT_REQUESTED'),
  withdraw: to('WITHDRAWN', ...AT_WORK, ...STOPPED),
  merge: to('MERGED', ...AT_WORK),
  convert: to('CONVERTED', ...AT_WORK),
  award: same(...ADOPTED, 'IN_PROGRESS', 'IMPLEMENTED'),
  plan: to('IN_PROGRESS', ...ADOPTED),
  report: same('IN_PROGRESS'),
  reReview: to('UNDER_EXAMINATION', 'NOT_ADOPTED'),
};

/** The commands that cannot be given twice: the statuses that say that it was done. */
export const ALREADY: Readonly<Partial<Record<CommandType, readonly Status[]>>> = {
  decide: [...ADOPTED, 'NOT_ADOPTED'],
  exclude: ['EXCLUDED'],
  withdraw: ['WITHDRAWN'],
  merge: ['MERGED'],
  convert: ['CONVERTED'],
  requestSupplement: ['SUPPLEMENT_REQUESTED'],
  seekExpert: ['EXPERT_REVIEW'],
  plan: ['IN_PROGRESS', 'IMPLEMENTED'],
};
