import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES } from '@charter/contracts';
import { API, schemaPath } from '../repository';
import { missingRules } from './missing';
import { type AccessRules, ACCESS } from './rules';
import { ADMIN, ANYBODY, rule } from './rule';

const read = (path: string): string => readFileSync(join(__dirname, '../../../..', path), 'utf8');

it('finds a rule for every root field, entity and field of the graph, and no rule about nothing', () => {
  const subgraphs = Object.fromEntries(SERVICES.map((name) => [name, read(schemaPath(name))]));
  expect(missingRules(subgraphs, read(API), ACCESS).join('\n')).toBe('');
});

describe('a small graph', () => {
  const notices = `
    type Query { me: Citizen  settings: Setting }
    type Mutation { saveSetting: Setting }
    type Citizen @key(fields: "id") { id: ID!  email: String }
    type Setting { value: String }
    type Complaint @key(fields: "id", resolvable: false) { id: ID! }
    type SettingConnection { edges: [Setting]  note: String }`;
  const api = notices.replace(/@key\(.*?\)/g, '');
  const rules: AccessRules = {
    roots: {
      notices: { Query: { me: rule('SIGNED_IN'), settings: rule(ANYBODY) }, Mutation: { saveSetting: rule(ADMIN) } },
    },
    entities: { Citizen: { notices: 'MASKED' } },
    fields: {
      Citizen: { id: 'OBJECT', email: 'MASKED' },
      Setting: { value: 'PUBLIC' },
      Complaint: { id: 'PUBLIC' },
      SettingConnection: { note: 'PUBLIC' },
    },
  };
  const faults = (changes: Partial<AccessRules>): string =>
    missingRules({ notices }, api, { ...rules, ...changes }).join('\n');

  it('is content with a rule for each; wrappers need none for what they wrap, stubs none for references', () => {
    expect(faults({})).toBe('');
  });

  it.each<[string, Partial<AccessRules>, RegExp]>([
    [
      'a mutation without a rule, with where to add it and how',
      { roots: { notices: { Query: rules.roots.notices!.Query, Mutation: {} } } },
      /roots\/<service>\.ts.*saveSetting: rule\(ADMIN\)[^]*\n {2}notices Mutation\.saveSetting$/,
    ],
    [
      'a rule in another service’s list',
      { roots: { charter: rules.roots.notices } },
      /no access rule[^]*notices Query\.me[^]*not there[^]*charter Query\.me/,
    ],
    ['an entity without a rule', { entities: {} }, /entities\.ts[^]*\n {2}Citizen \(notices\)$/],
    [
      'a rule about no entity',
      { entities: { ...rules.entities, Complaint: { notices: 'KEY' } } },
      /Complaint \(notices\)/,
    ],
    [
      'a field without a class',
      { fields: { ...rules.fields, Citizen: { id: 'OBJECT' } } },
      /fields\.json[^]*PARTIES:[^]*\n {2}Citizen\.email$/,
    ],
    [
      'a value of a wrapper without a class',
      { fields: { ...rules.fields, SettingConnection: {} } },
      /SettingConnection\.note$/,
    ],
    ['a line about no field', { fields: { ...rules.fields, Gone: { id: 'PUBLIC' } } }, /not there[^]*Gone\.id$/],
    ['a class that is none', { fields: { ...rules.fields, Setting: { value: 'SECRET' } } }, /Setting\.value: SECRET$/],
  ])('reports %s', (_name, changes, told) => expect(faults(changes)).toMatch(told));
});
