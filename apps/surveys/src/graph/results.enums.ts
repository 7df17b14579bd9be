import { registerEnumType } from 'type-graphql';
import type { Method, Statistic } from '../domain/results/estimate';
import type { Dimension } from '../domain/results/group';

type ResultDimension = Dimension | 'WEIGHTED_TOTAL' | 'ANSWER';

export const ResultDimensionEnum: { [D in ResultDimension]: D } = {
  TOTAL: 'TOTAL',
  WEIGHTED_TOTAL: 'WEIGHTED_TOTAL',
  DEPARTMENT: 'DEPARTMENT',
  CHANNEL: 'CHANNEL',
  MONTH: 'MONTH',
  SERVICE: 'SERVICE',
  ANSWER: 'ANSWER',
};
registerEnumType(ResultDimensionEnum, {
  name: 'ResultDimension',
  description: 'By what answers are told apart. Where not all groups can be shown, those of the first are kept.',
  valuesConfig: {
    TOTAL: { description: 'All answers.' },
    WEIGHTED_TOTAL: { description: 'All answers, weighted so that they are as the population (가중치 적용).' },
    DEPARTMENT: { description: 'By the department that served (부서), by code.' },
    CHANNEL: { description: 'By the way in which the matter came in (접수 경로).' },
    MONTH: { description: 'By month, such as 2026-11.' },
    SERVICE: { description: 'By service (민원사무), by code.' },
    ANSWER: {
      description:
        'In a cross table (교차표), by the answer to another question: `question=answer`; OTHER for those that are not told apart.',
    },
  },
});

export const WeightingDimensionEnum = { DEPARTMENT: 'DEPARTMENT', CHANNEL: 'CHANNEL', SERVICE: 'SERVICE' } as const;
registerEnumType(WeightingDimensionEnum, {
  name: 'WeightingDimension',
  description: 'By what groups answers are weighted.',
  valuesConfig: {
    DEPARTMENT: { description: 'By department.' },
    CHANNEL: { description: 'By channel.' },
    SERVICE: { description: 'By service.' },
  },
});

export const ResultStatisticEnum: { [S in Statistic]: S } = {
  SHARE: 'SHARE',
  TOP2_SHARE: 'TOP2_SHARE',
  MEAN: 'MEAN',
  STANDARD_DEVIATION: 'STANDARD_DEVIATION',
  MEDIAN: 'MEDIAN',
  SCORE: 'SCORE',
  AVERAGE_RANK: 'AVERAGE_RANK',
  TERM: 'TERM',
};
registerEnumType(ResultStatisticEnum, {
  name: 'ResultStatistic',
  description: 'What a figure says.',
  valuesConfig: {
    SHARE: {
      description:
        'How large a share chose the item, gave these points or a number in this range (the upper end excluded), or ranked it first. From 0 to 1.',
    },
    TOP2_SHARE: { description: 'How large a share gave the two best points (상위 2점 비율). From 0 to 1.' },
    MEAN: { description: 'The mean (평균): of points or numbers, or of the points of options.' },
    STANDARD_DEVIATION: { description: 'The standard deviation (표준편차) among those who answered.' },
    MEDIAN: { description: 'The value in the middle (중앙값).' },
    SCORE: { description: 'A 100-point score (100점 환산 점수); `method` says of which scale.' },
    AVERAGE_RANK: { description: 'The average place of an option among those who ranked it; 1 is the best.' },
    TERM: { description: 'How large a share wrote this word, five or more of them. From 0 to 1.' },
  },
});

export const ResultMethodEnum: { [M in Method]: M } = {
  WILSON: 'WILSON',
  STUDENT_T: 'STUDENT_T',
  SAMPLE_DEVIATION: 'SAMPLE_DEVIATION',
  MEDIAN: 'MEDIAN',
  LIKERT_100_OF_5: 'LIKERT_100_OF_5',
  LIKERT_100_OF_7: 'LIKERT_100_OF_7',
  SUM_OF_POINTS: 'SUM_OF_POINTS',
  STEMMED_WORDS: 'STEMMED_WORDS',
};
registerEnumType(ResultMethodEnum, {
  name: 'ResultMethod',
  description: 'How a figure was computed. Figures of different methods or versions of them are not comparable.',
  valuesConfig: {
    WILSON: { description: 'A share with Wilson’s interval.' },
    STUDENT_T: { description: 'A mean with Student’s interval; weighted, with Kish’s effective number of answers.' },
    SAMPLE_DEVIATION: { description: 'The root of the squared distances from the mean over n − 1.' },
    MEDIAN: { description: 'The middle value, or half-way between the two middle ones.' },
    LIKERT_100_OF_5: { description: '(mean − 1) ÷ 4 × 100 of a five-point scale.' },
    LIKERT_100_OF_7: { description: '(mean − 1) ÷ 6 × 100 of a seven-point scale.' },
    SUM_OF_POINTS: {
      description:
        'The mean of the sums of the options’ points, of those who answered every question that has points. The city’s older scale: four items of 25, 15 or 5 points, so 20 at least.',
    },
    STEMMED_WORDS: {
      description: 'Words without their particles and endings, each counted once in an answer; with Wilson’s interval.',
    },
  },
});
