import { type Outcome, accepted, refusal, refused } from '@charter/contracts';

/** A holiday that the government declares for one day (임시공휴일; 관공서의 공휴일에 관한 규정 제2조). */
export interface Declaration {
  readonly date: string;
  readonly nameKo: string;
  readonly nameEn: string;
}

/** @param today the day in Asia/Seoul. @param known the name of the day, when it is a holiday already */
export function decideDeclaration(
  declaration: Declaration,
  today: string,
  known: string | undefined,
): Outcome<Declaration> {
  const { date, nameKo, nameEn } = declaration;
  if (date < today) {
    return refused(
      refusal(
        'TOO_LATE',
        '지난 날은 공휴일로 지정할 수 없습니다.',
        'A day in the past cannot be declared a holiday.',
        'date',
      ),
    );
  }
  if (known !== undefined) {
    return refused(
      refusal(
        'ALREADY_DONE',
        `이 날은 이미 공휴일입니다: ${known}.`,
        `This day is a holiday already: ${known}.`,
        'date',
      ),
    );
  }
  for (const [field, name] of [
    ['nameKo', nameKo],
    ['nameEn', nameEn],
  ] as const) {
    if (!name.trim() || name.length > 100)
      return refused(
        refusal('INVALID_VALUE', '공휴일 이름은 1~100자입니다.', 'A holiday’s name has 1 to 100 characters.', field),
      );
  }
  return accepted(declaration);
}

/** A declaration can be taken back until its day. */
export function decideRevocation(date: string, today: string, declared: boolean): Outcome<string> {
  if (!declared) {
    return refused(
      refusal(
        'INVALID_STATE',
        '이 날은 임시공휴일로 지정되어 있지 않습니다.',
        'No holiday was declared for this day.',
        'date',
      ),
    );
  }
  if (date <= today) {
    return refused(
      refusal(
        'TOO_LATE',
        '이미 시작된 공휴일은 취소할 수 없습니다.',
        'A holiday that has begun cannot be taken back.',
        'date',
      ),
    );
  }
  return accepted(date);
}
