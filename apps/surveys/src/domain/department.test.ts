import { departmentFaults } from './department';

const TODAY = '2026-11-23';
const open = { code: 'ROADS', closedOn: null, successorCode: null };

it.each([
  [open],
  [{ ...open, closedOn: '2026-11-24' }],
])('%j asks', (department) => expect(departmentFaults('ROADS', department, TODAY)).toEqual([])); // prettier-ignore

it.each([
  ['there is none of that code', undefined, 'There is no department ROADS.'],
  ['it is closed since today', { ...open, closedOn: TODAY }, 'This department was closed.'],
  ['another took over', { ...open, closedOn: TODAY, successorCode: 'CIVIL' }, 'This department was closed. It is for CIVIL to ask.'],
])('nobody is asked where %s', (_name, department, en) =>
  expect(departmentFaults('ROADS', department, TODAY)).toMatchObject([
    { code: 'INVALID_VALUE', path: ['departmentCode'], message: { en } },
  ]),
); // prettier-ignore
