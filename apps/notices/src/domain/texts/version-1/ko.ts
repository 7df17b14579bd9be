import type { TemplateSet } from '../template-set';
import { beside } from './beside.ko';
import { claims } from './claims.ko';
import { consultations } from './consultations.ko';
import { contests } from './contests.ko';
import { dates } from './dates.ko';
import { filing } from './filing.ko';
import { monitoringDates } from './monitoring-dates.ko';
import { monitoringReports } from './monitoring-reports.ko';
import { improvements } from './improvements.ko';
import { monitoring } from './monitoring.ko';
import { objections } from './objections.ko';
import { periods } from './periods.ko';
import { proposalDates } from './proposal-dates.ko';
import { proposalResults } from './proposal-results.ko';
import { proposals } from './proposals.ko';
import { results } from './results.ko';
import { supplements } from './supplements.ko';

/** 합쇼체. Dates bring their own “까지”, so that no particle depends on them. */
export const ko: TemplateSet = {
  notices: {
    ...{ ...filing, ...dates, ...supplements, ...periods, ...results },
    ...{ ...objections, ...consultations, ...beside, ...claims },
    ...{ ...proposals, ...proposalResults, ...proposalDates, ...contests },
    ...{ ...monitoring, ...monitoringReports, ...monitoringDates },
    ...improvements,
  },
  salutation: '{name} 님, 안녕하십니까. 부산광역시입니다.',
  signature: '감사합니다.\n부산광역시 행정서비스헌장 담당 드림\n이 메일은 발신 전용입니다. 문의: 120',
  readMore: '확인하기',
  phone: '전화',
  promises: { STATUTORY: '법정 처리기한', CHARTER: '헌장의 단축 처리기한' },
  bases: { STATUTORY: '민원 처리에 관한 법률 제35조', CHARTER: '부산광역시 행정서비스헌장' },
  methods: { IN_PERSON: '방문 상담', PHONE: '전화 상담', VIDEO: '화상 상담' },
  tasks: {
    ACCEPTANCE: '접수(담당자 지정)',
    SUSPENSION: '조사·의견청취 등을 마치는 일',
    INTERIM_REPORT: '중간 통지',
    INTERIM_REQUESTED: '민원인이 요청한 처리 상황 통지',
    CLAIM_DECISION: '보상 청구의 결정',
    CLAIM_OBJECTION: '보상 거절에 대한 이의의 결정',
    REVIEW: '제안의 심사',
    ANSWER: '공감한 시민들께 드리는 답변',
    OPINION: '다른 부서 제안에 대한 의견',
    SUPPLEMENT: '제안의 보완',
    EXPERT: '전문가 의견 청취',
    MILESTONE: '채택된 제안의 추진 단계',
    CONTEST_ENTRIES: '작품 접수',
    CONTEST_JUDGING: '작품 심사',
    CONTEST_OBJECTIONS: '순위에 대한 이의신청',
    MONITOR_APPLICATIONS: '모니터 신청',
    MONITOR_APPOINTMENT: '모니터 위촉',
    CAMPAIGN_SAMPLE: '만족도 조사 표본 추출',
    CAMPAIGN_INVITE: '만족도 조사 초대',
    CAMPAIGN_FIRST_REMINDER: '만족도 조사 첫 번째 응답 독려',
    CAMPAIGN_SECOND_REMINDER: '만족도 조사 두 번째 응답 독려',
    CAMPAIGN_CLOSE: '만족도 조사 마감',
    CAMPAIGN_SCORE: '만족도 점수 산출',
    CAMPAIGN_PUBLISH: '만족도 조사 결과 공개',
    CAMPAIGN_IMPROVE: '목표에 못 미친 이행기준 통보',
    REPORT_VERIFICATION: '활동 보고 확인',
    REPORT_REVISION: '활동 보고 보완',
    REPORT_ANSWER: '활동 보고에 대한 답변',
    APPEAL: '가려진 글에 대한 이의의 결정',
    otherwise: '처리에 필요한 일',
  },
  suspensions: {
    FIELD_INVESTIGATION: '현장조사',
    HEARING: '의견청취',
    EXPERT_REVIEW: '전문 기관의 검토',
    PRIOR_MATTER: '먼저 정해져야 하는 일의 확인',
    REPRESENTATIVE_SELECTION: '대표자 선정',
    otherwise: '처리에 필요한 절차',
  },
  outcomes: { ADOPTED: '채택', PARTLY_ADOPTED: '일부 채택', NOT_ADOPTED: '불채택', otherwise: '결정' },
  things: {
    PROPOSAL: '제안',
    COMMENT: '제안에 남기신 의견',
    GIFT_CERTIFICATE: '상품권',
    LOCAL_CURRENCY: '지역화폐',
    otherwise: '올리신 글',
  },
  faults: {
    REPEAT_VISIT: '행정 착오로 다시 방문하시거나 서류를 다시 내시게 한 일',
    WRONG_NOTICE: '잘못된 안내',
    UNKINDNESS: '불친절',
    otherwise: '업무상 잘못',
  },
  sources: {
    COMPLAINT: '민원',
    PROPOSAL: '제안',
    CONTEST_ENTRY: '공모전 응모작',
    MONITORING_REPORT: '시정 모니터 활동 보고',
    otherwise: '의견',
  },
  news: {
    examine: '심사를 시작했습니다',
    seekExpert: '전문가의 의견을 듣고 있습니다',
    requestSupplement: '제안자에게 보완을 요청했습니다',
    answer: '담당 부서가 답변했습니다',
    decide: '심사 결과가 결정되었습니다',
    merge: '다른 제안과 합쳐졌습니다',
    award: '시상되었습니다',
    plan: '실시 계획이 마련되었습니다',
    report: '추진 상황이 공개되었습니다',
    reReview: '재심사가 시작되었습니다',
    withdraw: '제안자가 취하했습니다',
    otherwise: '진행 상황이 바뀌었습니다',
  },
  lengths: {
    IMMEDIATE: '근무시간 #시간',
    HOURS: '근무시간 #시간',
    DAYS: '근무일 #일',
    CALENDAR_DAYS: '#일',
    WEEKS: '#주',
    MONTHS: '#개월',
    YEARS: '#년',
  },
  noDue: '진행이 멈춘 상태입니다. 다시 시작되면 새 기한을 알려 드립니다.',
  noPreviousDue: '진행이 멈춘 상태였습니다.',
  notTold: {
    complaint: '내용은 민원 화면에서 확인하여 주십시오.',
    otherwise: '내용은 온라인에서 확인하여 주십시오.',
  },
  pieces: {
    object:
      '처리에 이의가 있으시면 헌장에 따라 언제든지 이의신청을 하실 수 있습니다. 법정민원을 거부하는 처분에 대해서는 통지를 받으신 날부터 60일 안에 하실 수 있습니다. (문의: 120)',
    objectFurther: {
      STATUTORY:
        '이의신청을 하셨는지와 관계없이 행정심판을 청구하시거나 행정소송을 제기하실 수 있습니다(민원 처리에 관한 법률 제35조). 문의: 120',
      CHARTER: '이와 별도로 국민권익위원회나 시민고충처리위원회에 고충민원을 신청하실 수 있습니다. (문의: 120)',
    },
    apology: '처음부터 함께 요청드렸어야 할 내용입니다. 번거롭게 해 드려 죄송합니다.',
    supplementNext: [
      '기한까지 보완되지 않으면 10일을 정하여 한 번 더 요청드립니다.',
      '이번에도 보완되지 않으면 민원을 돌려드릴 수 있으며(반려), 자료를 갖추어 다시 신청하실 수 있습니다.',
    ],
    extended: [
      '부득이한 사유로 처리기간을 연장하였습니다. 기다리시게 하여 죄송합니다. 한 번 더 연장하려면 먼저 동의를 여쭙습니다.',
      '동의해 주신 대로 처리기간을 한 번 더 연장하였습니다. 더는 연장하지 않습니다.',
    ],
    decision: {
      upheld: '이의신청을 받아들이기로 결정하였습니다.',
      dismissed: '이의신청을 검토하였으나 받아들이지 않기로 결정하였습니다.',
    },
    decisionNext: {
      upheld: '결정에 따라 바로잡습니다. 민원을 다시 처리하게 되면 새 처리기한을 따로 알려 드리겠습니다.',
      dismissed: '이의신청의 처리는 이것으로 끝나며, 처음의 처리 결과가 그대로 유지됩니다.',
    },
    opinion: {
      satisfied: '민원인이 처리 결과에 만족한다는 의견을 남겼습니다.',
      dissatisfied: '민원인이 처리 결과에 만족하지 못한다는 의견을 남겼습니다.',
    },
    cancelled: {
      CITIZEN: '요청하신 대로 상담 예약이 취소되었습니다.',
      OFFICE: '부득이한 사정으로 상담 예약을 취소하였습니다. 불편을 드려 죄송합니다.\n사유: {reason}',
    },
    objectProposal:
      '채택되지 않은 결과에 이의가 있으시면 통지를 받으신 날부터 15일 안에 재심사를 청구하실 수 있습니다. 처리에 관한 이의는 헌장에 따라 언제든지 말씀하실 수 있습니다. (문의: 120)',
    proposalNext: {
      ADOPTED: '실시 계획을 마련하여 단계마다 추진 상황을 알려 드리겠습니다.',
      PARTLY_ADOPTED: '채택된 부분의 실시 계획을 마련하여 단계마다 추진 상황을 알려 드리겠습니다.',
      NOT_ADOPTED:
        '보내 주신 뜻은 앞으로의 시정에 참고하겠습니다. 2년 안에 시가 이 제안을 실시하면 다시 심사를 청구하실 수 있습니다.',
    },
    overdueNext: {
      office: '약속드린 기한을 지키지 못하여 죄송합니다. 부서장에게 지연을 알렸으며, 마치는 대로 알려 드리겠습니다.',
      citizen: '지금 내용으로 심사를 이어 갈 수 있습니다. 자료가 준비되었으면 바로 제출하여 주십시오.',
      monitor:
        '이제는 보완하실 수 없으며, 보완되지 않은 보고는 인정되지 않을 수 있습니다. 결과가 정해지는 대로 알려 드리겠습니다.',
    },
    overdueDuty: {
      office: '지체 없이 마쳐 주십시오. 부서장께도 지연을 알렸습니다.',
      monitor: '모니터가 보완하지 않았습니다. 활동 보고를 어떻게 할지 까닭을 밝혀 결정하여 주십시오.',
    },
    spoken: {
      comment: '제안에 새 의견이 달렸습니다.',
      reply: '남기신 의견에 답글이 달렸습니다.',
    },
    objectContest:
      '참가하신 분은 정해진 기간에 공개된 순위에 이의를 신청하실 수 있습니다. 공모전 진행에 대해서는 헌장에 따라 언제든지 이의를 제기하실 수 있습니다. 문의: 국번 없이 120',
    wonOrNot: {
      won: '축하드립니다. 제출하신 작품에 상금 {amount}의 상이 결정되었습니다.',
      lost: '공모전의 시상이 결정되었습니다. 아쉽게도 제출하신 작품은 수상작에 들지 못하였습니다. 참가해 주셔서 감사합니다.',
    },
    objectMonitoring:
      '궁금하신 점이나 이의가 있으시면 헌장에 따라 언제든지 담당 부서나 시 감사 부서에 말씀하실 수 있습니다. 문의: 국번 없이 120',
    objectToOffice:
      '이 결정에 동의하지 않으시면 헌장에 따라 언제든지 담당 부서에 다시 살펴 달라고 말씀하시거나 시 감사 부서에 이의를 제기하실 수 있습니다. 문의: 국번 없이 120',
    allowance: '이 보고의 활동비는 {amount}입니다. 한 달 치를 모아, 월 한도가 있으면 그 안에서 따로 알려 드립니다.',
    payment: {
      paid: '따로 신청하지 않으셔도 됩니다. 이 금액은 시의 다음 정기 지급 때 함께 지급합니다.',
      unpaid: '활동비가 없는 모집이므로 지급할 금액이 없습니다. 함께해 주셔서 감사합니다.',
    },
    objectImprovement:
      '개선과제의 추진에 의견이나 이의가 있으시면 헌장에 따라 언제든지 담당 부서나 시 감사 부서에 말씀하실 수 있습니다. 문의: 국번 없이 120',
    lateResult: {
      citizen: '약속드린 기한보다 늦어져 죄송합니다.',
      staff: '기한이 지난 뒤에 마쳤습니다.',
    },
    lateAnswer: {
      citizen: '약속드린 기한보다 답변이 늦어져 죄송합니다.',
      staff: '기한이 지난 뒤에 답변하였습니다.',
    },
    restoredOrNot: {
      restored: '가려졌던 글이 다시 공개되었습니다.',
      confirmed: '이의를 살펴보았으나 글을 다시 공개하지 않기로 결정하였습니다.',
    },
  },
};
