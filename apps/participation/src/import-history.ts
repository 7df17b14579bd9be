import { type DataSource, In } from 'typeorm';
import { type ProposalRecord, proposalRecord } from '@charter/contracts';
import { termsOf } from '@charter/korean';
import { type PrivacyKeys, normaliseEmail, normalisePhone, seal } from '@charter/privacy';
import {
  EndorsementEntity,
  ProposalEntity,
  ProposalHistoryEntity,
  ProposerEntity,
} from './store/proposals/proposal.entity';

/** PostgreSQL takes 65,535 parameters in one statement; an endorsement has three. */
const ENDORSEMENTS_AT_ONCE = 10_000;

/**
 * Takes proposals of the past with their endorsements. Nobody is told of them: no event is written. One that is there
 * already is left as it is.
 * @throws {z.ZodError} for a record that breaks the contract
 */
export async function importHistory(
  { env, dataSource }: { env: { PRIVACY_KEYS: PrivacyKeys }; dataSource: DataSource },
  records: readonly unknown[],
): Promise<void> {
  const parsed = records.map((record) => proposalRecord.parse(record));
  await dataSource.transaction(async (tx) => {
    const ids = parsed.map(({ id }) => id);
    const found = await tx.find(ProposalEntity, { select: { id: true }, where: { id: In(ids) } });
    const known = new Set(found.map(({ id }) => id));
    const fresh = parsed.filter(({ id }) => !known.has(id));
    if (fresh.length === 0) return;
    await tx.insert(
      ProposalEntity,
      fresh.map(({ id, citizenId, departmentCode, title, body, submittedAt, endorsements }) => ({
        ...{ id, citizenId, departmentCode, title, body, status: 'SUBMITTED' as const },
        endorsementCount: endorsements.length,
        submittedAt: new Date(submittedAt),
        terms: termsOf(`${title} ${body}`),
      })),
    );
    await tx.insert(
      ProposerEntity,
      fresh.map((record) => sealedProposer(env.PRIVACY_KEYS, record)),
    );
    await tx.insert(
      ProposalHistoryEntity,
      fresh.map(({ id, citizenId, submittedAt }) => ({
        ...{ proposalId: id, changedBy: citizenId, changedAt: new Date(submittedAt) },
        ...{ fromStatus: null, toStatus: 'SUBMITTED' },
      })),
    );
    const endorsements = fresh.flatMap(({ id, endorsements: all }) =>
      all.map(({ citizenId, at }) => ({ proposalId: id, citizenId, endorsedAt: new Date(at) })),
    );
    for (let from = 0; from < endorsements.length; from += ENDORSEMENTS_AT_ONCE) {
      await tx.insert(EndorsementEntity, endorsements.slice(from, from + ENDORSEMENTS_AT_ONCE));
    }
  });
}

function sealedProposer(keys: PrivacyKeys, { id, proposer }: ProposalRecord): ProposerEntity {
  const sealed = (column: string, value: string | undefined): string | null =>
    value === undefined ? null : seal(keys, { table: 'proposer', column, row: id }, value);
  return {
    proposalId: id,
    name: seal(keys, { table: 'proposer', column: 'name', row: id }, proposer.name),
    phone: sealed('phone', normalisePhone(proposer.phone)),
    email: sealed('email', normaliseEmail(proposer.email)),
  };
}
