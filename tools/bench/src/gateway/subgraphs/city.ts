/** A made-up city without a database: everything follows from an id, so that every process tells the same. */

interface Typed {
  readonly __typename: string;
}

const DEPARTMENTS = 12;
const OFFICERS = 40;

export interface Officer extends Typed {
  readonly id: string;
  readonly name: string;
  readonly desk: string;
}

export interface Department extends Typed {
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly head: Officer;
}

export interface Complaint extends Typed {
  readonly id: string;
  readonly receiptNumber: string;
  readonly title: string;
  readonly status: string;
  readonly department: Department;
  readonly lastNotice: Typed & { readonly kind: string; readonly state: string };
}

export const officerOf = (id: string): Officer => ({
  __typename: 'Officer',
  id,
  name: `박민수 ${id}`,
  desk: `${(Number(id) % 9) + 1}층 민원실`,
});

export const departmentOf = (code: string): Department => ({
  __typename: 'Department',
  code,
  name: `도로관리과 ${code}`,
  phone: `051-888-${code.slice(1).padStart(4, '0')}`,
  head: officerOf(String((Number(code.slice(1)) * 7) % OFFICERS)),
});

export const complaintOf = (id: string): Complaint => ({
  __typename: 'Complaint',
  id,
  receiptNumber: `2026-${id.padStart(8, '0')}`,
  title: `보도블록이 깨져 있습니다 (${id})`,
  status: ['RECEIVED', 'ASSIGNED', 'ANSWERED'][Number(id) % 3]!,
  department: departmentOf(`D${Number(id) % DEPARTMENTS}`),
  lastNotice: {
    __typename: 'Notice',
    kind: 'complaint.assigned.v1',
    state: Number(id) % 2 === 0 ? 'DELIVERED' : 'PENDING',
  },
});

/** So many complaints, from this number on. */
export const complaintsFrom = (from: number, first: number): Complaint[] =>
  Array.from({ length: first }, (_, at) => complaintOf(String(from + at)));
