import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Root fields that take a secret which somebody could guess. Each use is counted, also under an alias. */
export const GUESSABLE: ReadonlySet<string> = new Set([
  'complaintByReceipt',
  'surveyInvitation',
  'saveDraftResponse',
  'submitResponse',
]);

/** Root fields with an argument that looks like such a secret and is none, and why. */
export const NOT_GUESSABLE: Readonly<Record<string, string>> = {
  registerPushDevice: 'the address of the caller’s own telephone, which tells nothing',
  handedOutAs: 'the number of a certificate, for auditors alone',
  giveAccount: 'the number of the caller’s own bank account, which tells nothing',
};

/** How often an operation tries a secret, its fragments unfolded. */
export function guessesIn(document: DocumentNode, { operation, selectionSet }: OperationDefinitionNode): number {
  if (operation === 'subscription') return 0;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const count = ({ selections }: SelectionSetNode): number => {
    let found = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) found += GUESSABLE.has(selection.name.value) ? 1 : 0;
      else if (selection.kind === Kind.INLINE_FRAGMENT) found += count(selection.selectionSet);
      else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) found += count(fragment.selectionSet);
      }
    }
    return found;
  };
  return count(selectionSet);
}
