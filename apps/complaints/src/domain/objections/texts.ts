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

const REMEDIES: Readonly<Record<Basis, Message>> = {
  STATUTORY: {
    ko: '이 결정에 이의가 있으시면 결과를 통지받은 날부터 90일 이내에 행정심판(행정심판법) 또는 행정소송(행정소송법)을 제기하실 수 있습니다(민원 처리에 관한 법률 제35조제3항, 행정기본법 제36조제4항).',
    en: 'If you do not agree, you may lodge an administrative appeal (행정심판) or go to the administrative court (행정소송) within 90 days of being told of this decision (Civil Petitions Treatment Act, article 35 (3); General Act on Public Administration, article 36 (4)).',
  },
  CHARTER: {
    ko: '이 결정에 이의가 있으시면 국민권익위원회나 시민고충처리위원회에 고충민원을 신청하실 수 있습니다. 처분에 대해서는 행정심판(행정심판법) 또는 행정소송(행정소송법)을 법정 기간 안에 제기하실 수 있습니다.',
    en: 'If you do not agree, you may turn to the Anti-Corruption and Civil Rights Commission or the city’s ombudsman (고충민원). Against an administrative act you may lodge an administrative appeal (행정심판) or go to the administrative court (행정소송) within the periods of the law.',
  },
};

/** What a citizen may still do after a dismissal (불복 방법). */
export const remediesAfter = (basis: Basis): Message => REMEDIES[basis];
