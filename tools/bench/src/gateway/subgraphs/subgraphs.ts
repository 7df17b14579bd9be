import type { Root } from './tiny-executor';
import { complaintOf, complaintsFrom, departmentOf, officerOf } from './city';

export interface StubSubgraph {
  readonly name: string;
  /** In the words of federation 1, which all gateways understand: Mercurius knows no other, composition translates them. */
  readonly sdl: string;
  readonly root: Root;
}

const COMPLAINTS = `
type Query {
  complaint(id: ID!): Complaint
  complaints(first: Int!, from: Int!): [Complaint!]
}
type Complaint @key(fields: "id") {
  id: ID!
  receiptNumber: String!
  title: String!
  status: String!
  department: Department
}
extend type Department @key(fields: "code") { code: ID! @external }
`;

const CHARTER = `
extend type Query { department(code: ID!): Department }
type Department @key(fields: "code") { code: ID! name: String phone: String head: Officer }
extend type Officer @key(fields: "id") { id: ID! @external }
`;

const NOTICES = `
extend type Query { officer(id: ID!): Officer }
type Officer @key(fields: "id") { id: ID! name: String desk: String }
extend type Complaint @key(fields: "id") { id: ID! @external lastNotice: Notice }
type Notice { kind: String! state: String! }
`;

type Reference = Readonly<Record<'__typename' | 'id' | 'code', string>>;

const find = (reference: Reference): object => {
  switch (reference.__typename) {
    case 'Complaint':
      return complaintOf(reference.id);
    case 'Department':
      return departmentOf(reference.code);
    case 'Officer':
      return officerOf(reference.id);
    default:
      throw new Error(`No entity is called ${reference.__typename}.`);
  }
};

/** What the whole city answers to a query, without any gateway: the truth that gateways are compared with. */
export const WHOLE: Root = {
  complaint: ({ id }) => complaintOf(String(id)),
  complaints: ({ first, from }) => complaintsFrom(Number(from), Number(first)),
  department: ({ code }) => departmentOf(String(code)),
  officer: ({ id }) => officerOf(String(id)),
};

const subgraph = (name: string, sdl: string): StubSubgraph => ({
  name,
  sdl,
  root: {
    ...WHOLE,
    _entities: ({ representations }) => (representations as readonly Reference[]).map(find),
    _service: () => ({ __typename: '_Service', sdl }),
  },
});

/** Three services; each entity of one is known to another by its key alone. */
export const SUBGRAPHS: readonly StubSubgraph[] = [
  subgraph('complaints', COMPLAINTS),
  subgraph('charter', CHARTER),
  subgraph('notices', NOTICES),
];
