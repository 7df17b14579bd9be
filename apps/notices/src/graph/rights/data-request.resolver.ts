import { Arg, Args, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Outcome } from '@charter/contracts';
import { type Connection, PageArgs, type Person, mapConnection, userErrors } from '@charter/service';
import type { RightsService } from '../../rights.service';
import type { DataRequestStore } from '../../store/rights/data-request.store';
import type { NoticesContext } from '../context';
import {
  DataRequestConnection,
  DataRequestPayload,
  DataRequestServiceType,
  DataRequestType,
  EraseMyDataInput,
  ExportMyDataInput,
  toDataRequestType,
  toServiceType,
} from './data-request.type';

/** One's own requests alone: who asked what about their data is nobody else's to see. */
@Resolver(() => DataRequestType)
export class DataRequestResolver {
  constructor(
    private readonly service: RightsService,
    private readonly requests: DataRequestStore,
  ) {}

  @Authorized('CITIZEN')
  @Query(() => DataRequestConnection, {
    nullable: true,
    description: 'What one has asked about one’s own data, newest first, with how far each service is.',
  })
  async dataRequests(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: NoticesContext,
  ): Promise<Connection<DataRequestType>> {
    return mapConnection(await this.requests.page((caller as Person).id, page), toDataRequestType);
  }

  @Authorized('CITIZEN')
  @Mutation(() => DataRequestPayload, {
    description:
      'Asks for a copy of everything that all services hold on oneself: one ZIP of JSON and a readable page, ready in a moment, there for seven days. At most three a day (LIMIT_REACHED), one at a time (ALREADY_DONE).',
  })
  async exportMyData(
    @Arg('input', () => ExportMyDataInput, { description: 'What is asked.' })
    { idempotencyKey = null }: ExportMyDataInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<DataRequestPayload> {
    return this.answer(await this.service.export(caller as Person, idempotencyKey), caller as Person);
  }

  @Authorized('CITIZEN')
  @Mutation(() => DataRequestPayload, {
    description:
      'Asks that everything that the law lets go be erased in all services: profile, settled notices, follows, and so on. What is open stays until it is closed, records until their period ends: `services { kept }` names each with its article. Cannot be undone (CONSENT_REQUIRED without `understood`).',
  })
  async eraseMyData(
    @Arg('input', () => EraseMyDataInput, { description: 'What is asked.' })
    { understood, idempotencyKey = null }: EraseMyDataInput,
    @Ctx() { caller }: NoticesContext,
  ): Promise<DataRequestPayload> {
    return this.answer(await this.service.erase(caller as Person, understood, idempotencyKey), caller as Person);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where the archive can be fetched within five minutes; ask again for a new address. Null unless READY.',
  })
  downloadUrl(@Root() request: DataRequestType): string | null {
    return this.service.addressOf(request);
  }

  @FieldResolver(() => [DataRequestServiceType], { description: 'How far each service is.' })
  async services(
    @Root() { id }: DataRequestType,
    @Ctx() { caller, servicesOfRequest }: NoticesContext,
  ): Promise<DataRequestServiceType[]> {
    return (await servicesOfRequest.load(id)).map((row) => toServiceType(row, caller.language));
  }

  private async answer(outcome: Outcome<string>, { language }: Person): Promise<DataRequestPayload> {
    if (!outcome.ok) return { request: null, errors: userErrors(outcome.refusals, language) };
    return { request: toDataRequestType((await this.requests.find(outcome.value))!), errors: [] };
  }
}
