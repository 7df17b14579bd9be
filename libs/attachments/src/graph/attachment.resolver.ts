import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '@charter/service';
import type { AttachmentService } from '../attachment.service';
import type { AttachmentEntity } from '../store/attachment.entity';
import { AttachmentType } from './attachment.type';

/** Whether who asks may fetch a file: each service decides by what it is attached to. */
export type DownloadRule<C extends RequestContext> = (row: AttachmentEntity, context: C) => Promise<boolean>;

/** The field of an attachment that depends on who asks. */
@Resolver(() => AttachmentType)
export class AttachmentResolver<C extends RequestContext = RequestContext> {
  constructor(
    private readonly service: AttachmentService,
    private readonly mayDownload: DownloadRule<C>,
  ) {}

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where its content can be fetched, for five minutes, by who may read what it is attached to in full; null for others, and for what waits for its scan.',
  })
  async downloadUrl(@Root() { row }: AttachmentType, @Ctx() context: RequestContext): Promise<string | null> {
    return (await this.mayDownload(row, context as C)) ? this.service.downloadUrl(row) : null;
  }
}
