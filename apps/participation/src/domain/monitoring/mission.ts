import { type WorkingCalendar, atLocal, localDate } from '@charter/calendar';
import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type MissionPlace, placeFaults } from './place';
import { type Transitions, decideByTable } from '../step';
import { isWhole } from '../whole';

/** How far a mission (점검 과제) is. Whether its time has come is the clock’s word, not a status. */
export const MISSION_STATUSES = ['OPEN', 'ENDED', 'CANCELLED'] as const;
export type MissionStatus = (typeof MISSION_STATUSES)[number];

const NAMES = {
  OPEN: { ko: '진행 중', en: 'open' },
  ENDED: { ko: '종료', en: 'over' },
  CANCELLED: { ko: '취소', en: 'cancelled' },
} as const;

export const MISSION_COMMANDS = ['report', 'end', 'cancel'] as const;
/** `end` comes by itself. */
export type MissionCommand = (typeof MISSION_COMMANDS)[number];

export const MISSION_TRANSITIONS: Transitions<MissionStatus, MissionCommand> = {
  report: { OPEN: 'OPEN' },
  end: { OPEN: 'ENDED' },
  cancel: { OPEN: 'CANCELLED' },
};

const TABLE = {
  transitions: MISSION_TRANSITIONS,
  names: NAMES,
  done: { end: ['ENDED'], cancel: ['CANCELLED'] } satisfies Partial<Record<MissionCommand, readonly MissionStatus[]>>,
};

/** A point to check, which a standard of the charter promises. */
export interface ChecklistItem {
  readonly question: string;
  readonly standardCode: string;
}

