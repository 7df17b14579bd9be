import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often somebody, or everybody, has guessed since a moment. */
@Entity('guess_count')
export class GuessCountEntity {
  /** What is counted, and a keyed hash of whom: no address and no receipt number can be read here. */
  @PrimaryColumn('text')
  scope: string;

  @Column('timestamptz', { default: () => 'now()' })
  since: Date;

  @Column('integer')
  guesses: number;
}
