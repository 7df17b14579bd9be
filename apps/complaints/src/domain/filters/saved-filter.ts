import { type Refusal, refusal } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { isServiceCode } from '../service-item';

export const MOST_FILTERS = 100;

/** A filter of complaints under a name. Moments are RFC 3339. */
export interface FilterToSave {
  readonly name: string;
  readonly shared: boolean;
  readonly filter: {
    readonly serviceCode?: string | null;
    readonly receivedFrom?: Date | null;
    readonly receivedTo?: Date | null;
  };
}

/** Why a filter cannot be kept. @param departmentCode of who keeps it */
export function* filterFaults(
  { name, shared, filter }: FilterToSave,
  departmentCode: string | undefined,
): Generator<Refusal> {
  yield* textFaults(name, 100, 'name');
  if (shared && !departmentCode) {
    const ko = '소속 부서가 없으면 필터를 함께 쓸 수 없습니다.';
    yield refusal('INVALID_VALUE', ko, 'Without a department a filter cannot be shared.', 'shared');
  }
  const { serviceCode, receivedFrom, receivedTo } = filter;
  if (serviceCode && !isServiceCode(serviceCode)) {
    yield refusal(
      'INVALID_VALUE',
      '사무 코드가 올바르지 않습니다.',
      'This is no service code.',
      'filter',
      'serviceCode',
    );
  }
  if (receivedFrom && receivedTo && receivedTo <= receivedFrom) {
    const ko = '접수 기간의 끝이 시작보다 빠릅니다.';
    yield refusal('INVALID_VALUE', ko, 'The end is not after the beginning.', 'filter', 'receivedTo');
  }
}
