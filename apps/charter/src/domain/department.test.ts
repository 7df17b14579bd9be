import { type Department, type DepartmentTree, decideDepartment } from './department';

const department = (changes: Partial<Department> = {}): Department => ({
  code: 'ROADS',
  nameKo: '도로과',
  nameEn: 'Roads',
  phone: null,
  dutiesKo: null,
  dutiesEn: null,
  parentCode: null,
  closedOn: null,
  successorCode: null,
  ...changes,
});

const rows: Department[] = [
  department(),
  department({ code: 'CITY' }),
  department({ code: 'LIGHTS', parentCode: 'ROADS' }),
  department({ code: 'OLD', closedOn: '2026-01-01', successorCode: 'ROADS' }),
];
const find = (code: string) => rows.find((row) => row.code === code);
const tree: DepartmentTree = {
  exists: (code) => Boolean(find(code)),
  closedOn: (code) => find(code)?.closedOn ?? null,
  parentOf: (code) => find(code)?.parentCode ?? null,
  successorOf: (code) => find(code)?.successorCode ?? null,
  isSucceeded: (code) => code === 'OLD',
};

it.each([
  ['a plain one', {}],
  ['one below another', { parentCode: 'CITY' }],
  ['one that closes without a successor', { closedOn: '2027-01-01' }],
  ['one that is carried on', { closedOn: '2027-01-01', successorCode: 'CITY' }],
  [
    'another name of one whose work has passed',
    { code: 'OLD', nameEn: 'Old roads', closedOn: '2026-01-01', successorCode: 'ROADS' },
  ],
])('accepts %s', (_name, changes) => expect(decideDepartment(department(changes), tree)).toMatchObject({ ok: true }));

it.each([
  ['code', { code: 'roads' }],
  ['nameKo', { nameKo: '  ' }],
  ['nameEn', { nameEn: 'x'.repeat(101) }],
  ['parentCode', { parentCode: 'NOWHERE' }],
  ['parentCode', { parentCode: 'ROADS' }],
  ['parentCode', { parentCode: 'LIGHTS' }],
  ['successorCode', { successorCode: 'CITY' }],
  ['successorCode', { closedOn: '2027-01-01', successorCode: 'NOWHERE' }],
  ['successorCode', { closedOn: '2027-01-01', successorCode: 'ROADS' }],
  ['successorCode', { closedOn: '2027-01-01', successorCode: 'OLD' }],
])('refuses a wrong %s: %j', (field, changes) => {
  const decided = decideDepartment(department(changes), tree);
  expect(decided).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_VALUE', path: [field] }] });
});

it.each([
  ['closedOn', { closedOn: null, successorCode: null }],
  ['closedOn', { closedOn: '2026-02-01', successorCode: 'ROADS' }],
  ['successorCode', { closedOn: '2026-01-01', successorCode: 'CITY' }],
])('refuses another %s of one whose work has passed: %j', (field, changes) => {
  const decided = decideDepartment(department({ code: 'OLD', ...changes }), tree);
  expect(decided).toMatchObject({ ok: false, refusals: [{ code: 'INVALID_STATE', path: [field] }] });
});
