import { type Outcome, type Refusal, accepted, refusal, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import type { Criterion } from './contest';
import { isWhole } from '../whole';

/** Somebody who takes part. `departmentCode`: where they work, if for the city: its judges do not judge them. */
export interface Entrant {
  readonly citizenId: string;
  readonly name: string;
  readonly departmentCode: string | null;
}

/** The same without the name. */
export type Member = Omit<Entrant, 'name'>;

/** What is handed in: by one person, or by a team whose first member hands it in. Title and text name nobody. */
export interface EntryInput {
  readonly category: string;
  readonly title: string;
  readonly body: string;
  readonly team: readonly Entrant[];
}

const MOST_IN_TEAM = 10;

/** The faults of an entry, without regard to the moment. */
export function decideEntry(entry: EntryInput, categories: readonly string[]): Outcome<EntryInput> {
  const { category, title, body, team } = entry;
  const faults: Refusal[] = [...textFaults(title, 200, 'title'), ...textFaults(body, 20_000, 'body')];
  if (!categories.includes(category))
    faults.push(
      refusal(
        'INVALID_VALUE',
        '공모 부문에서 골라 주십시오.',
        'Please choose one of the contest’s categories.',
        'category',
      ),
    );
  if (team.length > MOST_IN_TEAM)
    faults.push(
      refusal(
        'LIMIT_REACHED',
        `한 팀은 ${MOST_IN_TEAM}명까지입니다.`,
        `A team has at most ${MOST_IN_TEAM} members.`,
        'team',
      ),
    );
  if (new Set(team.map(({ citizenId }) => citizenId)).size !== team.length)
    faults.push(refusal('INVALID_VALUE', '같은 사람이 두 번 있습니다.', 'Somebody stands twice in the team.', 'team'));
  for (const [index, { name }] of team.entries()) faults.push(...textFaults(name, 100, 'team', String(index), 'name'));
  if (team.some(({ name }) => name.trim().length > 1 && `${title} ${body}`.includes(name.trim())))
    faults.push(
      refusal(
        'INVALID_VALUE',
        '심사는 이름을 가리고 합니다. 제목과 내용에서 참가자의 이름을 빼 주십시오.',
        'Judging is anonymous: please leave the names of who takes part out of title and text.',
        'body',
      ),
    );
  return faults.length > 0 ? refused(...faults) : accepted({ ...entry, title: title.trim(), body: body.trim() });
}

/** A judge, and who takes part: why the one may not judge the others; undefined when nothing stands against it. */
export function conflictOf(
  judge: { readonly judgeId: string; readonly departmentCode: string | null },
  team: readonly Member[],
): 'SAME_TEAM' | 'SAME_DEPARTMENT' | undefined {
  if (team.some(({ citizenId }) => citizenId === judge.judgeId)) return 'SAME_TEAM';
  const own = judge.departmentCode;
  return own !== null && team.some(({ departmentCode }) => departmentCode === own) ? 'SAME_DEPARTMENT' : undefined;
}

/** What a judge gives for one criterion, 0 to 100. */
export interface GivenPoints {
  readonly criterion: string;
  readonly points: number;
}

/** Decides one judge's points for one entry: a whole number from 0 to 100 for every criterion. @returns them in the criteria's order */
export function decidePoints(
  given: readonly GivenPoints[],
  criteria: readonly Criterion[],
): Outcome<readonly number[]> {
  const points = criteria.map(({ name }) => given.find(({ criterion }) => criterion === name)?.points ?? Number.NaN);
  const whole = points.every((each) => isWhole(each, 0, 100));
  if (whole && given.length === criteria.length) return accepted(points);
  const names = criteria.map(({ name }) => name).join(', ');
  return refused(
    refusal(
      'INVALID_VALUE',
      `심사 기준마다 0에서 100 사이의 정수를 하나씩 적어 주십시오: ${names}`,
      `Please give one whole number from 0 to 100 for each criterion: ${names}`,
      'points',
    ),
  );
}

export const notAJudge = (): Refusal =>
  refusal('INVALID_STATE', '이 공모전의 심사위원이 아닙니다.', 'You do not judge this contest.');

export const conflict = (): Refusal =>
  refusal(
    'CONFLICT_OF_INTEREST',
    '이해관계가 있어 이 작품은 심사할 수 없습니다.',
    'You cannot judge this entry: you have an interest in it.',
  );

export const takesPartOneself = (): Refusal =>
  refusal(
    'CONFLICT_OF_INTEREST',
    '참가한 공모전의 일은 결정할 수 없습니다. 다른 부서장이 결정해야 합니다.',
    'You take part in this contest: another head of the department decides.',
  );

export const takesPart = (): Refusal =>
  refusal(
    'ALREADY_DONE',
    '이미 이 공모전에 참가한 사람이 있습니다. 한 사람은 한 작품에만 참가할 수 있습니다.',
    'Somebody of the team takes part already: everybody takes part in one entry at most.',
    'team',
  );
