/** A word as somebody wrote it, and what is searched by: the pairs and triples of letters of its stem. */
export interface Word {
  readonly word: string;
  readonly terms: readonly string[];
}

/**
 * Particles (조사) that end no noun, the longer ones first: what stays has at least two syllables. 도, 로, 과, 가 and the like stay:
 * 횡단보도, 고속도로, 허가 end in them, and a pair too many does no harm.
 */
const PARTICLES = [
  ...[
    '으로부터',
    '에서부터',
    '에게서',
    '이라고',
    '이라도',
    '이라는',
    '에서는',
    '에서도',
    '까지',
    '부터',
    '에서',
    '에게',
  ],
  ...['한테', '으로', '라고', '처럼', '보다', '마다', '조차', '이나', '이랑', '하고', '에는', '에도', '들이', '들은'],
  ...['들을', '은', '는', '을', '를', '에', '의'],
];

/** Endings of verbs and of the polite manner, the longer ones first: what stays has at least one syllable. */
const ENDINGS = [
  ...['하여주시기바랍니다', '해주시기바랍니다', '해주시면', '해주십시오', '해주시길', '해주세요', '해주셨으면'],
  ...[
    '하고싶습니다',
    '하였습니다',
    '했습니다',
    '되었습니다',
    '됐습니다',
    '있습니다',
    '없습니다',
    '싶습니다',
    '겠습니다',
  ],
  ...['합니다', '됩니다', '입니다', '습니다', '주십시오', '십시오', '주세요', '하려고', '하려면', '하고자', '하는데'],
  ...['되는데', '인데요', '이에요', '이예요', '거든요', '는데요', '었는데', '았는데', '는데', '지만', '면서', '다가'],
  ...['하면', '하는', '되는', '하게', '하기', '하여', '해서', '돼서', '되어', '어서', '아서', '네요', '어요', '아요'],
  ...['해요', '예요', '에요', '세요', '나요', '군요', '한다', '된다', '했다', '음', '요'],
];

/** Words of courtesy that say nothing about a matter. */
const COURTESY = new Set([
  ...[
    '안녕',
    '안녕하세요',
    '안녕하십니까',
    '부탁',
    '부탁드립니다',
    '부탁드려요',
    '감사',
    '감사합니다',
    '수고',
    '수고하십니다',
  ],
  ...['민원', '문의', '문의드립니다', '신고합니다', '바랍니다', '드립니다', '꼭', '좀', '제발', '빨리', '빠른', '너무'],
]);

const HANGUL = /^[가-힣]+$/;
/** What a longer text says beyond this adds little; it bounds what a request costs. */
const MOST_WORDS = 400;

function without(word: string, tails: readonly string[], least: number): string {
  const tail = tails.find((each) => word.length - each.length >= least && word.endsWith(each));
  return tail ? word.slice(0, -tail.length) : word;
}

/** A word without its particle and ending: 가로등이 → 가로등, 막혔습니다 → 막혔. */
export function stem(word: string): string {
  if (!HANGUL.test(word)) return word;
  const bare = without(word, ENDINGS, 1);
  return without(bare, PARTICLES, 2);
}

/** Pairs and triples of neighbouring letters. */
function grams(letters: string): string[] {
  const found: string[] = [];
  for (let at = 0; at + 2 <= letters.length; at += 1) {
    found.push(letters.slice(at, at + 2));
    if (at + 3 <= letters.length) found.push(letters.slice(at, at + 3));
  }
  return found;
}

const split = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[가-힣]+|[a-z]+/g) ?? []
  ).slice(0, MOST_WORDS);

/**
 * The words of a Korean text, each with the terms it is found by. Written together or apart (불법주차, 불법 주차), with
 * whatever particle or ending, most terms stay: a pair across two neighbouring words belongs to the first of them. Numbers
 * are left out: they may be somebody's.
 */
export function wordsOf(text: string): Word[] {
  const stems = split(text)
    .filter((word) => !COURTESY.has(word))
    .map(stem)
    .filter((word) => !COURTESY.has(word));
  return stems.map((word, index) => {
    if (!HANGUL.test(word)) return { word, terms: word.length > 1 ? [word] : [] };
    const next = stems[index + 1];
    const across = next && HANGUL.test(next) ? [word.slice(-1) + next[0]!] : [];
    return { word, terms: [...grams(word), ...across] };
  });
}

/** The terms of a text, each once. */
export const termsOf = (text: string): string[] => [...new Set(wordsOf(text).flatMap(({ terms }) => terms))];

/**
 * What a text has to contain to be found by a search: every pair of letters of every word. Whether the text writes its words
 * together or apart, with which particles, and in which order makes no difference.
 */
export const searchTermsOf = (search: string): string[] => [
  ...new Set(
    wordsOf(search).flatMap(({ word, terms }) =>
      HANGUL.test(word) ? terms.filter((term) => term.length === 2 && word.includes(term)) : terms,
    ),
  ),
];
