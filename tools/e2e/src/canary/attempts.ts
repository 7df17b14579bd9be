import { randomUUID } from 'node:crypto';
import { localDate } from '@charter/calendar';
import { ACCESS, type May } from '@charter/tool-supergraph';
import type { Clerk } from './clerk';
import { personalMutations } from './examples';
import type { Known } from './filler';
import type { Told } from './story';

const RESIDENT_NUMBER = ' 000101-3123451';

/** The name of the field that names an object of a kind. */
const NAMES: Readonly<Record<string, string>> = {
  complaintId: 'Complaint',
  claimId: 'CompensationClaim',
  proposalId: 'Proposal',
  contestId: 'Contest',
  entryId: 'ContestEntry',
  objectionId: 'Objection',
  recruitmentId: 'MonitorRecruitment',
  consultationId: 'Consultation',
  improvementActionId: 'ImprovementAction',
};
const CODES: Readonly<Record<string, string>> = { departmentCode: 'ROADS', serviceCode: 'ROAD_OCCUPANCY' };

const knownOf =
  ({ subjects }: Told): Known =>
  (field, type) => {
    if (type === 'ID') return subjects[NAMES[field] ?? ''] ?? randomUUID();
    if (type === 'LocalDate') return localDate(new Date());
    if (type === 'DateTime') return new Date().toISOString();
    return type === 'String' ? (CODES[field] ?? 'X') : undefined;
  };

/** Who may call a mutation, as somebody of the story or of the demo. */
function callerOf(may: May, { citizen, officer }: Told, tokens: Readonly<Record<string, string>>): string {
  if (may === 'ANYBODY' || may === 'SIGNED_IN' || may.includes('CITIZEN')) return citizen.token;
  if (may.includes('OFFICER')) return officer.token;
  return tokens[may[0]!.toLowerCase()]!;
}

/** Every text of an input, changed. */
function withTexts(input: unknown, change: (text: string) => string): unknown {
  if (typeof input === 'string') return change(input);
  if (Array.isArray(input)) return input.map((each) => withTexts(each, change));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, withTexts(value, change)]));
}

/**
 * Files every mutation that takes something personal with marks in it, as somebody who may, whatever comes of it: as it should
 * be, with a resident registration number, with a field that is not there, and with a text where something else belongs.
 */
export async function filesEverything(
  clerk: Clerk,
  told: Told,
  tokens: Readonly<Record<string, string>>,
): Promise<void> {
  const rules = Object.assign({}, ...Object.values(ACCESS.roots).map(({ Mutation }) => Mutation)) as Record<
    string,
    { may: May }
  >;
  for (const mutation of personalMutations(clerk.filler)) {
    const caller = callerOf(rules[mutation]!.may, told, tokens);
    const input = () => clerk.filler.input(mutation, {}, knownOf(told));
    const mark = clerk.marks.make('WORDS', `${mutation}, at a wrong place`);
    await clerk.files(caller, mutation, input());
    await clerk.files(
      caller,
      mutation,
      withTexts(input(), (text) => (/표식/.test(text) ? text + RESIDENT_NUMBER : text)) as object,
    );
    await clerk.files(caller, mutation, { ...input(), nothingOfTheKind: mark });
    await clerk.files(
      caller,
      mutation,
      withTexts(input(), (text) => (/표식|^mark-|^0/.test(text) ? { text } : text) as string) as object,
    );
  }
}
