import type { Message, ServiceName } from '@charter/contracts';
import type { MeasuredBy } from '../standard';

/** What a figure of the scorecard counts. A standard's own figures are in the unit of its target where it can be measured in it. */
export const FIGURE_UNITS = ['COUNT', 'PERCENT', 'POINTS', 'MINUTES', 'HOURS', 'DAYS', 'TIMES', 'KRW'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

/** Every measure of the scorecard; `STANDARD` is how a standard of the charter was kept. */
export const MEASURES = [
  'COMPLAINTS_RECEIVED',
  'COMPLAINTS_OPEN_LATE',
  'COMPLAINTS_ON_TIME',
  'COMPLAINTS_CHARTER_ON_TIME',
  'COMPLAINTS_MEDIAN_HOURS',
  'OBJECTIONS_UPHELD',
  'SATISFACTION',
  'COMPENSATION_CLAIMS',
  'COMPENSATION_AMOUNT',
  'PROPOSALS_RECEIVED',
  'PROPOSALS_ON_TIME',
  'PROPOSALS_ADOPTED',
  'MONITORING_KEPT',
  'STANDARD',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Where a figure comes from and how it is made. */
export interface Origin {
  /** The service that owns it. */
  readonly service: ServiceName;
  /** The field of the public graph in which anybody reads it. */
  readonly field: string;
  readonly method: string;
  /** Null where the owner names no version. */
  readonly methodVersion: number | null;
}

const from = (service: ServiceName, field: string, method: string, methodVersion: number | null = 1): Origin => ({
  service,
  field,
  method,
  methodVersion,
});

/** What stands for “in time” everywhere: anything else would hide the open late ones. */
const ON_TIME = 'CLOSED_IN_TIME_OF_CLOSED_AND_OPEN_LATE';

/** Where each measure of a department comes from. */
export const ORIGINS: Readonly<Record<Exclude<Measure, 'STANDARD'>, Origin>> = {
  COMPLAINTS_RECEIVED: from('complaints', 'Department.complaintPerformance.received', 'COUNT'),
  COMPLAINTS_OPEN_LATE: from('complaints', 'Department.complaintPerformance.openLate', 'COUNT'),
  COMPLAINTS_ON_TIME: from('complaints', 'Department.complaintPerformance.onTimeRate', ON_TIME),
  COMPLAINTS_CHARTER_ON_TIME: from('complaints', 'Department.complaintPerformance.charterOnTimeRate', ON_TIME),
  COMPLAINTS_MEDIAN_HOURS: from(
    'complaints',
    'Department.complaintPerformance.medianHours',
    'MEDIAN_OF_WORKING_HOURS_IN_STEPS',
  ),
  OBJECTIONS_UPHELD: from('complaints', 'Department.objectionPerformance.upheldRate', 'UPHELD_OF_DECIDED'),
  SATISFACTION: from('surveys', 'Department.satisfaction.score', 'MEAN_OF_5_POINT_ANSWERS', null),
  COMPENSATION_CLAIMS: from('compensation', 'Department.compensationPaid.count', 'COUNT_OF_PAID'),
  COMPENSATION_AMOUNT: from('compensation', 'Department.compensationPaid.amount', 'SUM_OF_PAID'),
  PROPOSALS_RECEIVED: from('participation', 'Department.proposalPerformance.received', 'COUNT'),
  PROPOSALS_ON_TIME: from('participation', 'Department.proposalPerformance.onTimeRate', ON_TIME),
  PROPOSALS_ADOPTED: from('participation', 'Department.proposalPerformance.adoptionRate', 'ADOPTED_OF_DECIDED'),
  MONITORING_KEPT: from('participation', 'Department.monitoringPerformance.complianceRate', 'KEPT_OF_OBSERVED'),
};

/** Where a standard's figure comes from, by what keeps it measured. */
export const STANDARD_ORIGINS: Readonly<Record<MeasuredBy, Origin>> = {
  COMPLAINT_DEADLINES: ORIGINS.COMPLAINTS_CHARTER_ON_TIME,
  SURVEY: from('surveys', 'Standard.satisfaction.score', 'AS_PUBLISHED', null),
  MONITORING: from('participation', 'Standard.monitoring.complianceRate', 'KEPT_OF_OBSERVED'),
  MANUAL: from('charter', 'Standard.counts', 'MANUAL_COUNT'),
};

/** In what each measure counts. */
export const UNITS: Readonly<Record<Exclude<Measure, 'STANDARD'>, FigureUnit>> = {
  COMPLAINTS_RECEIVED: 'COUNT',
  COMPLAINTS_OPEN_LATE: 'COUNT',
  COMPLAINTS_ON_TIME: 'PERCENT',
  COMPLAINTS_CHARTER_ON_TIME: 'PERCENT',
  COMPLAINTS_MEDIAN_HOURS: 'HOURS',
  OBJECTIONS_UPHELD: 'PERCENT',
  SATISFACTION: 'POINTS',
  COMPENSATION_CLAIMS: 'COUNT',
  COMPENSATION_AMOUNT: 'KRW',
  PROPOSALS_RECEIVED: 'COUNT',
  PROPOSALS_ON_TIME: 'PERCENT',
  PROPOSALS_ADOPTED: 'PERCENT',
  MONITORING_KEPT: 'PERCENT',
};

/** What each measure means, for people and for open data. */
export const MEANINGS: Readonly<Record<Measure, Message>> = {
  COMPLAINTS_RECEIVED: { ko: '기간에 접수한 민원', en: 'Complaints received in the period' },
  COMPLAINTS_OPEN_LATE: {
    ko: '그중 법정기한을 넘겨 처리 중인 민원',
    en: 'Of these, still open and past the law’s date',
  },
  COMPLAINTS_ON_TIME: {
    ko: '법정기한 준수율: 기한 안에 끝낸 민원 ÷ (끝낸 민원 + 기한을 넘긴 처리 중 민원)',
    en: 'In time by the law: closed in time ÷ (closed + open and late)',
  },
  COMPLAINTS_CHARTER_ON_TIME: {
    ko: '헌장기한 준수율: 헌장이 정한 더 짧은 기한으로 같은 셈',
    en: 'In time by the charter: the same by the charter’s own, shorter date',
  },
  COMPLAINTS_MEDIAN_HOURS: {
    ko: '접수부터 결과까지 걸린 근무시간의 중앙값',
    en: 'Median working hours from receipt to result',
  },
  OBJECTIONS_UPHELD: { ko: '결정한 이의신청 가운데 인용한 비율', en: 'Objections upheld ÷ objections decided' },
  SATISFACTION: { ko: '민원 만족도, 100점 만점', en: 'Satisfaction of those served, of 100 points' },
  COMPENSATION_CLAIMS: { ko: '기간에 지급한 보상 건수', en: 'Claims to compensation paid in the period' },
  COMPENSATION_AMOUNT: { ko: '기간에 지급한 보상 금액', en: 'Compensation paid in the period' },
  PROPOSALS_RECEIVED: { ko: '기간에 접수한 시민 제안', en: 'Proposals handed in during the period' },
  PROPOSALS_ON_TIME: {
    ko: '제안 심사기한 준수율: 기한 안에 심사한 제안 ÷ (심사한 제안 + 기한을 넘긴 심사 중 제안)',
    en: 'Proposals reviewed in time ÷ (reviewed + open and late)',
  },
  PROPOSALS_ADOPTED: {
    ko: '결정한 제안 가운데 채택(일부 채택 포함)한 비율',
    en: 'Proposals adopted, also in part ÷ proposals decided',
  },
  MONITORING_KEPT: {
    ko: '모니터가 확인한 이행기준 가운데 지켜진 비율',
    en: 'Promises that monitors found kept ÷ promises they could observe',
  },
  STANDARD: { ko: '이행기준의 실적', en: 'How a standard of the charter was kept' },
};
