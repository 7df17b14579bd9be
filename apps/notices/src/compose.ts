import { type Composition, type Platform, identityVerifier } from '@charter/service';
import { AccessReviewService } from './access-review.service';
import { ChannelService } from './channel.service';
import { UnsubscribeLinks } from './domain/unsubscribe-links';
import type { NoticesEnv } from './env';
import { AdminActionResolver } from './graph/admin-action.resolver';
import { AccessLogResolver } from './graph/access-log/access-log.resolver';
import { ChannelResolver } from './graph/channel.resolver';
import { CitizenResolver } from './graph/citizen.resolver';
import { type NoticesContext, createContext } from './graph/context';
import { DeliveryResolver } from './graph/delivery.resolver';
import { ComplaintResolver, MonitoringReportResolver, NoticeResolver, ProposalResolver } from './graph/notice.resolver';
import { PushDeviceResolver } from './graph/push-device.resolver';
import { DeadLetterResolver, QueueResolver } from './graph/queue.resolver';
import { SettingResolver } from './graph/setting.resolver';
import { KeyRotationResolver } from './graph/key-rotation.resolver';
import { accessConsumer } from './jobs/access.consumer';
import { AccessPruningJob } from './jobs/access-pruning.job';
import { TemplateResolver } from './graph/template.resolver';
import { Delivery } from './jobs/delivery';
import { departmentsConsumer } from './jobs/departments.consumer';
import { FactsReader } from './jobs/facts';
import { inboxConsumer } from './jobs/inbox.consumer';
import { Recipients } from './jobs/recipients';
import { sendersFor } from './jobs/senders';
import { logoutRoutes } from './logout.routes';
import { ProfileService } from './profile.service';
import { KeyRotationService } from './key-rotation.service';
import { queueBoard } from './queue-board';
import { QUEUES, QueueService } from './queue.service';
import { LogoutStore } from './store/logout.store';
import { SettingService } from './setting.service';
import { AdminActionStore } from './store/admin-action.store';
import { composeRights } from './rights.compose';
import { AccessLogStore } from './store/access-log/access-log.store';
import { LaneStore } from './store/lane.store';
import { DeliveryStore } from './store/delivery.store';
import { NoticeStore } from './store/notice.store';
import { PausedAddressStore } from './store/paused-address.store';
import { ProfileStore } from './store/profile.store';
import { TemplateStore } from './store/template.store';
import { TemplateService } from './template.service';
import { PushDeviceStore } from './store/push-device.store';
import { UnsubscriptionStore } from './store/unsubscription.store';
import { unsubscribeRoutes } from './unsubscribe.routes';

/** The only place that wires the service: what needs what stands here. */
export async function compose({
  dataSource,
  cursors,
  clock,
  env,
  log,
  queues,
  services,
}: Platform<NoticesEnv>): Promise<Composition<NoticesContext>> {
  const profiles = new ProfileStore(dataSource, env.PRIVACY_KEYS);
  const accessLog = new AccessLogStore(dataSource, cursors, env.PRIVACY_KEYS);
  const devices = new PushDeviceStore(dataSource, env.PRIVACY_KEYS);
  const paused = new PausedAddressStore(dataSource, env.PRIVACY_KEYS);
  const unsubscriptions = new UnsubscriptionStore(dataSource);
  const links = new UnsubscribeLinks(env.PUBLIC_URL, env.CURSOR_SECRET);
  const senders = sendersFor(env, links);
  const facts = new FactsReader(services);
  const actions = new AdminActionStore(dataSource, cursors, clock);
  const settings = new SettingService(dataSource, actions, clock);
  const rights = composeRights({ dataSource, cursors, clock, env, log, services });
  const recipients = new Recipients({ profiles, devices, paused, unsubscriptions, facts });
  const templates = new TemplateStore();
  const offered = new Set(senders.keys());
  const lanes = new LaneStore(dataSource);
  const notices = new NoticeStore({ dataSource, cursors, keys: env.PRIVACY_KEYS, lanes, templates, offered });
  const deliveries = new DeliveryStore(dataSource, cursors);
  const board = queueBoard({ queues, names: QUEUES, verify: identityVerifier(env.IDENTITY_KEYS, 'notices') });
  return {
    resolvers: [
      new CitizenResolver(
        new ProfileService({ dataSource, profiles, paused, unsubscriptions, notices, clock }),
        paused,
      ),
      new PushDeviceResolver(devices, clock),
      new NoticeResolver(notices, clock),
      new ChannelResolver(new ChannelService({ dataSource, lanes, actions }), offered),
      new TemplateResolver(new TemplateService({ dataSource, templates, clock }), cursors),
      new DeliveryResolver(deliveries, notices, clock),
      new ComplaintResolver(),
      new ProposalResolver(),
      new MonitoringReportResolver(),
      new QueueResolver(new QueueService({ queues, services, actions, settings, cursors, clock }), clock),
      new DeadLetterResolver(),
      new AdminActionResolver(actions),
      new SettingResolver(settings),
      ...rights.resolvers,
      new KeyRotationResolver(new KeyRotationService({ services, actions })),
      new AccessLogResolver(accessLog, new AccessReviewService({ dataSource, log: accessLog, clock })),
    ],
    context: createContext(profiles, devices, notices, deliveries, rights.requests),
    handlers: [
      inboxConsumer({ notices, profiles, devices, offered, clock }),
      departmentsConsumer(),
      accessConsumer(accessLog),
      ...rights.handlers,
    ],
    forGateway: {
      ...logoutRoutes(new LogoutStore(dataSource), clock),
      ...unsubscribeRoutes(links, unsubscriptions, clock),
    },
    loops: [
      new Delivery({ notices, lanes, recipients, facts, senders, clock, log }),
      ...rights.loops,
      new AccessPruningJob(accessLog, log),
    ],
    streamed: (scope) => {
      rights.streamed(scope);
      board(scope);
    },
    gauges: {
      help: {
        charter_notices_pending: 'Notices to be delivered.',
        charter_notices_oldest_seconds: 'Age of the oldest notice to be delivered, in seconds.',
        charter_notices_failed: 'Notices whose address was refused.',
        charter_notices_resting_email: '1 while nothing is sent by mail because the mail server does not answer.',
        charter_notices_resting_sms: '1 while no text messages are sent because their provider does not answer.',
        charter_notices_resting_push: '1 while nothing is sent to devices because their provider does not answer.',
        charter_notices_unreached: 'Notices that the law requires and that reached nobody: they have to go by post.',
      },
      read: async () => {
        const { pending, oldest, failed, unreached } = await notices.figures();
        return {
          charter_notices_pending: pending,
          charter_notices_oldest_seconds: oldest,
          charter_notices_failed: failed,
          ...Object.fromEntries(
            (await lanes.resting()).map(([channel, rests]) => [
              `charter_notices_resting_${channel.toLowerCase()}`,
              rests,
            ]),
          ),
          charter_notices_unreached: unreached,
        };
      },
    },
  };
}
