/** What `fetch` rejects with when the network fails, and when the time is over. By name: errors of another frame are of another class. */
const NAMES = ['TypeError', 'TimeoutError', 'AbortError'];

export const isNetworkFault = (error: unknown): boolean => NAMES.includes((error as Error | undefined)?.name ?? '');
