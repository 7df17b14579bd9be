import { Arg, Args, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import { type Connection, PageArgs, Public, badInput, forbidden, isUuid, mapConnection } from '@charter/service';
import { scopeOf } from '../../domain/access';
import { maySeeObjection } from '../../domain/objections/access';
import type { ObjectionOrder, ObjectionStore } from '../../store/objections/objection.store';
import type { ComplaintsContext } from '../context';
import { ObjectionFilterInput } from './objection.input';
import {
  ObjectionConnection,
  ObjectionOrderEnum,
  ObjectionRuleType,
  ObjectionType,
  toObjectionType,
  toRuleType,
} from './objection.type';

@Resolver()
export class ObjectionQueries {
  constructor(private readonly store: ObjectionStore) {}

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => ObjectionType, {
    nullable: true,
    description: 'One objection; null when there is none, or none that the caller may see.',
  })
  async objection(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() { caller, objections }: ComplaintsContext,
  ): Promise<ObjectionType | null> {
    const found = isUuid(id) ? await objections.load(id) : undefined;
    return found && maySeeObjection(caller, found) ? toObjectionType(found) : null;
  }

  @Authorized('CITIZEN', 'OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => ObjectionConnection, {
    name: 'objections',
    nullable: true,
    description:
      'The register of objections (이의신청처리대장): one’s own, those about one’s department, or for the auditor all.',
  })
  async list(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => ObjectionFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ObjectionFilterInput | null,
    @Arg('orderBy', () => ObjectionOrderEnum, { defaultValue: 'NEWEST', description: 'In which order.' })
    orderBy: ObjectionOrder,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<Connection<ObjectionType>> {
    const scope = scopeOf(caller);
    if (!scope) throw forbidden(caller.language);
    const { mine = false, ...given }: Partial<ObjectionFilterInput> = filter ?? {};
    if (given.complaintId && !isUuid(given.complaintId)) throw badInput('`complaintId` is not an id.');
    const own = scope === 'ALL' ? {} : scope;
    // Another department's code in the filter is refused rather than answered with one's own under a false name.
    if ('departmentCode' in own && given.departmentCode && given.departmentCode !== own.departmentCode)
      throw forbidden(caller.language);
    const narrowed = { ...given, ...own, ...(mine && { handlerId: caller.id }) };
    return mapConnection(await this.store.page(narrowed, orderBy, page), toObjectionType);
  }

  @Public()
  @Query(() => [ObjectionRuleType], {
    description: 'Within what objections by the charter are decided, from which day on; the latest first.',
  })
  async objectionRules(): Promise<ObjectionRuleType[]> {
    return (await this.store.rules()).map(toRuleType);
  }
}
