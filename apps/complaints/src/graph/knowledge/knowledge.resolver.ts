import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localDate } from '@charter/calendar';
import { versionOn } from '../../domain/catalogue/versions';
import { mayWrite } from '../../domain/knowledge/article';
import { ComplaintType, toComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { ServiceItemType, toServiceItemType } from '../service-item.type';
import {
  ArticleType,
  ArticleVersionType,
  SimilarType,
  SuggestedServiceType,
  toArticleType,
  toVersionType,
} from './knowledge.type';

/** The service of a code as it is offered today; null where none is. */
async function serviceOf(code: string, { serviceItems, clock }: ComplaintsContext): Promise<ServiceItemType | null> {
  const found = versionOn(await serviceItems.load(code), localDate(clock.now()));
  return found ? toServiceItemType(found) : null;
}

@Resolver(() => ArticleType)
export class ArticleResolver {
  @FieldResolver(() => [ArticleVersionType], {
    nullable: true,
    description: 'All its versions, oldest first; for the department that writes it.',
  })
  async versions(
    @Root() article: ArticleType,
    @Ctx() { caller, articleVersions }: ComplaintsContext,
  ): Promise<ArticleVersionType[] | null> {
    if (!mayWrite(caller, article)) return null;
    return (await articleVersions.load(article.id)).map(toVersionType);
  }
}

@Resolver(() => SimilarType)
export class SimilarResolver {
  @FieldResolver(() => ServiceItemType, { nullable: true, description: 'The service, as it is offered today.' })
  serviceItem(
    @Root() { serviceCode }: SimilarType,
    @Ctx() context: ComplaintsContext,
  ): Promise<ServiceItemType | null> {
    return serviceOf(serviceCode, context);
  }

  @FieldResolver(() => ComplaintType, { nullable: true, description: 'The case, for its department alone.' })
  complaint(@Root() { match }: SimilarType): ComplaintType | null {
    return match.complaint && toComplaintType(match.complaint);
  }

  @FieldResolver(() => ArticleType, { nullable: true, description: 'The article, where it is one.' })
  article(@Root() { match }: SimilarType): ArticleType | null {
    return match.article && toArticleType(match.article);
  }
}

@Resolver(() => SuggestedServiceType)
export class SuggestedServiceResolver {
  @FieldResolver(() => ServiceItemType, { nullable: true, description: 'The service, as it is offered today.' })
  serviceItem(
    @Root() { serviceCode }: SuggestedServiceType,
    @Ctx() context: ComplaintsContext,
  ): Promise<ServiceItemType | null> {
    return serviceOf(serviceCode, context);
  }
}
