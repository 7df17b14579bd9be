export type Language = 'ko' | 'en';
type Words = Readonly<Record<Language, readonly string[]>>;

const NAMES: Words = {
  ko: ['홍길동', '김하나', '이서준', '박지우', '최민서', '정도윤', '강서연'],
  en: ['Hong Gildong', 'Kim Hana', 'Lee Seojun', 'Park Jiu', 'Choi Minseo', 'Jung Doyun', 'Kang Seoyeon'],
};
const OFFICES: Words = {
  ko: ['도로관리과', '교통정책과', '공원녹지과', '상수도사업소', '자원순환과', '민원여권과'],
  en: ['Roads', 'Transport Policy', 'Parks', 'Waterworks', 'Recycling', 'Civil Affairs'],
};
const TITLES: Words = {
  ko: [
    '골목 가로등이 꺼져 있습니다',
    '횡단보도 신호가 너무 짧습니다',
    '공원 의자를 고쳐 주십시오',
    '버스 정류장에 그늘막을 설치해 주십시오',
    '음식물 수거함이 넘칩니다',
  ],
  en: [
    'A street light is out',
    'The green light is too short to cross',
    'Please mend the bench in the park',
    'A bus stop needs shade',
    'The food waste bin overflows',
  ],
};
const SENTENCES: Words = {
  ko: [
    '해운대구 우동 골목의 가로등이 어제부터 켜지지 않습니다.',
    '현장을 확인하였고 이번 주 안에 조치하겠습니다.',
    '자료를 보완하여 주시면 다시 검토하겠습니다.',
    '규정에 따라 접수일부터 7일 안에 답변드립니다.',
    '여러 부서가 함께 살펴야 하는 사안입니다.',
  ],
  en: [
    'The light in our lane in U-dong has been out since yesterday.',
    'We have looked at the place and will see to it this week.',
    'Please complete the documents, and we look at it again.',
    'By the rules you have an answer within 7 days.',
    'Several departments have to look at this together.',
  ],
};
const PLACES: Words = {
  ko: ['부산광역시 해운대구 우동 1411', '부산광역시 연제구 중앙대로 1001', '부산광역시 수영구 광안해변로 219'],
  en: [
    '1411 U-dong, Haeundae-gu, Busan',
    '1001 Jungang-daero, Yeonje-gu, Busan',
    '219 Gwanganhaebyeon-ro, Suyeong-gu, Busan',
  ],
};
const WORDS: Words = {
  ko: ['가로등', '교통', '공원', '상수도', '청소', '민원'],
  en: ['lights', 'traffic', 'parks', 'water', 'waste', 'papers'],
};

const same = (...words: readonly string[]): Words => ({ ko: words, en: words });

/** Which words a text has, by the name of its field, and of its type where that tells more. The first that fits. */
const BY_NAME: readonly (readonly [name: RegExp, words: Words])[] = [
  [/^Department\.name|department(Name)?$/i, OFFICES],
  [/^\w+Service\w*\.name|^ServiceItem\.name/i, TITLES],
  [/email$/i, same('gildong.hong@example.org', 'hana.kim@example.org')],
  [/phone$/i, same('010-2345-6781', '010-8765-4321', '051-120')],
  [/departmentCode$|^Department\.code/i, same('ROADS', 'TRANSPORT', 'PARKS', 'WATER')],
  [/serviceCode$|^ServiceItem\.code/i, same('STREET_LIGHT', 'BUS_STOP', 'PARK_BENCH', 'WATER_BILL')],
  [/url$/i, same('https://city.example/files/1', 'https://city.example/files/2')],
  [/month$/i, same('2026-09', '2026-10', '2026-11')],
  [/csv$/i, same('code,value\nROADS,0.93\n')],
  [/json$|surveyJs$/i, same('{}')],
  [/svg$/i, same('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>')],
  [/(from|to)$/i, same('09:00', '18:00', '22:00', '07:00')],
  [/code$|key$|(^|\.)(kind|type|unit|method|step|queue|service|category|group|grade)$/i, same('ONE', 'TWO', 'THREE')],
  [/token$|cursor$|seed$|(sha256|hash|digest)$/i, same('bW9jay0x', 'bW9jay0y', 'bW9jay0z')],
  [/version$|number$/i, same('1', '2', '3')],
  [/(name|petitioner|author|judge|sender)$/i, NAMES],
  [/title$|subject$|label$|question$|topic$/i, TITLES],
  [/address$|place$|district$/i, PLACES],
  [/word|tag|districts$|categories$/i, WORDS],
];

/** Words for a text: of the language that the field names at its end, otherwise of the caller's. */
export function wordsFor(type: string, field: string, language: Language): readonly string[] {
  const [, plain = field, end] = /^(.*?)(Ko|En)?$/.exec(field) ?? [];
  const name = `${type}.${plain}`;
  const words = BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? SENTENCES;
  return words[end ? (end.toLowerCase() as Language) : language];
}
