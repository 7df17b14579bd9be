import type { NoticeFacts } from '@charter/contracts';
import { normaliseEmail, normalisePhone } from '@charter/privacy';
import type { Channel } from '../domain/channels';
import { isOptional } from '../domain/optional';
import type { QuietHours } from '../domain/quiet-hours';
import type { Notice } from '../store/notice.store';
import type { PausedAddressStore } from '../store/paused-address.store';
import type { ProfileStore } from '../store/profile.store';
import type { PushDeviceStore } from '../store/push-device.store';
import type { UnsubscriptionStore } from '../store/unsubscription.store';
import type { FactsReader } from './facts';
import type { Recipient, Sent } from './sending';

export interface RecipientParts {
  readonly profiles: ProfileStore;
  readonly devices: PushDeviceStore;
  readonly paused: PausedAddressStore;
  readonly unsubscriptions: UnsubscriptionStore;
  readonly facts: FactsReader;
}

/** Why somebody is not written to. */
type Nowhere = 'NO_ADDRESS' | 'PAUSED' | 'UNSUBSCRIBED';

/** Finds where people are reached at the moment of sending, and keeps in mind where they are not. */
export class Recipients {
  constructor(private readonly parts: RecipientParts) {}

  /** Whom to write to: by the profile, else by the contact that the filing service has. */
  async find(notice: Notice, { contact }: NoticeFacts): Promise<Recipient | Nowhere> {
    const [profile] = await this.parts.profiles.byIds([notice.recipientId]);
    const found = profile
      ? { ...profile, language: profile.language === 'KO' ? ('ko' as const) : ('en' as const) }
      : (contact ?? (await this.parts.facts.contactOf(notice)));
    if (notice.channel === 'PUSH') {
      const addresses = await this.parts.devices.tokensOf(notice.recipientId);
      return addresses.length > 0
        ? { name: found?.name ?? '', language: found?.language ?? 'ko', addresses }
        : 'NO_ADDRESS';
    }
    const channel = notice.channel === 'SMS' ? 'SMS' : 'EMAIL';
    if (channel === 'EMAIL' && (await this.isUnwanted(notice))) return 'UNSUBSCRIBED';
    const address = channel === 'SMS' ? normalisePhone(found?.phone ?? '') : normaliseEmail(found?.email ?? '');
    if (!found || !address) return 'NO_ADDRESS';
    const [pause] = await this.parts.paused.of([{ channel, address }]);
    return pause ? 'PAUSED' : { name: found.name, language: found.language, addresses: [address] };
  }

  private async isUnwanted({ eventType, audience, recipientId }: Notice): Promise<boolean> {
    return isOptional(eventType, audience) && this.parts.unsubscriptions.has(recipientId);
  }

  async quietHoursOf(personId: string): Promise<QuietHours | null> {
    const [profile] = await this.parts.profiles.byIds([personId]);
    return profile?.preferences.quietHours ?? null;
  }

  /** Leaves refused addresses alone from now on: a mailbox or number until it is saved again, a device for good. */
  async refuse(channel: Channel, { refused, why }: Sent, at: Date): Promise<void> {
    if (refused.length === 0) return;
    if (channel === 'PUSH') return this.parts.devices.forget(refused);
    if (channel === 'INBOX') return;
    for (const address of refused) await this.parts.paused.pause({ channel, address }, why, at);
  }
}
