import type { Message } from '@charter/contracts';
import { OBJECTION_STEP_TEXTS, type ObjectionStepName } from '../objections/texts';
import type { CommandType } from './command';

/** What happened in one step of a complaint: filed, or a command; a second extension is proposed before it is; an objection. */
export type StepName = 'file' | 'propose' | 'decline' | CommandType | ObjectionStepName;

const STEP_TEXTS: Readonly<Record<StepName, Message>> = {
  ...OBJECTION_STEP_TEXTS,
  file: { ko: '민원이 접수되었습니다.', en: 'Your complaint was received.' },
  assign: {
    ko: '담당자가 지정되어 민원을 살펴보고 있습니다.',
    en: 'An officer was assigned and is looking into it.',
  },
  move: {
    ko: '이 일을 맡은 부서로 민원을 보냈습니다. 접수번호와 기한은 그대로입니다.',
    en: 'We passed your complaint to the department in charge. Its number and dates stay.',
  },
  transfer: {
    ko: '이 일을 맡은 다른 기관으로 민원을 보냈습니다. 앞으로는 그 기관이 답변드립니다.',
    en: 'We passed your complaint to the body in charge, which will answer you.',
  },
  requestSupplement: {
    ko: '처리에 필요한 자료의 보완을 부탁드렸습니다. 보완하시는 동안에는 처리기간이 멈춥니다.',
    en: 'We asked you for what is still missing. The period stands still until you give it.',
  },
  extendSupplement: {
    ko: '요청하신 대로 보완 기간을 늘렸습니다.',
    en: 'You have longer for the supplement, as you asked.',
  },
  submitSupplement: {
    ko: '보완하신 내용을 받았습니다. 처리기간이 다시 흐릅니다.',
    en: 'We received your supplement. The period runs again.',
  },
  return: {
    ko: '보완되지 않아 민원을 돌려드렸습니다. 자료를 갖추어 다시 신청하실 수 있습니다.',
    en: 'We returned your complaint because the supplement did not come. You can file it again.',
  },
  suspend: {
    ko: '조사나 의견청취 등 필요한 절차를 시작하였습니다. 그동안 처리기간이 멈춥니다.',
    en: 'An investigation, hearing or review has begun. The period stands still meanwhile.',
  },
  extendSuspension: { ko: '현장조사 기간을 늘렸습니다.', en: 'The field investigation takes longer.' },
  resume: { ko: '필요한 절차가 끝나 처리기간이 다시 흐릅니다.', en: 'The procedure has ended. The period runs again.' },
  extend: { ko: '처리기간을 연장하였습니다.', en: 'We extended the period.' },
  propose: {
    ko: '처리기간을 한 번 더 연장해도 되는지 동의를 여쭈었습니다. 동의하지 않으시면 기한은 그대로입니다.',
    en: 'We asked whether you agree to a second extension. If you do not, the date stays.',
  },
  consent: {
    ko: '처리기간을 한 번 더 연장하는 데 동의하셨습니다.',
    en: 'You agreed to a second extension.',
  },
  decline: {
    ko: '처리기간을 한 번 더 연장하는 데 동의하지 않으셨습니다. 기한은 그대로입니다.',
    en: 'You did not agree to a second extension. The date stays.',
  },
  reportInterim: { ko: '처리 상황을 중간 통지해 드렸습니다.', en: 'We told you how far it is.' },
  requestInterim: { ko: '처리 상황의 통지를 요청하셨습니다.', en: 'You asked how far it is.' },
  answer: { ko: '답변을 드렸습니다.', en: 'We have answered your complaint.' },
  reject: {
    ko: '신청하신 내용을 받아들이지 못하였습니다. 이유와 이의를 제기하는 방법을 함께 알려 드립니다.',
    en: 'We could not grant what you asked. You find the reason, and how to object, below.',
  },
  withdraw: { ko: '신청하신 대로 민원이 취하되었습니다.', en: 'The complaint was withdrawn, as you asked.' },
  closeRepeated: {
    ko: '같은 내용에 이미 두 번 이상 결과를 알려 드려 민원을 종결하였습니다.',
    en: 'We closed the complaint: its matter was answered twice before.',
  },
  convert: {
    ko: '제안으로 다루는 것이 알맞아 제안으로 넘겼습니다.',
    en: 'It is handled as a proposal from here on.',
  },
  reopen: {
    ko: '이의신청이 받아들여져 민원을 다시 처리합니다.',
    en: 'Your objection was upheld: we handle the complaint again.',
  },
  giveOpinion: { ko: '처리 결과에 대한 의견을 주셨습니다.', en: 'You told us what you think of the result.' },
};

/** A step in plain words, as the citizen sees it (처리 과정 공개). @param again whether it had an officer before */
export const stepText = (step: StepName, again: boolean): Message =>
  step === 'assign' && again
    ? { ko: '담당자가 바뀌었습니다.', en: 'Another officer is looking into it now.' }
    : STEP_TEXTS[step];
