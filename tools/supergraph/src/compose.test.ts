import { buildSchema } from 'graphql';
import { CompositionFailed, composeSupergraph } from './compose';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const complaints = `${link}
  type Query { complaint(id: ID!): Complaint! complaints: [Complaint!]! }
  type Mutation { fileComplaint: Complaint! }
  type Complaint @key(fields: "id") { id: ID! title: String! }`;
const notices = `${link}
  type Query { me: String! }
  type Complaint @key(fields: "id") { id: ID! notices: [String!]! }`;

const typeOf = (api: string, type: string, field: string): string => {
  const found = buildSchema(api).getType(type) as unknown as { getFields(): Record<string, { type: unknown }> };
  return String(found.getFields()[field]?.type);
};

describe('composeSupergraph', () => {
  const { sdl, api } = composeSupergraph({ notices, complaints });

  it('names addresses that no network knows', () => {
    expect(sdl).toContain('COMPLAINTS @join__graph(name: "complaints", url: "http://complaints.internal/graphql")');
  });

  it('shows clients one schema without federation', () => {
    expect(api).not.toMatch(/join__|@key|_entities/);
    expect(Object.keys(buildSchema(api).getQueryType()!.getFields())).toEqual(['complaint', 'complaints', 'me']);
  });

  it('makes nullable what crosses a service boundary, and nothing else', () => {
    expect(typeOf(api, 'Query', 'complaints')).toBe('[Complaint!]');
    expect(typeOf(api, 'Complaint', 'notices')).toBe('[String!]');
    expect(typeOf(api, 'Complaint', 'id')).toBe('ID!');
    expect(typeOf(api, 'Complaint', 'title')).toBe('String!');
    expect(typeOf(api, 'Mutation', 'fileComplaint')).toBe('Complaint!');
  });

  it('does not depend on the order in which subgraphs are given', () => {
    expect(composeSupergraph({ complaints, notices }).sdl).toBe(sdl);
  });

  it('tells why subgraphs do not fit together', () => {
    const clash = notices.replace('notices: [String!]!', 'title: Int!');
    expect(() => composeSupergraph({ complaints, notices: clash })).toThrow(CompositionFailed);
    expect(() => composeSupergraph({ complaints, notices: clash })).toThrow(/Complaint.title/);
  });

  it('asks for an owner of every entity', () => {
    const stranger = complaints.replaceAll('Complaint', 'Stranger');
    expect(() => composeSupergraph({ complaints: stranger })).toThrow(
      /The entity Stranger of complaints needs an owner/,
    );
  });
});
