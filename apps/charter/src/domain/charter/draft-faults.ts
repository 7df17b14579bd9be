import { type Refusal, refusal } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Bilingual, COMMON_SECTIONS, type CharterDraft, type Duty } from './charter';

const TITLE_LIMIT = 100;
const PREAMBLE_LIMIT = 5_000;
const CLAUSE_LIMIT = 500;
/** Of one list: a charter that nobody reads to its end promises nothing. */
const MOST = 100;
const CODE = /^[A-Z][A-Z0-9_]{1,31}$/;

/** Where something stands in the input. */
type Place = readonly string[];

/** What is not written yet is no fault of a draft. */
function* ofText(prefix: string, { ko, en }: Bilingual, limit: number, place: Place = []): Generator<Refusal> {
  if (ko.trim()) yield* textFaults(ko, limit, ...place, `${prefix}Ko`);
  if (en.trim()) yield* textFaults(en, limit, ...place, `${prefix}En`);
}

function* ofList<T>(items: readonly T[], codeOf: (item: T) => string, field: string, place: Place): Generator<Refusal> {
  if (items.length > MOST) {
    yield refusal(
      'LIMIT_REACHED',
      `한 목록에는 ${MOST}개까지 넣을 수 있습니다.`,
      `A list takes ${MOST} at most.`,
      ...place,
    );
  }
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const code = codeOf(item);
    if (seen.has(code)) {
      yield refusal(
        'INVALID_VALUE',
        `${code.slice(0, 64)}이(가) 두 번 들어 있습니다. 하나를 지워 주십시오.`,
        `${code.slice(0, 64)} stands here twice: remove one.`,
        ...place,
        String(index),
        field,
      );
    }
    seen.add(code);
  }
}

function* ofDuties(duties: readonly Duty[], ...place: string[]): Generator<Refusal> {
  yield* ofList(duties, ({ code }) => code, 'code', place);
  for (const [index, { code, text }] of duties.entries()) {
    const here = [...place, String(index)];
    if (!CODE.test(code)) {
      yield refusal(
        'INVALID_VALUE',
        '조항 코드는 대문자로 시작하는 영문 대문자·숫자·밑줄 2~32자입니다.',
        'A clause’s code has 2 to 32 capitals, digits or underscores and starts with a capital.',
        ...here,
        'code',
      );
    }
    yield* ofText('text', text, CLAUSE_LIMIT, here);
  }
}

/** The faults of a draft, each with its place in the input. What is missing is asked for when it is published. */
export function* draftFaults(draft: CharterDraft): Generator<Refusal> {
  yield* ofText('title', draft.title, TITLE_LIMIT);
  yield* ofText('preamble', draft.preamble, PREAMBLE_LIMIT);
  yield* ofList(draft.common, ({ section }) => section, 'category', ['commonStandards']);
  for (const [index, { section, clauses }] of draft.common.entries()) {
    if (!COMMON_SECTIONS.includes(section)) {
      yield refusal(
        'INVALID_VALUE',
        '개별 서비스의 이행기준은 부서별 이행기준(departmentStandards)에 넣어 주십시오.',
        'A service’s own standards stand with its department: put them into departmentStandards.',
        ...['commonStandards', String(index), 'category'],
      );
    }
    yield* ofDuties(clauses, 'commonStandards', String(index), 'clauses');
  }
  yield* ofList(draft.departments, ({ departmentCode }) => departmentCode, 'departmentCode', ['departmentStandards']);
  for (const [index, { standardCodes }] of draft.departments.entries())
    yield* ofList(standardCodes, (code) => code, 'standardCodes', ['departmentStandards', String(index)]);
  yield* ofDuties(draft.cityDuties, 'cityDuties');
  yield* ofDuties(draft.citizenDuties, 'citizenDuties');
}
