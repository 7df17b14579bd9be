import type { Language } from '@charter/contracts';
import type { ServiceItem } from './service-item';

/** What the office says when a complaint is filed: greeting and guidance, in the office's manner. */
export function greetingFor(
  language: Language,
  service: Pick<ServiceItem, 'nameKo' | 'nameEn' | 'guidanceKo' | 'guidanceEn'>,
  receipt: string,
): { greeting: string; guidance: string } {
  return language === 'ko'
    ? {
        greeting: `안녕하십니까. 신청하신 「${service.nameKo}」 민원이 접수번호 ${receipt}(으)로 접수되었습니다. 약속한 기한 안에 성실히 처리하여 알려 드리겠습니다.`,
        guidance: service.guidanceKo,
      }
    : {
        greeting: `Thank you for writing to us. Your request “${service.nameEn}” was received under number ${receipt}. We will handle it with care and tell you the result by the promised date.`,
        guidance: service.guidanceEn,
      };
}
