import type { GraphQLSchema } from 'graphql';
import type { ContainerType } from 'type-graphql';
import { buildSubgraph } from '@charter/service';
import { AdminActionResolver } from './admin-action.resolver';
import { AccessLogResolver } from './access-log/access-log.resolver';
import { ChannelResolver } from './channel.resolver';
import { CitizenResolver, resolveCitizen } from './citizen.resolver';
import type { NoticesContext } from './context';
import { DeliveryResolver } from './delivery.resolver';
import {
  ComplaintResolver,
  MonitoringReportResolver,
  NoticeResolver,
  ProposalResolver,
  resolveNotice,
} from './notice.resolver';
import { KeyRotationResolver } from './key-rotation.resolver';
import { MonitoringReportType, ProposalType } from './notice.type';
import { PushDeviceResolver } from './push-device.resolver';
import { DeadLetterResolver, QueueResolver } from './queue.resolver';
import { SettingResolver } from './setting.resolver';
import { DataRequestResolver } from './rights/data-request.resolver';
import { TemplateResolver } from './template.resolver';

export const buildNoticesSchema = (container: ContainerType): Promise<GraphQLSchema> =>
  buildSubgraph<NoticesContext>({
    resolvers: [
      CitizenResolver,
      PushDeviceResolver,
      NoticeResolver,
      ChannelResolver,
      DeliveryResolver,
      ComplaintResolver,
      ProposalResolver,
      MonitoringReportResolver,
      QueueResolver,
      DeadLetterResolver,
      AdminActionResolver,
      SettingResolver,
      DataRequestResolver,
      KeyRotationResolver,
      AccessLogResolver,
      TemplateResolver,
    ],
    orphanedTypes: [ProposalType, MonitoringReportType],
    references: {
      Citizen: resolveCitizen,
      Notice: resolveNotice,
      Complaint: ({ id }: { id: string }) => ({ id }), // its notices are shown to those who may see them
      Proposal: ({ id }: { id: string }) => ({ id }), // likewise
      MonitoringReport: ({ id }: { id: string }) => ({ id }), // likewise
    },
    container,
  });
