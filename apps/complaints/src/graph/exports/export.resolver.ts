import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { type Connection, PageArgs, type Person, forbidden, hasRole, mapConnection } from '@charter/service';
import type { ExportService } from '../../export.service';
import type { ExportStore } from '../../store/exports/export.store';
import type { ComplaintsContext } from '../context';
import {
  ComplaintExportConnection,
  type ComplaintExportType,
  RequestComplaintExportInput,
  RequestComplaintExportPayload,
  toExportType,
} from './export.type';

/** Lists of complaints as CSV (민원 목록 내려받기). */
@Resolver()
export class ExportResolver {
  constructor(
    private readonly service: ExportService,
    private readonly store: ExportStore,
  ) {}

  @Authorized('OFFICER', 'MANAGER', 'AUDITOR')
  @Mutation(() => RequestComplaintExportPayload, {
    description:
      'Asks for the list of complaints that the caller may see as a CSV file, masked as here, newest first. Every export is put on record.',
  })
  async requestComplaintExport(
    @Arg('input', () => RequestComplaintExportInput, { description: 'Which ones.' })
    { filter }: RequestComplaintExportInput,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<RequestComplaintExportPayload> {
    const asked = await this.service.request({ ...filter }, caller as Person);
    if (asked === 'FORBIDDEN') throw forbidden(caller.language);
    return asked;
  }

  @Authorized('MANAGER', 'AUDITOR')
  @Query(() => ComplaintExportConnection, {
    nullable: true,
    description:
      'Who took lists of complaints out, when and how many (내려받기 기록), newest first: of one’s department, or for the auditor all.',
  })
  async complaintExports(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller }: ComplaintsContext,
  ): Promise<Connection<ComplaintExportType>> {
    const all = hasRole(caller, 'AUDITOR');
    if (!all && !caller.departmentCode) throw forbidden(caller.language);
    return mapConnection(await this.store.page(all ? null : caller.departmentCode!, page), toExportType);
  }
}
