import { z } from 'zod';
import { id, instant } from './fields';

/** Where each service answers about the rotation of its keys. */
export const KEY_ROTATION_PATHS = {
  show: '/internal/key-rotation/show',
  request: '/internal/key-rotation/request',
} as const;

/** Who asks for the rotation. */
export const keyRotationRequest = z.object({ by: id });

const count = z.int().nonnegative();

/** How the sealed values of a service stand; null for one that keeps none. */
export const keyRotationAnswer = z.object({
  rotation: z
    .object({
      keyId: z.string(),
      requestedAt: instant.nullable(),
      finishedAt: instant.nullable(),
      columns: z.array(
        z.object({
          table: z.string(),
          column: z.string(),
          total: count,
          resealed: count,
          unreadable: count,
          finishedAt: instant.nullable(),
        }),
      ),
      values: z.array(z.object({ keyId: z.string(), count })).readonly(),
    })
    .nullable(),
});

export type KeyRotationAnswer = z.output<typeof keyRotationAnswer>;
