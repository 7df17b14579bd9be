import type { Readings } from '@charter/personal-data';
import type { Logger } from '../runtime/logger';
import type { Caller } from '../identity/caller';

/** What every resolver gets: who asks, what is shown of other people, and a logger that knows the request. A service adds its loaders. */
export interface RequestContext {
  readonly caller: Caller;
  readonly readings: Readings;
  readonly log: Logger;
}
