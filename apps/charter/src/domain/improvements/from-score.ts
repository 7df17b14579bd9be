import type { Department } from '../department';
import type { Standard } from '../standard';
import { isReached, targetText } from '../standard-target';
import type { Opening } from './action';

/** How a survey found a standard: points of a hundred, of so many answers. */
export interface Found {
  readonly score: number;
  readonly n: number;
  /** The department that asked: what the whole city promises is its to improve. */
  readonly departmentCode: string;
  /** In which days those who were asked had been served. */
  readonly from: string;
  readonly to: string;
}

const DAYS_TO_IMPROVE = 90;
const DAY_MS = 86_400_000;

/** Whether a score says that a standard is not kept: it is measured by surveys, in points, and the score is short of its target. */
export const isShort = ({ measuredBy, target }: Standard, { score }: Found): boolean =>
  measuredBy === 'SURVEY' && target.unit === 'POINTS' && !isReached(target, score);

/**
 * The improvement action of a standard that a survey found short of its target (개선과제).
 * @param department whose it is: of one that was closed its successor
 * @param today in Asia/Seoul
 */
export function openingOf(
  { code, promiseKo, target }: Standard,
  { score, n, from, to }: Found,
  department: Pick<Department, 'code'>,
  today: string,
): Opening {
  const dueOn = new Date(Date.parse(today) + DAYS_TO_IMPROVE * DAY_MS).toISOString().slice(0, 10);
  const points = score.toLocaleString('en', { maximumFractionDigits: 1 });
  return {
    ...{ departmentCode: department.code, standardCode: code, kind: 'PROCEDURE', plan: null, dueOn },
    title: `만족도 ${points}점, 목표 ${targetText(target).ko}: ${promiseKo}`.slice(0, 200),
    description: `${from}부터 ${to}까지 서비스를 받은 시민 ${n.toLocaleString('en')}명의 응답에서 이 이행기준의 만족도가 ${points}점으로, 목표(${targetText(target).ko})에 이르지 못하였습니다.`,
  };
}
