import { GraphQLError } from 'graphql';
import type { Language } from '@charter/contracts';

/** The services that own figures and do not answer, by name. */
export function figuresMissing(owners: readonly string[], language: Language): GraphQLError {
  const names = owners.join(', ');
  const message =
    language === 'ko'
      ? `다음 서비스가 응답하지 않아 실적을 모두 모으지 못했습니다: ${names}. 공표하지 않았으니 잠시 후 같은 idempotencyKey로 다시 시도해 주십시오.`
      : `Figures are missing, because these services do not answer: ${names}. Nothing was published: try again, with the same idempotencyKey.`;
  return new GraphQLError(message, { extensions: { code: 'SERVICE_UNAVAILABLE' } });
}
