export type Language = 'ko' | 'en';

const ko = {
  title: '부산 행정서비스헌장',
  subtitle: '플레이그라운드',
  skip: '질의 편집기로 건너뛰기',
  person: '사용자',
  token: 'Bearer 토큰',
  tokenHint: '토큰을 붙여 넣으십시오',
  stories: '예제',
  chooseStory: '예제 열기…',
  share: '링크 복사',
  shared: '링크를 복사하였습니다.',
  help: '도움말',
  close: '닫기',
  language: 'English',
  languageLabel: 'Change the language to English',
  missing: (what: string) =>
    `이 요청에는 ${what}이(가) 필요합니다. 예제에서 먼저 만들거나 변수에 직접 입력해 주십시오.`,
  unreachable: '서버에 연결할 수 없습니다. 잠시 후 다시 시도해 주십시오.',
  people: {
    anonymous: '로그인하지 않음',
    citizen: '시민',
    otherCitizen: '다른 시민',
    officer: '담당 공무원',
    otherOfficer: '다른 부서 공무원',
    manager: '부서장',
    auditor: '감사 담당자',
    admin: '시스템 관리자',
  } as Readonly<Record<string, string>>,
  helpTitle: '플레이그라운드 사용법',
  helpItems: [
    '위의 탭마다 바로 실행할 수 있는 질의가 있습니다. ▶ 단추나 Ctrl+Enter로 실행합니다.',
    '‘사용자’를 바꾸면 그 사람의 토큰으로 요청합니다. 같은 질의도 사람에 따라 보이는 내용이 다릅니다.',
    '{{complaint}} 같은 변수 값은 앞서 실행한 질의에서 얻은 번호로, {{daysAgo:30}}은 30일 전 시각으로, {{dayIn:30}}은 30일 뒤의 날짜로, {{momentIn:30}}은 30일 뒤의 시각으로 바뀌어 전송됩니다.',
    '왼쪽의 탐색기에서 필드를 골라 질의를 만들고, 문서에서 모든 필드의 설명을 볼 수 있습니다.',
    '편집기 안에서 Ctrl+Space는 자동 완성, Ctrl+M은 Tab 키로 편집기를 빠져나가는 전환입니다.',
    '‘링크 복사’는 지금 질의와 변수를 담은 주소를 만듭니다. 토큰은 담기지 않습니다.',
  ],
};

const en: typeof ko = {
  title: 'Busan Service Charter',
  subtitle: 'Playground',
  skip: 'Skip to the query editor',
  person: 'Person',
  token: 'Bearer token',
  tokenHint: 'Paste a token',
  stories: 'Examples',
  chooseStory: 'Open an example…',
  share: 'Copy link',
  shared: 'The link is copied.',
  help: 'Help',
  close: 'Close',
  language: '한국어',
  languageLabel: '한국어로 바꾸기',
  missing: (what) =>
    `This request needs a ${what}: run the example that makes one first, or type it into the variables.`,
  unreachable: 'The server cannot be reached. Please try again in a moment.',
  people: {
    anonymous: 'Not signed in',
    citizen: 'Citizen',
    otherCitizen: 'Another citizen',
    officer: 'Officer in charge',
    otherOfficer: 'Officer of another department',
    manager: 'Head of department',
    auditor: 'Auditor',
    admin: 'Administrator',
  },
  helpTitle: 'How to use the playground',
  helpItems: [
    'Each tab holds a query that is ready to run: press ▶ or Ctrl+Enter.',
    'Change the person to send requests with that person’s token: the same query shows different things to different people.',
    'A variable such as {{complaint}} stands for the id that an earlier query returned, {{daysAgo:30}} for the moment 30 days ago, {{dayIn:30}} for the day in 30 days, {{momentIn:30}} for that moment.',
    'Build queries by ticking fields in the explorer on the left; the docs describe every field.',
    'Inside an editor Ctrl+Space completes, and Ctrl+M lets Tab leave the editor.',
    '“Copy link” makes an address that holds the query and its variables. It never holds a token.',
  ],
};

export type Texts = typeof ko;
export const TEXTS: Readonly<Record<Language, Texts>> = { ko, en };
