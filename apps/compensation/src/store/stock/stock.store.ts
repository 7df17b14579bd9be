import { randomUUID } from 'node:crypto';
import { type PrivacyKeys, lookupHash, seal } from '@charter/privacy';
import { type DataSource, type EntityManager, In } from 'typeorm';
import type { StockAccount } from '../../domain/ledger/entry';
import { type HandedPiece, maskReference } from '../../domain/stock/handing-over';
import type { Lot, Pieces, StockForm } from '../../domain/stock/stock';
import { HandoutEntity, HandoutPieceEntity, StockAccountEntity } from './stock.entity';

/** A department's stock of one form and face value. Balances in KRW at face value. */
export interface Stock extends Lot {
  readonly departmentCode: string;
  readonly balances: Readonly<Record<StockAccount, number>>;
}

/** What was handed over, with its pieces. */
export interface Handout extends HandoutEntity {
  readonly pieces: readonly HandoutPieceEntity[];
}

const NOTHING: Stock['balances'] = { SUPPLY: 0, IN_STOCK: 0, SET_ASIDE: 0, HANDED_OUT: 0 };

const hashOf = (keys: PrivacyKeys, form: StockForm, reference: string): string =>
  lookupHash(keys, 'account', `${form} ${reference}`);

export class StockStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: PrivacyKeys,
  ) {}

  /** The stocks of a department, or of all, by department, form and face value. One statement. */
  async list(departmentCode: string | undefined, tx = this.dataSource.manager): Promise<Stock[]> {
    const rows = await tx.find(StockAccountEntity, {
      where: departmentCode ? { departmentCode } : {},
      order: { departmentCode: 'ASC', form: 'ASC', faceValue: 'DESC' },
    });
    const stocks = new Map<string, Stock>();
    for (const { departmentCode: code, form, faceValue, account, balance } of rows) {
      const key = `${code} ${form} ${faceValue}`;
      const { balances } = stocks.get(key) ?? { balances: NOTHING };
      stocks.set(key, { departmentCode: code, form, faceValue, balances: { ...balances, [account]: balance } });
    }
    return [...stocks.values()];
  }

  /** One stock; undefined when nothing was ever received. */
  async one(
    departmentCode: string,
    { form, faceValue }: Lot,
    tx = this.dataSource.manager,
  ): Promise<Stock | undefined> {
    return (await this.list(departmentCode, tx)).find((each) => each.form === form && each.faceValue === faceValue);
  }

  /** What a department has left of a form. Who decides by it locks the ledger first. */
  async inStock(tx: EntityManager, departmentCode: string, form: StockForm): Promise<Pieces[]> {
    const rows = await tx.findBy(StockAccountEntity, { departmentCode, form, account: 'IN_STOCK' });
    return rows.map(({ faceValue, balance }) => ({ faceValue, pieces: balance / faceValue }));
  }

  /** Which of these certificates some citizen has already, by their places in the list. */
  async taken(tx: EntityManager, pieces: readonly HandedPiece[]): Promise<number[]> {
    const hashes = pieces.map(({ reference }) => hashOf(this.keys, 'GIFT_CERTIFICATE', reference));
    const held = await tx.findBy(HandoutPieceEntity, {
      referenceHash: In(hashes),
      form: 'GIFT_CERTIFICATE',
      held: true,
    });
    const known = new Set(held.map(({ referenceHash }) => referenceHash));
    return hashes.flatMap((hash, at) => (known.has(hash) ? [at] : []));
  }

  /** Writes what was handed over, numbers sealed. */
  async handOver(
    tx: EntityManager,
    handout: Pick<HandoutEntity, 'claimId' | 'form' | 'amount' | 'handedBy' | 'handedAt'>,
    pieces: readonly HandedPiece[],
  ): Promise<void> {
    const handoutId = randomUUID();
    await tx.insert(HandoutEntity, { ...handout, id: handoutId });
    const { form } = handout;
    await tx.insert(
      HandoutPieceEntity,
      pieces.map(({ faceValue, reference }) => {
        const id = randomUUID();
        const place = { table: 'handout_piece', column: 'reference', row: id };
        return {
          ...{ id, handoutId, form, faceValue, masked: maskReference(reference) },
          reference: seal(this.keys, place, reference),
          referenceHash: hashOf(this.keys, form, reference),
        };
      }),
    );
  }

  /** Marks what a citizen gave back. */
  async takeBack(tx: EntityManager, claimId: string, said: { by: string; at: Date; why: string }): Promise<void> {
    const handout = await tx
      .createQueryBuilder(HandoutEntity, 'handout')
      .where('handout.claim_id = :claimId AND handout.taken_back_at IS NULL', { claimId })
      .getOneOrFail();
    const { by: takenBackBy, at: takenBackAt, why: takenBackWhy } = said;
    await tx.update(HandoutEntity, { id: handout.id }, { takenBackBy, takenBackAt, takenBackWhy });
    await tx.update(HandoutPieceEntity, { handoutId: handout.id }, { held: false });
  }

  /** What was handed over for each claim, oldest first. Two statements. */
  async ofClaims(claimIds: readonly string[]): Promise<Handout[][]> {
    const { manager } = this.dataSource;
    const handouts = await manager.find(HandoutEntity, {
      where: { claimId: In([...claimIds]) },
      order: { handedAt: 'ASC', id: 'ASC' },
    });
    const pieces = await manager.find(HandoutPieceEntity, {
      where: { handoutId: In(handouts.map(({ id }) => id)) },
      order: { faceValue: 'DESC', masked: 'ASC', id: 'ASC' },
    });
    return claimIds.map((claimId) =>
      handouts
        .filter((each) => each.claimId === claimId)
        .map((each) => ({ ...each, pieces: pieces.filter(({ handoutId }) => handoutId === each.id) })),
    );
  }

  /** The claims for which a certificate or card was ever handed over or charged, newest first. */
  async claimsWith(form: StockForm, reference: string, limit: number): Promise<string[]> {
    const rows = (await this.dataSource.query(
      `SELECT h."claim_id" AS id FROM "handout_piece" p JOIN "handout" h ON h."id" = p."handout_id"
       WHERE p."reference_hash" = $1 AND p."form" = $2 ORDER BY h."handed_at" DESC, h."id" LIMIT $3`,
      [hashOf(this.keys, form, reference), form, limit],
    )) as { id: string }[];
    return rows.map(({ id }) => id);
  }
}
