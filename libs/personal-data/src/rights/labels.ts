import type { Message } from '@charter/contracts';

const label = (ko: string, en: string): Message => ({ ko, en });

/** What fields are called that several services hold; each service names its own beside them. */
export const LABELS = {
  name: label('이름', 'Name'),
  phone: label('전화번호', 'Phone'),
  email: label('전자우편', 'E-mail'),
  language: label('언어', 'Language'),
  receiptNumber: label('접수번호', 'Receipt number'),
  status: label('상태', 'Status'),
  departmentCode: label('담당부서', 'Department'),
  title: label('제목', 'Title'),
  body: label('내용', 'Text'),
  reason: label('사유', 'Reason'),
  step: label('처리 단계', 'Step'),
  at: label('일시', 'At'),
  submittedAt: label('제출 일시', 'Handed in at'),
  fileName: label('파일 이름', 'File name'),
  mediaType: label('파일 형식', 'File type'),
  bytes: label('크기(바이트)', 'Size in bytes'),
  sha256: label('SHA-256', 'SHA-256'),
} as const satisfies Record<string, Message>;
