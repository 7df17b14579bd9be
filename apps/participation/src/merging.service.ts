import { type Refusal, accepted, refusal, refused } from '@charter/contracts';
import type { Deadlines } from '@charter/deadlines';
import { type Person, StaleVersion, isUuid } from '@charter/service';
import { examines, isSeenByAll, maySee } from './domain/access';
import { isUndecided } from './domain/proposals/status';
import { proposalPayload } from './event-payload';
import type { Thresholds } from './thresholds';
import { type Handled, type ProposalDesk, closeDeadlines } from './proposal-desk';

/** How many are merged in one step. */
const MOST = 20;

const wrongCount = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    `1개 이상 ${MOST}개 이하의 제안을 골라 주십시오.`,
    `Please choose 1 to ${MOST} proposals.`,
    'proposalIds',
  );
const intoItself = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '제안을 자기 자신에 병합할 수 없습니다.',
    'A proposal cannot be merged into itself.',
    'intoId',
  );
const intoMerged = (id: string): Refusal =>
  refusal(
    'INVALID_STATE',
    `병합될 제안이 이미 다른 제안(${id})에 병합되었습니다. 그 제안에 병합해 주십시오.`,
    `The proposal to merge into was merged into another itself (${id}): please merge into that one.`,
    'intoId',
  );
const intoDecided = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '이미 결정된 제안에는 병합할 수 없습니다.',
    'A proposal that is decided takes no more.',
    'intoId',
  );

const intoUnseen = (): Refusal =>
  refusal(
    'INVALID_STATE',
    '공개되지 않은 제안에는 병합할 수 없습니다. 공감한 시민들이 볼 수 없게 됩니다.',
    'A proposal that not everybody sees takes no others: those who endorse them could not see it.',
    'intoId',
  );

/** Merging proposals that say the same: what was endorsed is kept, each endorser counted once. */
export class MergingService {
  private readonly deadlines: Deadlines;

  constructor(
    private readonly desk: ProposalDesk,
    private readonly thresholds: Thresholds,
  ) {
    this.deadlines = desk.parts.deadlines;
  }

  /** All or none. Both ends are locked in one order, so that two who merge into each other at once make no circle. */
  async merge(
    intoId: string,
    fromIds: readonly string[],
    reason: string,
    version: number | null,
    by: Person,
  ): Promise<Handled> {
    const { dataSource, proposals, endorsements } = this.desk.parts;
    const ids = [...new Set(fromIds)];
    if (ids.length < 1 || ids.length > MOST) return refused(wrongCount());
    if (ids.includes(intoId)) return refused(intoItself());
    if (![intoId, ...ids].every(isUuid)) return 'NOT_FOUND';
    const refusal = new MergeRefused();
    try {
      return await dataSource.transaction(async (tx): Promise<Handled> => {
        const locked = await proposals.lockAll(tx, [intoId, ...ids]);
        const into = locked.get(intoId);
        if (!into || !maySee(by, into)) return 'NOT_FOUND';
        if (!examines(by, into)) return 'FORBIDDEN'; // what it brings over may start that department's duty to answer
        if (version !== null && version !== into.version) throw new StaleVersion();
        if (into.status === 'MERGED') return refused(intoMerged(into.mergedInto!));
        if (!isUndecided(into.status)) return refused(intoDecided());
        if (!isSeenByAll(into)) return refused(intoUnseen());
        for (const id of ids) {
          const from = locked.get(id);
          if (!from) throw refusal.because('NOT_FOUND');
          const call = { version: null, by };
          const handled = await this.desk.handleLocked(tx, from, { type: 'merge', reason }, call, async (step) => {
            await closeDeadlines(step, this.deadlines, 'RESULT', '병합');
            await step.write({ mergedInto: intoId, officerId: step.officerId }, { reason: reason.trim() });
            return [{ type: 'proposal.merged.v1', payload: { ...proposalPayload(from), intoId } }];
          });
          if (handled === 'NOT_FOUND' || handled === 'FORBIDDEN' || !handled.ok) throw refusal.because(handled);
        }
        const endorsementCount = await endorsements.bringOver(tx, ids, into);
        const threshold = await this.thresholds.of(tx, into);
        if (threshold) await this.thresholds.reach(tx, { ...into, endorsementCount }, threshold);
        return accepted(intoId);
      });
    } catch (error) {
      if (error === refusal) return refusal.handled;
      throw error;
    }
  }
}

/** Takes back what a merge has written when one of its proposals cannot be merged. */
class MergeRefused extends Error {
  handled: Handled = 'NOT_FOUND';

  because(handled: Handled): this {
    this.handled = handled;
    return this;
  }
}
