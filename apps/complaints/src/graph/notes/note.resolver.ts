import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { DateTime, type Person } from '@charter/service';
import { handles } from '../../domain/access';
import type { NotesService } from '../../notes.service';
import { ComplaintPayload, ComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { onComplaint } from '../handling/handled';

@ObjectType('InternalNote', { description: 'What staff note for each other about a complaint (내부 메모).' })
export class NoteType {
  @Field(() => String, { description: 'The note.' })
  text: string;

  @Field(() => ID, { description: 'Who wrote it.' })
  notedBy: string;

  @Field(() => DateTime, { description: 'When.' })
  notedAt: Date;
}

@InputType({ description: 'A note for one’s colleagues.' })
export class AddInternalNoteInput {
  @Field(() => ID, { description: 'The complaint.' })
  complaintId: string;

  @Field(() => String, { description: 'The note, 1 to 5,000 characters. Never a resident registration number.' })
  text: string;

  @Field(() => ID, { nullable: true, description: 'The same key and input give the same answer again.' })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The answer of addInternalNote.' })
export class AddInternalNotePayload extends ComplaintPayload {}

/** Internal notes: of the department that handles a complaint, and never its citizen's. */
@Resolver(() => ComplaintType)
export class NoteResolver {
  constructor(private readonly notes: NotesService) {}

  @FieldResolver(() => [NoteType], {
    nullable: true,
    description:
      'What staff noted for each other, oldest first; null for everybody but the department that handles it.',
  })
  async internalNotes(
    @Root() complaint: ComplaintType,
    @Ctx() { caller, notes }: ComplaintsContext,
  ): Promise<NoteType[] | null> {
    if (!handles(caller, complaint)) return null;
    return (await notes.load(complaint.id)).map(({ text, notedBy, notedAt }) => ({ text, notedBy, notedAt }));
  }

  @Authorized('OFFICER', 'MANAGER')
  @Mutation(() => AddInternalNotePayload, {
    description: 'Notes something for one’s colleagues. The citizen never sees it, and it is never changed.',
  })
  addInternalNote(
    @Arg('input', () => AddInternalNoteInput, { description: 'The note.' })
    { complaintId, text, idempotencyKey }: AddInternalNoteInput,
    @Ctx() context: ComplaintsContext,
  ): Promise<AddInternalNotePayload> {
    return onComplaint(complaintId, context, () =>
      this.notes.add(complaintId, text, idempotencyKey, context.caller as Person),
    );
  }
}
