import { type Refusal, refusal } from '@charter/contracts';
import type { Weighting } from './weighting';

/** A publication that another one would correct, or stand beside. */
interface Earlier {
  readonly surveyId: string;
  readonly corrected: boolean;
}

/** What somebody wants to publish. */
export interface Publishing {
  readonly surveyId: string;
  /** Null of fewer than five. */
  readonly responses: number | null;
  /** A publication of the same months that corrects none. */
  readonly original: boolean;
  readonly corrects: Earlier | null;
  readonly reason: string | null;
}

/** Why results cannot be published. */
export function publishingFaults({ surveyId, responses, original, corrects, reason }: Publishing): Refusal[] {
  const found: Refusal[] = [];
  if (responses === null) {
    const [ko, en] = [
      '보일 수 있는 응답이 5건이 되지 않아 게시할 수 없습니다.',
      'There are fewer than five answers that can be shown.',
    ];
    found.push(refusal('INVALID_STATE', ko, en));
  }
  if (!corrects && original) {
    const [ko, en] = [
      '이미 게시된 결과입니다. 고치려면 정정 게시를 하십시오.',
      'It is published already: to mend it, publish a correction.',
    ];
    found.push(refusal('ALREADY_DONE', ko, en));
  }
  if (corrects && corrects.surveyId !== surveyId) {
    const [ko, en] = ['다른 설문의 결과입니다.', 'These are the results of another survey.'];
    found.push(refusal('INVALID_VALUE', ko, en, 'corrects'));
  }
  if (corrects?.corrected) {
    const [ko, en] = [
      '이미 정정된 결과입니다. 정정본을 고르십시오.',
      'It was corrected already: correct the correction.',
    ];
    found.push(refusal('ALREADY_DONE', ko, en, 'corrects'));
  }
  if (corrects && !reason) {
    const [ko, en] = ['정정 사유를 적어 주십시오.', 'Please say why it is corrected.'];
    found.push(refusal('INVALID_VALUE', ko, en, 'reason'));
  }
  if (!corrects && reason) {
    const [ko, en] = ['정정하는 결과를 함께 지정해 주십시오.', 'Please name what is corrected.'];
    found.push(refusal('INVALID_VALUE', ko, en, 'corrects'));
  }
  return found;
}

/** What is wrong with how many people the answers are said to stand for. */
export function* basisFaults(population: number | null, weighting: Weighting | null): Generator<Refusal> {
  if (population !== null && (!Number.isInteger(population) || population < 1)) {
    yield refusal('INVALID_VALUE', '모집단은 1명 이상입니다.', 'A population is of one or more.', 'population');
  }
  const given = weighting?.population ?? [];
  if (weighting && (given.length === 0 || given.some(({ size }) => !Number.isInteger(size) || size < 1))) {
    const [ko, en] = ['집단마다 1명 이상의 수를 적어 주십시오.', 'Please give each group a size of one or more.'];
    yield refusal('INVALID_VALUE', ko, en, 'weighting', 'population');
  }
  if (new Set(given.map(({ group }) => group)).size < given.length) {
    const [ko, en] = ['같은 집단이 두 번 있습니다.', 'A group is there twice.'];
    yield refusal('INVALID_VALUE', ko, en, 'weighting', 'population');
  }
}
