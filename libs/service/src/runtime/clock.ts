/** What tells the moment. Rules take `now` as an argument; services ask a clock, so that tests can move it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
