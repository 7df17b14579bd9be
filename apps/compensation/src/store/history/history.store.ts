import type { DataSource } from 'typeorm';
import { type BrokenLink, type ChainedClaim, type ChainedLine, brokenLink } from '../../domain/history/chain';

/** Claims in one statement. */
const BATCH = 500;

/** What came of computing every history again. */
export interface HistoryAudit {
  readonly claims: number;
  readonly lines: number;
  readonly broken: number;
  /** In the order of the claims' opening; null when every line fits. */
  readonly firstBroken: BrokenLink | null;
}

type ClaimRow = ChainedClaim & { readonly openedAt: string };

/** Reads the histories of all claims and computes each again. */
export class HistoryStore {
  constructor(private readonly dataSource: DataSource) {}

  /** Of all claims, in one snapshot: what is written meanwhile breaks nothing. */
  audit(): Promise<HistoryAudit> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      let audit: HistoryAudit = { claims: 0, lines: 0, broken: 0, firstBroken: null };
      for (let last: ClaimRow | undefined; ;) {
        const claims: ClaimRow[] = await tx.query(
          `SELECT "id" AS "claimId", "status", "version", "opened_at"::text AS "openedAt" FROM "compensation_claim"
           WHERE $1::timestamptz IS NULL OR ("opened_at", "id") > ($1::timestamptz, $2::uuid)
           ORDER BY "opened_at", "id" LIMIT ${BATCH}`,
          [last?.openedAt ?? null, last?.claimId ?? null],
        );
        if (claims.length === 0) return audit;
        last = claims.at(-1);
        const lines: ChainedLine[] = await tx.query(
          `SELECT "claim_id" AS "claimId", "seq", "changed_by" AS "changedBy", "from_status" AS "fromStatus",
             "to_status" AS "toStatus", "reason", "previous_hash" AS "previousHash", "hash",
             to_char("changed_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "changedAt"
           FROM "compensation_claim_history" WHERE "claim_id" = ANY($1) ORDER BY "claim_id", "seq"`,
          [claims.map(({ claimId }) => claimId)],
        );
        const byClaim = new Map<string, ChainedLine[]>(claims.map(({ claimId }) => [claimId, []]));
        for (const line of lines) byClaim.get(line.claimId)!.push(line);
        const broken = claims.flatMap((claim) => brokenLink(claim, byClaim.get(claim.claimId)!) ?? []);
        audit = {
          claims: audit.claims + claims.length,
          lines: audit.lines + lines.length,
          broken: audit.broken + broken.length,
          firstBroken: audit.firstBroken ?? broken[0] ?? null,
        };
      }
    });
  }
}
