import { randomUUID } from 'node:crypto';
import type { Answer, RunningStack } from '../running-stack';
import type { UserError } from '../story';
import { Filler, readApi } from './filler';
import { Marks } from './marks';

export interface Result {
  readonly errors: readonly (UserError & { readonly message: string })[];
  /** What was made or changed, by the name that the payload gives it. */
  readonly [made: string]: unknown;
}

interface Refusal {
  readonly mutation: string;
  /** The errors of the answer and of the payload, as JSON. */
  readonly faults: string;
  readonly isRefused: boolean;
}

/** Files mutations whose every text is marked, and remembers what came of them. */
export class Clerk {
  readonly marks = new Marks();
  readonly filler = new Filler(readApi(), this.marks);
  /** The mutations that were carried out. */
  readonly done = new Set<string>();
  /** What whoever filed something was told of what was wrong with it. */
  readonly refusals: Refusal[] = [];

  constructor(private readonly running: () => RunningStack) {}

  /** Somebody who has never been here. */
  async newcomer(role = 'CITIZEN', department?: string): Promise<{ readonly id: string; readonly token: string }> {
    const id = randomUUID();
    return { id, token: await this.running().token(id, [role], 1_800, department) };
  }

  /** Files a mutation, whatever comes of it. */
  tries(token: string, mutation: string, given: object = {}): Promise<Answer<{ result: Result | null }>> {
    return this.files(token, mutation, this.filler.input(mutation, given as Record<string, unknown>));
  }

  /** The same with an input that is written already. */
  async files(token: string, mutation: string, input: object): Promise<Answer<{ result: Result | null }>> {
    const answer = await this.running().askWith<{ result: Result | null }>(token, this.filler.operation(mutation), {
      input,
    });
    const faults = JSON.stringify([answer.errors, answer.data?.result?.errors]);
    this.refusals.push({
      mutation,
      faults,
      isRefused: Boolean(answer.errors) || (answer.data?.result?.errors.length ?? 0) > 0,
    });
    return answer;
  }

  /** One that has to be carried out. @returns the id of what the payload calls so. @throws with what was answered */
  async does(token: string, mutation: string, made: string, given: object = {}): Promise<string> {
    const { data, errors } = await this.tries(token, mutation, given);
    const result = data?.result;
    if (errors || !result || result.errors.length > 0)
      throw new Error(`${mutation}: ${JSON.stringify(errors ?? result?.errors)}`);
    this.done.add(mutation);
    const found = result[made];
    return typeof found === 'string' ? found : ((found as { id?: string } | null)?.id ?? '');
  }
}
