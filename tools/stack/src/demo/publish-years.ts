import { localDate } from '@charter/calendar';

import { GraphClient } from '../graph-client';
import { StackError } from '../stack-error';

/** Why the demo's scorecard takes the place of the one that a new stack has. */
const REASON = '시연용 한 해의 이력을 반영하여 다시 공표합니다.';

const LIST = `query ($year: Int!) { scorecards(year: $year, part: YEAR) { id status reason replacedBy { id } } }`;
const PUBLISH = `mutation ($input: PublishScorecardInput!) { publishScorecard(input: $input) { errors { code message } } }`;

interface Listed {
  readonly scorecards: readonly {
    readonly id: string;
    readonly status: string;
    readonly reason: string | null;
    readonly replacedBy: object | null;
  }[];
}
interface Published {
  readonly publishScorecard: { readonly errors: readonly { readonly code: string; readonly message: string }[] };
}

/**
 * Publishes how the city kept its charter in the year that was told and in the one before, through the public endpoint. Told again,
 * nothing is published twice.
 * @param token an administrator's
 * @param until the end of the year that was told
 */
export async function publishYears(endpoint: string, token: string, until: Date): Promise<void> {
  const client = new GraphClient(endpoint, token);
  const thisYear = Number(localDate(until).slice(0, 4));
  for (const year of [thisYear - 1, thisYear]) {
    const { scorecards } = await client.run<Listed>(LIST, { year });
    const published = scorecards.filter(({ status }) => status === 'PUBLISHED');
    const newest = published.find(({ replacedBy }) => replacedBy === null);
    const told = year === thisYear ? published.some(({ reason }) => reason === REASON) : newest !== undefined;
    if (told) continue;
    const input = { year, part: 'YEAR', ...(newest && { replaces: newest.id, reason: REASON }) };
    const { errors } = (await client.run<Published>(PUBLISH, { input })).publishScorecard;
    if (errors.length > 0) throw new StackError(`The scorecard of ${year} was refused: ${errors[0]!.message}`);
  }
}
