import { graphEnum } from '@charter/service';
import { FIGURE_STATES } from '../../domain/scorecards/figure';
import { FIGURE_UNITS, MEASURES } from '../../domain/scorecards/measures';
import { SCORECARD_PARTS } from '../../domain/scorecards/period';
import { RANKED } from '../../domain/scorecards/ranking';

export const ScorecardPartEnum = graphEnum('ScorecardPart', 'Which part of a year.', SCORECARD_PARTS, {
  YEAR: { description: 'The whole year (연간).' },
  FIRST_HALF: { description: 'January to June (상반기).' },
  SECOND_HALF: { description: 'July to December (하반기).' },
  Q1: { description: 'January to March (1분기).' },
  Q2: { description: 'April to June (2분기).' },
  Q3: { description: 'July to September (3분기).' },
  Q4: { description: 'October to December (4분기).' },
});

export const ScorecardStatusEnum = graphEnum(
  'ScorecardStatus',
  'Whether a scorecard is published.',
  ['DRAFT', 'PUBLISHED'] as const,
  {
    DRAFT: { description: 'As the figures stand now; for staff alone (공표 전).' },
    PUBLISHED: { description: 'Published; it never changes (공표).' },
  },
);

export const ScorecardMeasureEnum = graphEnum('ScorecardMeasure', 'What a figure of a scorecard measures.', MEASURES, {
  COMPLAINTS_RECEIVED: { description: 'Complaints received in the period (민원 접수).' },
  COMPLAINTS_OPEN_LATE: { description: 'Of these, still open and past the law’s date (지연 민원).' },
  COMPLAINTS_ON_TIME: {
    description: 'In time by the law: closed in time ÷ (closed + open and late) (법정기한 준수율).',
  },
  COMPLAINTS_CHARTER_ON_TIME: { description: 'The same by the charter’s own, shorter date (헌장기한 준수율).' },
  COMPLAINTS_MEDIAN_HOURS: { description: 'Median working hours from receipt to result (처리시간 중앙값).' },
  OBJECTIONS_UPHELD: { description: 'Objections upheld ÷ decided (이의신청 인용률).' },
  SATISFACTION: { description: 'Satisfaction of those served, of 100 points (만족도).' },
  COMPENSATION_CLAIMS: { description: 'Claims to compensation paid in the period (보상 건수).' },
  COMPENSATION_AMOUNT: { description: 'What was paid, in KRW (보상 금액).' },
  PROPOSALS_RECEIVED: { description: 'Proposals handed in during the period (제안 접수).' },
  PROPOSALS_ON_TIME: { description: 'Proposals reviewed in time ÷ (reviewed + open and late) (제안 심사기한 준수율).' },
  PROPOSALS_ADOPTED: { description: 'Proposals adopted, also in part ÷ decided (제안 채택률).' },
  MONITORING_KEPT: { description: 'Promises that monitors found kept ÷ those they could observe (모니터링 준수율).' },
  STANDARD: { description: 'How a standard of the charter was kept (이행기준 실적).' },
});

export const ScorecardRankedMeasureEnum = graphEnum(
  'ScorecardRankedMeasure',
  'In what departments are ranked.',
  RANKED,
  {
    COMPLAINTS_CHARTER_ON_TIME: { description: 'Complaints in time by the charter (헌장기한 준수율).' },
    COMPLAINTS_ON_TIME: { description: 'Complaints in time by the law (법정기한 준수율).' },
    SATISFACTION: { description: 'Satisfaction of those served (만족도).' },
  },
);

export const ScorecardUnitEnum = graphEnum('ScorecardUnit', 'In what a figure counts.', FIGURE_UNITS, {
  COUNT: { description: 'Cases (건).' },
  PERCENT: { description: 'Percent, 0 to 100.' },
  POINTS: { description: 'Points of a hundred (점).' },
  MINUTES: { description: 'Minutes (분).' },
  HOURS: { description: 'Hours; of complaints, working hours (시간).' },
  DAYS: { description: 'Working days (근무일).' },
  TIMES: { description: 'How often (회).' },
  KRW: { description: 'Korean won (원).' },
});

export const FigureStateEnum = graphEnum('FigureState', 'Whether a figure is there, and why not.', FIGURE_STATES, {
  SHOWN: { description: 'It is there.' },
  SUPPRESSED: {
    description:
      'Withheld: it rests on fewer than 5 cases, or would tell about so few when taken from a total (비공개).',
  },
  NONE: { description: 'There was nothing to rate (해당 없음).' },
  MISSING: { description: 'The service that owns it does not answer. Only in drafts: it is not zero (미수신).' },
});
