import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { localDate } from '@charter/calendar';
import { maskName } from '@charter/privacy';
import { type Connection, PageArgs, Public, badInput, mapConnection } from '@charter/service';
import { masked } from '../../domain/knowledge/personal';
import { versionOn } from '../../domain/catalogue/versions';
import type { PublicationStore } from '../../store/publication/publication.store';
import type { ComplaintsContext } from '../context';
import { ServiceItemType, toServiceItemType } from '../service-item.type';
import {
  PublicComplaintConnection,
  PublicComplaintFilterInput,
  PublicComplaintType,
  toPublicComplaint,
} from './public-complaint.type';

/** What everybody may read of complaints: those whose citizens agreed, answered, and masked. */
@Resolver(() => PublicComplaintType)
export class PublicationResolver {
  constructor(private readonly publications: PublicationStore) {}

  @Public()
  @Query(() => PublicComplaintConnection, {
    nullable: true,
    description: 'Answered complaints that their citizens agreed to publish, masked; the answered last first.',
  })
  async publicComplaints(
    @Arg('filter', () => PublicComplaintFilterInput, { nullable: true, description: 'Which ones.' })
    filter: PublicComplaintFilterInput | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<PublicComplaintType>> {
    if ((filter?.search?.length ?? 0) > 200) throw badInput('`search` has at most 200 characters.');
    return mapConnection(await this.publications.page(filter ?? {}, page), toPublicComplaint);
  }

  @FieldResolver(() => String, { description: 'What it is about, masked.' })
  async title(@Root() { id, entity }: PublicComplaintType, @Ctx() { names }: ComplaintsContext): Promise<string> {
    return masked(entity.title, await names.load(id));
  }

  @FieldResolver(() => String, { description: 'What the citizen wrote, masked.' })
  async body(@Root() { id, entity }: PublicComplaintType, @Ctx() { names }: ComplaintsContext): Promise<string> {
    return masked(entity.body, await names.load(id));
  }

  @FieldResolver(() => String, { description: 'The answer, masked.' })
  async answer(@Root() { id, entity }: PublicComplaintType, @Ctx() { names }: ComplaintsContext): Promise<string> {
    return masked(entity.answer!, await names.load(id));
  }

  @FieldResolver(() => String, { description: 'Who filed, masked: 홍*동.' })
  async petitioner(@Root() { id }: PublicComplaintType, @Ctx() { names }: ComplaintsContext): Promise<string> {
    return maskName((await names.load(id))[0]!);
  }

  @FieldResolver(() => ServiceItemType, { description: 'The service that was asked for.' })
  async serviceItem(
    @Root() { entity }: PublicComplaintType,
    @Ctx() { serviceItems }: ComplaintsContext,
  ): Promise<ServiceItemType> {
    return toServiceItemType(versionOn(await serviceItems.load(entity.serviceCode), localDate(entity.receivedAt))!);
  }
}
