import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { type Person, Public, badInput, userErrors } from '@charter/service';
import type { CatalogueService } from '../catalogue.service';
import type { ComplaintsContext } from './context';
import {
  SaveServiceItemInput,
  SaveServiceItemPayload,
  ServiceItemFilterInput,
  ServiceItemType,
  toServiceItemType,
} from './service-item.type';
import { DepartmentType } from './stubs.type';

const LONGEST_SEARCH = 100;

function searchable(filter: ServiceItemFilterInput): ServiceItemFilterInput {
  if (filter.search && filter.search.length > LONGEST_SEARCH)
    throw badInput(`\`search\` has ${LONGEST_SEARCH} characters at most.`);
  return filter;
}

@Resolver(() => ServiceItemType)
export class CatalogueResolver {
  constructor(private readonly service: CatalogueService) {}

  @Public()
  @Query(() => [ServiceItemType], {
    description: 'The services that citizens can ask for (민원사무) on a day, in the version of that day, by code.',
  })
  async serviceItems(
    @Arg('filter', () => ServiceItemFilterInput, { nullable: true, description: 'Which ones.' })
    filter: ServiceItemFilterInput | null,
  ): Promise<ServiceItemType[]> {
    return (await this.service.list(searchable(filter ?? {}))).map(toServiceItemType);
  }

  @Authorized('ADMIN')
  @Mutation(() => SaveServiceItemPayload, {
    description:
      'Writes a service into the catalogue, or a version of it that holds from `validFrom` on: until then, and for complaints received before, nothing changes. The same `validFrom` corrects that version.',
  })
  async saveServiceItem(
    @Arg('input', () => SaveServiceItemInput, { description: 'The service.' })
    { idempotencyKey, ...input }: SaveServiceItemInput,
    @Ctx() { caller, serviceItems }: ComplaintsContext,
  ): Promise<SaveServiceItemPayload> {
    const item = {
      ...input,
      statutoryPeriod: { ...input.statutoryPeriod, length: input.statutoryPeriod.length ?? null },
      charterPeriod: { ...input.charterPeriod, length: input.charterPeriod.length ?? null },
      validTo: input.validTo ?? null,
    };
    const saved = await this.service.save(item, idempotencyKey, caller as Person);
    if (!saved.ok) return { serviceItem: null, errors: userErrors(saved.refusals, caller.language) };
    const { code, validFrom } = saved.value;
    const versions = await serviceItems.clear(code).load(code);
    return { serviceItem: toServiceItemType(versions.find((each) => each.validFrom === validFrom)!), errors: [] };
  }

  @FieldResolver(() => String, { description: 'Its name in the language of Accept-Language.' })
  name(@Root() item: ServiceItemType, @Ctx() { caller }: ComplaintsContext): string {
    return caller.language === 'ko' ? item.nameKo : item.nameEn;
  }

  @FieldResolver(() => String, { description: 'Guidance in plain words, in the language of Accept-Language.' })
  guidance(@Root() item: ServiceItemType, @Ctx() { caller }: ComplaintsContext): string {
    return caller.language === 'ko' ? item.guidanceKo : item.guidanceEn;
  }

  @FieldResolver(() => [ServiceItemType], {
    description: 'Every version of this service, past, present and to come, the first first.',
  })
  async versions(
    @Root() { code }: ServiceItemType,
    @Ctx() { serviceItems }: ComplaintsContext,
  ): Promise<ServiceItemType[]> {
    return (await serviceItems.load(code)).map(toServiceItemType);
  }

  @FieldResolver(() => DepartmentType, { nullable: true, description: 'The department that handles it.' })
  department(@Root() { departmentCode }: ServiceItemType): DepartmentType {
    return { code: departmentCode };
  }
}
