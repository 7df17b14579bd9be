import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { readPrivacyKeys } from '@charter/privacy';
import { KeyRotation, type SealedColumn } from '../src';

/** What the test gives the process. */
export interface RotationPart {
  readonly url: string;
  readonly keys: string;
  readonly columns: readonly SealedColumn[];
}

/** Rotates until it is killed, or through: that it is connected is told, and each batch. */
process.once('message', async ({ url, keys, columns }: RotationPart) => {
  const dataSource = await new DataSource({ type: 'postgres', url }).initialize();
  const rotation = new KeyRotation({ dataSource, keys: readPrivacyKeys(keys), columns });
  process.send!('READY');
  await once(process, 'message');
  for (;;) {
    const step = await rotation.step();
    if (step === 'NOTHING') break;
    process.send!(step);
    if (step === 'WAITING') await sleep(10);
  }
  await dataSource.destroy();
  process.disconnect();
});
