import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { maySee } from '../../domain/access';
import type { OriginKind } from '../../domain/origins/origin';
import { ComplaintType, toComplaintType } from '../complaint.type';
import type { ComplaintsContext } from '../context';
import { ContestEntryType, MonitoringReportType } from './origin.type';

/** What a complaint comes from; whoever sees the complaint sees that, and of the other as much as they may. */
@Resolver(() => ComplaintType)
export class ComplaintOriginResolver {
  @FieldResolver(() => MonitoringReportType, {
    nullable: true,
    description: 'The report of a monitor that it comes from; null where it comes from none.',
  })
  monitoringReport(@Root() { id }: ComplaintType, @Ctx() context: ComplaintsContext): Promise<{ id: string } | null> {
    return originOf(id, 'MONITORING_REPORT', context);
  }

  @FieldResolver(() => ContestEntryType, {
    nullable: true,
    description: 'The entry of a contest that it comes from; null where it comes from none.',
  })
  contestEntry(@Root() { id }: ComplaintType, @Ctx() context: ComplaintsContext): Promise<{ id: string } | null> {
    return originOf(id, 'CONTEST_ENTRY', context);
  }
}

async function originOf(id: string, which: OriginKind, { origins }: ComplaintsContext): Promise<{ id: string } | null> {
  const origin = await origins.load(id);
  return origin?.kind === which ? { id: origin.originId } : null;
}

/** The complaints that came of something, of those that the caller may see. */
async function complaintsFrom(kind: OriginKind, id: string, context: ComplaintsContext): Promise<ComplaintType[]> {
  const found = await context.complaints.loadMany(await context.cameOf[kind].load(id));
  return found.flatMap((complaint) =>
    complaint && !(complaint instanceof Error) && maySee(context.caller, complaint) ? [toComplaintType(complaint)] : [],
  );
}

@Resolver(() => MonitoringReportType)
export class ReportComplaintsResolver {
  @FieldResolver(() => [ComplaintType], {
    nullable: true,
    description: 'The complaints that came of it, of those that the caller may see.',
  })
  complaints(@Root() { id }: MonitoringReportType, @Ctx() context: ComplaintsContext): Promise<ComplaintType[]> {
    return complaintsFrom('MONITORING_REPORT', id, context);
  }
}

@Resolver(() => ContestEntryType)
export class EntryComplaintsResolver {
  @FieldResolver(() => [ComplaintType], {
    nullable: true,
    description: 'The complaints that came of it, of those that the caller may see.',
  })
  complaints(@Root() { id }: ContestEntryType, @Ctx() context: ComplaintsContext): Promise<ComplaintType[]> {
    return complaintsFrom('CONTEST_ENTRY', id, context);
  }
}
