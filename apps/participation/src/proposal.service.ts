import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { localDate } from '@charter/calendar';
import { type Outcome, accepted, refusal, refused } from '@charter/contracts';
import { appendEvents } from '@charter/outbox';
import { type Clock, type Connection, type Page, type Person, once } from '@charter/service';
import { maySee } from './domain/access';
import { isComplaint } from './domain/conversions/conversion';
import { type Submission, decideEndorsement, decideSubmission } from './domain/proposal';
import type { DepartmentStore } from './store/department.store';
import { ProposalEntity } from './store/proposal.entity';
import type { ProposalFilter, ProposalOrder, ProposalStore } from './store/proposal.store';

export class ProposalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proposals: ProposalStore,
    private readonly departments: DepartmentStore,
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  /** Hands a proposal in. @returns its id */
  submit(submission: Submission, idempotencyKey: string | null | undefined, by: Person): Promise<Outcome<string>> {
    const command = {
      callerId: by.id,
      operation: 'submitProposal',
      key: idempotencyKey,
      input: submission,
      secret: this.secret,
    };
    return this.dataSource.transaction((tx) =>
      once(tx, command, async () => {
        const now = this.clock.now();
        const decided = decideSubmission(
          submission,
          await this.departments.find(tx, submission.departmentCode),
          localDate(now),
        );
        if (!decided.ok) return decided;
        const id = randomUUID();
        await this.proposals.insert(tx, { id, citizenId: by.id, submission: decided.value, at: now });
        const { departmentCode } = decided.value;
        await appendEvents(tx, 'participation', [
          { type: 'proposal.submitted.v1', payload: { proposalId: id, citizenId: by.id, departmentCode } },
        ]);
        return accepted(id);
      }),
    );
  }

  /** Endorses (공감) once. @returns undefined when there is no such proposal */
  endorse(proposalId: string, by: Person): Promise<Outcome<string> | undefined> {
    return this.withProposal(proposalId, by, async (tx, proposal) => {
      if (proposal.status === 'CONVERTED') return refused(isComplaint());
      const decided = decideEndorsement(proposal.citizenId, by.id, false);
      if (!decided.ok) return decided;
      const written = await this.proposals.endorse(tx, proposalId, by.id, this.clock.now());
      const result = decideEndorsement(proposal.citizenId, by.id, !written);
      return result.ok ? accepted(proposalId) : result;
    });
  }

  /** Takes an endorsement back. @returns undefined when there is no such proposal */
  withdrawEndorsement(proposalId: string, by: Person): Promise<Outcome<string> | undefined> {
    return this.withProposal(proposalId, by, async (tx) => {
      const withdrawn = await this.proposals.withdrawEndorsement(tx, proposalId, by.id);
      return withdrawn
        ? accepted(proposalId)
        : refused(refusal('INVALID_STATE', '공감하지 않은 제안입니다.', 'You have not endorsed this proposal.'));
    });
  }

  list(filter: ProposalFilter, order: ProposalOrder, page: Page): Promise<Connection<ProposalEntity>> {
    return this.proposals.page(filter, order, page);
  }

  private withProposal(
    id: string,
    by: Person,
    decide: (tx: EntityManager, proposal: ProposalEntity) => Promise<Outcome<string>>,
  ): Promise<Outcome<string> | undefined> {
    return this.dataSource.transaction(async (tx) => {
      const proposal = await tx.findOneBy(ProposalEntity, { id });
      return proposal && maySee(by, proposal) ? decide(tx, proposal) : undefined;
    });
  }
}
