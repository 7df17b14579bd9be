import type { Message } from '@charter/contracts';
import type { ComplaintKind } from '../service-item';

const BY_CHARTER: Message = {
  ko: '헌장에 따른 이의신청: 처리에 이의가 있으시면 언제든지 하실 수 있으며, 다른 담당자가 다시 살펴봅니다.',
  en: 'An objection under the charter: at any time; another officer looks at it again.',
};
const OMBUDSMAN: Message = {
  ko: '고충민원: 국민권익위원회나 시민고충처리위원회에 신청하실 수 있습니다.',
  en: 'A grievance: with the Anti-Corruption and Civil Rights Commission or the city’s ombudsman.',
};
const BY_LAW: readonly Message[] = [
  {
    ko: '이의신청: 거부 통지를 받으신 날부터 60일 안에 저희에게 문서로 하실 수 있습니다(민원 처리에 관한 법률 제35조).',
    en: 'An objection by law: to us, within 60 days of receiving this decision (Civil Petitions Treatment Act, article 35).',
  },
  {
    ko: '행정심판: 처분이 있음을 아신 날부터 90일 안에 행정심판위원회에 청구하실 수 있습니다(행정심판법 제27조).',
    en: 'An administrative appeal: to the Administrative Appeals Commission, within 90 days of learning of it (article 27 of its act).',
  },
  {
    ko: '행정소송: 처분이 있음을 아신 날부터 90일 안에 법원에 제기하실 수 있습니다(행정소송법 제20조).',
    en: 'A lawsuit: to the court, within 90 days of learning of it (Administrative Litigation Act, article 20).',
  },
];

/** The ways to object to a refusal (불복 방법): every refusal names them (민원 처리에 관한 법률 제27조제2항). */
export const remediesOf = (kind: ComplaintKind): readonly Message[] =>
  kind === 'STATUTORY' ? [...BY_LAW, BY_CHARTER] : [BY_CHARTER, OMBUDSMAN];
