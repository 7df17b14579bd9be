import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  type Connection,
  PageArgs,
  type Person,
  forbidden,
  mapConnection,
  notFound,
  userErrors,
} from '@charter/service';
import type { SavedFilterService } from '../../saved-filter.service';
import type { SavedFilterStore } from '../../store/filters/saved-filter.store';
import type { ComplaintsContext } from '../context';
import {
  DeleteComplaintFilterInput,
  DeleteComplaintFilterPayload,
  SaveComplaintFilterInput,
  SaveComplaintFilterPayload,
  SavedFilterConnection,
  type SavedFilterType,
  toFilterType,
} from './filter.type';

/** Filters of complaints that are kept. */
@Resolver()
export class FilterResolver {
  constructor(
    private readonly service: SavedFilterService,
    private readonly store: SavedFilterStore,
  ) {}

  @Authorized('OFFICER', 'MANAGER', 'AUDITOR')
  @Query(() => SavedFilterConnection, {
    nullable: true,
    description: 'The caller’s filters and those that the department shares, by name.',
  })
  async complaintFilters(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<Connection<SavedFilterType>> {
    return mapConnection(await this.store.page(caller, page), (row) => toFilterType(row, caller.id));
  }

  @Authorized('OFFICER', 'MANAGER', 'AUDITOR')
  @Mutation(() => SaveComplaintFilterPayload, {
    description: 'Keeps a filter under a name (검색조건 저장), or changes one’s own.',
  })
  async saveComplaintFilter(
    @Arg('input', () => SaveComplaintFilterInput, { description: 'The filter.' })
    { id, version, idempotencyKey, name, shared, filter }: SaveComplaintFilterInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<SaveComplaintFilterPayload> {
    const by = caller as Person;
    const input = { name, shared, filter: { ...filter } };
    const kept = id
      ? await this.service.change(id, input, version ?? null, by)
      : await this.service.add(input, idempotencyKey, by);
    if (kept === 'NOT_FOUND') throw notFound(caller.language);
    if (kept === 'FORBIDDEN') throw forbidden(caller.language);
    if (!kept.ok) return { savedFilter: null, errors: userErrors(kept.refusals, caller.language) };
    const row = await this.store.find(kept.value, caller);
    return { savedFilter: row ? toFilterType(row, caller.id) : null, errors: [] };
  }

  @Authorized('OFFICER', 'MANAGER', 'AUDITOR')
  @Mutation(() => DeleteComplaintFilterPayload, { description: 'Deletes one’s own filter.' })
  async deleteComplaintFilter(
    @Arg('input', () => DeleteComplaintFilterInput, { description: 'Which one.' })
    { id }: DeleteComplaintFilterInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<DeleteComplaintFilterPayload> {
    const gone = await this.service.delete(id, caller as Person);
    if (gone === 'NOT_FOUND') throw notFound(caller.language);
    if (gone === 'FORBIDDEN') throw forbidden(caller.language);
    return { deletedId: id, errors: [] };
  }
}
