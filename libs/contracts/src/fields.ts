import { z } from 'zod';

/** What payloads are made of. */
export const id = z.uuid();
export const instant = z.iso.datetime({ offset: true });
export const day = z.iso.date();
export const code = z.string().min(1).max(64);
