import { maySeeCharterDrafts } from '../../domain/access';
import type { CharterEntity } from '../../store/charter/charter.entity';
import type { CharterContext } from '../context';
import { type CharterType, toCharterType } from './charter.type';
import { draftWrittenOut } from './draft-written-out';

/** A version that the caller may see: a published one, or for some the draft. */
export async function versionSeen(
  version: number,
  { charters, caller }: CharterContext,
): Promise<CharterEntity | undefined> {
  const found = await charters.load(version);
  return found && (found.publishedAt || maySeeCharterDrafts(caller)) ? found : undefined;
}

export const toVersion = async (row: CharterEntity, context: CharterContext): Promise<CharterType> =>
  toCharterType(row, row.text ?? (await draftWrittenOut(row.draft, context)));
