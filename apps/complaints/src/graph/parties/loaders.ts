import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { AttachmentEntity, AttachmentStore } from '@charter/attachments';
import type { JointPetition } from '../../domain/parties/joint-petition';
import type { Place } from '../../domain/parties/place';
import type { GuessCounter } from '../../store/guesses/guess-counter';
import type { Parties } from '../../store/parties/parties';

/** What was filed with a complaint besides its text. */
export interface FiledLoaders {
  readonly attachments: {
    /** Read anew each time: a mutation may just have changed it. */
    readonly one: (id: string) => Promise<AttachmentEntity | undefined>;
    /** Of a complaint. */
    readonly of: DataLoader<string, readonly AttachmentEntity[]>;
  };
  readonly joints: DataLoader<string, JointPetition | null>;
  readonly places: DataLoader<string, Place | null>;
}

export interface FiledStores {
  readonly attachments: AttachmentStore;
  readonly parties: Parties;
  /** Stands before look-ups by receipt number. */
  readonly guesses: GuessCounter;
}

export const filedLoaders = (dataSource: DataSource, { attachments, parties }: FiledStores): FiledLoaders => ({
  attachments: {
    one: (id) => attachments.find(id),
    of: new DataLoader((ids) => attachments.ofSubjects(ids)),
  },
  joints: new DataLoader((ids) => parties.jointOf(dataSource.manager, ids)),
  places: new DataLoader((ids) => parties.placesOf(dataSource.manager, ids)),
});
