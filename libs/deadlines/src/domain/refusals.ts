import { type Outcome, refusal, refused } from '@charter/contracts';
import type { Deadline } from './deadline';
import type { DeadlineCommand } from './transitions';

const STATE_NAMES: Record<Deadline['state'], string> = {
  RUNNING: '진행 중',
  PAUSED: '중지',
  MET: '완료',
  MISSED: '기한 경과',
  CANCELLED: '취소',
};

const COMMAND_NAMES: Record<DeadlineCommand['type'], string> = {
  pause: '중지',
  resume: '재개',
  extend: '연장',
  meet: '완료',
  cancel: '취소',
  reassign: '담당 변경',
  recompute: '재계산',
};

export const wrongState = ({ state }: Deadline, { type }: DeadlineCommand): Outcome<never> =>
  refused(
    refusal(
      'INVALID_STATE',
      `현재 상태(${STATE_NAMES[state]})에서는 할 수 없는 처리입니다(${COMMAND_NAMES[type]}).`,
      `The deadline is ${state}: ${type} is not possible.`,
    ),
  );

export const tooLate = ({ type }: DeadlineCommand): Outcome<never> =>
  refused(
    type === 'pause'
      ? refusal(
          'TOO_LATE',
          '처리기한이 지난 뒤에는 중지할 수 없습니다.',
          'A deadline cannot be paused after it has passed.',
        )
      : refusal(
          'TOO_LATE',
          '처리기한이 지난 뒤에는 연장할 수 없습니다.',
          'A deadline cannot be extended after it has passed.',
        ),
  );

const invalid = (ko: string, en: string, path: string): Outcome<never> =>
  refused(refusal('INVALID_VALUE', ko, en, path));

export const beforeReceipt = (): Outcome<never> =>
  invalid('접수 전으로 소급하여 중지할 수 없습니다.', 'A pause cannot begin before receipt.', 'from');

export const endsBeforeItBegan = (): Outcome<never> =>
  invalid('중지 시작보다 이른 시각에 재개할 수 없습니다.', 'A pause cannot end before it began.', 'at');

export const inTheFuture = (path: 'from' | 'at'): Outcome<never> =>
  invalid('현재보다 나중인 시각은 입력할 수 없습니다.', 'The moment cannot lie in the future.', path);

export const notAnExtension = (): Outcome<never> =>
  invalid('연장 기간은 1 이상의 정수입니다.', 'An extension is a whole number from 1.', 'by');

export const extensionTooLong = (): Outcome<never> =>
  invalid('연장 기간이 너무 깁니다.', 'The extension is too long.', 'by');
