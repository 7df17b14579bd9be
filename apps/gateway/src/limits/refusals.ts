import type { Message } from '@charter/contracts';
import { LIMITS, type Limit } from './measure';

/** What was too much, and what to do about it. */
export const REFUSALS: Readonly<Record<Limit, Message>> = {
  body: {
    ko: `요청 본문이 ${LIMITS.body / 1024} kB를 넘었습니다. 나누어 보내 주십시오. 파일은 requestAttachmentUpload로 올려 주십시오.`,
    en: `The request body is over ${LIMITS.body / 1024} kB. Send it in parts; upload files with requestAttachmentUpload.`,
  },
  tokens: {
    ko: `질의문이 너무 깁니다(최대 ${LIMITS.tokens}개 낱말과 기호). 질의를 나누고 값은 변수로 보내 주십시오.`,
    en: `The query text is too long (at most ${LIMITS.tokens} words and signs). Split it, and pass values as variables.`,
  },
  selections: {
    ko: `필드가 너무 많습니다(프래그먼트를 펼쳐 최대 ${LIMITS.selections}개). 필요한 필드만 조회해 주십시오.`,
    en: `Too many fields (at most ${LIMITS.selections} with fragments unfolded). Ask only for the fields you show.`,
  },
  depth: {
    ko: `질의가 너무 깊습니다(최대 ${LIMITS.depth}단계). 안쪽 객체는 id로 따로 조회해 주십시오.`,
    en: `The query is nested too deeply (at most ${LIMITS.depth} levels). Load inner objects by their id in a second query.`,
  },
  nesting: {
    ko: `괄호가 너무 깊게 겹쳐 있습니다(최대 ${LIMITS.nesting}겹). 값은 변수로 보내 주십시오.`,
    en: `Too many brackets inside each other (at most ${LIMITS.nesting}). Pass values as variables.`,
  },
  values: {
    ko: `변수 값의 목록과 객체가 너무 깊게 겹쳐 있습니다(최대 ${LIMITS.values}겹).`,
    en: `Too many lists and objects inside each other in a variable (at most ${LIMITS.values}).`,
  },
  aliases: {
    ko: `별칭이 너무 많습니다(최대 ${LIMITS.aliases}개). 목록 조회나 변수를 이용해 주십시오.`,
    en: `Too many aliases (at most ${LIMITS.aliases}). Use a list field with a filter, or several requests.`,
  },
  directives: {
    ko: `지시어(directive)가 너무 많습니다(최대 ${LIMITS.directives}개).`,
    en: `Too many directives (at most ${LIMITS.directives}).`,
  },
  repeats: {
    ko: `같은 필드가 한 곳에서 ${LIMITS.repeats}번 넘게 되풀이되었습니다. 한 번만 적어 주십시오.`,
    en: `The same field is repeated more than ${LIMITS.repeats} times at one place. Ask for it once.`,
  },
  introspections: {
    ko: `스키마 조회가 한 요청에 너무 많습니다(최대 ${LIMITS.introspections}번).`,
    en: `Too many introspection fields in one request (at most ${LIMITS.introspections}).`,
  },
  cost: {
    ko: `응답이 너무 커질 수 있습니다(최대 객체 ${LIMITS.cost}개). first를 줄이거나 안쪽 목록을 나중에 조회해 주십시오.`,
    en: `The answer could grow too large (at most ${LIMITS.cost} objects). Lower \`first\`, or load inner lists later.`,
  },
};
