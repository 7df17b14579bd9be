import type { PeriodUnit } from '@charter/calendar';
import type { FactWord } from '@charter/contracts';
import type { StepName } from '../domain/handling';
import { remediesOf } from '../domain/handling/remedies';
import type { ComplaintEntity, ComplaintHistoryEntity } from '../store/complaint.entity';

/** Which step's words go with which notice, and under which name. */
const WORDS_OF: Readonly<Record<string, readonly [word: FactWord, ...steps: StepName[]]>> = {
  'complaint.supplement-requested.v1': ['supplement', 'requestSupplement'],
  'complaint.supplement-due-soon.v1': ['supplement', 'requestSupplement'],
  'complaint.supplement-overdue.v1': ['supplement', 'requestSupplement'],
  'complaint.supplement-extended.v1': ['supplement', 'requestSupplement'],
  'complaint.moved.v1': ['reason', 'move'],
  'complaint.transferred.v1': ['reason', 'transfer'],
  'complaint.returned.v1': ['reason', 'return'],
  'complaint.suspended.v1': ['reason', 'suspend', 'extendSuspension'],
  'complaint.resumed.v1': ['result', 'resume'],
  'complaint.extended.v1': ['reason', 'extend', 'propose'],
  'complaint.extension-proposed.v1': ['reason', 'propose'],
  'complaint.interim-reported.v1': ['progress', 'reportInterim'],
  'complaint.rejected.v1': ['reason', 'reject'],
  'complaint.closed-as-repeat.v1': ['reason', 'closeRepeated'],
  'complaint.converted.v1': ['reason', 'convert'],
  'complaint.reopened.v1': ['reason', 'reopen'],
};

/**
 * The words of the office that a notice carries: of the last time that its step was taken.
 * @param unit of the law's period, in which an extension is counted
 */
export function wordsOf(
  eventType: string,
  complaint: ComplaintEntity,
  lines: readonly ComplaintHistoryEntity[],
  unit: PeriodUnit,
): Partial<Record<FactWord, string>> {
  const [word, ...steps]: readonly [FactWord?, ...StepName[]] = WORDS_OF[eventType] ?? [];
  const said = lines.filter((line) => steps.includes(line.step)).at(-1)?.reason;
  const ways = remediesOf(complaint.kind);
  return {
    ...(word && said && { [word]: said }),
    ...(eventType === 'complaint.transferred.v1' && { transferredTo: complaint.transferredTo! }),
    ...(eventType === 'complaint.extension-proposed.v1' &&
      complaint.proposedExtension !== null && {
        ...{ extensionLength: String(complaint.proposedExtension), extensionUnit: unit },
      }),
    ...(eventType === 'complaint.rejected.v1' && {
      remediesKo: ways.map(({ ko }) => ko).join('\n'),
      remediesEn: ways.map(({ en }) => en).join('\n'),
    }),
  };
}
