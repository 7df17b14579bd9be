import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { type AttachmentFacts, type AttachmentLimits, sized } from './attachment';

export const tooMany = ({ perSubject }: AttachmentLimits): Refusal =>
  refusal(
    'LIMIT_REACHED',
    `첨부는 ${perSubject}개까지입니다.`,
    `At most ${perSubject} files can be attached.`,
    'attachmentIds',
  );

/** Decides whether files can be attached. @param present what the subject has already */
export function decideAttaching<T extends AttachmentFacts>(
  files: readonly T[],
  present: { readonly count: number; readonly bytes: number },
  limits: AttachmentLimits,
): Outcome<readonly T[]> {
  if (present.count + files.length > limits.perSubject) return refused(tooMany(limits));
  const path = (index: number) => ['attachmentIds', String(index)];
  const faults = files.flatMap(({ subjectId, checkedAt, scanState }, index): Refusal[] => {
    if (subjectId !== null)
      return [refusal('ALREADY_DONE', '이미 첨부된 파일입니다.', 'This file is attached already.', ...path(index))];
    if (checkedAt === null)
      return [
        refusal(
          'INVALID_STATE',
          '아직 올라오지 않은 파일입니다. 업로드를 마친 뒤 제출해 주십시오.',
          'This file has not arrived yet: finish its upload first.',
          ...path(index),
        ),
      ];
    if (scanState === 'INFECTED')
      return [
        refusal('INVALID_STATE', '악성 코드가 발견된 파일입니다.', 'Malware was found in this file.', ...path(index)),
      ];
    return [];
  });
  if (new Set(files.map(({ id }) => id)).size < files.length)
    faults.push(
      refusal('INVALID_VALUE', '같은 파일이 두 번 들어 있습니다.', 'One file is named twice.', 'attachmentIds'),
    );
  const bytes = files.reduce((sum, file) => sum + file.bytes, present.bytes);
  if (bytes > limits.subjectBytes) {
    const most = sized(limits.subjectBytes);
    faults.push(
      refusal(
        'LIMIT_REACHED',
        `첨부는 모두 합하여 ${most} 이하여야 합니다.`,
        `All attachments together may have ${most} at most.`,
        'attachmentIds',
      ),
    );
  }
  return faults.length > 0 ? refused(...faults) : accepted(files);
}
