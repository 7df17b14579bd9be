import { createHash } from 'node:crypto';

/** What looks like chance and is none: the same question always has the same answer. */
export class Chance {
  /** @param seed another number gives other answers throughout */
  constructor(private readonly seed: number) {}

  /** A whole number from 0 to below `below`, for what is asked. */
  number(below: number, ...asked: readonly unknown[]): number {
    const digest = createHash('sha1')
      .update(JSON.stringify([this.seed, ...asked]))
      .digest();
    return digest.readUInt32BE(0) % below;
  }

  /** One of a list that is not empty. */
  one<T>(list: readonly T[], ...asked: readonly unknown[]): T {
    return list[this.number(list.length, ...asked)]!;
  }
}
