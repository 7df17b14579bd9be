import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';

export const STATUSES = ['RECEIVED', 'ASSIGNED', 'ANSWERED', 'WITHDRAWN'] as const;
export type Status = (typeof STATUSES)[number];

export type HandlingCommand =
  | { readonly type: 'assign'; readonly officerId: string }
  | { readonly type: 'answer'; readonly text: string }
  | { readonly type: 'withdraw' };

/** From where a command leads where. What is not here is refused. An officer who answers at once takes the complaint on. */
export const TRANSITIONS: Readonly<Record<HandlingCommand['type'], Readonly<Partial<Record<Status, Status>>>>> = {
  assign: { RECEIVED: 'ASSIGNED', ASSIGNED: 'ASSIGNED' },
  answer: { RECEIVED: 'ANSWERED', ASSIGNED: 'ANSWERED' },
  withdraw: { RECEIVED: 'WITHDRAWN', ASSIGNED: 'WITHDRAWN' },
};

const ALREADY: Partial<Record<HandlingCommand['type'], Status>> = { answer: 'ANSWERED', withdraw: 'WITHDRAWN' };

const NAMES: Record<Status, { ko: string; en: string }> = {
  RECEIVED: { ko: '접수', en: 'received' },
  ASSIGNED: { ko: '담당자 지정', en: 'assigned' },
  ANSWERED: { ko: '답변 완료', en: 'answered' },
  WITHDRAWN: { ko: '취하', en: 'withdrawn' },
};

const faultsOf = (command: HandlingCommand): Refusal[] =>
  command.type === 'answer' ? textFaults(command.text, 20_000, 'answer') : [];

/** Decides a step of handling (처리 단계). @returns the status from then on */
export function decideHandling(status: Status, officerId: string | null, command: HandlingCommand): Outcome<Status> {
  const next = TRANSITIONS[command.type][status];
  if (!next) {
    const code = ALREADY[command.type] === status ? 'ALREADY_DONE' : 'INVALID_STATE';
    return refused(
      refusal(code, `이미 ${NAMES[status].ko} 상태인 민원입니다.`, `This complaint is ${NAMES[status].en} already.`),
    );
  }
  if (command.type === 'assign' && command.officerId === officerId) {
    return refused(
      refusal(
        'ALREADY_DONE',
        '이미 이 담당자에게 지정되어 있습니다.',
        'It is assigned to this officer already.',
        'officerId',
      ),
    );
  }
  const faults = faultsOf(command);
  return faults.length > 0 ? refused(...faults) : accepted(next);
}

interface StepText {
  readonly ko: string;
  readonly en: string;
}

const STEP_TEXTS: Readonly<Record<Status, StepText>> = {
  RECEIVED: { ko: '민원이 접수되었습니다.', en: 'Your complaint was received.' },
  ASSIGNED: {
    ko: '담당자가 지정되어 민원을 살펴보고 있습니다.',
    en: 'An officer was assigned and is looking into it.',
  },
  ANSWERED: { ko: '답변을 드렸습니다.', en: 'We have answered your complaint.' },
  WITHDRAWN: { ko: '신청하신 대로 민원이 취하되었습니다.', en: 'The complaint was withdrawn, as you asked.' },
};

/** A step in plain words, as the citizen sees it (처리 과정 공개). */
export const stepText = (from: Status | null, to: Status): StepText =>
  from === 'ASSIGNED' && to === 'ASSIGNED'
    ? { ko: '담당자가 바뀌었습니다.', en: 'Another officer is looking into it now.' }
    : STEP_TEXTS[to];
