import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type AttachmentFacts, type AttachmentLimits, sized } from './attachment';
import { MEDIA_TYPES, type MediaType } from './media-type';

/** What one place asks of the files that are attached there, beyond the limits of all. */
export interface AttachingRule {
  /** The media types that are taken there, such as `PHOTOGRAPHS`; all when it is left out. */
  readonly only?: readonly MediaType[];
  /** The field of the input that names the files, for the paths of refusals; `attachmentIds` when it is left out. */
  readonly field?: string;
}

/** Where in the input a file, or all of them, are named. */
export const pathOf = ({ field = 'attachmentIds' }: AttachingRule, index?: number): string[] =>
  index === undefined ? [field] : [field, String(index)];

export const tooMany = ({ perSubject }: AttachmentLimits, rule: AttachingRule): Refusal =>
  refusal(
    'LIMIT_REACHED',
    `첨부는 ${perSubject}개까지입니다.`,
    `At most ${perSubject} files can be attached.`,
    ...pathOf(rule),
  );

/** Why a checked file is not of a kind that is taken there, if it is not. @param index of the file among those that are named */
export function typeFault(type: MediaType | null, rule: AttachingRule, index: number): Refusal | undefined {
  if (type === null || !rule.only || rule.only.includes(type)) return undefined;
  const endings = rule.only.map((each) => MEDIA_TYPES[each][0]).join(', ');
  return refusal(
    'INVALID_VALUE',
    `여기에는 ${endings} 파일만 첨부할 수 있습니다. 이 파일을 빼거나 바꾸어 주십시오.`,
    `Only these can be attached here: ${endings}. Leave this file out, or replace it.`,
    ...pathOf(rule, index),
  );
}

function fileFault({ subjectId, checkedAt, scanState, type }: AttachmentFacts, rule: AttachingRule, index: number) {
  const path = pathOf(rule, index);
  if (subjectId !== null)
    return refusal('ALREADY_DONE', '이미 첨부된 파일입니다.', 'This file is attached already.', ...path);
  if (checkedAt === null)
    return refusal(
      'INVALID_STATE',
      '아직 올라오지 않은 파일입니다. 업로드를 마친 뒤 제출해 주십시오.',
      'This file has not arrived yet: finish its upload first.',
      ...path,
    );
  if (scanState === 'INFECTED')
    return refusal('INVALID_STATE', '악성 코드가 발견된 파일입니다.', 'Malware was found in this file.', ...path);
  return typeFault(type, rule, index);
}

/** Decides whether files can be attached. @param present what the subject has already */
export function decideAttaching<T extends AttachmentFacts>(
  files: readonly T[],
  present: { readonly count: number; readonly bytes: number },
  limits: AttachmentLimits,
  rule: AttachingRule = {},
): Outcome<readonly T[]> {
  if (present.count + files.length > limits.perSubject) return refused(tooMany(limits, rule));
  const faults = files.flatMap((file, index) => fileFault(file, rule, index) ?? []);
  if (new Set(files.map(({ id }) => id)).size < files.length)
    faults.push(
      refusal('INVALID_VALUE', '같은 파일이 두 번 들어 있습니다.', 'One file is named twice.', ...pathOf(rule)),
    );
  const bytes = files.reduce((sum, file) => sum + file.bytes, present.bytes);
  if (bytes > limits.subjectBytes) {
    const most = sized(limits.subjectBytes);
    faults.push(
      refusal(
        'LIMIT_REACHED',
        `첨부는 모두 합하여 ${most} 이하여야 합니다.`,
        `All attachments together may have ${most} at most.`,
        ...pathOf(rule),
      ),
    );
  }
  return faults.length > 0 ? refused(...faults) : accepted(files);
}
