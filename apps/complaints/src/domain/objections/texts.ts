import type { Message } from '@charter/contracts';
import type { Basis, ObjectionCommand, ObjectionStatus } from './objection';

/** What happened to an objection, as the timelines of the objection and of its complaint tell it. */
export type ObjectionStepName =
  | 'object'
  | 'assignObjection'
  | 'passObjection'
  | 'extendObjection'
  | 'upholdObjection'
  | 'dismissObjection'
  | 'withdrawObjection';

/** The name of a step. @param to the status from then on */
export function objectionStepName(
  command: 'file' | 'pass' | ObjectionCommand['type'],
  to: ObjectionStatus,
): ObjectionStepName {
  switch (command) {
    case 'file':
      return 'object';
    case 'assign':
      return 'assignObjection';
    case 'pass':
      return 'passObjection';
    case 'extend':
      return 'extendObjection';
    case 'withdraw':
      return 'withdrawObjection';
    case 'decide':
      return to === 'UPHELD' ? 'upholdObjection' : 'dismissObjection';
  }
}

/** The steps in plain words, as the citizen sees them. */
export const OBJECTION_STEP_TEXTS: Readonly<Record<ObjectionStepName, Message>> = {
  object: { ko: '이의신청이 접수되었습니다.', en: 'Your objection was received.' },
  assignObjection: {
    ko: '민원을 처리한 사람이 아닌 다른 담당자가 이의신청을 심사하고 있습니다.',
    en: 'Another officer than the one who handled the complaint is deciding your objection.',
  },
  passObjection: {
    ko: '조직 개편으로 승계 부서가 이의신청을 이어서 심사합니다. 기한은 그대로입니다.',
    en: 'After a reorganisation another department decides your objection. Its date stays.',
  },
  extendObjection: {
    ko: '부득이한 사유로 이의신청의 결정 기간을 연장하였습니다.',
    en: 'The time to decide your objection was extended, for a reason.',
  },
  upholdObjection: { ko: '이의신청이 받아들여졌습니다.', en: 'Your objection was upheld.' },
  dismissObjection: {
    ko: '이의신청이 받아들여지지 않았습니다. 이유와 앞으로 하실 수 있는 일을 함께 알려 드립니다.',
    en: 'Your objection was dismissed. You find the reason, and what you can still do, with it.',
  },
  withdrawObjection: {
    ko: '신청하신 대로 이의신청이 취하되었습니다.',
    en: 'The objection was withdrawn, as you asked.',
  },
};

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