/** A standard of the charter, as far as missions need it. Days in Asia/Seoul, the last one included. */
export interface KnownStandard {
  readonly code: string;
  /** Null: it holds for the whole city. */
  readonly departmentCode: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Which of these codes are no standard that the watched department keeps on a day. @param known in the order of the codes */
export const notInForce = (
  codes: readonly string[],
  known: readonly (KnownStandard | undefined)[],
  watchedCode: string,
  day: string,
): string[] =>
  codes.filter((_, index) => {
    const standard = known[index];
    if (!standard || standard.validFrom > day || (standard.validTo !== null && standard.validTo < day)) return true;
    return standard.departmentCode !== null && standard.departmentCode !== watchedCode;
  });

/** What monitors are sent to look at. */
export interface Mission {
  readonly title: string;
  readonly instructions: string;
  /** Whose service is looked at, and who answers. */
  readonly watchedCode: string;
  readonly place: MissionPlace;
  /** Reports are taken from the first moment on, and no more at the second. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly checklist: readonly ChecklistItem[];
  /** Monitors of which districts; empty: of all. */
  readonly districts: readonly string[];
  /** How many photographs a report needs at least. */
  readonly photosNeeded: number;
  /** Working days in which the department answers. */
  readonly answerDays: number;
}

/** What a mission is measured against. Days in Asia/Seoul. */
export interface MissionFacts {
  readonly now: Date;
  readonly termFrom: string;
  readonly termTo: string;
  readonly recruiterCode: string;
  readonly districts: readonly string[];
  /** Codes of its checklist that are no standard of the watched department on the day of the mission. */
  readonly unknownStandards: readonly string[];
  /** Why the department that is watched answers nothing today. */
  readonly elsewhere: readonly Refusal[];
}

const MOST_ITEMS = 30;
export const MOST_PHOTOS = 10;
const invalid = (ko: string, en: string, ...path: string[]): Refusal => refusal('INVALID_VALUE', ko, en, ...path);

function* checklistFaults({ checklist }: Mission, unknown: readonly string[]): Generator<Refusal> {
  if (!isWhole(checklist.length, 1, MOST_ITEMS))
    yield invalid(
      `점검 항목은 1개 이상 ${MOST_ITEMS}개 이하입니다.`,
      `A checklist has 1 to ${MOST_ITEMS} items.`,
      'checklist',
    );
  for (const [index, { question, standardCode }] of checklist.entries()) {
    yield* textFaults(question, 300, 'checklist', String(index), 'question');
    if (unknown.includes(standardCode))
      yield invalid(
        `이행기준 ${standardCode.slice(0, 64)}은(는) 그날 점검할 부서가 지키는 기준이 아닙니다. standards에서 골라 주십시오.`,
        `${standardCode.slice(0, 64)} is no standard that this department keeps on that day: choose one of standards.`,
        'checklist',
        String(index),
        'standardCode',
      );
  }
}

function* windowFaults({ startsAt, endsAt }: Mission, { now, termFrom, termTo }: MissionFacts): Generator<Refusal> {
  if (endsAt <= startsAt)
    yield invalid('끝나는 때는 시작하는 때보다 뒤여야 합니다.', 'It ends after it begins.', 'endsAt');
  else if (endsAt <= now) yield invalid('이미 지난 때입니다.', 'This time has passed.', 'endsAt');
  if (startsAt < atLocal(termFrom, '00:00') || endsAt > atLocal(termTo, '24:00'))
    yield invalid(
      `임기(${termFrom} ~ ${termTo}) 안이어야 합니다.`,
      `It lies within the term (${termFrom} to ${termTo}).`,
      'startsAt',
    );
}

/** Nobody verifies reports about themselves. */
const ownDepartment = (): Refusal =>
  refusal(
    'CONFLICT_OF_INTEREST',
    '모니터를 위촉한 부서가 스스로를 점검하게 할 수 없습니다. 다른 부서가 모집한 모니터여야 합니다.',
    'Monitors do not look at the department that appointed them and verifies their reports.',
    'watchedDepartmentCode',
  );

/** Decides a mission. Pure. */
export function decideMission(mission: Mission, facts: MissionFacts): Outcome<Mission> {
  const { title, instructions, watchedCode, districts, photosNeeded, answerDays } = mission;
  const faults = [
    ...textFaults(title, 200, 'title'),
    ...textFaults(instructions, 5_000, 'instructions'),
    ...(watchedCode === facts.recruiterCode ? [ownDepartment()] : facts.elsewhere),
    ...placeFaults(mission.place),
    ...windowFaults(mission, facts),
    ...checklistFaults(mission, facts.unknownStandards),
  ];
  if (!districts.every((district) => facts.districts.includes(district)))
    faults.push(
      invalid('모집한 지역에서 골라 주십시오.', 'Please choose among the districts of the recruitment.', 'districts'),
    );
  if (!isWhole(photosNeeded, 0, MOST_PHOTOS))
    faults.push(
      invalid(`사진은 0장에서 ${MOST_PHOTOS}장까지입니다.`, `0 to ${MOST_PHOTOS} photographs.`, 'photosNeeded'),
    );
  if (!isWhole(answerDays, 1, 60))
    faults.push(invalid('답변 기간은 1일 이상 60일 이하입니다.', 'Answering takes 1 to 60 days.', 'answerDays'));
  return faults.length > 0 ? refused(...faults) : accepted(mission);
}

/** Decides whether a command is possible, and where it leads: reports in their time alone, by the server’s clock. Pure. */
export function decideMissionStep(
  status: MissionStatus,
  command: MissionCommand,
  { now, startsAt, endsAt }: { readonly now: Date; readonly startsAt: Date; readonly endsAt: Date },
): Outcome<MissionStatus> {
  if (command === 'report' && (status === 'ENDED' || (status === 'OPEN' && now >= endsAt)))
    return refused(refusal('TOO_LATE', '보고할 수 있는 때가 지났습니다.', 'The time for reports has passed.'));
  const decided = decideByTable(TABLE, status, command);
  if (!decided.ok) return decided;
  if (command === 'report' && now < startsAt)
    return refused(refusal('TOO_EARLY', '아직 보고할 때가 아닙니다.', 'The time for reports has not come yet.'));
  if (command === 'end' && now < endsAt)
    return refused(refusal('TOO_EARLY', '아직 보고할 수 있는 때입니다.', 'Reports are still taken.'));
  return decided;
}

/**
 * When monitors who have not reported are reminded: at nine on the last working day before the last day, or on that day
 * itself; null where the mission is as short as that. Pure.
 */
export function remindAt(
  { startsAt, endsAt }: Pick<Mission, 'startsAt' | 'endsAt'>,
  calendar: WorkingCalendar,
): Date | null {
  const lastDay = localDate(new Date(endsAt.getTime() - 1)); // 24:00 belongs to the day that it ends
  const moments = [calendar.addWorkingDays(lastDay, -1), lastDay].map((day) => atLocal(day, '09:00'));
  return moments.find((moment) => moment > startsAt && moment < endsAt) ?? null;
}
