// What twenty monitors are sent to see, what they find, and what the story asks of it.

export const APPLICANTS = 22;
export const MONITORS = 20;
export const ALLOWANCE = 30_000;

/** The counter of the waterworks, and two promises of the charter that hold for every department. */
export const PLACE = {
  ...{ name: '상수도과 민원실', address: '부산광역시 연제구 중앙대로 1001', radiusMetres: 300 },
  ...{ latitude: 35.1798, longitude: 129.075 },
};
export const CHECKLIST = [
  { question: '5분 안에 상담이 시작되었습니까?', standardCode: 'VISIT_WAITING' },
  { question: '전화를 세 번 안에 받고 부서와 이름을 밝혔습니까?', standardCode: 'PHONE_RINGS' },
];
export const ON_THE_SPOT = { latitude: 35.18, longitude: 129.0752 };
/** Along the meridian: 20.0 km north of the place. */
export const FAR_AWAY = { latitude: PLACE.latitude + 0.18, longitude: PLACE.longitude };

/** The monitor whose report is sent back, the one whose report is rejected, and the one who is answered late. */
export const [RETURNED, REJECTED, LATE] = [3, 7, 11];
/** What the nth monitor finds: five do not see the first promise kept, and one in four cannot see the second. */
export const findings = (n: number) => [
  n < 5 ? { item: 1, finding: 'NOT_KEPT', note: '12분을 기다렸습니다.' } : { item: 1, finding: 'KEPT' },
  { item: 2, finding: n % 4 === 0 ? 'NOT_APPLICABLE' : 'KEPT' },
];

export interface Dated {
  readonly kind: string;
  readonly state: string;
  readonly dueAt: string | null;
  readonly missedAt: string | null;
}
export interface Step {
  readonly at: string;
  readonly step: string;
}
export interface Report {
  readonly status: string;
  readonly submittedAt: string;
  readonly verifiedAt: string | null;
  readonly allowance: number | null;
  readonly verification: Dated;
  readonly revision: Dated | null;
  readonly answering: Dated | null;
  readonly timeline: readonly Step[];
}

export const DATED = '{ kind state dueAt missedAt }';
export const REPORT = `status submittedAt verifiedAt allowance verification ${DATED} revision ${DATED} answering ${DATED} timeline { at step }`;
export const FIGURES = 'reports kept notKept notApplicable complianceRate answered openLate onTimeRate';
