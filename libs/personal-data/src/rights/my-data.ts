import type { DataSource } from 'typeorm';
import { type MyDataPage, type MyDataRequest, type ServiceName, myDataRequest } from '@charter/contracts';
import { type PrivacyKeys, open } from '@charter/privacy';
import type { Holding } from './holding';

/** How many records a page has: large enough for most people, small enough for one answer of a service. */
const PAGE = 100;

const ASKED_BY: ServiceName = 'notices';

type Row = Readonly<Record<string, unknown>> & { readonly key: string };

export interface MyDataParts {
  readonly dataSource: DataSource;
  readonly holdings: readonly Holding[];
  /** None where nothing is sealed. */
  readonly keys?: PrivacyKeys;
}

const NOTHING: MyDataPage = { kind: null, title: null, labels: {}, records: [], next: null };

/** Reads what a service holds on a citizen, page by page, kind after kind. (개인정보 보호법 35조) */
export class MyData {
  constructor(private readonly parts: MyDataParts) {}

  /**
   * The route by which the notices service asks, and no other one: it knows that somebody asked for their own data.
   * @throws 403 for another service, {z.ZodError} for a question that does not keep the contract
   */
  readonly route = async (body: unknown, { issuer }: { readonly issuer: string }): Promise<MyDataPage> => {
    if (issuer !== ASKED_BY)
      throw Object.assign(new Error('The notices service alone asks this.'), { statusCode: 403 });
    return this.page(myDataRequest.parse(body));
  };

  /** @returns the first page from there on that has records; without records when nothing is left */
  async page({ citizenId, from }: MyDataRequest): Promise<MyDataPage> {
    const { holdings } = this.parts;
    const first = from ? holdings.findIndex(({ kind }) => kind === from.kind) : 0;
    if (first < 0) throw new Error(`There is no kind of record ${from?.kind} here.`);
    for (const [index, holding] of holdings.slice(first).entries()) {
      const rows = await this.rows(holding, citizenId, index === 0 && from ? from.after : '');
      const records = rows.slice(0, PAGE);
      if (records.length === 0) continue;
      const { kind, title, labels } = holding;
      const next = rows.length > PAGE ? { kind, after: records.at(-1)!.key } : this.after(first + index);
      return { kind, title, labels, records: records.map((row) => this.shown(holding, row)), next };
    }
    return NOTHING;
  }

  private after(index: number): MyDataPage['next'] {
    const following = this.parts.holdings[index + 1];
    return following ? { kind: following.kind, after: '' } : null;
  }

  private rows({ records }: Holding, citizenId: string, after: string): Promise<Row[]> {
    return this.parts.dataSource.query(
      `SELECT * FROM (${records}) AS "record" WHERE "record"."key" COLLATE "C" > $2
       ORDER BY "record"."key" COLLATE "C" LIMIT ${PAGE + 1}`,
      [citizenId, after],
    );
  }

  private shown({ labels, sealed = {} }: Holding, row: Row): MyDataPage['records'][number] {
    const fields = Object.keys(labels).map((field) => {
      const value = row[field] ?? null;
      const place = sealed[field];
      if (!place || value === null) return [field, value];
      const { table, column, json } = place;
      const opened = open(this.parts.keys!, { table, column, row: String(row[place.row]) }, String(value));
      return [field, json ? (JSON.parse(opened) as unknown) : opened];
    });
    return Object.fromEntries(fields) as MyDataPage['records'][number];
  }
}
