import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicQueries, wronglyPublic } from './public';
import { ANYBODY, rule } from './rule';
import { ACCESS } from './rules';

const rules = {
  roots: {
    charter: { Query: { departments: rule(ANYBODY), mine: rule('SIGNED_IN'), total: rule('SIGNED_IN') }, Mutation: {} },
  },
  entities: {},
  fields: { Department: { name: 'PUBLIC', head: 'STAFF', text: 'PUBLIC' }, Text: { ko: 'PUBLIC', draft: 'ADMIN' } },
};
const faults = (
  department: string,
  query = 'departments: [Department!]!',
  text = 'type Text { ko: String draft: String }',
) => wronglyPublic({ charter: `type Query { ${query} } type Department ${department} ${text}` }, rules);

describe('fields that are marked public', () => {
  it.each<[string, string[], string[]]>([
    ['none without marks', ['{ name: String head: String text: Text }'], []],
    [
      'those of a marked type',
      ['@cacheControl(maxAge: 60) { name: String head: String }'],
      ['Department.head (charter)'],
    ],
    [
      'none that is taken out',
      ['@cacheControl(maxAge: 60) { name: String head: String @cacheControl(maxAge: 0) }'],
      [],
    ],
    ['none of a type without a mark that is in one', ['@cacheControl(maxAge: 60) { name: String text: Text }'], []],
    [
      'those of a type that is as public as its place',
      [
        '@cacheControl(maxAge: 60) { text: [Text!]! }',
        'departments: Department',
        'type Text @cacheControl(inheritMaxAge: true) { ko: String draft: String }',
      ],
      ['Text.draft (charter)'],
    ],
    ['queries for some', ['@cacheControl(maxAge: 60) { name: String }', 'mine: Department'], ['Query.mine (charter)']],
    ['queries that say so', ['{ name: String }', 'total: Int @cacheControl(maxAge: 5)'], ['Query.total (charter)']],
    ['no query that says nothing', ['{ name: String }', 'total: Int'], []],
  ])('names %s', (_name, [department, query, text], expected) =>
    expect(faults(department!, query, text)).toEqual(expected),
  );

  it('names what is wrapped in a page, and nothing of the page itself', () => {
    const page = (node: string) =>
      wronglyPublic(
        {
          charter: `type Query { departments: DepartmentConnection @cacheControl(maxAge: 60) mine: DepartmentConnection }
            type DepartmentConnection @cacheControl(inheritMaxAge: true) { edges: [DepartmentEdge!]! totalCount: Int! note: String }
            type DepartmentEdge @cacheControl(inheritMaxAge: true) { cursor: String! node: Department! }
            type Department ${node} { name: String head: String }`,
        },
        rules,
      );
    expect(page('')).toEqual(['DepartmentConnection.note (charter)']);
    expect(page('@cacheControl(maxAge: 60)')).toEqual([
      'DepartmentConnection.note (charter)',
      'Department.head (charter)',
    ]);
  });
});

/** Queries for everybody whose answers are not given again, and why. */
const ASKED_ANEW: Readonly<Record<string, string>> = {
  complaintByReceipt: 'tries a secret',
  consultationSlots: 'slots are taken by the minute',
  contest: 'opens and closes by the minute, and shows who takes part more',
  contests: 'as contest',
  improvementAction: 'is published one by one',
  improvementActions: 'as improvementAction',
  monitorRecruitment: 'opens and closes by the minute, and shows the caller’s own application',
  monitorRecruitments: 'as monitorRecruitment',
  monitoringMission: 'opens and closes by the minute, and shows the caller’s own report',
  monitoringMissions: 'as monitoringMission',
  monitoringReport: 'is seen by more and more people, one by one',
  monitoringReports: 'as monitoringReport',
  proposal: 'counts endorsements, and may be withdrawn',
  proposals: 'as proposal',
  publicComplaints: 'may be withdrawn',
  similarComplaints: 'is asked with what somebody writes',
  similarProposals: 'is asked with what somebody writes',
  suggestRouting: 'is asked with what somebody writes',
  survey: 'opens and closes by the minute',
  surveyInvitation: 'tries a secret',
  surveys: 'as survey',
};

it('has every query for everybody marked, or says why it is asked anew', () => {
  const apps = join(__dirname, '../../../../apps');
  const subgraphs = Object.fromEntries(
    Object.keys(ACCESS.roots).map((name) => [name, readFileSync(join(apps, name, 'schema.graphql'), 'utf8')]),
  );
  const forEverybody = Object.values(ACCESS.roots).flatMap(({ Query }) =>
    Object.entries(Query).flatMap(([name, { may }]) => (may === ANYBODY ? [name] : [])),
  );
  expect([...publicQueries(subgraphs), ...Object.keys(ASKED_ANEW)].sort()).toEqual(forEverybody.sort());
});
