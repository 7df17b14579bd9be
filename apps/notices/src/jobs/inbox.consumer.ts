import type { EntityManager } from 'typeorm';
import type { EventHandler } from '@charter/outbox';
import type { Clock } from '@charter/service';
import type { Audience, NoticeEvent } from '../domain/audiences';
import { planChannels } from '../domain/channel-plan';
import type { OutgoingChannel } from '../domain/channels';
import { mayWait } from '../domain/digest';
import { type NoticePlan, planNotices } from '../domain/notice-plan';
import { type Reach, outgoingFor } from '../domain/reach';
import { requiredBy, withRequired } from '../domain/required';
import { departmentWords } from '../store/department.store';
import type { NoticeStore } from '../store/notice.store';
import type { ProfileStore } from '../store/profile.store';
import type { PushDeviceStore } from '../store/push-device.store';

export interface PlanningParts {
  readonly notices: NoticeStore;
  readonly profiles: ProfileStore;
  readonly devices: PushDeviceStore;
  /** The channels that this city has a provider for. */
  readonly offered: ReadonlySet<OutgoingChannel>;
  readonly clock: Clock;
}

/** Who is meant by an audience: the citizen, the officer or else all of the department, its managers, the petition auditors. */
async function recipients(
  tx: EntityManager,
  profiles: ProfileStore,
  plan: NoticePlan,
  audience: Audience,
): Promise<string[]> {
  switch (audience) {
    case 'CITIZEN':
      return plan.citizenId ? [plan.citizenId] : [];
    case 'OFFICER':
      return plan.officerId ? [plan.officerId] : profiles.staff(tx, 'OFFICER', plan.departmentCode);
    case 'MANAGER':
      return profiles.staff(tx, 'MANAGER', plan.departmentCode);
    case 'AUDITOR':
      return profiles.staff(tx, 'AUDITOR');
  }
}

/** Each person once, in one capacity. The head who handles a case is dunned as its head. */
async function everybody(
  tx: EntityManager,
  profiles: ProfileStore,
  plan: NoticePlan,
): Promise<ReadonlyMap<string, Audience>> {
  const told = new Map<string, Audience>();
  for (const audience of plan.audiences) {
    for (const person of await recipients(tx, profiles, plan, audience))
      if (!told.has(person) || told.get(person) === 'OFFICER') told.set(person, audience);
  }
  return told;
}

async function reach(
  tx: EntityManager,
  profiles: ProfileStore,
  devices: PushDeviceStore,
  people: readonly string[],
): Promise<(person: string) => Reach> {
  const addresses = await profiles.addresses(tx, people);
  const owners = await devices.owners(tx, people);
  return (person) => ({ profile: addresses.get(person), hasDevice: owners.has(person) });
}

/** Plans the notices of an event. Planned with the inbox entry in one transaction, and once for each person and channel. */
export const inboxConsumer = ({ notices, profiles, devices, offered, clock }: PlanningParts): EventHandler => ({
  consumer: 'notices-inbox',
  async handle(tx, event) {
    const plan = planNotices(event);
    const { subjectType, subjectId, complaintId, departmentCode, deadlineId } = plan;
    const told = await everybody(tx, profiles, plan);
    const { previousDepartmentCode: before } = plan.words;
    const wordsOf = await departmentWords(tx, before ? [departmentCode, before] : [departmentCode]);
    const { departmentKo: previousDepartmentKo, departmentEn: previousDepartmentEn } = before ? wordsOf(before) : {};
    const about = {
      ...{ eventId: event.id, eventType: event.type as NoticeEvent },
      ...{ subjectType, subjectId, complaintId, departmentCode, deadlineId },
      words: { ...plan.words, ...wordsOf(departmentCode), previousDepartmentKo, previousDepartmentEn },
    };
    const now = clock.now();
    const people = [...told.keys()];
    const preferencesOf = await profiles.preferencesOf(tx, people);
    const reachOf = await reach(tx, profiles, devices, people);
    const planned = [...told].map(([recipientId, audience]) => {
      const preferences = preferencesOf(recipientId);
      const article = requiredBy({ ...about, audience });
      const wished = outgoingFor(preferences.channels, reachOf(recipientId), offered);
      const outgoing = withRequired(wished, article, offered);
      const channels = planChannels(about.eventType, about.words, { ...preferences, channels: outgoing }, now);
      const digestAfter = mayWait({ ...about, audience }) ? preferences.digestAfter : null;
      return { ...about, recipientId, audience, channels, digestAfter };
    });
    await notices.plan(tx, planned, now);
  },
});
