import { randomUUID } from 'node:crypto';
import { type DataSource, In } from 'typeorm';
import { accepted, refused } from '@charter/contracts';
import { textFaults } from '@charter/privacy';
import { type Clock, type Person, once } from '@charter/service';
import type { Handled } from './desk';
import { handles, maySee } from './domain/access';
import type { ComplaintStore } from './store/complaint.store';
import { NoteEntity } from './store/notes/note.entity';

export interface NotesParts {
  readonly dataSource: DataSource;
  readonly complaints: ComplaintStore;
  readonly clock: Clock;
  readonly secret: string;
}

/** Internal notes (내부 메모): of the department that handles a complaint, and for it. */
export class NotesService {
  constructor(private readonly parts: NotesParts) {}

  /** Adds a note; none is ever changed. @returns the id of the complaint */
  add(complaintId: string, text: string, key: string | null | undefined, by: Person): Promise<Handled> {
    const { dataSource, complaints, clock, secret } = this.parts;
    return dataSource.transaction(async (tx): Promise<Handled> => {
      const [complaint] = await complaints.byIds([complaintId], tx);
      if (!complaint || !maySee(by, complaint)) return 'NOT_FOUND';
      if (!handles(by, complaint)) return 'FORBIDDEN';
      const command = { callerId: by.id, operation: 'addInternalNote', key, input: { complaintId, text }, secret };
      return once(tx, command, async () => {
        const faults = textFaults(text, 5_000, 'text');
        if (faults.length > 0) return refused<string>(...faults);
        const note = { id: randomUUID(), complaintId, notedBy: by.id, notedAt: clock.now(), text: text.trim() };
        await tx.insert(NoteEntity, note);
        return accepted(complaintId);
      });
    });
  }

  /** The notes about each complaint, oldest first. One statement. */
  async of(complaintIds: readonly string[]): Promise<NoteEntity[][]> {
    const found = await this.parts.dataSource.manager.find(NoteEntity, {
      where: { complaintId: In([...complaintIds]) },
      order: { notedAt: 'ASC', id: 'ASC' },
    });
    return complaintIds.map((id) => found.filter(({ complaintId }) => complaintId === id));
  }
}
