import type { Language, Role } from '@charter/contracts';

/** Somebody who calls, as the gateway vouches for them. */
export interface Someone {
  readonly id?: string;
  readonly roles: readonly Role[];
  readonly department?: string;
  readonly language?: Language;
  /** Network address. */
  readonly address?: string;
}

const id = (last: number): string => `0198a000-0000-7000-8000-${String(last).padStart(12, '0')}`;

export const anonymous: Someone = { roles: [] };
export const citizen = { id: id(1), roles: ['CITIZEN'] } as const satisfies Someone;
export const otherCitizen = { id: id(2), roles: ['CITIZEN'] } as const satisfies Someone;
export const officer = { id: id(11), roles: ['OFFICER'], department: 'ROADS' } as const satisfies Someone;
export const colleague = { id: id(12), roles: ['OFFICER'], department: 'ROADS' } as const satisfies Someone;
export const manager = { id: id(13), roles: ['MANAGER'], department: 'ROADS' } as const satisfies Someone;
export const otherOfficer = { id: id(14), roles: ['OFFICER'], department: 'WATER' } as const satisfies Someone;
export const auditor = { id: id(15), roles: ['AUDITOR'] } as const satisfies Someone;
export const admin = { id: id(16), roles: ['ADMIN'] } as const satisfies Someone;

export const inEnglish = (someone: Someone): Someone => ({ ...someone, language: 'en' });
