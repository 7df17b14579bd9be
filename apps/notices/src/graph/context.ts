import DataLoader from 'dataloader';
import type { RequestContext } from '@charter/service';
import { type DeliveryStore, type Told, type Way, keyOf } from '../store/delivery.store';
import type { Notice, NoticeStore } from '../store/notice.store';
import type { Profile, ProfileStore } from '../store/profile.store';
import type { PushDevice, PushDeviceStore } from '../store/push-device.store';
import type { DataRequestServiceEntity } from '../store/rights/data-request.entity';
import type { DataRequestStore } from '../store/rights/data-request.store';

export interface NoticesContext extends RequestContext {
  readonly profiles: DataLoader<string, Profile | undefined>;
  readonly devices: DataLoader<string, PushDevice[]>;
  readonly notices: DataLoader<string, Notice | undefined>;
  readonly deliveries: DataLoader<Told, readonly Way[], string>;
  readonly noticesOfComplaint: DataLoader<string, readonly Notice[]>;
  readonly noticesOfProposal: DataLoader<string, readonly Notice[]>;
  readonly noticesOfReport: DataLoader<string, readonly Notice[]>;
  readonly servicesOfRequest: DataLoader<string, readonly DataRequestServiceEntity[]>;
}

/** Loaders live for one request: one statement for each entity type and level, however many rows ask. */
export const createContext =
  (
    profiles: ProfileStore,
    devices: PushDeviceStore,
    notices: NoticeStore,
    deliveries: DeliveryStore,
    requests: DataRequestStore,
  ) =>
  (base: RequestContext): NoticesContext => ({
    ...base,
    profiles: new DataLoader((ids) => profiles.byIds(ids)),
    devices: new DataLoader((ids) => devices.ofPeople(ids)),
    notices: new DataLoader((ids) => notices.byIds(ids)),
    deliveries: new DataLoader((told) => deliveries.waysOf(told), { cacheKeyFn: keyOf }),
    noticesOfComplaint: new DataLoader((ids) => notices.ofComplaints(ids)),
    noticesOfProposal: new DataLoader((ids) => notices.ofSubjects('PROPOSAL', ids)),
    noticesOfReport: new DataLoader((ids) => notices.ofSubjects('MONITORING_REPORT', ids)),
    servicesOfRequest: new DataLoader((ids) => requests.servicesOf(ids)),
  });
