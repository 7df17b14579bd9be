import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import { type Caller, type Clock, type Person, StaleVersion, once } from '@charter/service';
import type { Handled } from './desk';
import { maySee } from './domain/access';
import {
  type ArticleText,
  decideDraft,
  decidePublication,
  decideWithdrawal,
  mayApprove,
  mayWrite,
} from './domain/knowledge/article';
import type { ComplaintStore } from './store/complaint.store';
import type { ArticleEntity } from './store/knowledge/article.entity';
import type { ArticleStore } from './store/knowledge/article.store';
import type { Concerned } from './store/knowledge/concerned';

export interface KnowledgeParts {
  readonly dataSource: DataSource;
  readonly articles: ArticleStore;
  readonly complaints: ComplaintStore;
  readonly concerned: Concerned;
  readonly clock: Clock;
  readonly secret: string;
}

/** A text for an article: a new one, or a new version of one. */
export interface Draft extends ArticleText {
  readonly articleId: string | null;
  readonly complaintId: string;
}

/** Which article, at which version (null: whichever it is), and by whom. */
export interface ArticleCall {
  readonly id: string;
  readonly version: number | null;
  readonly by: Person;
}

/** Knowledge articles (유사 민원 매뉴얼): written from answered complaints, approved by another person, withdrawn when they age. */
export class KnowledgeService {
  constructor(private readonly parts: KnowledgeParts) {}

  /** @returns the id of the article */
  async draft(draft: Draft, idempotencyKey: string | null | undefined, by: Person): Promise<Handled> {
    const { dataSource, complaints, secret } = this.parts;
    const [complaint] = await complaints.byIds([draft.complaintId]);
    if (!complaint || !maySee(by as Caller, complaint)) return 'NOT_FOUND';
    if (!mayWrite(by, complaint)) return 'FORBIDDEN';
    if (draft.articleId) {
      const [article] = await this.parts.articles.byIds([draft.articleId]);
      if (!article || !mayWrite(by, article)) return 'NOT_FOUND';
    }
    const command = {
      ...{ callerId: by.id, operation: 'draftKnowledgeArticle', key: idempotencyKey, input: draft, secret },
    };
    return dataSource.transaction((tx) => once(tx, command, () => this.writeDraft(tx, draft, by)));
  }

  private async writeDraft(tx: EntityManager, draft: Draft, by: Person): Promise<Outcome<string>> {
    const { articles, complaints, concerned, clock } = this.parts;
    const complaint = (await complaints.lock(tx, draft.complaintId))!;
    const [names] = await concerned.namesOf(tx, [complaint.id]);
    const decided = decideDraft(draft, complaint, names!);
    if (!decided.ok) return decided;
    const article = draft.articleId ? (await articles.lock(tx, draft.articleId))! : newArticle(complaint);
    if (!draft.articleId) await articles.insert(tx, article);
    const articleId = article.id;
    const version = { articleId, ...decided.value, draftedBy: by.id, draftedAt: clock.now() };
    await articles.change(tx, article, { draftNumber: await articles.addVersion(tx, version) });
    return accepted(articleId);
  }

  /** Approves the waiting draft: never by who wrote it. */
  publish(call: ArticleCall): Promise<Handled> {
    return this.step(call, async (tx, article, now) => {
      const { articles } = this.parts;
      const waiting =
        article.draftNumber === null ? undefined : await articles.version(tx, article.id, article.draftNumber);
      const decided = decidePublication(article, waiting?.draftedBy, call.by.id);
      if (!decided.ok) return decided;
      const { number, question, answer } = waiting!;
      await articles.mark(tx, waiting!, { publishedBy: call.by.id, publishedAt: now });
      await articles.change(tx, article, {
        ...{ status: 'PUBLISHED', question, answer, publishedNumber: number, publishedAt: now },
        ...{ draftNumber: null, withdrawnReason: null },
      });
      await articles.index(tx, article.id, `${question} ${answer}`);
      return accepted(article.id);
    });
  }

  withdraw(call: ArticleCall, reason: string): Promise<Handled> {
    return this.step(call, async (tx, article, now) => {
      const { articles } = this.parts;
      const decided = decideWithdrawal(article, reason);
      if (!decided.ok) return decided;
      const published = { articleId: article.id, number: article.publishedNumber! };
      await articles.mark(tx, published, { withdrawnBy: call.by.id, withdrawnAt: now });
      await articles.change(tx, article, {
        ...{ status: 'WITHDRAWN', question: null, answer: null, publishedNumber: null, publishedAt: null },
        withdrawnReason: decided.value,
      });
      await articles.index(tx, article.id);
      return accepted(article.id);
    });
  }

  /** @throws {StaleVersion} when the version is not the present one */
  private step(
    { id, version, by }: ArticleCall,
    carryOut: (tx: EntityManager, article: ArticleEntity, now: Date) => Promise<Outcome<string>>,
  ): Promise<Handled> {
    const { dataSource, articles, clock } = this.parts;
    return dataSource.transaction(async (tx) => {
      const article = await articles.lock(tx, id);
      if (!article || (article.status !== 'PUBLISHED' && !mayWrite(by, article))) return 'NOT_FOUND';
      if (!mayApprove(by, article)) return 'FORBIDDEN';
      if (version !== null && version !== article.version) throw new StaleVersion();
      return carryOut(tx, article, clock.now());
    });
  }
}

const newArticle = (complaint: { id: string; departmentCode: string; serviceCode: string }): ArticleEntity => ({
  ...{ id: randomUUID(), departmentCode: complaint.departmentCode, serviceCode: complaint.serviceCode },
  ...{ complaintId: complaint.id, status: 'DRAFT', question: null, answer: null, publishedNumber: null },
  ...{ publishedAt: null, draftNumber: null, withdrawnReason: null, version: 1 },
});
