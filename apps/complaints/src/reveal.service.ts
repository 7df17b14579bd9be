import type { DataSource, EntityManager } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import { type ReadingLog, type ReadingOf, Readings } from '@charter/personal-data';
import { type Clock, type Person, readerOf } from '@charter/service';
import type { Petitioner } from './domain/filing';
import { decideReveal } from './domain/reveals/reveal';
import type { ComplaintStore } from './store/complaint.store';
import type { ConsultationStore } from './store/consultations/consultation.store';
import type { Petitioners } from './store/petitioners';

export const REVEALED_SUBJECTS = ['COMPLAINT', 'CONSULTATION'] as const;
export type RevealedSubject = (typeof REVEALED_SUBJECTS)[number];

export interface RevealParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly consultations: ConsultationStore;
  readonly petitioners: Petitioners;
  readonly readings: ReadingLog;
  readonly clock: Clock;
}

interface Found {
  readonly of: ReadingOf;
  readonly person: Petitioner;
}

/** Shows staff who do not handle a case whose it is, for a reason. */
export class RevealService {
  constructor(private readonly parts: RevealParts) {}

  /** Name and contacts of whom a case is of, once the reading is on record. */
  reveal(
    subjectType: RevealedSubject,
    subjectId: string,
    reason: string,
    by: Person,
  ): Promise<Outcome<Petitioner> | 'NOT_FOUND'> {
    const { dataSource, readings, clock } = this.parts;
    return dataSource.transaction(async (tx): Promise<Outcome<Petitioner> | 'NOT_FOUND'> => {
      const found = await (subjectType === 'COMPLAINT'
        ? this.complaint(tx, subjectId)
        : this.consultation(tx, subjectId));
      if (!found) return 'NOT_FOUND';
      const decided = decideReveal(reason);
      if (!decided.ok) return decided;
      const { phone, email } = found.person;
      const noted = new Readings(by.id);
      const kinds = [
        ...(['NAME'] as const),
        ...(phone ? (['PHONE'] as const) : []),
        ...(email ? (['EMAIL'] as const) : []),
      ];
      noted.note(found.of, kinds, { purpose: 'REVEAL', reason: decided.value });
      await readings.write(tx, readerOf(by), 'revealPersonalData', noted.taken(), clock.now());
      return accepted(found.person);
    });
  }

  private async complaint(tx: EntityManager, subjectId: string): Promise<Found | undefined> {
    const { complaints, petitioners } = this.parts;
    const [complaint] = await complaints.byIds([subjectId], tx);
    if (!complaint) return undefined;
    const [person] = await petitioners.of(tx, [subjectId]);
    return { of: { subjectType: 'COMPLAINT', subjectId, citizenId: complaint.citizenId }, person: person! };
  }

  private async consultation(tx: EntityManager, subjectId: string): Promise<Found | undefined> {
    const { consultations } = this.parts;
    const found = await consultations.byId(tx, subjectId);
    if (!found) return undefined;
    const { citizenId } = found;
    return { of: { subjectType: 'CONSULTATION', subjectId, citizenId }, person: consultations.opened(found) };
  }
}
