import { undescribed } from './undescribed';

it('lists every type, field, argument, input field and enum value without a description', () => {
  const api = `
    type Query { "Told." told("Told." a: Int): Told silent(b: Int): Silent }
    "Told." type Told { "Told." id: ID! }
    type Silent { id: ID! }
    enum Kind { ONE }
    input Wish { text: String }
    scalar Day`;
  expect(undescribed(api).sort()).toEqual(
    ['Day', 'Kind', 'Kind.ONE', 'Query.silent', 'Query.silent(b)', 'Silent', 'Silent.id', 'Wish', 'Wish.text'].sort(),
  );
});
