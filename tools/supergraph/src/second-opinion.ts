import { composeServices } from '@theguild/federation-composition';
import { CompositionFailed, type Subgraphs, servicesOf } from './compose';
import { changesBetween, readApi } from './life/changes';

/**
 * Composes the subgraphs a second time, with another implementation of federation, so that what serves clients does not hang on the
 * peculiarities of one.
 * @param api what the first one says that clients see
 * @returns what the two say differently; descriptions of what several services share may differ
 * @throws {CompositionFailed} with every reason
 */
export async function secondOpinion(subgraphs: Subgraphs, api: string): Promise<string[]> {
  const composed = composeServices(servicesOf(subgraphs));
  if (composed.errors) throw new CompositionFailed(composed.errors.map(({ message }) => `  ${message}`).join('\n'));
  const { breaking, dangerous, harmless } = await changesBetween(readApi(api), readApi(composed.publicSdl));
  return [...breaking, ...dangerous, ...harmless].map(({ message }) => message);
}
