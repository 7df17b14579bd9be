import type { Texts } from '../template-set';

export const consultations = {
  'consultation.booked.v1/CITIZEN': {
    subject: '[상담 예약] {starts} 상담이 예약되었습니다',
    body: `상담이 예약되었습니다.

일시: {starts}
담당 부서: {department}
방법: {method}
장소 또는 연락처: {place}
관련 민원: {receipt}

예약하신 시간에 담당자가 기다리고 있겠습니다. 시간을 지키기 어려우시면 다른 분이 쓰실 수 있도록 미리 취소하여 주십시오.

{object}`,
  },
  'consultation.booked.v1/OFFICER': {
    subject: '[상담 예약] {starts} 상담이 예약되었습니다',
    body: `새 상담이 예약되었습니다.

일시: {starts}
담당 부서: {department}
방법: {method}
관련 민원: {receipt}

관련 자료를 미리 살펴보고 시간에 맞추어 준비하여 주십시오.`,
  },
  'consultation.cancelled.v1/CITIZEN': {
    subject: '[상담 취소] {starts} 상담이 취소되었습니다',
    body: `{cancelled}

일시: {starts}
담당 부서: {department}
방법: {method}
관련 민원: {receipt}

필요하시면 언제든지 다른 시간으로 다시 예약하실 수 있습니다.

{object}`,
  },
  'consultation.cancelled.v1/OFFICER': {
    subject: '[상담 취소] {starts} 상담이 취소되었습니다',
    body: `예약된 상담이 취소되었습니다.

일시: {starts}
담당 부서: {department}
방법: {method}
관련 민원: {receipt}

대기하시던 분이 계시면 그 시간으로 옮겨지고, 그때 따로 알려 드립니다.`,
  },
  'consultation.missed.v1/CITIZEN': {
    subject: '[상담 안내] {starts} 상담에 만나 뵙지 못하였습니다',
    body: `예약하신 시간에 상담을 하지 못하였습니다.

일시: {starts}
담당 부서: {department}
방법: {method}
관련 민원: {receipt}

필요하시면 언제든지 다시 예약하실 수 있습니다.

{object}`,
  },
  'consultation.moved-up.v1/CITIZEN': {
    subject: '[상담 예약] {starts} 대기하시던 상담이 예약되었습니다',
    body: `기다리시던 자리가 나서 상담이 예약되었습니다.

일시: {starts}
담당 부서: {department}
방법: {method}
장소 또는 연락처: {place}
관련 민원: {receipt}

예약하신 시간에 담당자가 기다리고 있겠습니다. 시간을 지키기 어려우시면 다음 분을 위하여 미리 취소하여 주십시오.

{object}`,
  },
  'consultation.moved-up.v1/OFFICER': {
    subject: '[상담 예약] {starts} 대기하던 분의 상담이 예약되었습니다',
    body: `빈 시간에 대기하던 분의 상담이 예약되었습니다.

일시: {starts}
담당 부서: {department}
방법: {method}
관련 민원: {receipt}

관련 자료를 미리 살펴보고 시간에 맞추어 준비하여 주십시오.`,
  },
  'consultation.reminder.v1/CITIZEN': {
    subject: '[상담 안내] {starts} 상담이 예약되어 있습니다',
    body: `예약하신 상담 시간이 다가오고 있습니다.

일시: {starts}
담당 부서: {department}
방법: {method}
장소 또는 연락처: {place}
관련 민원: {receipt}

예약하신 시간에 담당자가 기다리고 있겠습니다. 시간을 지키기 어려우시면 미리 취소하여 주십시오.

{object}`,
  },
} as const satisfies Texts;
