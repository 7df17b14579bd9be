import { createHash } from 'node:crypto';
import type { RunningStack } from './running-stack';

interface Letter {
  readonly id: string;
  readonly sha256Ko: string;
  readonly text: { readonly closing: string };
}

const LETTERS =
  '{ compensationClaims(first: 20) { edges { node { id letters { id sha256Ko text(language: KO) { closing } } } } } }';
const ISSUE = 'mutation ($input: IssueLetterInput!) { issueLetter(input: $input) { file { downloadUrl } } }';

/** The citizen reads the letter of a claim, and fetches it as PDF through the public endpoint, whole and by no other address. */
export async function readsItsLetter(stack: RunningStack, claimId: string): Promise<void> {
  const { compensationClaims } = await stack.get<{
    compensationClaims: { edges: { node: { id: string; letters: Letter[] } }[] };
  }>('citizen', LETTERS);
  const [letter] = compensationClaims.edges.find(({ node }) => node.id === claimId)!.node.letters;
  expect(letter!.text.closing).toContain('끝.');
  const input = { letterId: letter!.id, language: 'KO' };
  const { issueLetter } = await stack.get<{ issueLetter: { file: { downloadUrl: string } } }>('citizen', ISSUE, {
    input,
  });
  const { downloadUrl } = issueLetter.file;
  const answer = await fetch(downloadUrl);
  const content = Buffer.from(await answer.arrayBuffer());
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(createHash('sha256').update(content).digest('hex')).toBe(letter!.sha256Ko);
  expect((await fetch(downloadUrl.replace('language=ko', 'language=en'))).status).toBe(403);
}
