import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import { SEED_FOLDER } from '../issuer/people';
import type { Random } from './random';
import { PLACES, SPOTS, WORDINGS } from './words';

/** What citizens tell, in their own words: seldom with the word that the office has for it. */
const situations = z
  .record(z.string(), z.array(z.string()).min(5))
  .parse(JSON.parse(readFileSync(join(SEED_FOLDER, 'demo/situations.json'), 'utf8')));

const OPENERS = [
  '',
  '',
  '',
  '안녕하세요. ',
  '수고 많으십니다. ',
  '처음 글을 올립니다. ',
  '지난번에도 말씀드렸는데요. ',
  '답답해서 씁니다. ',
];
const CLOSERS = [
  '',
  ' 빨리 살펴봐 주세요.',
  ' 꼭 좀 부탁드립니다.',
  ' 어떻게 해야 하는지 알려 주십시오.',
  ' 답변 기다리겠습니다.',
  ' 벌써 몇 번째인지 모르겠습니다.',
  ' 저만 불편한 것이 아닐 겁니다.',
  ' 연락 주시면 자세히 말씀드릴게요.',
];
/** What has nothing to do with the matter, and stands in letters all the same. */
const ASIDES = [
  '버스에서 내려 걸어가다 보았습니다.',
  '아이 학교 가는 길에 늘 봅니다.',
  '공원에 운동하러 다니는 길목입니다.',
  '도로변이라 오가는 사람이 많습니다.',
  '물건을 사러 시장에 가던 길이었습니다.',
  '주차장에서 나오다가 알게 됐어요.',
  '아파트 이웃들도 다 같은 말을 합니다.',
  '도서관에서 돌아오는 길이었어요.',
  '건물 주인에게도 말해 보았습니다.',
  '쓰레기를 버리러 나갔다가 알았습니다.',
];
const TITLES = [
  '부탁드립니다',
  '불편합니다',
  '여쭙니다',
  '살펴봐 주세요',
  '도와주세요',
  '말씀드릴 것이 있습니다',
  '확인 좀 해 주세요',
  '민원입니다',
];
const SLIPS: readonly (readonly [string, string])[] = [
  ['했어요', '햇어요'],
  ['됐어요', '됬어요'],
  ['습니다', '읍니다'],
  ['않', '안'],
  ['어떻게', '어떡해'],
  ['며칠', '몇일'],
];

/** As people type: a space is missed now and then, and a word is misspelt. */
function typed(text: string, random: Random): string {
  const slipped = random.chance(0.25)
    ? SLIPS.reduce((said, [right, wrong]) => (random.chance(0.5) ? said.replace(right, wrong) : said), text)
    : text;
  return slipped.replace(/ /g, () => (random.chance(0.08) ? '' : ' '));
}

/** A complaint about a service, as a citizen would write it. */
export function tell(serviceCode: string, random: Random): { title: string; body: string } {
  const own = situations[serviceCode] ?? [];
  const first = random.pick(own);
  const second = random.chance(0.35) ? random.pick(own) : first;
  const place = random.chance(0.7) ? `${random.pick(PLACES)} ${random.pick(SPOTS)}입니다. ` : '';
  const aside = random.chance(0.3) ? ` ${random.pick(ASIDES)}` : '';
  const told = second === first ? `${first}.` : `${first}. ${second}.`;
  const named = WORDINGS[serviceCode]?.titles;
  const title = random.weighted<() => string>([
    [() => first.split(' ').slice(0, random.between(2, 4)).join(' '), 5],
    [() => random.pick(TITLES), 4],
    [() => random.pick(named ?? TITLES), 1],
  ])();
  return {
    title: typed(title, random),
    body: typed(`${random.pick(OPENERS)}${place}${told}${aside}${random.pick(CLOSERS)}`, random),
  };
}
