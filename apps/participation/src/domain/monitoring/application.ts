import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type GivenPerson, inOneForm, personFaults, textFaults } from '@charter/privacy';
import type { DistrictQuota } from './recruitment';
import { type Transitions, decideByTable } from '../step';

/** What became of an application; who was appointed is a monitor for the term. */
export const APPLICATION_STATUSES = [
  ...(['APPLIED', 'APPOINTED', 'NOT_APPOINTED'] as const),
  ...(['WITHDRAWN', 'RESIGNED', 'DISMISSED'] as const),
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

const NAMES = {
  APPLIED: { ko: '신청', en: 'pending' },
  APPOINTED: { ko: '위촉', en: 'appointed' },
  NOT_APPOINTED: { ko: '미선정', en: 'not appointed' },
  WITHDRAWN: { ko: '취하', en: 'withdrawn' },
  RESIGNED: { ko: '사임', en: 'ended by resignation' },
  DISMISSED: { ko: '해촉', en: 'ended by dismissal' },
} as const;

export const APPLICATION_COMMANDS = ['appoint', 'passOver', 'withdraw', 'resign', 'dismiss'] as const;
/** `passOver`: selecting is complete without this one. */
export type ApplicationCommand = (typeof APPLICATION_COMMANDS)[number];

export const APPLICATION_TRANSITIONS: Transitions<ApplicationStatus, ApplicationCommand> = {
  appoint: { APPLIED: 'APPOINTED', NOT_APPOINTED: 'APPOINTED' },
  passOver: { APPLIED: 'NOT_APPOINTED' },
  withdraw: { APPLIED: 'WITHDRAWN' },
  resign: { APPOINTED: 'RESIGNED' },
  dismiss: { APPOINTED: 'DISMISSED' },
};

const TABLE = {
  transitions: APPLICATION_TRANSITIONS,
  names: NAMES,
  done: {
    appoint: ['APPOINTED'],
    passOver: ['NOT_APPOINTED'],
    withdraw: ['WITHDRAWN'],
    resign: ['RESIGNED'],
    dismiss: ['DISMISSED'],
  } satisfies Partial<Record<ApplicationCommand, readonly ApplicationStatus[]>>,
};

/** Decides whether a command is possible, and where it leads. Pure. */
export const decideApplicationStep = (
  status: ApplicationStatus,
  command: ApplicationCommand,
): Outcome<ApplicationStatus> => decideByTable(TABLE, status, command);

/** What a citizen hands in. */
export interface Application {
  readonly applicant: GivenPerson;
  readonly district: string;
  readonly motivation: string;
}

/** The faults of an application, without regard to the moment. @returns it with name and contacts in one form */
export function decideApplication(application: Application, districts: readonly DistrictQuota[]): Outcome<Application> {
  const { applicant, district, motivation } = application;
  const faults = [...personFaults(applicant, 'applicant'), ...textFaults(motivation, 2_000, 'motivation')];
  if (!districts.some(({ name }) => name === district.trim()))
    faults.push(
      refusal(
        'INVALID_VALUE',
        `모집하는 지역에서 골라 주십시오: ${districts.map(({ name }) => name).join(', ')}`,
        `Please choose one of the districts: ${districts.map(({ name }) => name).join(', ')}`,
        'district',
      ),
    );
  if (faults.length > 0) return refused(...faults);
  return accepted({ applicant: inOneForm(applicant), district: district.trim(), motivation: motivation.trim() });
}

/** Appointing so many in a district that has so many already. @returns why it cannot be */
export function quotaFaults(
  districts: readonly DistrictQuota[],
  serving: Readonly<Record<string, number>>,
  chosen: readonly string[],
): Refusal[] {
  return districts.flatMap(({ name, quota }) => {
    const more = chosen.filter((district) => district === name).length;
    const left = quota - (serving[name] ?? 0);
    if (more <= left) return [];
    return [
      refusal(
        'LIMIT_REACHED',
        `${name}의 정원은 ${quota}명이며, ${Math.max(left, 0)}명을 더 위촉할 수 있습니다.`,
        `${name} takes ${quota} monitors: ${Math.max(left, 0)} more can be appointed there.`,
        'applicationIds',
      ),
    ];
  });
}

export const appliedAlready = (): Refusal =>
  refusal('ALREADY_DONE', '이미 신청하셨습니다.', 'You have applied already.');

export const nobodyChosen = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '한 명 이상 위촉해 주십시오. 아무도 위촉하지 않으려면 모집을 취소해 주십시오.',
    'Please appoint at least one. To appoint nobody, cancel the recruitment.',
    'applicationIds',
  );

export const notOfRecruitment = (): Refusal =>
  refusal(
    'INVALID_VALUE',
    '이 모집의 신청이 아니거나 위촉할 수 없는 신청이 있습니다.',
    'One of them is no application for this recruitment, or cannot be appointed any more.',
    'applicationIds',
  );
