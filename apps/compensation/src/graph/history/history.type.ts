import { Field, ID, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '@charter/service';
import type { Break } from '../../domain/history/chain';

const BreakEnum = graphEnum(
  'CompensationHistoryBreak',
  'What does not fit of a claim’s history.',
  ['LINE_CHANGED', 'LINE_MISSING', 'END_MISSING', 'STATUS_DIFFERS'] as const satisfies readonly Break[],
  {
    LINE_CHANGED: { description: 'The line is not as it was written, or does not follow the one before (변경됨).' },
    LINE_MISSING: { description: 'A line in the middle is gone (중간 누락).' },
    END_MISSING: { description: 'The last steps of the claim have no line, or there are more than steps (끝 누락).' },
    STATUS_DIFFERS: { description: 'The claim stands where no line led it (상태 불일치).' },
  },
);

@ObjectType('CompensationBrokenLink', { description: 'Where the history of a claim does not fit.' })
class BrokenLinkType {
  @Field(() => ID, { description: 'The claim, by id.' })
  claimId: string;

  @Field(() => Int, { description: 'The first line that does not fit, from 1.' })
  seq: number;

  @Field(() => BreakEnum, { description: 'What does not fit.' })
  why: Break;
}

@ObjectType('CompensationHistoryAudit', { description: 'What came of computing the histories of all claims again.' })
export class HistoryAuditType {
  @Field(() => Int, { description: 'How many claims were looked at.' })
  claims: number;

  @Field(() => Int, { description: 'How many lines of history.' })
  lines: number;

  @Field(() => Int, { description: 'How many claims have a history that does not fit.' })
  broken: number;

  @Field(() => BrokenLinkType, {
    nullable: true,
    description: 'The first link that does not fit, of the oldest such claim; null when all fit.',
  })
  firstBroken: BrokenLinkType | null;
}
