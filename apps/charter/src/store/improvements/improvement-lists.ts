import { Brackets, type DataSource, In, type SelectQueryBuilder } from 'typeorm';
import type { ImprovementSourceKind } from '@charter/contracts';
import { type Connection, type Cursors, type ListOrder, type Page, keysetPage, pageSize } from '@charter/service';
import type { Viewer } from '../../domain/improvements/access';
import type { ImprovementKind, ImprovementStatus } from '../../domain/improvements/action';
import { ImprovementEntity } from './improvement.entity';

export interface ImprovementFilter {
  readonly departmentCode?: string | null;
  readonly status?: readonly ImprovementStatus[] | null;
  readonly kind?: ImprovementKind | null;
  readonly standardCode?: string | null;
  readonly sourceKind?: ImprovementSourceKind | null;
  readonly published?: boolean | null;
  /** True: only open ones whose date has passed. False: none of them. */
  readonly late?: boolean | null;
  /** Only those that the caller has. */
  readonly mine?: boolean | null;
}

/** Whose lists of actions are asked for together. */
export type GroupedBy = 'department_code' | 'standard_code';

const ORDER: ListOrder = {
  name: 'improvement actions by newness',
  direction: 'DESC',
  columns: [
    { expression: 'action.opened_at', type: 'timestamptz' },
    { expression: 'action.id', type: 'uuid' },
  ],
};

const LATE = `EXISTS (SELECT 1 FROM "deadline" AS d
  WHERE d."id" = action.deadline_id AND d."closed_at" IS NULL AND d."due_at" <= :now)`;

/** Lists of improvement actions, newest first, of those that somebody may see. */
export class ImprovementLists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
    private readonly clock: { now(): Date },
  ) {}

  /** @throws BAD_USER_INPUT for a page size outside 1–100 or a cursor that is not this list's */
  page(viewer: Viewer, filter: ImprovementFilter, page: Page): Promise<Connection<ImprovementEntity>> {
    return keysetPage(this.seen(viewer, filter), ORDER, page, this.cursors);
  }

  /** What came of these complaints, proposals, entries or reports, the first first, in their order. One statement. */
  async ofSources(viewer: Viewer, sourceIds: readonly string[]): Promise<ImprovementEntity[][]> {
    const found = await this.seen(viewer, {})
      .andWhere('action.source_id = ANY(:sourceIds)', { sourceIds })
      .orderBy('action.opened_at', 'ASC')
      .addOrderBy('action.id', 'ASC')
      .getMany();
    return sourceIds.map((id) => found.filter(({ sourceId }) => sourceId === id));
  }

  /**
   * The same page of the actions of several departments or standards, in the order of their codes. Two statements, however
   * many; a third, once, when a count is asked for.
   * @throws BAD_USER_INPUT for a page size outside 1–100 or a cursor that is not this list's
   */
  async pages(
    by: GroupedBy,
    codes: readonly string[],
    viewer: Viewer,
    filter: ImprovementFilter,
    page: Page,
  ): Promise<Connection<ImprovementEntity>[]> {
    const first = pageSize(page.first);
    const inner = this.seen(viewer, filter).select('action.id', 'id').addSelect('action.opened_at::text', 'place');
    inner.andWhere(`action.${by} = k."code"`).limit(first + 1);
    inner.orderBy('action.opened_at', 'DESC').addOrderBy('action.id', 'DESC');
    if (page.after) {
      const [openedAt, id] = this.cursors.decode(ORDER.name, page.after);
      inner.andWhere('(action.opened_at, action.id) < (CAST(:openedAt AS timestamptz), CAST(:id AS uuid))', {
        ...{ openedAt, id },
      });
    }
    const [sql, parameters] = inner.getQueryAndParameters();
    const places = (await this.dataSource.query(
      `SELECT k."code", a."id", a."place" FROM unnest($${parameters.length + 1}::text[]) AS k ("code"), LATERAL (${sql}) AS a`,
      [...parameters, codes],
    )) as { code: string; id: string; place: string }[];
    const found = await this.dataSource.manager.findBy(ImprovementEntity, { id: In(places.map(({ id }) => id)) });
    const nodes = new Map(found.map((action) => [action.id, action]));
    const counts = this.countOnce(by, codes, viewer, filter);
    return codes.map((code) => {
      const own = places.filter((each) => each.code === code);
      const edges = own.slice(0, first).map(({ id, place }) => ({
        node: nodes.get(id)!,
        cursor: this.cursors.encode(ORDER.name, [place, id]),
      }));
      return {
        edges,
        pageInfo: {
          hasNextPage: own.length > first,
          hasPreviousPage: Boolean(page.after),
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
        totalCount: async () => (await counts()).get(code) ?? 0,
      };
    });
  }

  private countOnce(
    by: GroupedBy,
    codes: readonly string[],
    viewer: Viewer,
    filter: ImprovementFilter,
  ): () => Promise<Map<string, number>> {
    let counting: Promise<Map<string, number>> | undefined;
    const count = async (): Promise<Map<string, number>> => {
      const rows = await this.seen(viewer, filter)
        .select(`action.${by}`, 'code')
        .addSelect('count(*)::int', 'count')
        .andWhere(`action.${by} = ANY(:codes)`, { codes })
        .groupBy(`action.${by}`)
        .getRawMany<{ code: string; count: number }>();
      return new Map(rows.map((row) => [row.code, row.count]));
    };
    return () => (counting ??= count());
  }

  /** What somebody may see of what was asked for: the rule of `maySee`, for lists. */
  private seen(viewer: Viewer, filter: ImprovementFilter): SelectQueryBuilder<ImprovementEntity> {
    const query = this.dataSource.manager.createQueryBuilder(ImprovementEntity, 'action');
    if (!viewer.all) {
      query.where(
        new Brackets((or) => {
          or.where('action.published_at IS NOT NULL');
          if (viewer.departmentCode !== null) or.orWhere('action.department_code = :viewerDepartment');
          if (viewer.personId !== null) or.orWhere('action.citizen_ids @> ARRAY[CAST(:personId AS uuid)]');
        }),
        { viewerDepartment: viewer.departmentCode, personId: viewer.personId },
      );
    }
    const { departmentCode, status, kind, standardCode, sourceKind, published, late, mine } = filter;
    if (departmentCode) query.andWhere('action.department_code = :departmentCode', { departmentCode });
    if (status?.length) query.andWhere('action.status IN (:...status)', { status });
    if (kind) query.andWhere('action.kind = :kind', { kind });
    if (standardCode) query.andWhere('action.standard_code = :standardCode', { standardCode });
    if (sourceKind) query.andWhere('action.source_kind = :sourceKind', { sourceKind });
    if (typeof published === 'boolean') query.andWhere(`action.published_at IS ${published ? 'NOT ' : ''}NULL`);
    if (typeof late === 'boolean') query.andWhere(late ? LATE : `NOT ${LATE}`, { now: this.clock.now() });
    if (mine) query.andWhere('action.officer_id = CAST(:mine AS uuid)', { mine: viewer.personId });
    return query;
  }
}
