import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import type { Department } from '../department';
import type { Standard } from '../standard';
import { type Bilingual, type CharterDraft, type CharterText, type Duty, REQUIRED_SECTIONS } from './charter';

/** What a charter names, as it is known at this moment. */
export interface Named {
  standard(code: string): Standard | undefined;
  department(code: string): Department | undefined;
}

export interface Publication {
  readonly draft: CharterDraft;
  /** The first day on which it holds. Days in Asia/Seoul. */
  readonly inForceFrom: string;
  readonly today: string;
  /** The last version before it, where there is one. */
  readonly before: { readonly version: number; readonly inForceFrom: string } | undefined;
}

/** The whole text: what is named is written out as it is now; what is not known is left out. */
export function writtenOut(draft: CharterDraft, named: Named): CharterText {
  return {
    title: draft.title,
    preamble: draft.preamble,
    common: draft.common.map(({ section, clauses }) => ({
      section,
      clauses: clauses.map(({ code, text, standardCode }) => ({
        code,
        text,
        standard: (standardCode !== null && named.standard(standardCode)) || null,
      })),
    })),
    departments: draft.departments.flatMap(({ departmentCode, standardCodes }) => {
      const department = named.department(departmentCode);
      if (!department) return [];
      const { nameKo, nameEn, phone } = department;
      return [
        {
          departmentCode,
          name: { ko: nameKo, en: nameEn },
          phone,
          standards: standardCodes.flatMap((code) => named.standard(code) ?? []),
        },
      ];
    }),
    cityDuties: draft.cityDuties,
    citizenDuties: draft.citizenDuties,
  };
}

function* dayFaults({ inForceFrom, today, before }: Publication): Generator<Refusal> {
  if (inForceFrom < today) {
    yield refusal(
      'TOO_LATE',
      '지난 날부터 시행할 수 없습니다. 오늘이나 그 뒤의 날을 정해 주십시오.',
      'A charter cannot have held in the past: choose today or a later day.',
      'inForceFrom',
    );
  } else if (before && inForceFrom <= before.inForceFrom) {
    yield refusal(
      'INVALID_VALUE',
      `제${before.version}판이 ${before.inForceFrom}부터 시행됩니다. 그 뒤의 날을 정해 주십시오.`,
      `Version ${before.version} holds from ${before.inForceFrom}: choose a later day.`,
      'inForceFrom',
    );
  }
}

function* missing(prefix: string, { ko, en }: Bilingual, ...place: string[]): Generator<Refusal> {
  for (const [language, text, inKorean, inEnglish] of [
    ['Ko', ko, '국문이', 'The Korean text'],
    ['En', en, '영문이', 'The English text'],
  ] as const) {
    if (text.trim()) continue;
    yield refusal(
      'INVALID_VALUE',
      `${inKorean} 없습니다. 두 언어로 모두 써 주십시오.`,
      `${inEnglish} is missing: write it in both languages.`,
      ...place,
      `${prefix}${language}`,
    );
  }
}

function* missingOf(duties: readonly Duty[], ...place: string[]): Generator<Refusal> {
  for (const { code, text } of duties) yield* missing('text', text, ...place, code);
}

function* standardFaults(
  code: string,
  standard: Standard | undefined,
  departmentCode: string | null,
  inForceFrom: string,
  place: readonly string[],
): Generator<Refusal> {
  const shown = code.slice(0, 64);
  if (!standard) {
    yield refusal('INVALID_VALUE', `이행기준 ${shown}이(가) 없습니다.`, `There is no standard ${shown}.`, ...place);
  } else if (standard.validFrom > inForceFrom || (standard.validTo ?? inForceFrom) < inForceFrom) {
    yield refusal(
      'INVALID_VALUE',
      `이행기준 ${shown}은(는) ${inForceFrom}에 시행되지 않습니다.`,
      `The standard ${shown} does not hold on ${inForceFrom}.`,
      ...place,
    );
  } else if (standard.departmentCode !== departmentCode) {
    const owner = standard.departmentCode;
    yield refusal(
      'INVALID_VALUE',
      owner ? `이행기준 ${shown}은(는) ${owner} 부서의 것입니다.` : `이행기준 ${shown}은(는) 시 전체의 것입니다.`,
      owner ? `The standard ${shown} is ${owner}’s own.` : `The standard ${shown} is one of the whole city.`,
      ...place,
    );
  }
}

function* departmentFaults(code: string, found: Department | undefined, inForceFrom: string): Generator<Refusal> {
  const place = ['departmentStandards', code];
  const shown = code.slice(0, 64);
  if (!found) {
    yield refusal('INVALID_VALUE', `부서 ${shown}이(가) 없습니다.`, `There is no department ${shown}.`, ...place);
  } else if (found.closedOn !== null && found.closedOn <= inForceFrom) {
    const { successorCode } = found;
    yield refusal(
      'INVALID_VALUE',
      `부서 ${shown}은(는) ${found.closedOn}에 폐지됩니다.${successorCode ? ` 승계 부서: ${successorCode}` : ''}`,
      `The department ${shown} closes on ${found.closedOn}${successorCode ? `: ${successorCode} carries on` : ''}.`,
      ...place,
    );
  }
}

function* contentFaults({ draft, inForceFrom }: Publication, named: Named): Generator<Refusal> {
  yield* missing('title', draft.title);
  yield* missing('preamble', draft.preamble);
  for (const section of REQUIRED_SECTIONS) {
    if (draft.common.some((each) => each.section === section && each.clauses.length > 0)) continue;
    yield refusal(
      'INVALID_VALUE',
      '방문·전화·우편·온라인의 공통이행기준이 하나 이상씩 있어야 합니다.',
      'Visit, phone, mail and online each need a common standard.',
      'commonStandards',
      section,
    );
  }
  for (const { section, clauses } of draft.common) {
    yield* missingOf(clauses, 'commonStandards', section);
    for (const { code, standardCode } of clauses) {
      if (standardCode === null) continue;
      const place = ['commonStandards', section, code, 'standardCode'];
      yield* standardFaults(standardCode, named.standard(standardCode), null, inForceFrom, place);
    }
  }
  for (const { departmentCode, standardCodes } of draft.departments) {
    yield* departmentFaults(departmentCode, named.department(departmentCode), inForceFrom);
    for (const code of standardCodes) {
      const place = ['departmentStandards', departmentCode, code];
      yield* standardFaults(code, named.standard(code), departmentCode, inForceFrom, place);
    }
  }
  yield* missingOf(draft.cityDuties, 'cityDuties');
  yield* missingOf(draft.citizenDuties, 'citizenDuties');
  if (draft.citizenDuties.length === 0) {
    yield refusal(
      'INVALID_VALUE',
      '시민 협조사항이 하나 이상 있어야 합니다.',
      'What is asked of the citizen is missing.',
      'citizenDuties',
    );
  }
}

/**
 * Decides whether a draft may be published: complete in both languages, naming only what there is and holds on its first day.
 * @returns the text that never changes again
 */
export function decidePublication(publication: Publication, named: Named): Outcome<CharterText> {
  const faults = [...dayFaults(publication), ...contentFaults(publication, named)];
  return faults.length > 0 ? refused(...faults) : accepted(writtenOut(publication.draft, named));
}
