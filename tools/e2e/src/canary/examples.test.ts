import { argumentsFor } from './arguments';
import { personalMutations, unknownLeaves, NOT_IN_THE_STORY } from './examples';
import { Filler, readApi } from './filler';
import { Marks } from './marks';
import { STORY } from './story';
import { Looks } from './views';

const marks = new Marks();
const filler = new Filler(readApi(), marks);

it('knows of every text that a mutation takes whether it is personal', () => {
  const remedy =
    'Say of each in tools/e2e/src/canary/leaves.ts what it is: NAME, PHONE, EMAIL, ADDRESS, ACCOUNT, WORDS, PUBLISHED or SETTING.';
  expect([remedy, ...unknownLeaves(filler)]).toEqual([remedy]);
});

it('has an example for every mutation that takes personal data', () => {
  const remedy =
    'Add a step for each to livesMarked (and its name to STORY) in tools/e2e/src/canary/story.ts: does(who, mutation, made, given). One that cannot be carried out there goes to NOT_IN_THE_STORY in examples.ts, with the reason.';
  const without = personalMutations(filler).filter((name) => !STORY.includes(name) && !(name in NOT_IN_THE_STORY));
  expect([remedy, ...without]).toEqual([remedy]);
});

it('has no example of a mutation that is not there, and none twice', () => {
  const names = [...STORY, ...Object.keys(NOT_IN_THE_STORY)];
  expect(names.filter((name) => !filler.names.includes(name))).toEqual([]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('knows what to give every query, so that somebody looks at what it shows', () => {
  const remedy = 'Give what these want to be told in tools/e2e/src/canary/arguments.ts, by the name of the argument.';
  const unseen = new Looks(
    readApi(),
    argumentsFor(filler, () => 'X'),
  ).unseen();
  expect([remedy, ...unseen]).toEqual([remedy, 'complaintByReceipt']); // for who has the number, and a few tries alone
});

it('marks every text of an input, each with a mark of its own', () => {
  const input = JSON.stringify(filler.input('fileComplaint', { serviceCode: 'X' }));
  const found = marks.in(input, ['NAME', 'PHONE', 'EMAIL', 'ADDRESS', 'WORDS']);
  expect(found.map((each) => each.split(' ')[1])).toEqual([
    ...['FileComplaintInput.body', 'CoPetitionerInput.email', 'CoPetitionerInput.name', 'CoPetitionerInput.phone'],
    ...['LocationInput.address', 'PetitionerInput.email', 'PetitionerInput.name', 'PetitionerInput.phone'],
    'FileComplaintInput.title',
  ]);
  expect(marks.in('nothing of it', ['NAME', 'WORDS'])).toEqual([]);
});
