import type { DataSource } from 'typeorm';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import type { Clock, Person } from '@charter/service';
import { decideReview } from './domain/access-log/review';
import type { AccessLogStore, ReviewMonth } from './store/access-log/access-log.store';

export interface AccessReviewParts {
  readonly dataSource: DataSource;
  readonly log: AccessLogStore;
  readonly clock: Clock;
}

/** The monthly look through the access log. */
export class AccessReviewService {
  constructor(private readonly parts: AccessReviewParts) {}

  /** Marks the readings of a month as reviewed. */
  async review(month: string, remark: string, by: Person): Promise<Outcome<ReviewMonth>> {
    const { dataSource, log, clock } = this.parts;
    const now = clock.now();
    return dataSource.transaction(async (tx) => {
      const [found] = await log.months(tx, month);
      const decided = decideReview(remark, { month, reviewedAt: found?.review?.reviewedAt ?? null }, now);
      if (!decided.ok) return decided;
      const review = { month, reviewedBy: by.id, reviewedAt: now, remark: decided.value.remark };
      if (!(await log.review(tx, review)))
        return refused(refusal('ALREADY_DONE', '이미 점검한 달입니다.', 'This month was reviewed already.', 'month'));
      return accepted({ ...(found ?? { month, readings: 0, readers: 0, reveals: 0 }), review });
    });
  }
}
