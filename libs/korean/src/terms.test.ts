import { stem, termsOf, wordsOf } from './terms';

describe('the stem of a word', () => {
  it.each([
    ['가로등은', '가로등'],
    ['가로등을', '가로등'],
    ['도로에서', '도로'],
    ['사거리부터', '사거리'],
    ['주차했습니다', '주차'],
    ['고쳐주세요', '고쳐'],
    ['물은', '물은'], // one syllable stays with its particle: 물 alone would be no pair
    ['횡단보도', '횡단보도'],
    ['허가', '허가'],
    ['cctv', 'cctv'],
  ])('%s → %s', (word, expected) => expect(stem(word)).toBe(expected));
});

describe('the terms of a text', () => {
  const common = (one: string, other: string): string[] => termsOf(one).filter((term) => termsOf(other).includes(term));

  it('are pairs and triples of letters', () => {
    expect(termsOf('가로등')).toEqual(['가로', '가로등', '로등']);
  });

  it.each([
    ['written together or apart', '불법주차', '불법 주차', ['불법', '법주', '주차']],
    ['with whatever particle', '가로등이 꺼졌어요', '가로등은 꺼졌습니다', ['가로', '가로등', '로등', '꺼졌']],
    ['composed or not', '도로'.normalize('NFD'), '도로', ['도로']],
    ['in a compound', '횡단보도', '보도', ['보도']],
  ])('stay the same %s', (_how, one, other, expected) => {
    expect(common(one, other)).toEqual(expected);
  });

  it('leave out numbers, which may be somebody’s, and words of courtesy', () => {
    expect(termsOf('안녕하세요. 010-1234-5678 900101-1234567 부탁드립니다')).toEqual([]);
  });

  it('know the word that each belongs to', () => {
    expect(wordsOf('CCTV 고장')).toEqual([
      { word: 'cctv', terms: ['cctv'] },
      { word: '고장', terms: ['고장'] },
    ]);
  });

  it('are bounded, however long the text', () => {
    expect(wordsOf('도로 '.repeat(5_000))).toHaveLength(400);
  });
});
