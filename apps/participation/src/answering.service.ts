import { type Deadlines, granted } from '@charter/deadlines';
import type { Person } from '@charter/service';
import { ANSWER } from './domain/deadline-kinds';
import { proposalPayload } from './event-payload';
import { type Handled, type ProposalDesk } from './proposal-desk';

/** What a department owes when enough citizens endorse a proposal: an answer of its own, whatever the examination says. */
export class AnsweringService {
  private readonly deadlines: Deadlines;

  constructor(private readonly desk: ProposalDesk) {
    this.deadlines = desk.parts.deadlines;
  }

  answer(id: string, text: string, version: number | null, by: Person): Promise<Handled> {
    return this.desk.handle({ type: 'answer', text }, { id, version, by }, async (step) => {
      const { tx, proposal, act, now, open, officerId, write } = step;
      for (const each of open) if (each.kind === ANSWER) granted(await this.deadlines.meet(tx, each.id, act));
      await write({ officerId, answer: text.trim(), answeredAt: now }, { reason: text.trim() });
      return [{ type: 'proposal.answered.v1', payload: proposalPayload({ ...proposal, officerId }) }];
    });
  }
}
