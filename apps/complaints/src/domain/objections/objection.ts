import { type Message, type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';

/** On what an objection rests: the law's (민원 처리에 관한 법률 제35조), or the charter's. */
export const BASES = ['STATUTORY', 'CHARTER'] as const;
export type Basis = (typeof BASES)[number];

export const OBJECTION_STATUSES = ['FILED', 'ASSIGNED', 'UPHELD', 'DISMISSED', 'WITHDRAWN'] as const;
export type ObjectionStatus = (typeof OBJECTION_STATUSES)[number];

export type ObjectionCommand =
  | { readonly type: 'assign'; readonly handlerId: string }
  | { readonly type: 'decide'; readonly upheld: boolean; readonly reason: string; readonly deciderId: string }
  | { readonly type: 'extend'; readonly length: number; readonly reason: string; readonly extenderId: string }
  | { readonly type: 'withdraw' };

/** In which statuses a command is possible: an objection that was decided or taken back stays so. */
const OPEN: readonly ObjectionStatus[] = ['FILED', 'ASSIGNED'];
export const isPending = (status: ObjectionStatus): boolean => OPEN.includes(status);

/** What of an objection decides what may be done with it. */
export interface ObjectionFacts {
  readonly status: ObjectionStatus;
  readonly handlerId: string | null;
  readonly extended: boolean;
  /** By how much it may be extended at most, in the unit of its period. */
  readonly longestExtension: number;
  /** Who objects. */
  readonly citizenId: string;
  /** The officer who had or has the complaint. */
  readonly officerIds: readonly string[];
  /** Who closed the complaint: answered, rejected … */
  readonly closedBy: readonly string[];
}

const NAMES: Record<ObjectionStatus, Message> = {
  FILED: { ko: '접수', en: 'filed' },
  ASSIGNED: { ko: '심사 담당자 지정', en: 'assigned' },
  UPHELD: { ko: '인용', en: 'upheld' },
  DISMISSED: { ko: '기각', en: 'dismissed' },
  WITHDRAWN: { ko: '취하', en: 'withdrawn' },
};

const isRepeated = (status: ObjectionStatus, { type }: ObjectionCommand): boolean =>
  type === 'decide' ? status === 'UPHELD' || status === 'DISMISSED' : type === 'withdraw' && status === 'WITHDRAWN';

const closedAlready = (status: ObjectionStatus, command: ObjectionCommand): Refusal =>
  refusal(
    isRepeated(status, command) ? 'ALREADY_DONE' : 'INVALID_STATE',
    `이미 ${NAMES[status].ko} 처리된 이의신청입니다. 더 진행할 절차가 없습니다.`,
    `This objection was ${NAMES[status].en} already: nothing more can be done with it.`,
  );

/** Another person decides (제척): neither who objects, nor who closed the complaint, nor who has it. */
export function conflictOf(
  { citizenId, closedBy, officerIds }: Pick<ObjectionFacts, 'citizenId' | 'closedBy' | 'officerIds'>,
  personId: string,
  ...path: readonly string[]
): Refusal | undefined {
  if (closedBy.includes(personId)) {
    return refusal(
      'SAME_PERSON',
      '민원을 처리한 사람은 그에 대한 이의신청을 심사할 수 없습니다. 다른 담당자를 지정해 주십시오.',
      'Who closed the complaint cannot decide the objection to it: please name another officer.',
      ...path,
    );
  }
  if (personId === citizenId) {
    return refusal(
      'CONFLICT_OF_INTEREST',
      '본인이 낸 이의신청은 본인이 심사할 수 없습니다. 다른 담당자를 지정해 주십시오.',
      'Nobody decides their own objection: please name another officer.',
      ...path,
    );
  }
  if (officerIds.includes(personId)) {
    return refusal(
      'CONFLICT_OF_INTEREST',
      '민원의 담당자는 그에 대한 이의신청을 심사할 수 없습니다. 다른 담당자를 지정해 주십시오.',
      'The officer of the complaint cannot decide the objection to it: please name another officer.',
      ...path,
    );
  }
  return undefined;
}

function* faultsOf(facts: ObjectionFacts, command: ObjectionCommand): Generator<Refusal | undefined> {
  switch (command.type) {
    case 'assign':
      if (command.handlerId === facts.handlerId) {
        yield refusal(
          'ALREADY_DONE',
          '이미 이 사람이 심사 담당자로 지정되어 있습니다.',
          'This person decides it already.',
          'officerId',
        );
      }
      return yield conflictOf(facts, command.handlerId, 'officerId');
    case 'decide':
      yield conflictOf(facts, command.deciderId);
      return yield* textFaults(command.reason, 20_000, 'reason');
    case 'extend': {
      yield conflictOf(facts, command.extenderId);
      if (facts.extended) {
        yield refusal(
          'LIMIT_REACHED',
          '결정 기간은 한 번만 연장할 수 있습니다. 정해진 날까지 결정해 주십시오.',
          'The time to decide is extended once only: please decide by the present date.',
        );
      } else if (!Number.isInteger(command.length) || command.length < 1 || command.length > facts.longestExtension) {
        yield refusal(
          'INVALID_VALUE',
          `결정 기간은 1 이상 ${facts.longestExtension} 이하로 연장할 수 있습니다.`,
          `The time to decide can be extended by 1 to ${facts.longestExtension}.`,
          'length',
        );
      }
      return yield* textFaults(command.reason, 2_000, 'reason');
    }
  }
}

const nextOf = (status: ObjectionStatus, command: ObjectionCommand): ObjectionStatus => {
  switch (command.type) {
    case 'assign':
      return 'ASSIGNED';
    case 'decide':
      return command.upheld ? 'UPHELD' : 'DISMISSED';
    case 'extend':
      return status;
    case 'withdraw':
      return 'WITHDRAWN';
  }
};

/** Decides a step of an objection. @returns the status from then on */
export function decideObjection(facts: ObjectionFacts, command: ObjectionCommand): Outcome<ObjectionStatus> {
  if (!isPending(facts.status)) return refused(closedAlready(facts.status, command));
  const faults = [...faultsOf(facts, command)].filter((fault) => fault !== undefined);
  return faults.length > 0 ? refused(...faults) : accepted(nextOf(facts.status, command));
}
