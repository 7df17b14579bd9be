import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type GivenPerson, inOneForm, personFaults, textFaults } from '@charter/privacy';
import type { Origin } from './origins/origin';
import { type JointPetition, jointFaults, jointInOneForm } from './parties/joint-petition';
import { type Place, placeFaults } from './parties/place';
import { type KnownDepartment, isClosed } from './department';
import { type ServiceItem, isInForce } from './service-item';

export const CHANNELS = ['ONLINE', 'VISIT', 'PHONE', 'LETTER'] as const;
export type Channel = (typeof CHANNELS)[number];

export const VISIBILITIES = ['PRIVATE', 'PUBLIC_MASKED'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Who files (민원인). Name and one contact are required (민원 처리에 관한 법률 시행령 제5조). */
export type Petitioner = GivenPerson;

export interface Filing {
  readonly serviceCode: string;
  readonly title: string;
  readonly body: string;
  readonly petitioner: Petitioner;
  readonly channel: Channel;
  readonly visibility: Visibility;
  readonly receivedAt: Date;
  /** Null for a petition of one. */
  readonly joint: JointPetition | null;
  readonly place: Place | null;
  /** Files that were uploaded before. */
  readonly attachmentIds: readonly string[];
  /** What of participation it comes from, if it does. */
  readonly origin?: Origin | null;
}

/** What a filing is measured against. Days in Asia/Seoul. */
export interface FilingFacts {
  readonly service: ServiceItem | undefined;
  readonly department: KnownDepartment | undefined;
  /** Who carries on when the department was closed. */
  readonly successor: KnownDepartment | undefined;
  readonly receivedOn: string;
  readonly today: string;
  readonly now: Date;
}

/** How far back an officer may register: older letters are a matter for the archive. */
const OLDEST_RECEIPT_DAYS = 365;
const DAY_MS = 86_400_000;

/** Why a service takes no complaint. */
export function* serviceFaults(
  code: string,
  { service, department, successor, receivedOn, today }: Omit<FilingFacts, 'now'>,
): Generator<Refusal> {
  if (!service) {
    yield refusal(
      'INVALID_VALUE',
      `민원사무 코드 ‘${code.slice(0, 64)}’에 해당하는 사무가 없습니다. serviceItems에서 골라 주십시오.`,
      `There is no service with the code “${code.slice(0, 64)}”: please choose one of serviceItems.`,
      'serviceCode',
    );
  } else if (!isInForce(service, receivedOn)) {
    yield refusal(
      'INVALID_VALUE',
      `‘${service.nameKo}’은(는) 접수일에 운영하지 않는 사무입니다.`,
      `“${service.nameEn}” was not offered on the day of receipt.`,
      'serviceCode',
    );
  } else if (department && isClosed(department, today)) {
    const ko = successor ? ` ${successor.nameKo}(${successor.code})의 사무로 신청해 주십시오.` : '';
    const en = successor ? ` Please choose a service of ${successor.nameEn} (${successor.code}).` : '';
    yield refusal(
      'INVALID_VALUE',
      `‘${service.nameKo}’을(를) 맡던 ${department.nameKo}은(는) 폐지되었습니다.${ko}`,
      `${department.nameEn}, which offered “${service.nameEn}”, was closed.${en}`,
      'serviceCode',
    );
  }
}

function* receiptFaults(receivedAt: Date, now: Date): Generator<Refusal> {
  if (receivedAt > now) {
    yield refusal(
      'INVALID_VALUE',
      '접수 시각은 현재보다 늦을 수 없습니다.',
      'The moment of receipt cannot lie in the future.',
      'receivedAt',
    );
  } else if (now.getTime() - receivedAt.getTime() > OLDEST_RECEIPT_DAYS * DAY_MS) {
    yield refusal(
      'INVALID_VALUE',
      '1년보다 오래된 접수 시각은 등록할 수 없습니다.',
      'A receipt more than a year ago cannot be registered.',
      'receivedAt',
    );
  }
}

/** Decides whether a complaint is taken. @returns it with name and contacts in one form */
export function decideFiling(filing: Filing, facts: FilingFacts): Outcome<Filing> {
  const { petitioner } = filing;
  const faults = [
    ...textFaults(filing.title, 200, 'title'),
    ...textFaults(filing.body, 10_000, 'body'),
    ...personFaults(petitioner, 'petitioner'),
    ...jointFaults(petitioner, filing.joint),
    ...placeFaults(filing.place),
    ...receiptFaults(filing.receivedAt, facts.now),
    ...serviceFaults(filing.serviceCode, facts),
  ];
  if (faults.length > 0) return refused(...faults);
  return accepted({
    ...filing,
    title: filing.title.trim(),
    body: filing.body.trim(),
    petitioner: inOneForm(petitioner),
    joint: jointInOneForm(filing.joint),
    place: filing.place && { ...filing.place, address: filing.place.address.trim() },
  });
}
