import type { Settings } from '../settings';
export async function check(_settings: Settings): Promise<number> {
  return 1;
}
