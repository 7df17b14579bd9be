import type { Message } from '@charter/contracts';
import type { Basis, ObjectionStatus } from './objection';

/** What happened to an objection: a status, or an extension within one. */
export type ObjectionStep = ObjectionStatus | 'EXTENDED';

const STEP_TEXTS: Readonly<Record<ObjectionStep, Message>> = {
  FILED: { ko: '이의신청이 접수되었습니다.', en: 'Your objection was received.' },
  ASSIGNED: {
    ko: '민원을 처리한 사람이 아닌 다른 담당자가 이의신청을 심사하고 있습니다.',
    en: 'Another officer than the one who handled the complaint is deciding it.',
  },
  EXTENDED: { ko: '부득이한 사유로 결정 기간을 연장하였습니다.', en: 'The time to decide was extended, for a reason.' },
  UPHELD: { ko: '이의신청이 받아들여졌습니다.', en: 'Your objection was upheld.' },
  DISMISSED: { ko: '이의신청이 받아들여지지 않았습니다.', en: 'Your objection was dismissed.' },
  WITHDRAWN: { ko: '신청하신 대로 이의신청이 취하되었습니다.', en: 'The objection was withdrawn, as you asked.' },
};

/** A step in plain words, as the citizen sees it. */
export const objectionStepText = (step: ObjectionStep): Message => STEP_TEXTS[step];

const OMBUDSMAN: Message = {
  ko: '고충민원: 국민권익위원회나 시민고충처리위원회에 신청하실 수 있습니다.',
  en: 'A grievance: with the Anti-Corruption and Civil Rights Commission or the city’s ombudsman.',
};

const REMEDIES: Readonly<Record<Basis, readonly Message[]>> = {
  STATUTORY: [
    {
      ko: '행정심판: 이 결정을 통지받으신 날부터 90일 안에 행정심판위원회에 청구하실 수 있습니다(행정기본법 제36조제4항).',
      en: 'An administrative appeal (행정심판): to the Administrative Appeals Commission, within 90 days of being told of this decision (General Act on Public Administration, article 36).',
    },
    {
      ko: '행정소송: 이 결정을 통지받으신 날부터 90일 안에 법원에 제기하실 수 있습니다(행정기본법 제36조제4항).',
      en: 'A lawsuit (행정소송): to the court, within 90 days of being told of this decision (General Act on Public Administration, article 36).',
    },
    OMBUDSMAN,
  ],
  CHARTER: [
    OMBUDSMAN,
    {
      ko: '거부 등 처분에 대해서는 행정심판(행정심판법 제27조)과 행정소송(행정소송법 제20조)을 처분이 있음을 아신 날부터 90일 안에 제기하실 수 있습니다.',
      en: 'Against a refusal or another administrative act: an administrative appeal or a lawsuit, within 90 days of learning of it.',
    },
  ],
};

/** What a citizen may still do after a dismissal (불복 방법). */
export const remediesAfter = (basis: Basis): readonly Message[] => REMEDIES[basis];
