/**
 * The words by which a front desk would send a complaint on: those that the departments' own duties and the names of their
 * services are written with, as an office keeps them on a sheet. Made from the catalogue, before any text of the demo was read.
 */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  ROADS: ['도로', '보도', '보도블록', '맨홀', '가로등', '보안등', '점용', '과속방지턱', '포장', '인도'],
  TRAFFIC: ['버스', '노선', '정류장', '교통', '신호', '신호등', '주차', '택시', '표지판', '차선', '불법주차'],
  WATER: ['수도', '상수도', '수돗물', '누수', '수질', '단수', '수압', '요금', '계량기', '명의'],
  PARKS: ['공원', '산책로', '놀이터', '가로수', '나무', '벤치', '화장실', '잔디'],
  WASTE: ['쓰레기', '재활용', '수거', '폐기물', '투기', '청소', '음식물', '대형폐기물'],
  ENVIRONMENT: ['소음', '악취', '먼지', '매연', '배출', '환경', '대기', '진동', '공해'],
  HOUSING: ['건축', '건물', '허가', '주택', '아파트', '증축', '토지', '지적', '준공', '불법건축'],
  WELFARE: ['복지', '수급', '급여', '장애인', '돌봄', '보육', '양육수당', '어르신', '노인', '지원'],
  HEALTH: ['식품', '위생', '음식', '영업신고', '식당', '반려동물', '유기', '동물', '감염', '병원'],
  PLANNING: ['조례', '규정', '정보공개', '법령', '해석', '헌장', '기획'],
  CIVIL: ['여권', '증명서', '인감', '가족관계', '발급', '세금', '지방세', '재산세', '창구', '안내'],
  CULTURE: ['도서관', '책', '열람실', '축제', '공연', '문화', '행사'],
  ECONOMY: ['일자리', '취업', '소상공인', '지역화폐', '지원금', '가게', '시장', '창업'],
  AUDIT: ['감사', '불친절', '공무원', '직원', '소극행정', '부당'],
};

/** The departments in the order of how many of their words a text has; those with more complaints first where they tie. */
export function byKeywords(text: string, volume: ReadonlyMap<string, number>): string[] {
  const hits = (code: string): number => KEYWORDS[code]!.filter((word) => text.includes(word)).length;
  return Object.keys(KEYWORDS).sort((a, b) => hits(b) - hits(a) || (volume.get(b) ?? 0) - (volume.get(a) ?? 0));
}
