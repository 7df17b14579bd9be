import type { DataSource } from 'typeorm';
import { type Outcome, accepted, refused } from '@charter/contracts';
import type { Clock, Person } from '@charter/service';
import { NO_PREFERENCES, type WishedPreferences, decidePreferences } from './domain/preferences';
import { type Contacts, decideProfile, kindOf } from './domain/profile';
import type { NoticeStore } from './store/notice.store';
import { type PausedAddressStore, addressesOf } from './store/paused-address.store';
import type { ProfileStore } from './store/profile.store';
import type { UnsubscriptionStore } from './store/unsubscription.store';

export interface ProfileServiceParts {
  readonly dataSource: DataSource;
  readonly profiles: ProfileStore;
  readonly paused: PausedAddressStore;
  readonly unsubscriptions: UnsubscriptionStore;
  readonly notices: NoticeStore;
  readonly clock: Clock;
}

/** How people can be reached, and wish to be. */
export class ProfileService {
  constructor(private readonly parts: ProfileServiceParts) {}

  /** Writes somebody's own profile. What waited for their quiet hours is looked at again when they changed them. */
  write(contacts: Contacts, wished: WishedPreferences, by: Person): Promise<Outcome<void>> {
    const { dataSource, profiles, paused, unsubscriptions, notices, clock } = this.parts;
    const person = decideProfile(contacts);
    if (!person.ok) return Promise.resolve(person);
    return dataSource.transaction(async (tx) => {
      const before = (await profiles.lockPreferences(tx, by.id)) ?? NO_PREFERENCES;
      const preferences = decidePreferences(wished, before, person.value);
      if (!preferences.ok) return refused(...preferences.refusals);
      const { id: personId, roles, departmentCode = null } = by;
      const profile = { personId, kind: kindOf(roles), roles, departmentCode, ...person.value };
      await profiles.write(tx, { ...profile, preferences: preferences.value }, clock.now());
      await paused.resume(tx, addressesOf(person.value)); // who saves an address says that it is right
      if (wished.channels?.includes('EMAIL')) await unsubscriptions.resume(tx, personId); // who asks for mail gets all of it
      if (wished.quietHours !== undefined) await notices.release(tx, personId);
      return accepted(undefined);
    });
  }
}
