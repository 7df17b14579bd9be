import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { localDate } from '@charter/calendar';
import {
  type Clock,
  type Connection,
  LocalDate,
  PageArgs,
  Public,
  PublicFor,
  badInput,
  mapConnection,
} from '@charter/service';
import { maySeeCharterDrafts } from '../../domain/access';
import { changesBetween } from '../../domain/charter/changes';
import { type CharterDays, type CharterStatus, dayBefore, isInForceOn, statusOn } from '../../domain/charter/charter';
import type { CharterEntity } from '../../store/charter/charter.entity';
import type { CharterStore } from '../../store/charter/charter.store';
import type { CharterContext } from '../context';
import { CharterChangeType, toChangeType } from './charter-changes.type';
import * as types from './charter.type';
import { CharterType } from './charter.type';
import { toVersion, versionSeen } from './version';

@Resolver(() => CharterType)
export class CharterResolver {
  constructor(
    private readonly versions: CharterStore,
    private readonly clock: Clock,
  ) {}

  @Public()
  @Query(() => CharterType, {
    nullable: true,
    description:
      'The charter that holds today in Asia/Seoul, or one version of it; null when there is none to be seen.',
  })
  async charter(
    @Arg('version', () => Int, { nullable: true, description: 'Its number; without it, the one that holds today.' })
    version: number | null,
    @Ctx() context: CharterContext,
  ): Promise<CharterType | null> {
    const found = await (typeof version === 'number'
      ? versionSeen(version, context)
      : this.versions.inForceOn(this.today()));
    return found ? toVersion(found, context) : null;
  }

  @Public()
  @PublicFor(60)
  @Query(() => types.CharterConnection, {
    description:
      'The versions of the charter, the newest first: the published ones, for administrators and auditors also the draft.',
  })
  async charters(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: CharterContext,
  ): Promise<Connection<CharterType>> {
    const rows = await this.versions.page(maySeeCharterDrafts(context.caller), page);
    const versions = new Map<CharterEntity, CharterType>();
    for (const { node } of rows.edges) versions.set(node, await toVersion(node, context));
    return mapConnection(rows, (row) => versions.get(row)!);
  }

  @FieldResolver(() => types.CharterStatusEnum, { description: 'How far it is.' })
  async status(@Root() version: CharterType, @Ctx() context: CharterContext): Promise<CharterStatus> {
    return statusOn(this.today(), await daysOf(version, context));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it holds today.' })
  async isInForce(@Root() version: CharterType, @Ctx() context: CharterContext): Promise<boolean> {
    return isInForceOn(this.today(), await daysOf(version, context));
  }

  @FieldResolver(() => LocalDate, {
    nullable: true,
    description: 'The last day on which it holds; null while no newer version is published.',
  })
  async inForceUntil(@Root() version: CharterType, @Ctx() context: CharterContext): Promise<string | null> {
    const { nextFrom } = await daysOf(version, context);
    return nextFrom && dayBefore(nextFrom);
  }

  @FieldResolver(() => String, { description: 'Its title in the language of Accept-Language.' })
  title(@Root() { titleKo, titleEn }: CharterType, @Ctx() { caller }: CharterContext): string {
    return caller.language === 'ko' ? titleKo : titleEn;
  }

  @FieldResolver(() => String, { description: 'Its preamble in the language of Accept-Language.' })
  preamble(@Root() { preambleKo, preambleEn }: CharterType, @Ctx() { caller }: CharterContext): string {
    return caller.language === 'ko' ? preambleKo : preambleEn;
  }

  @FieldResolver(() => [CharterChangeType], {
    nullable: true,
    description:
      'What is different from an earlier version, in the order of the text (신구 대비); null for the first version. Another order alone is no difference.',
  })
  async changes(
    @Root() version: CharterType,
    @Arg('since', () => Int, { nullable: true, description: 'The earlier version; without it, the one before.' })
    since: number | null,
    @Ctx() context: CharterContext,
  ): Promise<CharterChangeType[] | null> {
    if (typeof since !== 'number' && version.version === 1) return null;
    const earlier = await versionSeen(since ?? version.version - 1, context);
    if (!earlier || earlier.version >= version.version) {
      throw badInput(`\`since\` must be an earlier version, from 1 to ${version.version - 1}.`);
    }
    return changesBetween((await toVersion(earlier, context)).whole, version.whole).map(toChangeType);
  }

  @FieldResolver(() => [types.CharterStepType], {
    nullable: true,
    description: 'Who wrote and published it, the first step first; for administrators and auditors alone.',
  })
  async history(
    @Root() { version }: CharterType,
    @Ctx() { caller, charterHistory }: CharterContext,
  ): Promise<types.CharterStepType[] | null> {
    if (!maySeeCharterDrafts(caller)) return null;
    return (await charterHistory.load(version)).map(types.toCharterStep);
  }

  private today(): string {
    return localDate(this.clock.now());
  }
}

/** When a version holds: from its day until that of the next one, which follows it in number and in day. */
async function daysOf({ version, inForceFrom }: CharterType, { charters }: CharterContext): Promise<CharterDays> {
  return { inForceFrom, nextFrom: (await charters.load(version + 1))?.inForceFrom ?? null };
}
