import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Language, Outcome } from '@charter/contracts';
import { type Connection, type Cursors, PageArgs, type Person, notFound, pageSize, userErrors } from '@charter/service';
import type { ProfileLanguage } from '../domain/profile';
import { writeNotice } from '../domain/text';
import { TEMPLATE_KEYS, decideTemplate, isTemplateKey, keyParts } from '../domain/texts/edit';
import { SAMPLE_TOLD, SAMPLE_WORDS } from '../domain/texts/sample';
import type { TemplateKey } from '../domain/texts/template-set';
import { TEMPLATE_VERSION } from '../domain/texts/versions';
import type { TemplateService } from '../template.service';
import { LanguageEnum } from './citizen.type';
import type { NoticesContext } from './context';
import {
  DiscardNoticeTemplateInput,
  NoticeTemplateConnection,
  NoticeTemplatePayload,
  PreviewTemplateArgs,
  PublishNoticeTemplateInput,
  SaveNoticeTemplateInput,
  TemplatePreviewType,
  TemplateType,
  toLanguage,
  toTemplateType,
} from './template.type';

const LIST = 'texts of notices by key';
const LANGUAGE = { description: 'Its language.' };

/** The words in which people are told. */
@Resolver(() => TemplateType)
export class TemplateResolver {
  constructor(
    private readonly service: TemplateService,
    private readonly cursors: Cursors,
  ) {}

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => NoticeTemplateConnection, {
    nullable: true,
    description: 'The words in which people are told, in one language, by key.',
  })
  async noticeTemplates(
    @Arg('language', () => LanguageEnum, { defaultValue: 'KO', description: 'The language.' })
    language: ProfileLanguage,
    @Arg('search', () => String, { nullable: true, description: 'Only keys with these letters, such as complaint.' })
    search: string | null | undefined,
    @Args(() => PageArgs) { first, after }: PageArgs,
  ): Promise<Connection<TemplateType>> {
    const size = pageSize(first);
    const [position = ''] = after ? this.cursors.decode(LIST, after) : [];
    const keys = TEMPLATE_KEYS.filter((key) => key.includes(search ?? ''));
    const left = keys.filter((key) => key > position);
    const texts = await this.service.read(left.slice(0, size), toLanguage(language));
    const edges = texts.map((text) => ({
      cursor: this.cursors.encode(LIST, [text.key]),
      node: toTemplateType(text),
    }));
    return {
      edges,
      pageInfo: {
        ...{ hasNextPage: left.length > size, hasPreviousPage: Boolean(after) },
        ...{ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
      },
      totalCount: async () => keys.length,
    };
  }

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => TemplateType, { nullable: true, description: 'The words of one notice; null where there is none.' })
  async noticeTemplate(
    @Arg('key', () => String, { description: 'Its key.' }) key: string,
    @Arg('language', () => LanguageEnum, LANGUAGE) language: ProfileLanguage,
  ): Promise<TemplateType | null> {
    return isTemplateKey(key) ? this.one(key, toLanguage(language)) : null;
  }

  @Authorized('ADMIN', 'AUDITOR')
  @Query(() => TemplatePreviewType, {
    nullable: true,
    description: 'How a text would read, before it is saved or published; null where there is no such text.',
  })
  async previewNoticeTemplate(
    @Args(() => PreviewTemplateArgs) { key, language: asked, subject, body }: PreviewTemplateArgs,
    @Ctx() { caller }: NoticesContext,
  ): Promise<TemplatePreviewType | null> {
    if (!isTemplateKey(key)) return null;
    const language = toLanguage(asked);
    const { draft, ...current } = await this.one(key, language);
    const present = draft ?? current;
    const tried = decideTemplate(key, language, { subject: subject ?? present.subject, body: body ?? present.body });
    if (!tried.ok) return { subject: null, body: null, errors: userErrors(tried.refusals, caller.language) };
    const notice = {
      ...{ ...keyParts(key), departmentCode: 'ROADS', words: SAMPLE_WORDS, told: SAMPLE_TOLD[language] },
      ...{ templateVersion: TEMPLATE_VERSION, wording: { ko: tried.value, en: tried.value } },
    };
    return { ...writeNotice(notice, language), errors: [] };
  }

  @Authorized('ADMIN')
  @Mutation(() => NoticeTemplatePayload, { description: 'Keeps a text as a draft. Nobody is told by it. Audited.' })
  saveNoticeTemplate(
    @Arg('input', () => SaveNoticeTemplateInput, { description: 'The text.' })
    { key, language, subject, body }: SaveNoticeTemplateInput,
    @Ctx() context: NoticesContext,
  ): Promise<NoticeTemplatePayload> {
    const by = context.caller as Person;
    const spoken = toLanguage(language);
    return this.done(key, spoken, by, (known) => this.service.save(known, spoken, { subject, body }, by));
  }

  @Authorized('ADMIN')
  @Mutation(() => NoticeTemplatePayload, { description: 'Gives a draft up. Audited.' })
  discardNoticeTemplate(
    @Arg('input', () => DiscardNoticeTemplateInput, { description: 'Which one.' })
    { key, language }: DiscardNoticeTemplateInput,
    @Ctx() context: NoticesContext,
  ): Promise<NoticeTemplatePayload> {
    const by = context.caller as Person;
    return this.done(key, toLanguage(language), by, (known) => this.service.discard(known, toLanguage(language), by));
  }

  @Authorized('ADMIN')
  @Mutation(() => NoticeTemplatePayload, {
    description:
      'Makes the drafts of a text, in both languages, its next version. Notices that were planned before keep their words. Audited.',
  })
  publishNoticeTemplate(
    @Arg('input', () => PublishNoticeTemplateInput, { description: 'Which text.' })
    { key, version }: PublishNoticeTemplateInput,
    @Ctx() context: NoticesContext,
  ): Promise<NoticeTemplatePayload> {
    const by = context.caller as Person;
    return this.done(key, by.language, by, (known) => this.service.publish(known, version, by));
  }

  private async done(
    key: string,
    language: Language,
    by: Person,
    work: (key: TemplateKey) => Promise<Outcome<void>>,
  ): Promise<NoticeTemplatePayload> {
    if (!isTemplateKey(key)) throw notFound(by.language);
    const outcome = await work(key);
    if (!outcome.ok) return { template: null, errors: userErrors(outcome.refusals, by.language) };
    return { template: await this.one(key, language), errors: [] };
  }

  private async one(key: TemplateKey, language: Language): Promise<TemplateType> {
    const [text] = await this.service.read([key], language);
    return toTemplateType(text!);
  }
}
