import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { KeyRotation, type RotationProgress, type SealedColumn } from '@charter/personal-data';
import type { Clock } from './clock';
import type { ServiceEnv } from './env';
import type { Logger } from './logger';
import { PollingLoop } from './polling-loop';

/** Batches of one look: some seconds of work, then the others of the worker have their turn. */
const BATCHES = 20;
const PAUSE_MS = 1_000;

/** The rotation of a service; undefined for one that keeps nothing sealed. */
export const rotationOf = (
  { sealed }: { readonly sealed: readonly SealedColumn[] },
  { PRIVACY_KEYS: keys }: Pick<ServiceEnv, 'PRIVACY_KEYS'>,
  dataSource: DataSource,
): KeyRotation | undefined =>
  keys && sealed.length > 0 ? new KeyRotation({ dataSource, keys, columns: sealed }) : undefined;

/** Carries out the rotations that were asked for, in the background of a worker. */
export class KeyRotationJob extends PollingLoop {
  constructor(
    private readonly rotation: KeyRotation,
    log: Logger,
  ) {
    super({ everyMs: PAUSE_MS, what: 'the rotation of keys', log });
  }

  async runOnce(): Promise<void> {
    for (let batch = 0; batch < BATCHES; batch += 1) if ((await this.rotation.step()) !== 'RESEALED') return;
  }
}

/**
 * Asks for the rotation and carries it out, for the command `rotate-keys`.
 * @param told gets the progress, every so many batches and at the end
 * @returns whether every value stands under the current key
 */
export async function rotateToEnd(
  rotation: KeyRotation,
  clock: Clock,
  told: (progress: RotationProgress) => void,
): Promise<boolean> {
  await rotation.request('rotate-keys', clock.now());
  let step: Awaited<ReturnType<KeyRotation['step']>> | undefined;
  for (let batch = 1; step !== 'NOTHING'; batch += 1) {
    step = await rotation.step();
    if (step === 'WAITING') await sleep(PAUSE_MS);
    if (batch % (10 * BATCHES) === 0) told(await rotation.show());
  }
  const progress = await rotation.show();
  told(progress);
  return progress.values.every(({ keyId }) => keyId === progress.keyId);
}
