import type { DataSource } from 'typeorm';
import { type Outcome, accepted } from '@charter/contracts';
import type { Clock, Person } from '@charter/service';
import { SETTINGS, SETTING_KEYS, type SettingKey, type Settings, decideSetting } from './domain/setting';
import type { AdminActionStore } from './store/admin-action.store';
import { SettingEntity } from './store/setting.entity';

/** A setting as it holds now. */
export interface StandingSetting {
  readonly key: SettingKey;
  readonly value: number;
  /** Null until somebody sets it. */
  readonly savedBy: string | null;
  readonly savedAt: Date | null;
}

/** What administrators may change while the platform runs: it holds from the next look on, in every process. */
export class SettingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly actions: AdminActionStore,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<StandingSetting[]> {
    const set = await this.dataSource.manager.find(SettingEntity);
    return SETTING_KEYS.map(
      (key) =>
        set.find((one) => one.key === key) ?? { key, value: SETTINGS[key].standard, savedBy: null, savedAt: null },
    );
  }

  /** Every value. */
  async values(): Promise<Settings> {
    const pairs = (await this.list()).map(({ key, value }) => [key, value] as const);
    return Object.fromEntries(pairs) as Settings;
  }

  /** The change and its line in the record are one transaction; two at once come one after the other, each with what it found. */
  async save(key: SettingKey, value: number, reason: string, by: Person): Promise<Outcome<StandingSetting>> {
    const decided = decideSetting(key, value, reason);
    if (!decided.ok) return decided;
    return this.dataSource.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`setting ${key}`]);
      const before = await tx.findOneBy(SettingEntity, { key });
      const saved = { key, value, savedBy: by.id, savedAt: this.clock.now() };
      await tx.upsert(SettingEntity, saved, ['key']);
      const from = before?.value ?? SETTINGS[key].standard;
      await this.actions.note(tx, by, 'saveSetting', { setting: key, from, to: value, reason: reason.trim() });
      return accepted(saved);
    });
  }
}
