import { keyRotationRequest, type KeyRotationAnswer, KEY_ROTATION_PATHS } from '@charter/contracts';
import type { KeyRotation } from '@charter/personal-data';
import type { Clock } from '../runtime/clock';
import type { InternalRoute } from './subgraph-server';

/** What the administrators' desk (notices) asks each service about its keys. @param rotation none: the service seals nothing */
export function keyRotationRoutes(rotation: KeyRotation | undefined, clock: Clock): Record<string, InternalRoute> {
  const show = async (): Promise<KeyRotationAnswer> => {
    const found = await rotation?.show();
    const instant = (at: Date | null) => at?.toISOString() ?? null;
    return {
      rotation: found
        ? {
            ...{ keyId: found.keyId, values: found.values },
            ...{ requestedAt: instant(found.requestedAt), finishedAt: instant(found.finishedAt) },
            columns: found.columns.map((each) => ({ ...each, finishedAt: instant(each.finishedAt) })),
          }
        : null,
    };
  };
  return {
    [KEY_ROTATION_PATHS.show]: show,
    [KEY_ROTATION_PATHS.request]: async (body) => {
      await rotation?.request(keyRotationRequest.parse(body).by, clock.now());
      return show();
    },
  };
}
