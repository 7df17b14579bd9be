import { keyFieldsOf } from './key-fields';

it('knows keys, of one field or several, and what services need of each other', () => {
  const keys = keyFieldsOf(`
    type Complaint @join__type(graph: A, key: "id") @join__type(graph: B, key: "id office { code }") {
      id: ID!
      weight: Int @join__field(graph: A)
      cost: Int @join__field(graph: B, requires: "weight")
    }
    interface Matter @join__type(graph: A, key: "number") { number: ID! }
    type Notice @join__type(graph: A) { text: String! }`);
  expect([...keys].map(([type, names]) => [type, ...names])).toEqual([
    ['Complaint', 'id', 'office', 'code', 'weight'],
    ['Matter', 'number'],
  ]);
});
