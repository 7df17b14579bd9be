import { type RoutingClass, type TermCount, rankRouting } from './routing';
import { termsOf, wordsOf } from '@charter/korean';

/** What answered complaints teach. */
function learn(...answered: [text: string, serviceCode: string, departmentCode: string][]) {
  const classes = new Map<string, RoutingClass>();
  const counts = new Map<string, TermCount>();
  for (const [text, serviceCode, departmentCode] of answered) {
    const of = { serviceCode, departmentCode };
    const known = classes.get(serviceCode);
    classes.set(serviceCode, { ...of, presentDepartment: departmentCode, complaints: (known?.complaints ?? 0) + 1 });
    for (const term of termsOf(text)) {
      const key = `${term} ${serviceCode}`;
      counts.set(key, { ...of, term, complaints: (counts.get(key)?.complaints ?? 0) + 1 });
    }
  }
  return [[...classes.values()], [...counts.values()]] as const;
}

const lessons = learn(
  ['도로에 구멍이 났어요', 'ROAD_REPAIR', 'ROADS'],
  ['아스팔트가 움푹 파였습니다', 'ROAD_REPAIR', 'ROADS'],
  ['가로등이 꺼졌어요', 'STREET_LIGHT', 'ROADS'],
  ['수돗물에서 냄새가 납니다', 'WATER_QUALITY', 'WATER'],
  ['공원 그네가 부서졌어요', 'PARK_FACILITY', 'PARKS'],
);
const rank = (text: string) => rankRouting(wordsOf(text), ...lessons);

describe('where a complaint belongs', () => {
  it.each([
    ['아스팔트에 구멍', 'ROAD_REPAIR', 'ROADS'],
    ['골목 가로 등 꺼짐', 'STREET_LIGHT', 'ROADS'],
    ['수도물 냄새', 'WATER_QUALITY', 'WATER'],
    ['그네 부서짐', 'PARK_FACILITY', 'PARKS'],
  ])('“%s” → %s, %s', (text, service, department) => {
    const { services, departments } = rank(text);
    expect([services[0]!.code, departments[0]!.code]).toEqual([service, department]);
  });

  it('says which words speak for it, how sure it is, and on how many complaints it rests', () => {
    const { services, departments, learnedFrom } = rank('우리 동네 가로등 꺼졌어요');
    expect(learnedFrom).toBe(5);
    expect(services[0]!.matchedWords).toEqual(expect.arrayContaining(['가로등', '꺼졌']));
    expect(services[0]!.matchedWords).not.toContain('동네');
    expect(departments).toHaveLength(3);
    const sure = departments.map(({ confidence }) => confidence);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    expect(sure[0]!).toBeGreaterThan(0.4);
    expect(sure.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(1.02);
  });

  it('names who does the work today', () => {
    const [classes, counts] = lessons;
    const merged = classes.map((each) => ({
      ...each,
      presentDepartment: each.departmentCode.replace('PARKS', 'GREEN'),
    }));
    expect(rankRouting(wordsOf('그네 부서짐'), merged, counts).departments[0]!.code).toBe('GREEN');
  });

  it('says nothing rather than guess, for words that nobody used and before anything was learned', () => {
    expect(rank('xyzzy')).toEqual({ services: [], departments: [], learnedFrom: 5 });
    expect(rankRouting(wordsOf('가로등'), [], [])).toEqual({ services: [], departments: [], learnedFrom: 0 });
  });
});
